/// What the server does not do for somebody who stays, or never came in: the log line and the counter.
package enum Refusal: String, CaseIterable, Sendable {
  case full = "server full"
  case addressFull = "address full"
  case addressHurries = "address hurries"
  /// accept(2) failed, for want of descriptors most likely: nothing is accepted for a moment.
  case accept = "accept failed"
  case line = "line too long"
  case notUTF8 = "not UTF-8"
  /// The stream ended inside a message.
  case cut = "message cut"
  case nick = "nick refused"
  case muted
  /// Kicked a moment ago.
  case kicked = "kept out"
  /// Somebody sends faster than allowed, and is not read for a moment.
  case rate = "reading held"
  case longDatagram = "datagram too long"
  /// Sent under the server's own address, which somebody has forged.
  case ownDatagram = "datagram forged"
  case fastDatagram = "datagram over the rate"
  case fastEcho = "echo over the rate"
  case room = "room refused"
  case datagramFull = "datagram members full"
  case unsentDatagram = "datagram not sent"
}
