import ChatWire

// The commands that change how bytes travel: knobs of both ends, and how our own messages become writes.
extension ClientCommand {
  package static let wire: [Entry] = [
    Entry("/late MS [here]", .commandLate) {
      knob($0, at: [.there]) { number($0, in: Knobs.lateRange).map { Knobs(late: $0) } }
    },
    Entry("/rbuf BYTES [here]", .commandRbuf) {
      knob($0, at: [.there]) { number($0, in: Knobs.readSizeRange).map { Knobs(readSize: $0) } }
    },
    Entry("/nagle on|off [here|there]", .commandNagle) {
      knob($0, at: [.here, .there]) { isOn($0).map { Knobs(noDelay: !$0) } }
    },
    Entry("/quickack on|off [here]", .commandQuickack) {
      knob($0, at: [.there]) { isOn($0).map { Knobs(quickAck: $0) } }
    },
    Entry("/slice BYTES [MS]|off", .commandSlice) {
      slice($0)
    },
    Entry("/split-header on|off", .commandSplitHeader) {
      isOn($0).map { .sending(.splitHeader($0)) }
    },
    Entry("/cork on|off", .commandCork) {
      isOn($0).map { .sending(.cork($0)) }
    },
    Entry("/gap MS", .commandGap) {
      number($0, in: Sending.pauseRange).map { .sending(.gap($0)) }
    },
    Entry("/flip N|off", .commandFlip) {
      damage($0) { .flip($0) }
    },
    Entry("/drop N|off", .commandDrop) {
      damage($0) { .drop($0) }
    },
    Entry("/race N TEXT", .commandRace) {
      let parts = $0.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let count = number(parts[0], in: RaceTable.counts) else { return nil }
      return .race(count: count, text: String(parts[1]))
    },
  ]

  /// A knob's position and perhaps an end, without which it is turned at `ends`.
  private static func knob(
    _ arguments: String, at ends: [End], _ knobs: (Substring) -> Knobs?
  ) -> Intent? {
    let words = arguments.split(separator: " ")
    guard let word = words.first, let knobs = knobs(word) else { return nil }
    switch words.dropFirst() {
    case []: return .knob(knobs, ends)
    case ["here"]: return .knob(knobs, [.here])
    case ["there"]: return .knob(knobs, [.there])
    default: return nil
    }
  }

  private static func slice(_ arguments: String) -> Intent? {
    let words = arguments.split(separator: " ")
    if words == ["off"] { return .sending(.slice(nil)) }
    guard (1...2).contains(words.count), let bytes = number(words[0], in: Sending.sliceRange) else {
      return nil
    }
    guard words.count == 2 else { return .sending(.slice(Sending.Slice(bytes: bytes, pause: 0))) }
    return number(words[1], in: Sending.pauseRange)
      .map { .sending(.slice(Sending.Slice(bytes: bytes, pause: $0))) }
  }

  private static func damage(
    _ argument: String, _ damage: (Int) -> Sending.Damage
  ) -> Intent? {
    if argument == "off" { return .sending(.damage(nil)) }
    return number(argument, in: Sending.damageRange).map { .sending(.damage(damage($0))) }
  }

  private static func number(_ word: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(word) else {
      return nil
    }
    return range.contains(value) ? value : nil
  }

  private static func isOn(_ word: some StringProtocol) -> Bool? {
    switch word {
    case "on": true
    case "off": false
    default: nil
    }
  }
}
