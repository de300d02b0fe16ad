/// What one end of a connection tells of its segments in one direction: points in order.
///
/// Points may come in any order. One that contradicts its neighbours is left out, and so are they: nobody can tell
/// which of them is wrong.
struct SegmentTrack: Sendable {
  /// The stream's first `bytes` bytes took `segments` segments, so that one of them ends there.
  struct Point: Equatable, Sendable {
    var bytes: Int
    var segments: Int

    /// Whether `next` can be true as well: more segments, and none of them empty.
    func precedes(_ next: Point) -> Bool {
      next.bytes > bytes && next.segments > segments
        && next.segments - segments <= next.bytes - bytes
    }
  }

  /// As many points as are remembered, those furthest on in the stream.
  static let limit = 16_384
  private static let doubtLimit = 256
  /// The last byte that a point may speak of; what is told beyond is nonsense, and no sum of two overflows.
  static let reach = Int.max >> 2

  private(set) var points = [Point(bytes: 0, segments: 0)]

  /// Bytes where points contradicted each other: a stretch with one of them in it has no count.
  private(set) var doubts: [Int] = []

  mutating func pin(_ point: Point) {
    guard point.bytes > 0, point.bytes <= SegmentTrack.reach, point.segments > 0,
      point.segments <= point.bytes
    else { return }
    var place = count(upTo: point.bytes - 1)
    if place < points.count, points[place] == point { return }
    var agrees = true
    if place < points.count, !point.precedes(points[place]) {
      points.remove(at: place)
      agrees = false
    }
    if place > 0, !points[place - 1].precedes(point) {
      place -= 1
      if points[place].bytes > 0 { points.remove(at: place) }
      agrees = false
    }
    guard agrees else {
      doubts.append(point.bytes)
      if doubts.count > SegmentTrack.doubtLimit { doubts.removeFirst(SegmentTrack.doubtLimit / 2) }
      return
    }
    points.insert(point, at: place)
    if points.count > SegmentTrack.limit { points.removeFirst(SegmentTrack.limit / 4) }
  }

  /// How many points lie at or before a byte, by bisection.
  func count(upTo bytes: Int) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = low + (high - low) / 2
      if points[middle].bytes <= bytes { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
