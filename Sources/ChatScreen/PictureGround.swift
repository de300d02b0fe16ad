/// What is behind some cells of a row of a picture, all in one colour.
struct PictureGround: Equatable {
  let row: Int
  var columns: Range<Int>
  let fill: String

  /// The rectangle of it.
  var svg: String {
    "<rect x=\"\(Picture.x(columns.lowerBound))\" y=\"\(Picture.y(row))\""
      + " width=\"\(Picture.number(Double(columns.count) * Picture.width))\""
      + " height=\"\(Picture.number(Picture.height))\" fill=\"\(fill)\"/>"
  }
}

extension [PictureGround] {
  /// Adds a ground, as one with the last where it goes on from that: two rectangles that meet between pixels leave
  /// a seam.
  mutating func add(_ next: PictureGround) {
    if let last, last.row == next.row, last.fill == next.fill,
      last.columns.upperBound == next.columns.lowerBound
    {
      self[count - 1].columns = last.columns.lowerBound..<next.columns.upperBound
    } else {
      append(next)
    }
  }
}
