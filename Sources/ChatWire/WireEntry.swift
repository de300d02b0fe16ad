/// Microseconds on the client's monotonic clock; only differences mean anything.
package typealias Microseconds = Int

/// One thing that the client sees of a connection: for the wire pane, and for a capture.
package enum WireEntry: Equatable, Sendable {
  /// A new connection: numbers and offsets begin anew, the blocks before it stay.
  case opened(Framing)
  /// Bytes that we wrote; `exact` means that it was one `write(2)`, otherwise the block shows `≥`.
  case wrote([UInt8], at: Microseconds, exact: Bool)
  /// Bytes that one `read(2)` of ours returned.
  case read([UInt8], at: Microseconds)
  /// One read of the server, in our outgoing stream: its first byte and its size.
  case peerRead(offset: Int, length: Int, at: Microseconds)
  /// One write of the server, in our incoming stream. It shows only in the verdict of our reads.
  case peerWrote(offset: Int, length: Int, at: Microseconds)
  /// What our kernel told of the connection, after the call before it or whenever it was asked.
  case here(KernelFacts, at: Microseconds)
  /// What the server told of one call of its own, the kernel's part included; it follows that call's own entry.
  /// Segments of ours that it received again are taken off.
  case there(WireFact, at: Microseconds)
  /// What the kernel tells once, right after `opened`, of a TCP connection.
  case link(LinkFacts)
  /// The reader at that end has seen the other end's FIN or RST while `late` held it: from here on it reads all
  /// that is left at once, and no cause is named for these reads.
  case atClose(End, at: Microseconds)
}
