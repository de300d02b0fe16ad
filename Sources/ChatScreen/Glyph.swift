/// What stands in one place of the grid: a sign with its marks, one or two columns wide.
package struct Glyph: Equatable, Sendable {
  package let text: String
  /// 1 or 2; 0 for a mark without a base, which is not drawn.
  package let width: Int

  /// Calls `body` for each glyph of one character, from left to right.
  ///
  /// Mostly a character is one glyph. It is several where grapheme clustering (UAX #29) joins signs that
  /// terminals draw side by side: Indic conjuncts, decomposed Hangul out of order, emoji modifiers in a row.
  package static func each(in character: Character, _ body: (Glyph) -> Void) {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let only = scalars.first {
      body(Glyph(text: String(character), width: CellWidth.of(only)))
      return
    }
    var run = Run()
    for scalar in scalars {
      let width = CellWidth.of(scalar)
      if !run.text.isEmpty, width > 0, !run.joins(scalar) {
        body(Glyph(text: String(run.text), width: run.width))
        run = Run()
      }
      run.append(scalar, width: width)
    }
    body(Glyph(text: String(run.text), width: run.width))
  }

  /// Calls `body` for each glyph of a text.
  package static func each(in text: some StringProtocol, _ body: (Glyph) -> Void) {
    for character in text {
      if character.isASCII, character != "\r\n" {
        body(Glyph(text: String(character), width: 1))
      } else {
        each(in: character, body)
      }
    }
  }

  /// The scalars of one glyph, as far as they are known.
  private struct Run {
    var text = String.UnicodeScalarView()
    var width = 0
    private var base: Unicode.Scalar?
    private var last: Unicode.Scalar?
    private var modified = false

    /// Whether a scalar with a width of its own still belongs to this glyph.
    func joins(_ scalar: Unicode.Scalar) -> Bool {
      guard let base, let last else { return false }
      if scalar.properties.isEmojiModifier { return !modified && base.properties.isEmoji }
      if last == "\u{200d}" { return base.properties.isEmoji && scalar.properties.isEmoji }
      return text.count == 1 && base.isRegionalIndicator && scalar.isRegionalIndicator
    }

    mutating func append(_ scalar: Unicode.Scalar, width: Int) {
      if let base {
        let emoji = scalar == "\u{fe0f}" && base.properties.isEmoji
        self.width = emoji || (width > 0 && joins(scalar)) ? 2 : self.width
        if scalar.properties.isEmojiModifier { modified = true }
        if last == "\u{200d}" { modified = false }
      } else {
        base = scalar
        self.width = width
      }
      last = scalar
      text.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// One of the 26 letters of which two make a flag.
  var isRegionalIndicator: Bool { (0x1f1e6...0x1f1ff).contains(value) }
}
