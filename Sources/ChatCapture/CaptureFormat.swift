/// How a capture is written.
package enum CaptureFormat: String, CaseIterable, Sendable {
  /// draft-ietf-opsawg-pcapng: what Wireshark and tshark open.
  case pcapng
  /// A hexdump that `text2pcap -D -t %s.%f` reads, and `xxd -r` block by block.
  case hex
  /// One JSON object a line.
  case jsonl

  /// The format that a path's suffix names, nil if it names none.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// What turns records into the bytes of a file.
  package var encoder: any CaptureEncoder {
    switch self {
    case .pcapng: PcapWriter()
    case .hex: HexWriter()
    case .jsonl: JSONWriter()
    }
  }
}

/// Where a capture goes: `FILE.pcapng`, or any file and the name of the format behind a space.
package struct CaptureTarget: Equatable, Sendable {
  package let path: String
  package let format: CaptureFormat

  /// - Returns: nil if neither a last word nor the suffix names a format.
  package init?(_ argument: String) {
    if let space = argument.lastIndex(of: " "), space > argument.startIndex,
      let format = CaptureFormat(rawValue: String(argument[argument.index(after: space)...]))
    {
      path = String(argument[..<space])
      self.format = format
    } else if let format = CaptureFormat(path: argument) {
      path = argument
      self.format = format
    } else {
      return nil
    }
  }
}
