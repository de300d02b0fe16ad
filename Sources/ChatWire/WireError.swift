/// Why bytes are not a message.
package enum WireError: Error, Equatable, Sendable {
  /// A length header over the limit; `bytes` are the four of the header as they came.
  case oversized(bytes: [UInt8], limit: Int)
  /// More bytes without an LF than a line may have.
  case lineTooLong(limit: Int)
  /// A payload that is not UTF-8, from the byte at `offset` on.
  case notUTF8(offset: Int)
  /// The stream ended inside a message: `have` bytes of it came, at least `need` were announced.
  case truncated(have: Int, need: Int)
}

extension WireError {
  /// The code under which a server tells the peer, nil where there is nobody left to tell.
  package var code: ErrorCode? {
    switch self {
    case .oversized: .frame
    case .lineTooLong: .line
    case .notUTF8: .utf8
    case .truncated: nil
    }
  }
}

extension WireError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .oversized(let bytes, let limit):
      let field = LengthField(bytes: bytes)
      let guess = LengthGuess(bytes: bytes, limit: limit).map { "; \($0)" } ?? ""
      return "length \(field.unsigned) (\(field.hex)) is over the limit \(limit)\(guess)"
    case .lineTooLong(let limit):
      return "the line is longer than \(limit) bytes; skipped to the next LF"
    case .notUTF8(let offset):
      return "not UTF-8 at byte \(offset); nothing was said"
    case .truncated(let have, let need):
      return "the stream ended inside a message: \(have) of \(need) bytes"
    }
  }
}
