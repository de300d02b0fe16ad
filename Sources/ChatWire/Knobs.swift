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
}
