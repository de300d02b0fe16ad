/// A screen as a picture in SVG 1.1: every glyph in its cells, lines of the frame as lines, the cursor as a block.
///
/// Fonts differ in the width of what is not ASCII, so each stretch of text has its own place and length.
package struct Picture {
  /// Pixels of a cell, of the letters, of the margin, and from a cell's top to its baseline.
  static let width = 8.4
  static let height = 18.0
  private static let font = 14
  static let margin = 10.0
  private static let baseline = 13.5
  private static let fonts =
    "ui-monospace,'SF Mono',Menlo,'DejaVu Sans Mono','Noto Sans Mono CJK SC',Consolas,monospace"

  /// How names of its files end.
  static let ending = ".svg"

  let grid: Grid
  let theme: Theme

  package init(_ grid: Grid, theme: Theme = .standard) {
    self.grid = grid
    self.theme = theme
  }

  /// The whole file.
  package var svg: String {
    let (columns, rows) = (Double(grid.size.columns), Double(grid.size.rows))
    let size = (
      2 * Picture.margin + columns * Picture.width, 2 * Picture.margin + rows * Picture.height
    )
    let (width, height) = (Picture.number(size.0), Picture.number(size.1))
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\">",
      "<style>text{font:\(Picture.font)px \(Picture.fonts);white-space:pre;fill:\(ink)}"
        + ".b{font-weight:bold}.d{opacity:.65}.u{text-decoration:underline}</style>",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(paper)\"/>",
    ]
    var grounds: [PictureGround] = []
    var lines = PictureLines()
    var texts: [String] = []
    for row in 0..<grid.size.rows {
      let runs = PictureRun.runs(of: grid[row: row])
      for run in runs {
        let look = Look(of: run.style, in: theme)
        if let fill = fill(of: look, run.style) {
          grounds.add(PictureGround(row: row, columns: run.columns, fill: fill))
        }
        if let line = PictureLines.reach(of: run.text) {
          lines.add(line, row: row, column: run.column, ink: ink(of: look), faint: look.dim)
        } else {
          texts.append(text(run, row: row, look))
        }
      }
    }
    if let cursor = grid.cursor {
      let columns = cursor.column..<cursor.column + 1
      grounds.append(PictureGround(row: cursor.row, columns: columns, fill: ink))
    }
    parts += grounds.map(\.svg) + lines.paths + texts + ["</svg>", ""]
    return parts.joined(separator: "\n")
  }

  private var ink: String { theme.ink.hex }
  private var paper: String { theme.paper.hex }

  private func ink(of look: Look) -> String {
    look.reverse ? look.background?.hex ?? paper : look.color?.hex ?? ink
  }

  /// What is behind a run; nil where that is the paper.
  private func fill(of look: Look, _ style: Style) -> String? {
    let fill = look.reverse ? look.color?.hex ?? ink : look.background?.hex ?? paper
    return fill == paper ? nil : fill
  }

  private func text(_ run: PictureRun, row: Int, _ look: Look) -> String {
    var names: [String] = []
    if look.bold { names.append("b") }
    if look.dim { names.append("d") }
    if look.underline { names.append("u") }
    let marks = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    let fill = ink(of: look) == ink ? "" : " style=\"fill:\(ink(of: look))\""
    let y = Picture.number(Picture.margin + Double(row) * Picture.height + Picture.baseline)
    return "<text\(marks) x=\"\(Picture.x(run.column))\" y=\"\(y)\""
      + " textLength=\"\(Picture.number(Double(run.width) * Picture.width))\""
      + " lengthAdjust=\"spacingAndGlyphs\"\(fill)>\(Picture.escaped(run.text))</text>"
  }

  static func x(_ column: Int) -> String { number(margin + Double(column) * width) }
  static func y(_ row: Int) -> String { number(margin + Double(row) * height) }

  /// A number with one digit behind the point, none if that is 0.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, sign in
      switch sign {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(sign)
      }
    }
  }
}
