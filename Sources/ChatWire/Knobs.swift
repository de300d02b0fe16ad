/// A change of how one end of a connection reads and writes; what is nil stays as it is.
package struct Knobs: Equatable, Sendable {
  /// Milliseconds to wait before each read, 0 to 5,000.
  package var late: Int?
  /// The most bytes that one read returns, 1 to 65,536.
  package var readSize: Int?
  /// TCP_NODELAY: true turns Nagle's algorithm off (RFC 896, tcp(7)).
  package var noDelay: Bool?
  /// TCP_QUICKACK, set again after every read: false lets acknowledgements be delayed (RFC 1122 §4.2.3.2).
  package var quickAck: Bool?

  package static let lateRange = 0...5_000
  package static let readSizeRange = 1...65_536

  package init(
    late: Int? = nil, readSize: Int? = nil, noDelay: Bool? = nil, quickAck: Bool? = nil
  ) {
    self.late = late
    self.readSize = readSize
    self.noDelay = noDelay
    self.quickAck = quickAck
  }

  /// These knobs with those of `change` turned on top of them.
  package func turned(by change: Knobs) -> Knobs {
    Knobs(
      late: change.late ?? late, readSize: change.readSize ?? readSize,
      noDelay: change.noDelay ?? noDelay, quickAck: change.quickAck ?? quickAck)
  }
}

extension Knobs {
  /// The fields `late=MS rbuf=BYTES nodelay=0|1 quickack=0|1`, any of them and at least one; nil for anything else.
  init?(_ words: inout Words) {
    self.init()
    for word in words.list() {
      let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let value = Int(pair[1])
      else { return nil }
      switch (pair[0], value) {
      case ("late", Knobs.lateRange): late = value
      case ("rbuf", Knobs.readSizeRange): readSize = value
      case ("nodelay", 0...1): noDelay = value == 1
      case ("quickack", 0...1): quickAck = value == 1
      default: return nil
      }
    }
    if self == Knobs() { return nil }
  }

  var text: String {
    var fields: [String] = []
    if let late { fields.append("late=\(late)") }
    if let readSize { fields.append("rbuf=\(readSize)") }
    if let noDelay { fields.append("nodelay=\(noDelay ? 1 : 0)") }
    if let quickAck { fields.append("quickack=\(quickAck ? 1 : 0)") }
    return fields.joined(separator: " ")
  }
}
