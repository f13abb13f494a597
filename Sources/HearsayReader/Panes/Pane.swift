import HearsayScreen

/// A part of the article's screen that can have the keys: what moving, clicking and hinting mean there.
protocol Pane {
  /// Whose keys hold.
  var view: KeyView { get }
  /// Where it is; empty where it is not shown.
  func place(in frame: Frame) -> Rect
  /// The keys that are worth a hint, in order.
  func hints(in reader: Reader) -> [Hint]
  /// How far a page is.
  func page(in frame: Frame) -> Int
  func scroll(by lines: Int, in reader: inout Reader)
  /// What a click does.
  func press(at point: Point, in reader: inout Reader) -> [Effect]
  func draw(_ scene: ArticleScene, on screen: inout Screen)
}
