/// What the reader asks of the library.
package enum LibraryRequest: Hashable, Sendable {
  /// Take an article out of the list and the library.
  case remove(Entry.ID)
  /// Put back the article that was taken out last.
  case restore
}
