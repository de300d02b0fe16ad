import ChatWire

// What is picked in one pane, and brought into view in both.
extension Model {
  /// Picks the next block that the filter lets through; the first one picked is the newest in view.
  mutating func pickBlock(_ step: PaneIntent.Step) {
    let numbers = wire.blocks.numbers
    var number = wireView.bottom(of: numbers) + (step == .back ? 1 : 0)
    if case .block(let id) = selection, let picked = wire.number(of: id) { number = picked }
    let way = step == .back ? -1 : 1
    repeat { number += way } while numbers.contains(number) && !isShown(number)
    guard numbers.contains(number), let block = wire.blocks[number] else {
      hint = step == .back ? .noBlockAbove : .noBlockBelow
      return
    }
    selection = .block(block.id)
    show(block.id)
  }

  func isShown(_ number: Int) -> Bool {
    guard let block = wire.blocks[number], block.kind != .opened else { return false }
    return filter?.shows(block) ?? true
  }

  /// Brings a block into view, and the lines of the conversation that its bytes said.
  mutating func show(_ id: Block.ID) {
    guard let number = wire.number(of: id) else { return }
    if let pane = wirePane {
      wireView.reveal(number, in: pane.list, height: pane.area.height, holds: true)
    }
    if let line = Light(of: self).lines.max() { showLine(line) }
  }

  /// Picks the next line that came over the wire.
  mutating func pickLine(_ step: PaneIntent.Step) {
    let numbers = conversation.numbers
    var number = conversationView.bottom(of: numbers) + (step == .back ? 1 : 0)
    if case .line(let picked) = selection { number = picked }
    let way = step == .back ? -1 : 1
    repeat { number += way } while numbers.contains(number) && conversation[number]?.span == nil
    guard numbers.contains(number), let span = conversation[number]?.span else {
      hint = step == .back ? .noWireLineAbove : .noWireLineBelow
      return
    }
    selection = .line(number)
    showLine(number)
    showBlock(of: span)
  }

  mutating func showLine(_ number: Int) {
    let area = layout.conversation
    let list = ConversationPane(model: self, area: area, light: Light(of: self)).list
    conversationView.reveal(number, in: list, height: area.height, holds: false)
  }

  mutating func showBlock(of span: WireSpan) {
    let index = wire.blocks.items.lastIndex { !$0.bytes.isEmpty && $0.span?.overlap(span) != nil }
    guard let index, let pane = wirePane else {
      if wirePane != nil { hint = .bytesFellOff }
      return
    }
    let number = wire.blocks.numbers.lowerBound + index
    wireView.reveal(number, in: pane.list, height: pane.area.height, holds: true)
  }
}
