import ChatWire

/// One of the ways in which the log is written out: a dialect on a framing.
enum View: Int, CaseIterable, Sendable {
  case lengthEvents, lineEvents, lengthLines, lineLines, raw, datagram

  /// What a TCP connection gets on `framing`, once it said `/hello` or before.
  init(_ framing: Framing, events: Bool) {
    switch framing {
    case .length: self = events ? .lengthEvents : .lengthLines
    case .line: self = events ? .lineEvents : .lineLines
    case .raw: self = .raw
    case .udp: self = .datagram
    }
  }

  var framing: Framing {
    switch self {
    case .lengthEvents, .lengthLines: .length
    case .lineEvents, .lineLines: .line
    case .raw: .raw
    case .datagram: .udp
    }
  }

  /// Whether it speaks in events; else in lines as people read them.
  var isEvents: Bool {
    switch self {
    case .lengthEvents, .lineEvents, .datagram: true
    case .lengthLines, .lineLines, .raw: false
    }
  }

  /// Whether each message is a write of its own; the others go out as one run of bytes a batch.
  var isPackets: Bool {
    switch self {
    case .raw, .datagram: true
    default: false
    }
  }
}
