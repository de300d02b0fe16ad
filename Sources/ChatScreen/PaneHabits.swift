import ChatWire

extension Model {
  /// Does what a key or a command asks of the panes.
  mutating func carryOut(_ intent: PaneIntent) -> [Effect] {
    switch intent {
    case .pause: pause()
    case .block(let step): pickBlock(step)
    case .line(let step): pickLine(step)
    case .unselect:
      guard selection != nil || search != nil else { break }
      (selection, search) = (nil, nil)
      conversationView.follow()
      wireView.follow()
    case .find(let pattern?):
      search = Search(pattern: pattern)
      find(.forward)
    case .find(nil):
      guard composer.isEmpty else {
        hint = "/find needs an empty line: send the text first, or ^U"
        break
      }
      focus = .conversation
      for character in "/find " { composer.insert(character) }
    case .again(let step): find(step)
    case .filter(let wanted): change(filter: wanted ?? WireFilter.after(filter))
    case .unfiltered: change(filter: nil)
    case .time(let mode):
      times = mode ?? TimeMode.after(times)
      hint = times.sentence
    case .zoom(let pane): change(zoom: pane ?? focus)
    case .decode(let request): open(excerpt(for: request).map { .decode($0, fixed: request.fixed) })
    case .layers: open(layerSubject.map { .layers($0) })
    case .copy(let format, let file): return copy(format, file)
    }
    return []
  }

  /// The wire pane as it is now; nil where there is no room for it.
  var wirePane: WirePane? {
    layout.wire.map { WirePane(model: self, area: $0, light: Light(of: self)) }
  }

  private mutating func open(_ kind: Page.Kind?) {
    page = kind.map { Page($0) }
    if kind == nil { hint = "no bytes of this connection are there" }
  }

  private func excerpt(for request: DecodeRequest) -> Excerpt? {
    var direction = request.direction
    switch selection {
    case .block(let id) where direction == nil && request.last == nil:
      return wire.number(of: id).flatMap { wire.blocks[$0] }.flatMap { wire.excerpt(of: $0) }
    case .line: direction = direction ?? .incoming
    default: break
    }
    return wire.excerpt(direction ?? .outgoing, last: request.last)
  }

  private mutating func pause() {
    guard let list = wirePane?.list else { return noRoom() }
    if wireView.follows { wireView.pause(in: list) } else { wireView.follow() }
  }

  mutating func noRoom() { hint = "no room for the wire pane on this screen" }

  private mutating func change(filter new: WireFilter?) {
    filter = new
    wireView.follow()
    hint = new.map { "only \($0.rawValue) is shown; /filter off shows all" } ?? "all is shown"
  }

  private mutating func change(zoom pane: Pane) {
    guard Layout(size).wire != nil else { return noRoom() }
    zoom = zoom == pane ? nil : pane
    if zoom != nil { focus = pane }
    conversationView.follow()
    wireView.follow()
    if case .block(let id) = selection { show(id) }
  }

  /// Picks the next block that the filter lets through; the first one picked is the newest in view.
  private mutating func pickBlock(_ step: PaneIntent.Step) {
    let numbers = wire.blocks.numbers
    var number = wireView.bottom(of: numbers) + (step == .back ? 1 : 0)
    if case .block(let id) = selection, let picked = wire.number(of: id) { number = picked }
    let way = step == .back ? -1 : 1
    repeat { number += way } while numbers.contains(number) && !isShown(number)
    guard numbers.contains(number), let block = wire.blocks[number] else {
      hint = step == .back ? "no block above" : "no block below"
      return
    }
    selection = .block(block.id)
    show(block.id)
  }

  private func isShown(_ number: Int) -> Bool {
    guard let block = wire.blocks[number], block.kind != .opened else { return false }
    return filter?.shows(block) ?? true
  }

  /// Brings a block into view, and the lines of the conversation that its bytes said.
  private mutating func show(_ id: Block.ID) {
    guard let number = wire.number(of: id) else { return }
    if let pane = wirePane {
      wireView.reveal(number, in: pane.list, height: pane.area.height)
    }
    if let line = Light(of: self).lines.max() { showLine(line) }
  }

