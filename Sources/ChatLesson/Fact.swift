/// A number that a lesson measures, from its last `count` on.
package enum Fact: String, CaseIterable, Sendable {
  /// Messages that we sent; commands for the server are none.
  case sent
  /// Our calls of write(2), and the bytes that they took.
  case writes, bytes
  /// Data segments that carried them, as TCP_INFO counts them.
  case segments
  /// Calls of read(2) at the server's end that took them, once it has read all.
  case reads
  /// Reads by their verdict: several writes in one, part of one write, cut ones among several.
  case sticky, half, mixed
  /// Ours that came back as messages; on the raw port, where one read is one message, the server's reads.
  case messages
  /// Messages that we sent less those that came back.
  case lost
  /// What the server refused.
  case errors
  /// Connections that ended.
  case closed
  /// Milliseconds from our first write to our last read.
  case ms
  /// The first four bytes that we wrote as a signed number, in both byte orders.
  case little, big
  /// The server's knobs as they stand: milliseconds before each read, and the most bytes that one returns.
  case late, rbuf
}
