import ChatWire

// The commands that change how bytes travel: knobs of both ends, and how our own messages become writes.
extension ClientCommand {
  package static let wire: [Entry] = [
    Entry("/late MS [here]", "the server waits 0 to 5000 ms before each read; here: we do") {
      knob($0, at: [.there]) { number($0, in: Knobs.lateRange).map { Knobs(late: $0) } }
    },
    Entry("/rbuf BYTES [here]", "one read of the server takes 1 to 65536 bytes; here: ours") {
      knob($0, at: [.there]) { number($0, in: Knobs.readSizeRange).map { Knobs(readSize: $0) } }
    },
    Entry("/nagle on|off [here|there]", "Nagle's algorithm, at both ends or one") {
      knob($0, at: [.here, .there]) { isOn($0).map { Knobs(noDelay: !$0) } }
    },
    Entry("/quickack on|off [here]", "the server acknowledges at once; here: we do") {
      knob($0, at: [.there]) { isOn($0).map { Knobs(quickAck: $0) } }
    },
    Entry("/slice BYTES [MS]|off", "each message in writes of 1 to 65536 bytes, 0 to 5000 ms apart")
    {
      slice($0)
    },
    Entry("/split-header on|off", "length header and body in two writes") {
      isOn($0).map { .sending(.splitHeader($0)) }
    },
    Entry("/cork on|off", "full segments only (TCP_CORK; the kernel waits 200 ms at most)") {
      isOn($0).map { .sending(.cork($0)) }
    },
    Entry("/gap MS", "0 to 5000 ms between the writes of a burst") {
      number($0, in: Sending.pauseRange).map { .sending(.gap($0)) }
    },
    Entry("/flip N|off", "flip wire byte N, 0 to 65539, of the next message, header included") {
      damage($0) { .flip($0) }
    },
    Entry("/drop N|off", "leave wire byte N, 0 to 65539, out of the next message") {
      damage($0) { .drop($0) }
    },
    Entry("/race N TEXT", "a burst of 1 to 1000 over length, raw and udp at once, in one table") {
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
