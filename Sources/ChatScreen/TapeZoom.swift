/// How many bytes stand in one column of the tape.
package enum TapeZoom: Equatable, Sendable {
  /// As few as the burst in view needs.
  case fit
  case bytes(Int)
  /// The next step.
  case next

  /// The zoom that a word asks for: none the next step, `fit`, or the bytes, 1 to 1,048,576.
  init?(_ word: String) {
    switch word {
    case "": self = .next
    case "fit": self = .fit
    default:
      guard let bytes = Int(word), (1...TapeScale.limit).contains(bytes) else { return nil }
      self = .bytes(bytes)
    }
  }

  /// The steps: 1 B, then four times as many each, then the burst in view again.
  func applied(to perColumn: Int?) -> Int? {
    switch self {
    case .fit: nil
    case .bytes(let bytes): min(max(1, bytes), TapeScale.limit)
    case .next:
      switch perColumn {
      case nil: 1
      case let bytes? where bytes < 4_096: bytes * 4
      default: nil
      }
    }
  }
}
