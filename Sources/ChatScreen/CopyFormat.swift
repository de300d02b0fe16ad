import ChatWire

/// How copied bytes are written.
package enum CopyFormat: String, CaseIterable, Sendable {
  /// Pairs of digits, 16 bytes a line, as `xxd -r -p` takes them.
  case hex
  /// What they are as UTF-8.
  case text
  /// An array in C.
  case c
  /// An array in Swift.
  case swift

  /// The bytes in this format; `name` is what an array is called.
  package func write(_ bytes: [UInt8], name: String) -> String {
    switch self {
    case .hex: lines(bytes, indent: "", separator: " ") { $0.hex } + "\n"
    case .text: String(decoding: bytes, as: UTF8.self)
    case .c:
      "const unsigned char \(name)[\(bytes.count)] = {\n"
        + lines(bytes, indent: "  ", separator: ", ") { "0x" + $0.hex } + "\n};\n"
    case .swift:
      "let \(name): [UInt8] = [\n"
        + lines(bytes, indent: "  ", separator: ", ") { "0x" + $0.hex } + ",\n]\n"
    }
  }

  private func lines(
    _ bytes: [UInt8], indent: String, separator: String, _ write: (UInt8) -> String
  ) -> String {
    let perLine = self == .hex ? 16 : 12
    let end = self == .hex ? "\n" : ",\n"
    return stride(from: 0, to: bytes.count, by: perLine).map { start in
      indent
        + bytes[start..<min(start + perLine, bytes.count)].map(write)
        .joined(separator: separator)
    }.joined(separator: end)
  }
}
