import ChatWire

extension Look {
  /// A colour by its number in xterm's palette of 256; the first 8 are those of ECMA-48 (SGR 30 to 37).
  package struct Color: Hashable, Sendable {
    package let index: Int
    /// Red, green and blue, where a picture has no terminal to ask.
    private let rgb: Int?

    package init(_ index: Int) {
      self.index = index
      rgb = nil
    }

    private init(_ index: Int, rgb: Int) {
      self.index = index
      self.rgb = rgb
    }

    package static let red = Color(1)
    package static let green = Color(2)
    package static let magenta = Color(5)
    package static let cyan = Color(6)

    /// Black and white of the colour cube, which no terminal's own palette changes.
    package static let black = Color(16)
    package static let white = Color(231)

    /// The terminal's own foreground and background in a picture.
    static let paleInk = Color(7, rgb: 0xd8dce4)
    static let darkPaper = Color(0, rgb: 0x14171c)

    /// The eight as they are seen in a picture.
    private static let eight = [
      0x3b4048, 0xe06c75, 0x98c379, 0xe5c07b, 0x61afef, 0xc678dd, 0x56b6c2, 0xd8dce4,
    ]

    /// Red, green and blue, 8 bits each.
    package var components: (red: Int, green: Int, blue: Int) {
      let value = rgb ?? (Color.eight.indices.contains(index) ? Color.eight[index] : nil)
      if let value { return (value >> 16, value >> 8 & 0xff, value & 0xff) }
      if index >= 232 {
        return (8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232))
      }
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = min(max(0, index - 16), 215)
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    /// The colour as a picture names it: `#rrggbb`.
    var hex: String {
      let (red, green, blue) = components
      return "#" + [red, green, blue].map { UInt8(clamping: $0).hex }.joined()
    }
  }
}
