/// A message of the load, ready but for its number.
struct Template {
  private let bytes: [UInt8]
  /// Where the number's digits are.
  private let place: Int

  init(_ dialect: Dialect, size: Int) {
    bytes = dialect.message(Token.bytes(0, size: size))
    place = (bytes.lastIndex(of: UInt8(ascii: "#")) ?? 0) + 1
  }

  func append(_ number: Int, to outgoing: inout [UInt8]) {
    let start = outgoing.count
    outgoing += bytes
    Token.write(number, to: &outgoing, start + place)
  }
}
