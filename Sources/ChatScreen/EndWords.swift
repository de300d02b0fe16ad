import ChatWire

/// What the status line says of the two ends of our connection, and of how messages go out.
struct EndWords {
  let model: Model

  /// Both ends, whatever their knobs are at, and how messages go out.
  var full: [Phrase] {
    guard isTCP else { return turned(first: turnedCount) }
    let here = Phrase.here(words(at: model.own))
    guard model.state == .joined else { return [here] + sending }
    if let observed = model.observed, isAlike(observed) {
      return [.both(words(at: model.own)), .there(.readSize(observed.readSize))] + sending
    }
    let there = model.observed.map { Phrase.there(words(at: Knobs($0), readSize: $0.readSize)) }
    return [there ?? .there(.unknown), here] + sending
  }

  /// How many knobs are turned, those for how messages go out among them.
  var turnedCount: Int { turned.reduce(0) { $0 + $1.count } }

  /// The first of the knobs that are turned, and `…` for those that are left out.
  func turned(first count: Int) -> [Phrase] {
    var result: [Phrase] = []
    var rest = count
    for (words, label) in zip(turned, [Phrase.there, Phrase.here]) where !words.isEmpty {
      guard rest > 0 else { return result + [.ellipsis] }
      let some = words.prefix(rest)
      let isCut = some.count < words.count
      result.append(label(.joined(some + (isCut ? [.ellipsis] : []), by: .space)))
      if isCut { return result }
      rest -= some.count
    }
    let some = sending.prefix(rest)
    return result + some + (some.count < sending.count ? [.ellipsis] : [])
  }

  /// What departs from the default: there, here, and in how messages go out.
  private var turned: [[Phrase]] {
    guard isTCP else { return [[], [], sending] }
    guard model.state == .joined else { return [[], departures(model.own), sending] }
    let there = model.observed.map { observed in
      var knobs = Knobs(observed)
      if observed.readSize != Knobs.readSizeRange.upperBound { knobs.readSize = observed.readSize }
      return departures(knobs)
    }
    return [there ?? [], departures(model.own), sending]
  }

  /// How messages go out, as far as that is not one write each.
  private var sending: [Phrase] {
    let sending = model.sending
    var words: [Phrase] = []
    if sending.gap > 0 { words.append(.gap(sending.gap)) }
    if let slice = sending.slice {
      words.append(.slice(slice.bytes, pause: slice.pause))
    }
    if sending.splitHeader { words.append(.splitHeader) }
    if sending.cork { words.append(.cork) }
    switch sending.damage {
    case .flip(let place): words.append(.flipsNext(place))
    case .drop(let place): words.append(.dropsNext(place))
    case nil: break
    }
    return words
  }

  private var isTCP: Bool { model.endpoint.framing != .udp }

  /// Whether all knobs of both ends are at the same, and our read size at the default.
  private func isAlike(_ observed: Observed) -> Bool {
    let own = model.own
    return own.readSize == nil && own.late ?? 0 == observed.late
      && own.noDelay ?? true == observed.noDelay && own.quickAck ?? true == observed.quickAck
  }

  private func words(at knobs: Knobs, readSize: Int? = nil) -> Phrase {
    var words = [Phrase.late(knobs.late ?? 0)]
    if let readSize = readSize ?? knobs.readSize { words.append(.readSize(readSize)) }
    words.append(knobs.noDelay ?? true ? .nagleOff : .nagleOn)
    if knobs.quickAck == false { words.append(.quickAckOff) }
    return .joined(words, by: .space)
  }

  /// The default is late 0, Nagle off (NIO sets TCP_NODELAY) and quick acknowledgements.
  private func departures(_ knobs: Knobs) -> [Phrase] {
    var words: [Phrase] = []
    if let late = knobs.late, late > 0 { words.append(.late(late)) }
    if let readSize = knobs.readSize { words.append(.readSize(readSize)) }
    if knobs.noDelay == false { words.append(.nagleOn) }
    if knobs.quickAck == false { words.append(.quickAckOff) }
    return words
  }
}

extension Knobs {
  /// All knobs of the server's end but the read size.
  fileprivate init(_ observed: Observed) {
    self.init(late: observed.late, noDelay: observed.noDelay, quickAck: observed.quickAck)
  }
}
