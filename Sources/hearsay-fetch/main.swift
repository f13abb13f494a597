import Foundation
import HearsayFetching

// What is asked stands on standard input, as one line of JSON and the bytes after it; the answer goes to standard
// output, as JSON. Whatever a server or a file does to this program, it does to nobody else.
ProgramLimits.apply()
let question = FileHandle.standardInput.readDataToEndOfFile()
let line = question.prefix { $0 != 0x0A }
let reply: FetchReply
do {
  var request = try JSONDecoder().decode(FetchRequest.self, from: line)
  if request.bytes != nil { request.bytes = Array(question.dropFirst(line.count + 1)) }
  reply = .answer(try Answering().answer(to: request))
} catch let error as FetchError {
  reply = .error(error)
} catch {
  // Nobody but a developer sees it: the reader throws away what this program says there.
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  reply = .error(.crashed)
}
FileHandle.standardOutput.write(try JSONEncoder().encode(reply))
