package import ChatWire

/// One thing of a capture, judged and ready to be written.
package struct CaptureRecord: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case opened(Framing, CapturePath)
    /// A write of ours; `exact` means one `write(2)`.
    case write([UInt8], exact: Bool)
    /// A read of ours.
    case read([UInt8], Verdict)
    /// A read of the server, from what we wrote.
    case serverRead(Verdict)
    /// A write of the server.
    case serverWrite
    case here(KernelFacts)
    case there(WireFact)
    case link(LinkFacts)
    case atClose(End)
    case closed
  }

  package var kind: Kind
  /// Counts its kind from 1 since the connection began; 0 for what is no call.
  package var number = 0
  /// Its place in the stream of its direction.
  package var range = 0..<0
  /// Unix time.
  package var at: Microseconds

  package init(
    _ kind: Kind, number: Int = 0, range: Range<Int> = 0..<0, at: Microseconds
  ) {
    self.kind = kind
    self.number = number
    self.range = range
    self.at = at
  }
}

/// What turns records into the bytes of a file, in order; each result ends where a reader can stop.
package protocol CaptureEncoder: Sendable {
  /// What the file begins with.
  var head: [UInt8] { get }
  /// The bytes of some records.
  mutating func encode(_ records: [CaptureRecord]) -> [UInt8]
  /// What the file ends with.
  mutating func end() -> [UInt8]
}
