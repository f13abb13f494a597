import HearsayModel
import HearsayScreen

extension Look {
  /// `✎`, or `✗` where the library could not take the mark.
  func sign(of mark: Mark) -> Character { mark.isKept ? signs.mark : signs.unkept }

  /// How that sign looks.
  func style(of mark: Mark) -> Style { self[mark.isKept ? .mark : .flag] }
}
