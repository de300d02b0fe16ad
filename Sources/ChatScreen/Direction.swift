/// One of the two streams of a connection.
package enum Direction: Hashable, Sendable {
  /// What we write and the server reads.
  case outgoing
  /// What the server writes and we read.
  case incoming
}
