import ChatWire

extension Model {
  /// Takes one key press.
  mutating func press(_ key: Key) -> [Effect] {
    if key == .focused || key == .unfocused { return look(away: key == .unfocused) }
    if case .mouse(let mouse) = key {
      point(mouse)
      return []
    }
    hint = nil
    pressed = key
    let armed = quitsOnInterrupt
    quitsOnInterrupt = false
    if case .paste = key {
      // It is for the composer, whoever has the keys.
      (page, focus) = (nil, .conversation)
    }
    if let page = PagePane(model: self) {
      guard writes(key) else { return press(key, on: page) }
      self.page = nil
    }
    if composer.search == nil, let command = keys[key] { return give(command) }
    if wireHasKeys { return pressInWire(key, armed: armed) }
    return pressInComposer(key, armed: armed)
  }

  /// In the wire pane letters do something; what they don't, is said.
  private mutating func pressInWire(_ key: Key, armed: Bool) -> [Effect] {
    guard let intent = WireKeys.intent(of: key) else {
      if case .character = key {
        hint = .wireHasKeys
      }
      return []
    }
    return intent == .interrupt ? interrupt(armed: armed) : carryOut(intent)
  }

  /// Whether a key pressed on a page is the first of a line: whoever types wants all of it in the composer.
  private func writes(_ key: Key) -> Bool {
    guard case .character = key, !isInWire else { return false }
    return replay == nil || !composer.isEmpty || !Replay.keys.contains(key)
  }

  /// On a page keys scroll as far as there is more, any other closes it.
  private mutating func press(_ key: Key, on page: PagePane) -> [Effect] {
    if key == .control("l") { return [.redraw] }
    guard let top = page.top(after: key) else {
      self.page = nil
      return []
    }
    self.page?.top = top
    return []
  }

