import ChatScreen
import CNcurses

/// A paste that is under way: what came since the terminal's opening bracket.
struct PasteCollector {
  /// The most bytes that are kept; more than this no composer takes.
  private static let capacity = 262_144

  /// The ends of lines with which the part before ended: they are between the two.
  private let lead: String.UnicodeScalarView
  private var text = String.UnicodeScalarView()
  /// All that came, kept or not.
  private(set) var bytes = 0

  /// - Parameter part: what of the same paste went in before.
  init(behind part: PasteCollector? = nil) {
    let text = part?.text ?? String.UnicodeScalarView()
    lead = String.UnicodeScalarView(
      text.reversed().prefix { $0 == "\n" || $0 == "\r" }.reversed())
  }

  var isEmpty: Bool { bytes == 0 }

  /// The only scalar of it, nil if there are more.
  var single: Unicode.Scalar? { text.count == 1 ? text.first : nil }

  /// The key for the whole of it.
  var key: Key { .paste(String(lead + text)) }

  /// Takes what ncurses returned: scalars are text, keys that it found in it are not.
  mutating func take(_ kind: Int32, _ code: UInt32) {
    guard kind != KEY_CODE_YES, let scalar = Unicode.Scalar(code) else { return }
    bytes += UTF8.width(scalar)
    if bytes <= PasteCollector.capacity { text.append(scalar) }
  }
}
