import ChatRoom
import NIOCore

/// One sealed batch on its way to those who have everything before it: the same bytes for all who share a view.
struct Edition {
  private let batch: Int
  /// By view; nil where nobody has asked for that one yet.
  private var views = [ByteBuffer?](repeating: nil, count: View.allCases.count)

  init(_ batch: Int) {
    self.batch = batch
  }

  /// The batch as `view` has it, written out if that was not done yet.
  mutating func bytes(_ view: View, of hub: Hub) -> ByteBuffer {
    if let bytes = views[view.rawValue] { return bytes }
    let bytes = hub.encoded.encoding(of: batch, in: view, hub.room.log)?.bytes ?? ByteBuffer()
    views[view.rawValue] = bytes
    return bytes
  }
}
