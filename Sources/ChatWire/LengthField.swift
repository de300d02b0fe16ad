/// The four bytes in front of a frame, and the numbers they can be read as.
package struct LengthField: Equatable, Sendable {
  /// The four bytes as they are on the wire.
  package let bytes: [UInt8]

  /// Takes the first four of `bytes`; missing ones count as zero.
  package init(bytes: [UInt8]) {
    self.bytes = (0..<WireLimit.header).map { bytes.indices.contains($0) ? bytes[$0] : 0 }
  }

  /// The length as the protocol reads it: little-endian, unsigned.
  package var unsigned: UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The number as a signed little-endian 32-bit integer.
  package var little: Int { Int(Int32(bitPattern: unsigned)) }

  /// What a reader would take for the length who takes the bytes as big-endian, unsigned.
  package var big: Int { Int(unsigned.byteSwapped) }

  /// The bytes in hex with spaces between, such as `05 00 00 00`.
  package var hex: String { bytes.map(\.hex).joined(separator: " ") }
}

extension UInt8 {
  /// Two lower-case hex digits.
  package var hex: String {
    let digits = String(self, radix: 16)
    return self < 16 ? "0" + digits : digits
  }
}
