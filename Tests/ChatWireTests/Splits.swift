import ChatWire
import NIOCore

/// What a reader makes of a stream that comes in `pieces`: messages as text, refusals in their place.
func read(_ pieces: [[UInt8]], _ framing: Framing, limit: Int) -> [String] {
  var reader = MessageReader(framing: framing, limit: limit)
  var result: [String] = []
  for piece in pieces {
    reader.receive(ByteBuffer(bytes: piece))
    while true {
      do {
        guard let message = try reader.next() else { break }
        result.append(String(buffer: message))
      } catch {
        result.append("! \(error)")
      }
    }
  }
  if let rest = reader.finish() { result.append("! \(rest)") }
  return result
}

/// `bytes` cut at random places; the same seed gives the same cuts.
func cut(_ bytes: [UInt8], seed: UInt64) -> [[UInt8]] {
  var generator = SplitMix(state: seed)
  var pieces: [[UInt8]] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let size = Int.random(in: 1...max(1, min(rest.count, 40)), using: &generator)
    pieces.append(Array(rest.prefix(size)))
    rest = rest.dropFirst(size)
  }
  return pieces
}

/// SplitMix64 (Steele, Lea, Flood 2014): a seeded generator, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

func frames(_ texts: [String], _ framing: Framing = .length) -> [UInt8] {
  var bytes = ByteBuffer()
  for text in texts { Frame.append(text.utf8, framing, to: &bytes) }
  return Array(bytes.readableBytesView)
}
