/// What a server refuses, the first word of `/error`.
package enum ErrorCode: String, CaseIterable, Sendable {
  case frame, line, utf8
  case nickTaken = "nick-taken"
  case nickBad = "nick-bad"
  case version
  case noNick = "no-nick"
  case noConnection = "no-connection"
  case range, unknown, full, slow, timeout, room

  /// Whether the connection ends with it.
  package var closes: Bool {
    switch self {
    case .frame, .full, .slow, .timeout: true
    default: false
    }
  }
}
