/// The bytes of one try.
package struct Input {
  package let bytes: [UInt8]

  package init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    bytes = Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// What stands behind the first byte, cut at places that the first byte draws.
  package var pieces: [[UInt8]] {
    var state = UInt32(bytes.first ?? 0)
    var rest = bytes.dropFirst()
    var pieces: [[UInt8]] = []
    while !rest.isEmpty {
      // A linear congruential generator (Numerical Recipes): any cut will do.
      state = state &* 1_664_525 &+ 1_013_904_223
      let size = 1 + Int(state >> 16) % 23
      pieces.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return pieces
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Ends the try as a crash, with a sentence.
package func require(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}
