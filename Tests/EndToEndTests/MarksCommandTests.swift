import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@testable import hearsay

@Suite("Marks read into the library")
struct ImportPlanTests {
  @Test("New ones are added, later ones changed, and nothing is there twice")
  func plan() {
    let here = Mark.samples
    var later = here[0]
    later.status = .confirmed
    later.modified += 60
    var earlier = here[1]
    earlier.status = .dropped
    earlier.modified -= 60
    var same = here[2]
    same.modified += 0.0004
    var new = here[0]
    new.id = UUID()
    let plan = ImportPlan([later, earlier, same, new], into: here)
    #expect(plan.added == [new])
    #expect(plan.updated == [later])
    #expect(plan.words == "1 added, 1 changed, 2 left as they were")
    #expect(ImportPlan(here, into: here).marks == [])
  }

  @Test(
    "A status is asked for by its name, or as open or done",
    arguments: [
      ("todo", [Mark.Status.todo]), ("open", [.todo, .doing, .waiting]),
      ("done", [.confirmed, .refuted, .inconclusive, .dropped]), ("later", nil),
    ] as [(String, Set<Mark.Status>?)])
  func status(word: String, statuses: Set<Mark.Status>?) {
    #expect(StatusFilter(argument: word)?.statuses == statuses)
  }
}
