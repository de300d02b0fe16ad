/// What a message of the load says: which one it is, as `#NNNNNNNN.` in hex, filled up with `x`.
enum Token {
  /// The fewest bytes that hold one.
  static let width = 10

  static func bytes(_ number: Int, size: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: max(width, size))
    bytes[0] = UInt8(ascii: "#")
    bytes[9] = UInt8(ascii: ".")
    write(number, to: &bytes, 1)
    return bytes
  }

  /// Eight hex digits.
  static func write(_ number: Int, to bytes: inout [UInt8], _ place: Int) {
    var rest = UInt32(truncatingIfNeeded: number)
    for index in stride(from: place + 7, through: place, by: -1) {
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      bytes[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      rest >>= 4
    }
  }

  /// The number of the token that begins at `place`; nil if none does.
  ///
  /// Digits that are no hex give some number, which no ledger expects.
  @inline(__always)
  static func number(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
    guard place >= 0, place + width <= bytes.count, bytes[place] == UInt8(ascii: "#"),
      bytes[place + 9] == UInt8(ascii: ".")
    else { return nil }
    // All eight at once: a nibble of each byte, then pairs, fours and all together.
    let text = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self))
    let nibbles =
      (text & 0x0f0f_0f0f_0f0f_0f0f) &+ 9 &* ((text >> 6) & 0x0101_0101_0101_0101)
    let pairs = (nibbles << 4 | nibbles >> 8) & 0x00ff_00ff_00ff_00ff
    let fours = (pairs << 8 | pairs >> 16) & 0x0000_ffff_0000_ffff
    return Int((fours << 16 | fours >> 32) & 0xffff_ffff)
  }
}
