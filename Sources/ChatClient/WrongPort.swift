package import ChatWire

/// What the first bytes of a server show of its port, where it is one of another framing than the one dialled.
package enum WrongPort {
  /// The most that the first message of a length port has here: its own words are short.
  private static let short = 4_096

  /// - Returns: the framing that the port seems to have; nil if it may well be ours.
  package static func framing(
    of bytes: some Collection<UInt8>, dialled: Framing
  ) -> Framing? {
    let header = Array(bytes.prefix(WireLimit.header))
    guard header.count == WireLimit.header else { return nil }
    switch dialled {
    case .length:
      switch LengthGuess(bytes: header, limit: WireLimit.frame) {
      case .letters, .http: return Array(bytes.suffix(1)) == [0x0a] ? .line : .raw
      default: return nil
      }
    case .raw, .line:
      let length = LengthField(bytes: header).little
      let body = bytes.dropFirst(WireLimit.header)
      // The words of a length port begin with a slash, or with three stars for those that said no hello.
      guard (1...short).contains(length), body.count >= length,
        let first = body.first, first == 0x2f || first == 0x2a
      else { return nil }
      return .length
    case .udp: return nil
    }
  }
}
