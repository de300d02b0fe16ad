/// Text that is pasted, as it goes into the composer: its ends of lines are LF, a tab is four spaces, other
/// controls are gone, and so are the ends of lines at its very end, so that nothing is sent before Enter.
package struct Paste: Equatable, Sendable {
  package let text: String

  package init(_ raw: String) {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0a where last == "\r": break
      case 0x0a, 0x0d, 0x2028, 0x2029: scalars.append("\n")
      case 0x09: scalars.append(contentsOf: "    ".unicodeScalars)
      case 0..<0x20, 0x7f..<0xa0: break
      default: scalars.append(scalar)
      }
      last = scalar
    }
    while scalars.last == "\n" { scalars.removeLast() }
    text = String(scalars)
  }

  package var lines: Int { 1 + text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// Whether its size is worth a word.
  var isLarge: Bool { lines > 1 || text.utf8.count > 200 }
}
