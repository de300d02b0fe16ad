/// A text of which stretches are painted, each in a style of its own.
struct Painting {
  private let text: String
  private let plain: Style
  private var painted: [(range: Range<String.Index>, style: Style)] = []

  init(_ text: String, _ plain: Style) {
    self.text = text
    self.plain = plain
  }

  /// Paints a stretch over what was painted before.
  mutating func paint(_ range: Range<String.Index>, _ style: Style) {
    if !range.isEmpty { painted.append((range, style)) }
  }

  /// The text from its beginning, stretch by stretch.
  var pieces: Pieces {
    let order = painted.indices.sorted {
      painted[$0].range.lowerBound < painted[$1].range.lowerBound
    }
    let cuts = painted.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    var (stretches, open): ([Pieces.Stretch], [Int]) = ([], [])
    var (start, next) = (text.startIndex, 0)
    for end in cuts.sorted() + [text.endIndex] where start < end {
      while next < order.count, painted[order[next]].range.lowerBound <= start {
        open.append(order[next])
        next += 1
      }
      open.removeAll { painted[$0].range.upperBound <= start }
      stretches.append((end, open.max().map { painted[$0].style } ?? plain))
      start = end
    }
    return Pieces(stretches)
  }

  /// The stretches of a text, given out in order.
  struct Pieces {
    /// Where it ends, and how it looks.
    typealias Stretch = (end: String.Index, style: Style)

    private let stretches: [Stretch]
    private var current = 0

    fileprivate init(_ stretches: [Stretch]) { self.stretches = stretches }

    /// Appends a part of the text that is not before the last one.
    mutating func append(_ part: Substring, to row: inout StyledRow) {
      var rest = part
      while !rest.isEmpty, current < stretches.count {
        let (end, style) = stretches[current]
        if rest.startIndex < end {
          let cut = min(end, rest.endIndex)
          row.append(String(rest[..<cut]), style)
          rest = rest[cut...]
        }
        if rest.startIndex >= end { current += 1 }
      }
    }
  }
}
