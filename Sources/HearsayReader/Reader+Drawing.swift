package import HearsayScreen

extension Reader {
  /// Draws the whole screen; the screen should have the reader's size.
  ///
  /// Everything slow was done before: this only looks up what is visible.
  package func draw(on screen: inout Screen) {
    screen.cursor = nil
    let frame = frame
    screen.fill(screen.bounds, look[.text])
    if let overlay = overlays.last {
      draw(overlay, on: &screen)
    } else if let glancing {
      glancing.drawReading(on: &screen, frame: frame)
      HintBar(reader: glancing).draw(on: &screen, in: frame.bar)
      return
    } else if reading == nil {
      let words = awaited == nil ? "There is nothing to read." : "opening…"
      Line(" \(words)", look[.quiet])
        .draw(on: &screen, row: screen.bounds.top, in: screen.bounds, look: look)
    } else {
      drawReading(on: &screen, frame: frame)
      ArticlePane(reader: self).placeCursor(on: &screen, frame: frame)
    }
    if let prompt {
      PromptView(reader: self, prompt: prompt).draw(on: &screen)
    } else {
      HintBar(reader: self).draw(on: &screen, in: frame.bar)
    }
  }

  private func draw(_ overlay: Overlay, on screen: inout Screen) {
    switch overlay.subject {
    case .marks: MarksView(reader: self).draw(on: &screen)
    case .card(let id): MarkCardView(reader: self, id: id)?.draw(overlay, on: &screen)
    default: OverlayView(reader: self, overlay: overlay).draw(on: &screen)
    }
  }

  private func drawReading(on screen: inout Screen, frame: Frame) {
    HeaderView(reader: self).draw(on: &screen, frame: frame)
    ArticlePane(reader: self).draw(on: &screen, frame: frame)
    MapStrip(reader: self).draw(on: &screen, frame: frame)
    let rules = [(frame.rule, focus != .article), (frame.detailRule, focus == .detail)]
    for case (let rule?, let isFocused) in rules {
      for row in rule.top..<rule.bottom {
        screen.put(
          look.unicode ? "│" : "|", at: Point(row: row, column: rule.left),
          look[isFocused ? .focusedRule : .rule])
      }
    }
    if let rule = frame.underRule {
      let line = String(repeating: look.unicode ? "─" : "-", count: rule.columns)
      screen.put(
        line, at: Point(row: rule.top, column: rule.left),
        look[focus == .article ? .rule : .focusedRule])
    }
    SourcesPane(reader: self).draw(on: &screen, frame: frame)
    DetailView(reader: self).draw(on: &screen, frame: frame)
    Card(reader: self).draw(on: &screen, frame: frame)
  }
}