  /// Picks the next line that came over the wire.
  private mutating func pickLine(_ step: PaneIntent.Step) {
    let numbers = conversation.numbers
    var number = conversationView.bottom(of: numbers) + (step == .back ? 1 : 0)
    if case .line(let picked) = selection { number = picked }
    let way = step == .back ? -1 : 1
    repeat { number += way } while numbers.contains(number) && conversation[number]?.span == nil
    guard numbers.contains(number), let span = conversation[number]?.span else {
      hint = step == .back ? "no line above came over the wire" : "no line below"
      return
    }
    selection = .line(number)
    showLine(number)
    showBlock(of: span)
  }

  private mutating func showLine(_ number: Int) {
    let area = layout.conversation
    let list = ConversationPane(model: self, area: area, light: Light(of: self)).list
    conversationView.reveal(number, in: list, height: area.height)
  }

  private mutating func showBlock(of span: WireSpan) {
    let index = wire.blocks.items.lastIndex { !$0.bytes.isEmpty && $0.span?.overlap(span) != nil }
    guard let index, let pane = wirePane else {
      if wirePane != nil { hint = "its bytes fell off" }
      return
    }
    let number = wire.blocks.numbers.lowerBound + index
    wireView.reveal(number, in: pane.list, height: pane.area.height)
  }

  private mutating func find(_ step: PaneIntent.Step) {
    guard let search else {
      hint = "nothing is looked for: /find TEXT, /find hex 05 00"
      return
    }
    let name = VisibleText.row(search.pattern.text)
    guard let (hit, wrapped) = wire.find(search, from: start(of: search, step), step) else {
      self.search?.hit = nil
      hint = "\(name) is not on the wire"
      return
    }
    self.search?.hit = hit
    if let number = wire.number(of: hit.block), filter.map({ !isShown(number, $0) }) ?? false {
      filter = nil
    }
    selection = .block(hit.block)
    show(hit.block)
    let place = "\(name) at byte \(Number.grouped(hit.span.range.lowerBound))"
    let around = step == .forward ? " · wrapped to the beginning" : " · wrapped to the end"
    hint = place + (wrapped ? around : "")
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

  private mutating func copy(_ format: CopyFormat, _ file: String?) -> [Effect] {
    guard let (bytes, name) = picked else {
      hint = selection == nil ? "nothing to copy" : "its bytes fell off"
      return []
    }
    let words = name.split(separator: " ").joined(separator: "_")
    let what = "\(name) as \(format.rawValue), \(Number.grouped(bytes.count)) B"
    if file == nil { hint = "copied to the terminal's clipboard (OSC 52): \(what)" }
    return [.copy(format.write(bytes, name: words), file: file, what: what)]
  }

  /// The bytes of what is picked, the newest block with bytes if nothing is, and what they are called.
  private var picked: (bytes: [UInt8], name: String)? {
    switch selection {
    case .line(let number):
      guard let span = conversation[number]?.span else { return nil }
      return wire.bytes(of: span).map { ($0, "message at \(span.range.lowerBound)") }
    case .block(let id):
      guard let number = wire.number(of: id), let block = wire.blocks[number] else { return nil }
      return bytes(of: block)
    case nil:
      return wire.blocks.items.last { !$0.bytes.isEmpty }.flatMap { bytes(of: $0) }
    }
  }

  private func bytes(of block: Block) -> (bytes: [UInt8], name: String)? {
    guard let span = block.span, !span.range.isEmpty else { return nil }
    let name =
      switch block.kind {
      case .write: "write"
      case .read: "read"
      case .peerRead: "server read"
      case .opened: ""
      }
    return wire.bytes(of: span).map { ($0, "\(name) \(block.number)") }
  }
}

extension WireFilter {
  /// The filter that the key goes on to: through all of them, then none.
  fileprivate static func after(_ filter: WireFilter?) -> WireFilter? {
    guard let filter, let place = allCases.firstIndex(of: filter) else { return allCases.first }
    return allCases.dropFirst(place + 1).first
  }
}

extension TimeMode {
  fileprivate static func after(_ mode: TimeMode) -> TimeMode {
    allCases.drop { $0 != mode }.dropFirst().first ?? .delta
  }
}
