import ChatWire

// What the mouse does.
extension Model {
  /// Rows that one step of the wheel scrolls.
  private static let wheel = 3

  mutating func point(_ mouse: Mouse) {
    guard appearance.hasMouse else { return }
    let layout = layout
    if let pane = PagePane(model: self) { return scroll(pane, mouse.kind) }
    let pane = layout.pane(atRow: mouse.row, column: mouse.column)
    switch mouse.kind {
    case .wheelUp: pane.map { scroll($0, by: -Model.wheel) }
    case .wheelDown: pane.map { scroll($0, by: Model.wheel) }
    case .press:
      isDragging = layout.isDivider(row: mouse.row, column: mouse.column)
      guard !isDragging, let pane else { break }
      hint = nil
      pick(row: mouse.row, in: pane)
    case .drag, .release:
      if isDragging {
        keepingTop { $0.appearance.share = layout.share(row: mouse.row, column: mouse.column) }
      }
      isDragging = isDragging && mouse.kind == .drag
    }
  }

  private mutating func scroll(_ page: PagePane, _ kind: Mouse.Kind) {
    let top = page.top
    switch kind {
    case .wheelUp: self.page?.top = max(0, top - Model.wheel)
    case .wheelDown: self.page?.top = min(page.lastTop, top + Model.wheel)
    case .press, .release, .drag: break
    }
  }

  mutating func scroll(_ pane: Pane, by rows: Int) {
    switch pane {
    case .wire:
      pausedEconomy = .nothing
      guard let pane = wirePane else { return }
      wireView.scroll(by: rows, in: pane.list, height: pane.area.height)
    case .conversation:
      let area = layout.conversation
      let list = ConversationPane(model: self, area: area).list
      if rows < 0 { leaveEnd() }
      conversationView.scroll(by: rows, in: list, height: area.height)
    }
  }

  /// Picks the line or the block in a row of the screen; a second press on it lets it go.
  private mutating func pick(row: Int, in pane: Pane) {
    switch pane {
    case .wire:
      guard let pane = wirePane, pane.area.rows.contains(row) else { return }
      let number = wireView.number(
        inRow: row - pane.area.rows.lowerBound, of: pane.list, height: pane.area.height)
      guard let number, let block = wire.blocks[number], block.kind != .opened else { return }
      choose(.block(block.id))
      if selection != nil { show(block.id) }
    case .conversation:
      let area = layout.conversation
      let list = ConversationPane(model: self, area: area).list
      let number = conversationView.number(
        inRow: row - area.rows.lowerBound, of: list, height: area.height)
      guard let number, let span = conversation[number]?.span else { return }
      choose(.line(number))
      if selection != nil { showBlock(of: span) }
    }
  }

  private mutating func choose(_ other: Selection) {
    selection = selection == other ? nil : other
  }
}
