/// The lines of a picture's frame and tape: box characters as strokes that meet.
struct PictureLines {
  /// Where a box character reaches from the middle of its cell.
  struct Reach: OptionSet {
    let rawValue: Int
    static let left = Reach(rawValue: 1)
    static let right = Reach(rawValue: 2)
    static let up = Reach(rawValue: 4)
    static let down = Reach(rawValue: 8)
  }

  private struct Pen: Hashable {
    let ink: String
    let isFaint: Bool
  }

  /// A stroke along a row or a column, in half cells.
  private struct Stroke: Hashable {
    let isLevel: Bool
    let line: Int
    let along: Range<Int>
  }

  private var strokes: [Pen: [Stroke]] = [:]
  private var pens: [Pen] = []

  static func reach(of text: String) -> Reach? {
    switch text {
    case "─": [.left, .right]
    case "│": [.up, .down]
    case "┌": [.right, .down]
    case "┐": [.left, .down]
    case "└": [.right, .up]
    case "┘": [.left, .up]
    case "├": [.right, .up, .down]
    case "┤": [.left, .up, .down]
    case "┬": [.left, .right, .down]
    case "┴": [.left, .right, .up]
    default: nil
    }
  }

  mutating func add(_ reach: Reach, row: Int, column: Int, ink: String, faint: Bool) {
    let pen = Pen(ink: ink, isFaint: faint)
    if strokes[pen] == nil { pens.append(pen) }
    let (x, y) = (2 * column, 2 * row)
    if !reach.isDisjoint(with: [.left, .right]) {
      let start = reach.contains(.left) ? x : x + 1
      add(
        Stroke(isLevel: true, line: row, along: start..<(reach.contains(.right) ? x + 2 : x + 1)),
        pen)
    }
    if !reach.isDisjoint(with: [.up, .down]) {
      let start = reach.contains(.up) ? y : y + 1
      add(
        Stroke(
          isLevel: false, line: column, along: start..<(reach.contains(.down) ? y + 2 : y + 1)), pen
      )
    }
  }

  /// Adds a stroke, joined to the one that it goes on from.
  private mutating func add(_ stroke: Stroke, _ pen: Pen) {
    let own = strokes[pen, default: []]
    let before = own.lastIndex {
      $0.isLevel == stroke.isLevel && $0.line == stroke.line
        && $0.along.upperBound == stroke.along.lowerBound
    }
    guard let before else {
      strokes[pen, default: []].append(stroke)
      return
    }
    strokes[pen]?[before] = Stroke(
      isLevel: stroke.isLevel, line: stroke.line,
      along: own[before].along.lowerBound..<stroke.along.upperBound)
  }

  /// One path for each pen.
  var paths: [String] {
    pens.map { pen in
      let path = (strokes[pen] ?? []).map { PictureLines.path($0) }.joined()
      let faint = pen.isFaint ? " class=\"d\"" : ""
      return
        "<path\(faint) d=\"\(path)\" stroke=\"\(pen.ink)\" stroke-width=\"1.2\" fill=\"none\"/>"
    }
  }

  private static func path(_ stroke: Stroke) -> String {
    let (cell, other) =
      stroke.isLevel ? (Picture.width, Picture.height) : (Picture.height, Picture.width)
    let start = Picture.number(Picture.margin + Double(stroke.along.lowerBound) * cell / 2)
    let end = Picture.number(Picture.margin + Double(stroke.along.upperBound) * cell / 2)
    let line = Picture.number(Picture.margin + (Double(stroke.line) + 0.5) * other)
    return stroke.isLevel ? "M\(start) \(line)H\(end)" : "M\(line) \(start)V\(end)"
  }
}