  /// Does what a key or a command asks for.
  mutating func carryOut(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit: return submit()
    case .edit(let edit): composer.edit(edit)
    case .help: page = Page(.help)
    case .explain(let name): explain(name)
    case .reconnect: return reconnect()
    case .framing(let framing): return change(to: framing ?? endpoint.framing.next)
    case .focus: changeFocus()
    case .scroll(let pages): scroll(pages)
    case .scrollRows(let rows): scroll(rows: rows)
    case .follow: follow(focus)
    case .chat(let intent): carryOut(intent)
    case .screen(let intent): return carryOut(intent)
    case .room(let intent): return carryOut(intent)
    case .complete(let step): complete(step)
    case .searchLines: composer.startSearch()
    case .next: return goOn()
    case .tape(let direction): tapeDirection = direction ?? tapeDirection.other
    case .zoomTape(let zoom): tapeZoom = zoom.applied(to: tapeZoom)
    case .clear: clear()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return interrupt(armed: false)
    case .endOfInput:
      if composer.isEmpty { return quit() }
      composer.edit(.delete)
    case .quit(let reason): return quit(reason: reason)
    case .burst(let count, let text):
      wire.mark()
      return sendingOut(.burst(count: count, text: addressed(text)))
    case .knob(let knobs, let ends): return turn(knobs, at: ends)
    case .sending(let change): return self.change(change)
    case .race(let count, let text): return race(count, text)
    case .capture(let file): return [.capture(file)]
    case .command(let line):
      if case .history = Command(line) { rooms.place.catchUp.asked() }
      return sendingOut(.send(addressed(line)))
    case .pane(let intent): return carryOut(intent)
    }
    return []
  }

  /// Enter: what cannot be done stays in the composer, with a word why.
  mutating func submit() -> [Effect] {
    let line = composer.text
    defer { findsForWire = false }
    if let effects = answer(line) { return effects }
    guard !line.isEmpty else { return [] }
    switch ClientCommand.read(line) {
    case .text:
      let text = isForeign && line.utf8.first == UInt8(ascii: "/") ? String(line.dropFirst()) : line
      let messages = messages(in: text).map { addressed($0) }
      guard messages.allSatisfy({ maySend($0) }) else { return [] }
      composer.sent()
      quitIsAsked = false
      return messages.flatMap { sendingOut(.send($0)) }
    case .wrong(let sentence):
      say(.trouble(sentence))
      composer.sent()
      return []
    case .intent(let intent):
      guard isOneLine(line), mayCarryOut(intent, line) else { return [] }
      composer.sent()
      return carryOut(intent)
    }
  }

  /// Whether a command can be done now; if not, the hint says why.
  mutating func mayCarryOut(_ intent: Intent, _ line: String) -> Bool {
    switch intent {
    case .burst(_, let text): return mayDoInTalk(text) && maySend(addressed(text))
    case .room(let intent): return mayDo(intent)
    case .command(let command):
      guard isForeign else { return mayDoInTalk(command) && maySend(addressed(command)) }
      hint = .foreignSays(line)
      return false
    case .race(_, let text): return mayRace(text)
    default: return true
    }
  }

  /// Whether text can go out now; if not, the hint says why.
  mutating func maySend(_ text: String) -> Bool {
    if state != .joined {
      hint = .notSent(state == .closed ? .closedTextKept : .noConnectionTextKept)
    } else if !rooms.isLobby, !hasRooms {
      hint = .noRooms
    } else if let sentence = excess(of: text) {
      hint = .notSent(sentence)
    } else if let sentence = impossible(in: text) {
      hint = .notSent(sentence)
    }
    return hint == nil
  }

  /// Whether a text fits in a datagram of the race, the smallest of its messages.
  private mutating func mayRace(_ text: String) -> Bool {
    let size = Command.ping(text).text.utf8.count
    if state != .joined {
      hint = .noRace(.noConnection)
    } else if size > Framing.udp.limit {
      hint = .noRace(.tooLongForRace(size))
    }
    return hint == nil
  }

  private mutating func change(to framing: Framing) -> [Effect] {
    guard framing != endpoint.framing else {
      hint = .framingAlready(framing)
      return []
    }
    return [.framing(framing)]
  }

  private mutating func reconnect() -> [Effect] {
    switch state {
    case .waiting, .closed: return [.reconnect]
    case .connecting, .joined:
      hint = .connectedAlready(state == .joined ? .connected : .connecting)
      return []
    }
  }

  private mutating func explain(_ name: String) {
    guard let entry = ClientCommand.entry(named: name) else {
      return say(.trouble(.noCommand(VisibleText.row(name))))
    }
    say(.notice(.explained(entry.usage, entry.help)))
  }

  private mutating func clear() {
    conversation.removeAll()
    (lookup, unread, selection) = (nil, nil, nil)
    wire.clear()
    conversationView.follow()
    wireView.follow()
  }

  private mutating func follow(_ pane: Pane) {
    switch pane {
    case .conversation: conversationView.follow()
    case .wire: wireView.follow()
    }
  }

  /// Scrolls the focused pane; where there is no room for the wire, always the conversation.
  private mutating func scroll(_ pages: Int) {
    let layout = layout
    if let area = layout.wire, focus == .wire || layout.conversation.height == 0 {
      pausedEconomy = .nothing
      let pane = WirePane(model: self, area: area)
      let height = pane.area.height
      wireView.scroll(by: pages * max(1, height - 1), in: pane.list, height: height)
    } else {
      let area = layout.conversation
      let list = ConversationPane(model: self, area: area).list
      leaveEnd()
      conversationView.scroll(by: pages * max(1, area.height - 1), in: list, height: area.height)
    }
  }

  private mutating func scroll(rows: Int) {
    let layout = layout
    let isWire = layout.wire != nil && (focus == .wire || layout.conversation.height == 0)
    scroll(isWire ? .wire : .conversation, by: rows)
  }

  private mutating func changeFocus() {
    guard Layout(size).wire != nil || focus == .wire else { return noRoom() }
    focus = focus == .wire ? .conversation : .wire
    if zoom != nil { zoom = focus }
  }
}

extension Framing {
  /// The framing that F2 changes to.
  fileprivate var next: Framing {
    let all = Framing.allCases
    let place = all.firstIndex(of: self).map { all.index(after: $0) } ?? all.startIndex
    return place < all.endIndex ? all[place] : self == .length ? .raw : .length
  }
}
