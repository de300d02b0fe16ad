/// What a message of the load says: who sent it, which of the sender's it is, and when.
///
/// As text `#SSSS.NNNNNNNN.TTTTTTTTTTTT` in hex, filled up with `x`: fixed fields at fixed places, so that reading
/// one costs next to nothing.
struct Token: Equatable {
  /// The fewest bytes that hold one.
  static let width = 28

  var sender: Int
  /// Counts the sender's messages from 0.
  var number: Int
  /// When it was sent, in microseconds of the generator's clock.
  var sent: Int

  func bytes(size: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: max(Token.width, size))
    bytes[0] = UInt8(ascii: "#")
    bytes[5] = UInt8(ascii: ".")
    bytes[14] = UInt8(ascii: ".")
    Token.write(sender, to: &bytes, 1, 4)
    Token.write(number, to: &bytes, 6, 8)
    Token.write(sent, to: &bytes, 15, 12)
    bytes[27] = UInt8(ascii: ".")
    return bytes
  }

  /// Reads the token at the beginning of `bytes`; nil if there is none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Token.width, bytes[0] == UInt8(ascii: "#"), bytes[5] == UInt8(ascii: "."),
      bytes[14] == UInt8(ascii: "."), bytes[27] == UInt8(ascii: ".")
    else { return nil }
    sender = Token.read(bytes, 1, 4)
    number = Token.read(bytes, 6, 8)
    sent = Token.read(bytes, 15, 12)
  }

  init(sender: Int, number: Int, sent: Int) {
    self.sender = sender
    self.number = number
    self.sent = sent
  }

  private static func write(_ value: Int, to bytes: inout [UInt8], _ place: Int, _ width: Int) {
    var rest = UInt(bitPattern: value)
    for index in stride(from: place + width - 1, through: place, by: -1) {
      let digit = UInt8(truncatingIfNeeded: rest & 15)
      bytes[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      rest >>= 4
    }
  }

  /// Hex digits as they are written above; anything else gives some number, which no ledger expects.
  private static func read(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ width: Int) -> Int {
    var value = 0
    for index in place..<place + width {
      let byte = Int(bytes[index])
      value = value << 4 | (byte & 15) + (byte >> 6) * 9 & 15
    }
    return value
  }
}
