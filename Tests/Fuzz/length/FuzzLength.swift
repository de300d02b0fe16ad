import ChatWire
import FuzzSupport
import NIOCore

/// A stream on the length port: the same messages however it is cut, none over the limit, and a server that lives on.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Input(start, count)
  let whole = messages([Array(input.bytes.dropFirst())])
  let cut = messages(input.pieces)
  require(whole == cut, "\(whole) in one piece, \(cut) in many")
  let hall = Hall()
  do { _ = try hall.serve(.length, input.pieces) } catch { fatalError("\(error)") }
  hall.end()
  return 0
}

private let limit = 300

/// The messages in a stream, and what is wrong with it in its place.
private func messages(_ pieces: [[UInt8]]) -> [String] {
  var reader = MessageReader(framing: .length, limit: limit)
  var found: [String] = []
  for piece in pieces {
    reader.receive(ByteBuffer(bytes: piece))
    while true {
      do {
        guard let message = try reader.next() else { break }
        require(message.readableBytes <= limit, "a message of \(message.readableBytes) bytes")
        found.append("\(Array(message.readableBytesView))")
      } catch {
        found.append("\(error)")
      }
    }
  }
  if let rest = reader.finish() { found.append("\(rest)") }
  return found
}
