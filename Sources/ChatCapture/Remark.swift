import ChatWire

/// A comment of a capture: a sentence for people, from which a replay reads what the packet can't say.
enum Remark: Equatable {
  /// Which of several packets of one call it is on, from 1.
  struct Part: Equatable {
    var number = 1
    var count = 1
  }

  case opened(Framing)
  case write(exact: Bool, Part)
  case read(Part)
  /// With its own time where it is on no packet of its own.
  case serverRead(Range<Int>, at: Microseconds?)
  case serverWrite(Range<Int>, at: Microseconds)
  case here(KernelFacts, at: Microseconds)
  case there(WireFact, at: Microseconds)
  case link(LinkFacts)
  case atClose(End, at: Microseconds)

  /// What a comment begins with that was told before its packet.
  static let before = "before: "

  /// The largest count that a file of ours can have.
  private static let limit = 1 << 52

  /// Reads a comment; nil for one that says nothing to a replay.
  init?(_ text: String) {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
    let at = Remark.time(&words)
    switch (words.first, words.dropFirst().first) {
    case ("opened", let name?):
      guard let framing = Framing(rawValue: String(name)) else { return nil }
      self = .opened(framing)
    case ("write", _): self = .write(exact: true, Remark.part(words))
    case ("≥1", "write"): self = .write(exact: false, Remark.part(words.dropFirst()))
    case ("read", _): self = .read(Remark.part(words))
    case ("server", "read"):
      guard let range = Remark.range(words.dropFirst(4).first) else { return nil }
      self = .serverRead(range, at: at)
    case ("server", "wrote"):
      guard let range = Remark.range(words.dropFirst(4).first), let at else { return nil }
      self = .serverWrite(range, at: at)
    case ("kernel", _):
      guard let facts = Remark.facts(words), let at else { return nil }
      self = .here(facts, at: at)
    case ("/wire", _):
      guard case .wire(let fact) = Event(words.joined(separator: " ")), let at else { return nil }
      self = .there(fact, at: at)
    case ("link", _):
      guard let facts = Remark.link(words) else { return nil }
      self = .link(facts)
    case ("at", "close"):
      guard let word = words.dropFirst(2).first, let at else { return nil }
      self = .atClose(word == "here" ? .here : .there, at: at)
    default: return nil
    }
  }

  /// The comment of a record; `part` is nil where the call has one packet, `isAlone` is true where it has none.
  static func text(_ record: CaptureRecord, part: Part? = nil, isAlone: Bool = false) -> String {
    let number = "#\(record.number)"
    let bytes = "bytes \(record.range.lowerBound)+\(record.range.count)"
    let part = part.map { " part \($0.number) of \($0.count)" } ?? ""
    let at = " at \(record.at)"
    return switch record.kind {
    case .opened(let framing, let path):
      "opened \(framing.rawValue) \(path.local) to \(path.remote)"
    case .write(let data, let exact):
      "\(exact ? "" : "≥1 ")write \(number) \(data.count) B\(part)"
    case .read(let data, let verdict):
      "read \(number) \(data.count) B\(part) · \(verdict.text)"
    case .serverRead(let verdict):
      "server read \(number) \(bytes) · \(verdict.text)\(isAlone ? at : "")"
    case .serverWrite: "server wrote \(number) \(bytes)\(at)"
    case .here(let facts): "kernel \(Remark.text(facts))\(at)"
    case .there(let fact): Event.wire(fact).text + at
    case .link(let facts): "link \(Remark.text(facts))"
    case .atClose(let end): "at close \(end == .here ? "here" : "there")\(at)"
    case .closed: "closed"
    }
  }

  private static func text(_ facts: KernelFacts) -> String {
    "out \(facts.segmentsOut) segments \(facts.bytesOut) B"
      + " in \(facts.segmentsIn) segments \(facts.bytesIn) B"
      + " unread \(facts.unread) unsent \(facts.unsent) held \(facts.notSent) repeated \(facts.repeated)"
      + (facts.isCertain ? "" : " uncertain")
  }

  private static func text(_ facts: LinkFacts) -> String {
    "\(facts.localHost) \(facts.localPort) to \(facts.remoteHost) \(facts.remotePort)"
      + " mss \(facts.mssOut) in \(facts.mssIn) mtu \(facts.pathMTU) rtt \(facts.roundTrip)"
      + (facts.hasTimestamps ? " timestamps" : "") + (facts.hasSack ? " sack" : "")
  }

  private static func link(_ words: ArraySlice<Substring>) -> LinkFacts? {
    let words = Array(words)
    guard words.count >= 14, let local = host(words[1]), let remote = host(words[4]) else {
      return nil
    }
    let numbers = [2, 5, 7, 9, 11, 13].compactMap { number(words[$0]) }
    guard numbers.count == 6 else { return nil }
    return LinkFacts(
      localHost: local, localPort: numbers[0], remoteHost: remote, remotePort: numbers[1],
      mssOut: numbers[2], mssIn: numbers[3], pathMTU: numbers[4], roundTrip: numbers[5],
      hasTimestamps: words.contains("timestamps"), hasSack: words.contains("sack"))
  }

  /// An address as text: nothing but what one may have.
  private static func host(_ word: Substring) -> String? {
    let allowed = Array("0123456789abcdef.:".utf8)
    guard (2...45).contains(word.utf8.count), word.utf8.allSatisfy(allowed.contains) else {
      return nil
    }
    return String(word)
  }

  /// The numbers of a comment in the order of `text`.
  private static func facts(_ words: ArraySlice<Substring>) -> KernelFacts? {
    let numbers = words.compactMap { number($0) }
    guard numbers.count == 8 else { return nil }
    return KernelFacts(
      segmentsOut: numbers[0], bytesOut: numbers[1], segmentsIn: numbers[2], bytesIn: numbers[3],
      unread: numbers[4], unsent: numbers[5], notSent: numbers[6],
      isCertain: words.last != "uncertain", repeated: numbers[7])
  }

  /// Takes ` at N` off the end.
  private static func time(_ words: inout ArraySlice<Substring>) -> Microseconds? {
    guard words.dropLast().last == "at", let at = words.last.flatMap({ number($0) }) else {
      return nil
    }
    words = words.dropLast(2)
    return at
  }

  /// `… part 2 of 3 …`, the whole call if there is no such thing.
  private static func part(_ words: ArraySlice<Substring>) -> Part {
    let words = Array(words.dropFirst(4).prefix(4))
    guard words.count == 4, words[0] == "part", words[2] == "of", let number = number(words[1]),
      let count = Remark.number(words[3]), number >= 1, number <= count
    else { return Part() }
    return Part(number: number, count: count)
  }

  /// `OFFSET+LENGTH`.
  private static func range(_ word: Substring?) -> Range<Int>? {
    let parts = (word ?? "").split(separator: "+")
    guard parts.count == 2, let offset = number(parts[0]), let length = number(parts[1]) else {
      return nil
    }
    return offset..<offset + length
  }

  private static func number(_ word: Substring) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(word),
      value <= limit
    else { return nil }
    return value
  }
}
