/// What a program wrote to its terminal, taken apart into text and sequences.
struct Writing {
  /// The sequences that the client sends beyond terminfo: brackets around a paste, news of the focus, and a title
  /// (xterm's control sequences, modes 2004, 1004 and 1002, CSI 22 t and 23 t, OSC 2).
  static let modes =
    ["?2004h", "?2004l", "?1004h", "?1004l", "?1002h", "?1002l", "22;2t", "23;2t"].map {
      "\u{1b}[\($0)"
    } + [title]
  /// What begins a title; BEL ends it.
  private static let title = "\u{1b}]2;"

  /// The text, without any sequence.
  private(set) var text = ""
  /// The titles of the window, in order.
  private(set) var titles: [String] = []
  /// How often each of the sequences beyond terminfo was written.
  private(set) var counts: [String: Int] = [:]
  /// What is neither text nor allowed, with what stands around it.
  private(set) var faults: [String] = []
  /// Signs without a width since the last base.
  private var marks = 0

  /// - Parameters:
  ///   - bytes: all that was written.
  ///   - entry: what the terminal can do, nil for nothing but text.
  ///   - sequences: what else was sent on purpose, to the letter.
  init(_ bytes: [UInt8], on entry: TerminalEntry?, and sequences: [String] = []) {
    var rest = bytes[...]
    while let first = rest.first {
      if let own = sequences.first(where: { rest.starts(with: $0.utf8) }) {
        counts[own, default: 0] += 1
        rest = rest.dropFirst(own.utf8.count)
        guard own == Writing.title, let end = rest.firstIndex(of: 7) else { continue }
        let title = Writing(Array(rest[..<end]), on: nil)
        faults += title.faults
        titles.append(title.text)
        rest = rest[(end + 1)...]
        continue
      }
      let length = entry?.length(in: rest) ?? 0
      if length > 0 {
        rest = rest.dropFirst(length)
        continue
      }
      if let scalar = Writing.scalar(rest), take(scalar) {
        rest = rest.dropFirst(UTF8.width(scalar))
        continue
      }
      let around = rest.startIndex - 24..<rest.startIndex + 24
      faults.append(
        "byte \(first) at \(rest.startIndex) in \(bytes[around.clamped(to: bytes.indices)].map { Character(Unicode.Scalar($0)) })"
      )
      rest = rest.dropFirst()
    }
  }

  /// The scalar at the front of `bytes`; nil if they are no UTF-8.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let width = max(1, (~(bytes.first ?? 0)).leadingZeroBitCount)
    let scalars = String(validating: bytes.prefix(width), as: UTF8.self)?.unicodeScalars
    return scalars?.count == 1 ? scalars?.first : nil
  }

  /// Whether a scalar is text that is seen where it stands and controls nothing.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: return false
    case 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f: return false
    case 0xfeff, 0xfff9...0xfffb, 0xe0000...0xe007f: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: marks += 1
    default: marks = 0
    }
    text.unicodeScalars.append(scalar)
    return marks <= 8
  }
}
