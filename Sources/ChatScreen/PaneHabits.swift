import ChatWire

extension Model {
  /// Does what a key or a command asks of the panes.
  mutating func carryOut(_ intent: PaneIntent) -> [Effect] {
    switch intent {
    case .pause: pause()
    case .block(let step): pickBlock(step)
    case .line(let step): pickLine(step)
    case .unselect:
      // A key wrote that on an empty line.
      if ["/search ", "/find "].contains(where: composer.text.hasPrefix) {
        composer.clear()
        giveKeysBack()
        break
      }
      guard selection != nil || search != nil || lookup != nil else { break }
      (selection, search, lookup) = (nil, nil, nil)
      conversationView.follow()
      wireView.follow()
    case .find(let pattern?):
      search = Search(pattern: pattern)
      find(.forward)
      giveKeysBack()
    case .find(nil):
      guard composer.isEmpty else {
        hint = .findNeedsEmptyLine
        break
      }
      findsForWire = focus == .wire
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

  private mutating func giveKeysBack() {
    if findsForWire, layout.wire != nil { focus = .wire }
    findsForWire = false
  }

  /// The wire pane as it is now; nil where there is no room for it.
  var wirePane: WirePane? {
    layout.wire.map { WirePane(model: self, area: $0, light: Light(of: self)) }
  }

  private mutating func open(_ kind: Page.Kind?) {
    page = kind.map { Page($0) }
    if kind == nil { hint = .noBytesHere }
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
    guard let pane = wirePane else { return noRoom() }
    guard wireView.follows else { return wireView.follow() }
    pausedEconomy = pane.economy
    wireView.pause(in: pane.list)
  }

  mutating func noRoom() { hint = .noRoomForWire }

  private mutating func change(filter new: WireFilter?) {
    filter = new
    wireView.follow()
    hint = new.map { .onlyShown($0) } ?? .allIsShown
  }

  private mutating func change(zoom pane: Pane) {
    guard Layout(size).wire != nil else { return noRoom() }
    zoom = zoom == pane ? nil : pane
    if zoom != nil { focus = pane }
    conversationView.follow()
    wireView.follow()
    if case .block(let id) = selection { show(id) }
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
