/// One row of a hexdump.
package struct HexRow: Equatable, Sendable {
  /// The offset of its first byte.
  package let offset: Int
  package let cells: [HexCell]

  /// The rows of `bytes`, `perRow` bytes each (16, 8 or 4), the last one perhaps shorter.
  ///
  /// - Parameters:
  ///   - bytes: what to show.
  ///   - perRow: bytes in a row; below 1 counts as 1.
  ///   - offset: the offset of the first byte.
  ///   - roles: one for each byte; those missing are `plain`.
  /// - Returns: the rows in order, none for no bytes.
  package static func rows(
    of bytes: some RandomAccessCollection<UInt8>, perRow: Int, offset: Int = 0,
    roles: [ByteRole] = []
  ) -> [HexRow] {
    let perRow = max(1, perRow)
    return stride(from: 0, to: bytes.count, by: perRow).map { start in
      let part = bytes.dropFirst(start).prefix(perRow)
      let cells = part.enumerated().map { index, byte in
        HexCell(byte: byte, role: start + index < roles.count ? roles[start + index] : .plain)
      }
      return HexRow(offset: offset + start, cells: cells)
    }
  }

  /// The offset as four hex digits, more where it needs them.
  package var offsetText: String { HexRow.offsetText(offset) }

  /// Any offset as four hex digits, more where it needs them.
  package static func offsetText(_ offset: Int) -> String {
    let digits = String(offset, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// One byte of a hexdump.
package struct HexCell: Equatable, Sendable {
  package let byte: UInt8
  package let role: ByteRole

  /// Two lower-case hex digits.
  package var hex: String { byte.hex }

  /// The byte as text: printable ASCII as it is, NUL `⋄`, other controls `•`, bytes of 128 and over `×`.
  package var text: Character {
    switch byte {
    case 0x20..<0x7f: Character(UnicodeScalar(byte))
    case 0: "⋄"
    case 0x01..<0x20, 0x7f: "•"
    default: "×"
    }
  }

  /// What kind of byte it is.
  package var kind: ByteClass { ByteClass(byte) }
}

/// The kinds of byte that a hexdump tells apart, whatever their framing.
package enum ByteClass: Equatable, Sendable {
  case null, printable, space, control, high

  package init(_ byte: UInt8) {
    self =
      switch byte {
      case 0: .null
      case 0x20, 0x09...0x0d: .space
      case 0x21..<0x7f: .printable
      case 0x01..<0x20, 0x7f: .control
      default: .high
      }
  }
}
