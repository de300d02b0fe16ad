package import ChatWire

/// A capture that is shown again, step by step; nothing is sent.
package struct Replay: Sendable {
  /// One call, and what was told with it.
  package struct Step: Sendable {
    package var messages: [Message]
    /// nil before the first call.
    package let at: Microseconds?

    package init(_ messages: [Message], at: Microseconds?) {
      self.messages = messages
      self.at = at
    }
  }

  /// The keys that play and step on an empty line, of those that could begin one.
  static let keys: Set<Key> = [.character("a"), .character(" ")]

  package let name: String
  package let steps: [Step]
  /// How many steps are shown.
  package internal(set) var position = 0
  /// Whether it goes on by itself.
  package internal(set) var isPlaying = false

  package init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }

  /// Microseconds from the step that is shown to the next; nil at the end.
  var pause: Microseconds? {
    guard position < steps.count else { return nil }
    guard position > 0, let then = steps[position - 1].at, let next = steps[position].at else {
      return 0
    }
    return next > then ? next - then : 0
  }
}

extension Model {
  /// A model that shows a capture, from its beginning.
  package init(size: Size, replay: Replay) {
    self.init(
      size: size, endpoint: Endpoint(framing: .length, host: replay.name, port: 0), nick: "")
    state = .closed
    self.replay = replay
  }

  /// Takes a key press while a capture is shown: its own keys on an empty line, and all others that send nothing.
  mutating func pressInReplay(_ key: Key) -> [Effect] {
    if page == nil, composer.isEmpty, let effects = move(by: key) { return effects }
    let wanted = press(key)
    let effects = wanted.filter(\.isForScreen)
    if effects.count < wanted.count { hint = .replaySendsNothing }
    return effects
  }

  /// Goes on by itself, if nobody has moved since.
  mutating func playOn(from position: Int) -> [Effect] {
    guard let replay, replay.isPlaying, replay.position == position else { return [] }
    show(position + 1)
    return play()
  }

  /// What a key of the replay does, nil for one that is none.
  private mutating func move(by key: Key) -> [Effect]? {
    guard let replay, !wireHasKeys || key == .left || key == .right else { return nil }
    if key == .character("a"), !replay.isPlaying {
      self.replay?.isPlaying = true
      hint = nil
      return play()
    }
    switch key {
    case .character("a"): break
    case .right, .character(" "): show(replay.position + 1)
    case .left: show(replay.position - 1)
    case .home: show(0)
    case .end: show(replay.steps.count)
    default: return nil
    }
    self.replay?.isPlaying = false
    hint = nil
    return []
  }

  /// Asks for the next step in its time; at the end nothing plays.
  private mutating func play() -> [Effect] {
    guard let replay, let pause = replay.pause else {
      self.replay?.isPlaying = false
      return []
    }
    return [.playOn(from: replay.position, after: pause)]
  }

  /// The model before the first step, looked at in the same way.
  private func begun(_ replay: Replay) -> Model {
    var model = Model(size: size, replay: replay)
    model.language = language
    (model.appearance, model.startup) = (appearance, startup)
    (model.composer, model.preferences) = (composer, preferences)
    (model.focus, model.zoom) = (focus, zoom)
    (model.filter, model.times, model.midnight) = (filter, times, midnight)
    return model
  }

  /// Shows as many steps; to go back, all before them anew.
  private mutating func show(_ wanted: Int) {
    guard let replay else { return }
    let position = min(max(0, wanted), replay.steps.count)
    var first = replay.position
    if position < first {
      first = 0
      self = begun(replay)
    }
    for step in replay.steps[first..<position] {
      for message in step.messages { _ = update(&self, message) }
    }
    self.replay?.position = position
  }
}

extension Effect {
  /// Whether it needs no connection.
  fileprivate var isForScreen: Bool {
    switch self {
    case .quit, .redraw, .suspend, .bell, .copy, .playOn, .mouse, .save: true
    default: false
    }
  }
}
