import ChatWire

// Looking for bytes from where the eye is.
extension Model {
  mutating func find(_ step: PaneIntent.Step) {
    guard let search else {
      hint = .nothingLookedFor
      return
    }
    let name = VisibleText.row(search.pattern.text)
    guard let (hit, wrapped) = wire.find(search, from: start(of: search, step), step) else {
      self.search?.hit = nil
      hint = .notOnWire(name)
      return
    }
    self.search?.hit = hit
    if let number = wire.number(of: hit.block), filter.map({ !isShown(number, $0) }) ?? false {
      filter = nil
    }
    selection = .block(hit.block)
    show(hit.block)
    let place = Phrase.found(name, at: hit.span.range.lowerBound)
    let around = step == .forward ? Phrase.wrappedToBeginning : .wrappedToEnd
    hint = wrapped ? place + around : place
  }

  private func isShown(_ number: Int, _ filter: WireFilter) -> Bool {
    wire.blocks[number].map(filter.shows) ?? false
  }

  /// Where a search goes on: behind the last hit, else at the first block in view.
  private func start(of search: Search, _ step: PaneIntent.Step) -> (number: Int, offset: Int) {
    if let hit = search.hit, let number = wire.number(of: hit.block),
      let block = wire.blocks[number]
    {
      return (number, hit.span.range.lowerBound - block.range.lowerBound)
    }
    if case .block(let id) = selection, let number = wire.number(of: id) { return (number, -1) }
    let top = wirePane.flatMap { wireView.top(in: $0.list, height: $0.area.height) }
    return (top ?? wire.blocks.numbers.lowerBound, step == .forward ? -1 : .max)
  }
}
