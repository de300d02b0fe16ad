package import ChatWire

/// One entry of the wire pane: a write, a read, or the beginning of a connection.
package struct Block: Equatable, Sendable, Weighted {
  package enum Kind: Equatable, Sendable {
    /// A write of ours; `exact` means one `write(2)`.
    case write(exact: Bool)
    /// A read of ours.
    case read
    /// A read of the server, from what we wrote.
    case peerRead
    /// A new connection.
    case opened
  }

  /// What stays its own for as long as it is there, whatever its place.
  package struct ID: Hashable, Sendable {
    fileprivate let connection: Int
    fileprivate let kind: UInt8
    fileprivate let number: Int
  }

  package let kind: Kind
  /// The framing of its connection.
  package let framing: Framing
  /// Counts connections from 1 since the program began; 0 is before the first.
  package let connection: Int
  /// When the connection's first bytes moved.
  let origin: Microseconds?
  /// Counts its kind from 1 since the connection began.
  package let number: Int
  /// Its place in the stream of its direction.
  package let range: Range<Int>
  /// nil for `opened`.
  package private(set) var at: Microseconds?
  /// Empty for a read of the server, and once the ring let go of them.
  package private(set) var bytes: [UInt8] = []
  /// What the bytes are to the framing; nil for blocks that never had bytes of their own.
  package private(set) var dissection: Dissection?
  package private(set) var verdict = Verdict.unknown

  package var id: ID {
    let kind: UInt8 =
      switch kind {
      case .opened: 0
      case .write: 1
      case .read: 2
      case .peerRead: 3
      }
    return ID(connection: connection, kind: kind, number: number)
  }

  /// None: the ring bounds its bytes.
  package var weight: Int { 0 }

  /// Which stream it belongs to; nil for `opened`.
  package var direction: Direction? {
    switch kind {
    case .write, .peerRead: .outgoing
    case .read: .incoming
    case .opened: nil
    }
  }

  /// Its place on the wire; nil for `opened`.
  package var span: WireSpan? {
    direction.map { WireSpan(connection: connection, direction: $0, range: range) }
  }

  /// Whether its bytes fell out of the ring.
  package var isForgotten: Bool {
    kind != .peerRead && bytes.isEmpty && !range.isEmpty
  }

  init(
    _ kind: Kind, framing: Framing, connection: Int = 0, origin: Microseconds? = nil,
    number: Int = 0, range: Range<Int> = 0..<0, at: Microseconds? = nil
  ) {
    self.kind = kind
    self.framing = framing
    self.connection = connection
    self.origin = origin
    self.number = number
    self.range = range
    self.at = at
  }

  /// The block with its bytes and what they are to the framing.
  func holding(_ bytes: [UInt8], _ dissection: Dissection) -> Block {
    var block = self
    block.bytes = bytes
    block.dissection = dissection
    return block
  }

  /// The block with its time set back.
  func earlier(by microseconds: Microseconds) -> Block {
    var block = self
    block.at = at.map { $0 &- microseconds }
    return block
  }

  /// The block without its bytes.
  func forgetting() -> Block {
    var block = self
    block.bytes = []
    block.dissection?.roles = []
    block.dissection?.lengths = []
    return block
  }

  /// The block with the verdict that `writes` gives.
  func judged(by writes: CallMap) -> Block {
    var block = self
    block.verdict = writes.verdict(of: range)
    return block
  }
}
