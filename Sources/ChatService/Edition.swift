import ChatRoom
import ChatTransport
import NIOCore

/// One sealed batch on its way to those who have everything before it: the same bytes for all who share a view.
struct Edition {
  private let batch: Int
  /// By view; nil where nobody has asked for that one yet.
  private var views = [ByteBuffer?](repeating: nil, count: View.allCases.count)

  init(_ batch: Int) {
    self.batch = batch
  }

  /// Writes the batch to everybody who is abreast of it.
  ///
  /// - Returns: the others.
  mutating func hand(to outlets: [Outlet], of hub: Hub) -> [Outlet] {
    var others: [Outlet] = []
    var errands: [Crew.Errand] = []
    var bound: [Outlet] = []
    for outlet in outlets {
      guard outlet.awaited == batch else {
        others.append(outlet)
        continue
      }
      let bytes = bytes(outlet.view, of: hub)
      if hub.crew != nil, let descriptor = outlet.clear {
        outlet.move(by: bytes.readableBytes)
        errands.append(Crew.Errand(bytes, to: descriptor))
        bound.append(outlet)
      } else {
        outlet.pass(bytes)
      }
    }
    for rest in hub.crew?.send(errands) ?? [] {
      bound[rest.index].write(errands[rest.index].bytes, from: rest.taken)
    }
    return others
  }

  /// The batch as `view` has it, written out if that was not done yet.
  private mutating func bytes(_ view: View, of hub: Hub) -> ByteBuffer {
    if let bytes = views[view.rawValue] { return bytes }
    let bytes = hub.encoded.encoding(of: batch, in: view, hub.room.log)?.bytes ?? ByteBuffer()
    views[view.rawValue] = bytes
    return bytes
  }
}
