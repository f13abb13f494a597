import HearsayModel

// The list of corrections.
extension Reader {
  /// Takes the selected correction of the list back; over the other lists nothing.
  mutating func undoInOverlay() -> [Effect]? {
    guard let overlay = overlays.last, overlay.subject == .corrections else { return [] }
    let shown = OverlayView(reader: self, overlay: overlay).shown
    guard shown.indices.contains(overlay.selected) else {
      return refuse("Nothing is corrected here.")
    }
    let effects = takeBack(listedCorrections[shown[overlay.selected]])
    moveInOverlay(by: 0)
    return effects
  }

  /// Shows what a correction is about, in the article.
  mutating func goToCorrection(_ correction: Correction) -> [Effect] {
    guard let sourcing = reading?.sourcing,
      let trace = sourcing.corrections?.trace(of: correction.id), !trace.isLost
    else { return refuse("Its words are not in this text.") }
    overlays = []
    focus = .article
    fit()
    return jumping { reader in
      if let id = trace.attributions.first, let index = sourcing.item(of: id) {
        reader.select(index)
      } else if let place = trace.place {
        if let index = sourcing.nearestItem(to: place.start) { reader.setSelection(index) }
        reader.reading?.reveal(place)
      }
      return []
    }
  }
}
