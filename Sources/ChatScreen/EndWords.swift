import ChatWire

/// What the status line says of the two ends of our connection, and of how messages go out.
struct EndWords {
  let model: Model

  /// Both ends, whatever their knobs are at.
  var full: [String] {
    guard isTCP else { return tiny }
    let there = model.observed.map { "there: " + words(at: Knobs($0), readSize: $0.readSize) }
    guard model.state == .joined else { return here(words(at: model.own)) }
    if let observed = model.observed, isAlike(observed) {
      return ["both: \(words(at: model.own))", "there: read \(observed.readSize)"]
    }
    return [there ?? "there: ?"] + here(words(at: model.own))
  }

  /// The server's read size, and what departs from the default.
  var short: [String] {
    guard isTCP, model.state == .joined else { return tiny }
    return there + here(departures(model.own).isEmpty ? "default" : departures(model.own))
  }

  /// The same without an end that has nothing to tell.
  var tiny: [String] {
    let own = departures(model.own)
    return there + (own.isEmpty ? [] : here(own))
  }

  /// How messages go out, as far as that is not one write each.
  var sending: [String] {
    let sending = model.sending
    var words: [String] = []
    if sending.gap > 0 { words.append("gap \(Number.grouped(sending.gap)) ms") }
    if let slice = sending.slice {
      let pause = slice.pause > 0 ? "/\(Number.grouped(slice.pause)) ms" : ""
      words.append("slice \(slice.bytes)\(pause)")
    }
    if sending.splitHeader { words.append("split") }
    if sending.cork { words.append("cork") }
    switch sending.damage {
    case .flip(let place): words.append("flip \(place) next")
    case .drop(let place): words.append("drop \(place) next")
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

  private var there: [String] {
    guard let observed = model.observed else { return [] }
    var knobs = Knobs(observed)
    knobs.readSize = observed.readSize
    return ["there: \(departures(knobs))"]
  }

  private func here(_ words: String) -> [String] { ["here: \(words)"] }

  private func words(at knobs: Knobs, readSize: Int? = nil) -> String {
    let late = knobs.late ?? 0
    var words = [late == 0 ? "late 0" : "late \(Number.grouped(late)) ms"]
    if let readSize = readSize ?? knobs.readSize { words.append("read \(readSize)") }
    words.append("nagle \(knobs.noDelay ?? true ? "off" : "on")")
    if knobs.quickAck == false { words.append("quickack off") }
    return words.joined(separator: " ")
  }

  /// The default is late 0, Nagle off (NIO sets TCP_NODELAY) and quick acknowledgements.
  private func departures(_ knobs: Knobs) -> String {
    var words: [String] = []
    if let late = knobs.late, late > 0 { words.append("late \(Number.grouped(late)) ms") }
    if let readSize = knobs.readSize { words.append("read \(readSize)") }
    if knobs.noDelay == false { words.append("nagle on") }
    if knobs.quickAck == false { words.append("quickack off") }
    return words.joined(separator: " ")
  }
}

extension Knobs {
  /// All knobs of the server's end but the read size.
  fileprivate init(_ observed: Observed) {
    self.init(late: observed.late, noDelay: observed.noDelay, quickAck: observed.quickAck)
  }
}
