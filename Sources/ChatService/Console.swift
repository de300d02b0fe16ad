import ChatTransport
import ChatWire
import NIOCore

/// The server's own account of what happens, one line an event.
package final class Console {
  private let spool: Spool
  private var clock = WallClock()

  /// - Parameter spool: where the lines go.
  package init(_ spool: Spool) {
    self.spool = spool
  }

  func came(_ nick: String, _ address: PeerAddress, _ framing: Framing) {
    line("+ \(nick) \(address) \(framing.rawValue)")
  }

  func went(_ nick: String, _ reason: String) {
    line("- \(nick)", " left (", Array(reason.utf8), ")")
  }

  func renamed(_ old: String, _ new: String) {
    line("~ \(old) is now \(new)")
  }

  func said(_ nick: String, _ text: [UInt8]) {
    line(nick, ": ", text)
  }

  func did(_ nick: String, _ text: [UInt8]) {
    line("* ", nick + " ", text)
  }

  func came(_ nick: String, in room: String) {
    line("[\(room)] + \(nick)")
  }

  func went(_ nick: String, _ reason: String, in room: String) {
    line("[\(room)] - \(nick)", " left (", Array(reason.utf8), ")")
  }

  func said(_ nick: String, _ text: [UInt8], isDeed: Bool, in room: String) {
    line("[\(room)] ", isDeed ? "* \(nick) " : "\(nick): ", text)
  }

  /// What one read on the raw port returned.
  func read(_ bytes: ByteBuffer, from address: PeerAddress) {
    line("raw \(address)", " read \(bytes.readableBytes) B: ", bytes.readableBytesView)
  }

  /// A datagram that is echoed.
  func echoed(_ bytes: ByteBuffer, from address: PeerAddress) {
    line("udp \(address)", " \(bytes.readableBytes) B: ", bytes.readableBytesView)
  }

  /// What whoever sits at the server lets everybody read.
  func said(_ notice: String) {
    line("*** ", "", Array(notice.utf8))
  }

  /// An answer to whoever sits at the server, whole.
  func tell(_ text: String) {
    line(text)
  }

  private func line(_ text: String) {
    line(text, "", [])
  }

  private func line(
    _ who: String, _ does: String, _ text: some Collection<UInt8>, _ end: String = ""
  ) {
    let time = clock.now()
    spool.write { line in
      line += time
      line.append(UInt8(ascii: " "))
      line += who.utf8
      line += does.utf8
      Preview.write(text, to: &line)
      line += end.utf8
      line.append(UInt8(ascii: "\n"))
    }
  }
}
