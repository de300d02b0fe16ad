import ChatWire

/// What the status line says of the two ends of our connection, and of how messages go out.
struct EndWords {
  let model: Model

  /// Both ends, whatever their knobs are at.
  var full: [Phrase] {
    guard isTCP else { return tiny }
    let there = model.observed.map { Phrase.there(words(at: Knobs($0), readSize: $0.readSize)) }
    guard model.state == .joined else { return here(words(at: model.own)) }
    if let observed = model.observed, isAlike(observed) {
      return [.both(words(at: model.own)), .there(.readSize(observed.readSize))]
    }
    return [there ?? .there(.unknown)] + here(words(at: model.own))
  }

  /// The server's read size, and what departs from the default.
  var short: [Phrase] {
    guard isTCP, model.state == .joined else { return tiny }
    return there + here(departures(model.own).isEmpty ? .unchanged : departures(model.own))
  }

  /// The same without an end that has nothing to tell.
  var tiny: [Phrase] {
    let own = departures(model.own)
    return there + (own.isEmpty ? [] : here(own))
  }

  /// Whether neither end's knobs depart from the default, and reads cut nothing.
  var areUsual: Bool {
    guard departures(model.own).isEmpty, let observed = model.observed else { return false }
    return departures(Knobs(observed)).isEmpty
      && observed.readSize == Knobs.readSizeRange.upperBound
  }

  /// How messages go out, as far as that is not one write each.
  var sending: [Phrase] {
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

  private var there: [Phrase] {
    guard let observed = model.observed else { return [] }
    var knobs = Knobs(observed)
    knobs.readSize = observed.readSize
    return [.there(departures(knobs))]
  }

  private func here(_ words: Phrase) -> [Phrase] { [.here(words)] }

  private func words(at knobs: Knobs, readSize: Int? = nil) -> Phrase {
    var words = [Phrase.late(knobs.late ?? 0)]
    if let readSize = readSize ?? knobs.readSize { words.append(.readSize(readSize)) }
    words.append(knobs.noDelay ?? true ? .nagleOff : .nagleOn)
    if knobs.quickAck == false { words.append(.quickAckOff) }
    return .joined(words, by: .space)
  }

  /// The default is late 0, Nagle off (NIO sets TCP_NODELAY) and quick acknowledgements.
  private func departures(_ knobs: Knobs) -> Phrase {
    var words: [Phrase] = []
    if let late = knobs.late, late > 0 { words.append(.late(late)) }
    if let readSize = knobs.readSize { words.append(.readSize(readSize)) }
    if knobs.noDelay == false { words.append(.nagleOn) }
    if knobs.quickAck == false { words.append(.quickAckOff) }
    return .joined(words, by: .space)
  }
}

extension Knobs {
  /// All knobs of the server's end but the read size.
  fileprivate init(_ observed: Observed) {
    self.init(late: observed.late, noDelay: observed.noDelay, quickAck: observed.quickAck)
  }
}
