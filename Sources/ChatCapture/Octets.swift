/// Bytes being put together, numbers in either order.
struct Octets {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  mutating func little(_ value: UInt16) { little(UInt64(value), 2) }
  mutating func little(_ value: UInt32) { little(UInt64(value), 4) }
  mutating func big(_ value: UInt16) { big(UInt64(value), 2) }
  mutating func big(_ value: UInt32) { big(UInt64(value), 4) }

  /// Fills up to a multiple of four.
  mutating func pad() {
    while !bytes.count.isMultiple(of: 4) { bytes.append(0) }
  }

  private mutating func little(_ value: UInt64, _ count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  private mutating func big(_ value: UInt64, _ count: Int) {
    for place in (0..<count).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place)))
    }
  }
}
