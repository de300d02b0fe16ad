import ChatWire

/// Changes the model by one message.
///
/// It is the only writer.
///
/// - Returns: what is to be done, in order.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  let effects = take(message, &model)
  for case .knob(let knobs, .here) in effects { model.wire.set(knobs, at: .here) }
  return effects
}

private func take(_ message: Message, _ model: inout Model) -> [Effect] {
  switch message {
  case .key(let key):
    return model.keepingTop { $0.replay == nil ? $0.press(key) : $0.pressInReplay(key) }
  case .resized(let size):
    model.keepingTop { $0.size = size }
    return []
  case .input(let line):
    guard model.state == .joined else {
      model.pending.append(line)
      return []
    }
    return model.send(line)
  case .link(let link): return model.follow(link)
  case .midnight(let midnight):
    model.midnight = midnight
    return []
  case .heard(let heard, let time, let bytes):
    return model.hear(heard, at: time, in: bytes)
  case .settings(let settings): return model.start(with: settings)
  case .mouse(let isOn):
    model.appearance.hasMouse = isOn
    if !isOn { model.hint = .noMouse }
    return []
  case .shown(let line):
    model.say(.lesson(line))
    return []
  case .entered(let line): return model.enter(line)
  case .lesson(let prompt):
    model.lesson = prompt
    return []
  case .wire(let entry):
    model.wire.set(model.sending)
    model.lag.take(entry)
    if let number = model.wire.add(entry) {
      let block = model.wire.blocks[number]
      model.wireView.arrived(at: number, bytes: block?.bytes.count ?? 0)
    }
    return []
  case .capture(let file):
    model.capture = file
    return []
  case .playOn(let position): return model.playOn(from: position)
  }
}

extension Model {
  /// Adds a line of the client itself.
  mutating func say(_ kind: Utterance.Kind, at time: WallTime? = nil) {
    var utterance = Utterance(kind, at: time)
    utterance.own = nick
    conversation.append(utterance)
    if logged != nil {
      let room = rooms.isLobby ? nil : room
      logged? += [LogLine(utterance, nick: nick, room: room, language)].compactMap { $0 }
    }
    if isShown(utterance) { conversationView.arrived(at: conversation.numbers.upperBound - 1) }
  }

  /// Says once that we are back, if we were gone.
  mutating func sayBack() {
    if reason != nil { say(.notice(.back(at: endpoint))) }
    reason = nil
  }

  /// Sends a line as it is, unless it is empty or too long.
  fileprivate mutating func send(_ line: String) -> [Effect] {
    if line.isEmpty { return [] }
    if let sentence = excess(of: line) {
      say(.trouble(.notSent(sentence)))
      return []
    }
    return sendingOut(.send(line))
  }

  /// The sentence for a message that the framing does not take, nil for one that it does.
  func excess(of text: String) -> Phrase? {
    let size = text.utf8.count
    return size > endpoint.framing.limit ? .tooLong(size, endpoint.framing) : nil
  }

  fileprivate mutating func follow(_ link: Link) -> [Effect] {
    switch link {
    case .connecting(let endpoint):
      move(to: endpoint)
      state = .connecting
    case .joined(let endpoint, let nick, let foreign):
      move(to: endpoint)
      self.nick = nick
      isForeign = foreign
      state = .joined
      if hint == .notSent(.noConnectionTextKept) { hint = nil }
      sayBack()
      if let framing, framing != endpoint.framing {
        say(.notice(.changed(to: endpoint, knobsReset: hasTurned)))
      }
      (framing, hasTurned) = (endpoint.framing, false)
      var effects: [Effect] = []
      if foreign || endpoint.framing == .raw {
        effects = releaseAll()
        rooms.loseNumbers()
      }
      if !hasRooms { visit(0) }
      if foreign { say(.notice(.plainLinesOnly)) }
      let lines = pending
      pending = []
      return effects + lines.flatMap { send($0) }
    case .waiting(let endpoint, let seconds, let reason):
      move(to: endpoint)
      state = .waiting(seconds: seconds)
      if self.reason != reason { say(.trouble(reason)) }
      self.reason = reason
      rooms.cutOff()
    case .observed(let observed):
      self.observed = observed
      wire.set(observed.knobs, at: .there)
      if state == .joined { nick = observed.nick }
    case .turned(let knobs): own = knobs
    case .closed(let reason):
      state = .closed
      let kept = releaseAll()
      rooms.cutOff()
      if !reason.isEmpty {
        say(.trouble(reason))
        self.reason = reason
      }
      return kept
    }
    return []
  }

  private mutating func move(to endpoint: Endpoint) {
    if endpoint != self.endpoint || state == .joined { observed = nil }
    self.endpoint = endpoint
  }
}
