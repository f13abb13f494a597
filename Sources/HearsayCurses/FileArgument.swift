/// A file's name as another program is told it: beginning with a folder.
///
/// A name may begin with `-` or `+`, and an editor takes it for an option or even a command then
/// (`vim '+call system("…")'`); after `./` it is a name to every program.
public func fileArgument(_ path: String) -> String {
  path.hasPrefix("/") ? path : "./\(path)"
}
