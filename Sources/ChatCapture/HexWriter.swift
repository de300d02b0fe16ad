import ChatWire

/// Writes records as a hexdump: a comment, a direction with a Unix time, and the bytes from offset 0.
///
/// `text2pcap -D -t %s.%f` makes packets of it, `xxd -r` the bytes of one block.
struct HexWriter: CaptureEncoder {
  private static let perRow = 16
  private static let digits = Array("0123456789abcdef".utf8)

  var head: [UInt8] {
    Array(
      "# WireChat: the calls of one client; O is a write of it, I a read. text2pcap -D -t %s.%f\n"
        .utf8)
  }

  mutating func encode(_ records: [CaptureRecord]) -> [UInt8] {
    var output: [UInt8] = []
    for record in records {
      switch record.kind {
      case .write(let bytes, _): block("O", bytes, record, to: &output)
      case .read(let bytes, _): block("I", bytes, record, to: &output)
      case .opened, .serverRead, .serverWrite, .here, .there, .link, .atClose, .closed:
        output += Array("# \(Remark.text(record, isAlone: true))\n".utf8)
      }
    }
    return output
  }

  mutating func end() -> [UInt8] { [] }

  private func block(
    _ direction: String, _ bytes: [UInt8], _ record: CaptureRecord, to output: inout [UInt8]
  ) {
    let time = max(0, record.at)
    let micros = String(time % 1_000_000 + 1_000_000).dropFirst()
    output += Array("# \(Remark.text(record))\n\(direction) \(time / 1_000_000).\(micros)\n".utf8)
    for start in stride(from: 0, to: bytes.count, by: HexWriter.perRow) {
      let row = bytes[start..<min(start + HexWriter.perRow, bytes.count)]
      for shift in stride(from: 20, through: 0, by: -4) {
        output.append(HexWriter.digits[(start >> shift) & 15])
      }
      output.append(UInt8(ascii: ":"))
      for byte in row { output += [UInt8(ascii: " ")] + HexWriter.hex(byte) }
      output += Array(repeating: UInt8(ascii: " "), count: (HexWriter.perRow - row.count) * 3 + 2)
      output.append(UInt8(ascii: "|"))
      output += row.map { (0x20...0x7e).contains($0) ? $0 : UInt8(ascii: ".") }
      output += Array("|\n".utf8)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// The two digits of a byte.
  static func hex(_ byte: UInt8) -> [UInt8] {
    [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
