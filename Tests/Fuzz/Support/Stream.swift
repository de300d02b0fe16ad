package import ChatWire
import NIOCore

/// A stream on one of the TCP ports.
package struct Stream {
  private static let limit = 300

  private let framing: Framing

  package init(_ framing: Framing) {
    self.framing = framing
  }

  /// Tries that there are the same messages however it is cut, none over the limit, and that a server lives on.
  package func hold(_ input: Input) {
    let whole = messages([Array(input.bytes.dropFirst())])
    let cut = messages(input.pieces)
    require(whole == cut, "\(whole) in one piece, \(cut) in many")
    let hall = Hall()
    do { _ = try hall.serve(framing, input.pieces) } catch { fatalError("\(error)") }
    hall.end()
  }

  /// The messages in a stream, and what is wrong with it in its place.
  private func messages(_ pieces: [[UInt8]]) -> [String] {
    var reader = MessageReader(framing: framing, limit: Stream.limit)
    var found: [String] = []
    for piece in pieces {
      reader.receive(ByteBuffer(bytes: piece))
      while true {
        do {
          guard let message = try reader.next() else { break }
          require(
            message.readableBytes <= Stream.limit, "a message of \(message.readableBytes) bytes")
          found.append("\(Array(message.readableBytesView))")
        } catch {
          found.append("\(error)")
        }
      }
    }
    if let rest = reader.finish() { found.append("\(rest)") }
    return found
  }
}
