/// Where one direction of a connection is cut into segments, as far as the kernels of its two ends tell.
///
/// TCP_INFO gives counts, not places. Each end tells points: so many bytes took so many segments. Two neighbouring
/// points one segment apart are a segment whose seams are known; n apart they are a span of n segments.
///
/// The sender's counts are the measure. A receiver counts what came twice twice, and cannot tell (a tail-loss probe,
/// RFC 8985 §7): its counts run ahead by a drift, which shows wherever both ends tell of the same byte. Its points
/// fill the gaps between two such bytes if the drift is the same at both.
package struct SegmentMap: Sendable {
  package enum End: Sendable {
    case sender, receiver
  }

  /// A stretch of the stream, in bytes from its first.
  package enum Piece: Equatable, Sendable {
    /// One segment.
    case segment(Range<Int>)
    /// Two or more segments; their seams in between are not known.
    case span(Range<Int>, segments: Int)
    /// Nothing was told of these bytes, or it is forgotten.
    case unknown(Range<Int>)

    package var range: Range<Int> {
      switch self {
      case .segment(let range), .span(let range, _), .unknown(let range): range
      }
    }
  }

  /// How many segments carry some bytes: at least, and at most if that is known.
  package struct Count: Equatable, Sendable {
    package var atLeast = 0
    package var atMost: Int? = 0

    package init(atLeast: Int = 0, atMost: Int? = 0) {
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  private var sender = SegmentTrack()
  private var receiver = SegmentTrack()

  package init() {}

  /// Whether any end has told anything.
  package var isTold: Bool { sender.points.count > 1 || receiver.points.count > 1 }

  /// All segments so far; nil if nothing was told.
  package var total: Int? {
    guard isTold else { return nil }
    return (sender.points.count > 1 ? sender : receiver).points.last?.segments
  }

  /// Takes a point of one end: the first `bytes` bytes took `segments` segments.
  ///
  /// Numbers that cannot be are left out.
  package mutating func pin(bytes: Int, segments: Int, by end: End) {
    let point = SegmentTrack.Point(bytes: bytes, segments: segments)
    switch end {
    case .sender: sender.pin(point)
    case .receiver: receiver.pin(point)
    }
  }

  /// The pieces that `range` touches, in order and without a gap; the first and the last may reach beyond it.
  package func pieces(in range: Range<Int>) -> [Piece] {
    guard !range.isEmpty, range.lowerBound >= 0 else { return [] }
    let points = points(around: range)
    let doubts = sender.points.count > 1 ? sender.doubts : receiver.doubts
    var pieces: [Piece] = []
    var before = points.first
    if let first = before?.bytes, first > range.lowerBound {
      pieces.append(.unknown(range.lowerBound..<min(first, range.upperBound)))
    }
    for point in points.dropFirst() {
      guard let start = before, start.bytes < range.upperBound else { break }
      before = point
      guard point.bytes > range.lowerBound else { continue }
      let stretch = start.bytes..<point.bytes
      let segments = point.segments - start.segments
      if doubts.contains(where: { start.bytes < $0 && $0 <= point.bytes }) {
        pieces.append(.unknown(stretch))
      } else {
        pieces.append(segments == 1 ? .segment(stretch) : .span(stretch, segments: segments))
      }
    }
    let end = max(range.lowerBound, before?.bytes ?? 0)
    if end < range.upperBound { pieces.append(.unknown(end..<range.upperBound)) }
    return pieces
  }

  /// How many segments carry the bytes of `range`.
  package func count(in range: Range<Int>) -> Count {
    var count = Count()
    for piece in pieces(in: range) {
      switch piece {
      case .segment:
        count.atLeast += 1
        count.atMost = count.atMost.map { $0 + 1 }
      case .span(let stretch, let segments):
        let inside = stretch.clamped(to: range).count
        count.atLeast += max(1, segments - (stretch.count - inside))
        count.atMost = count.atMost.map { $0 + min(segments, inside) }
      case .unknown: count.atMost = nil
      }
    }
    return count
  }

  /// What both ends tell together, from before `range` to behind it as far as that is known.
  private func points(around range: Range<Int>) -> [SegmentTrack.Point] {
    let (sent, received) = (sender.points, receiver.points)
    var (one, two) = lastAgreement(before: range.lowerBound)
    guard sent.indices.contains(one) else { return [] }
    var result = [sent[one]]
    var drift = two.map { received[$0].segments - sent[one].segments }
    var other = two.map { $0 + 1 } ?? receiver.count(upTo: sent[one].bytes)
    two = nil
    one += 1
    while let last = result.last, last.bytes < range.upperBound,
      one < sent.count || (drift != nil && other < received.count)
    {
      // The stretch to the next byte of which both ends tell.
      var (end, otherEnd) = (one, other)
      while end < sent.count, otherEnd < received.count, sent[end].bytes != received[otherEnd].bytes
      {
        if sent[end].bytes < received[otherEnd].bytes { end += 1 } else { otherEnd += 1 }
      }
      let isClosed = end < sent.count && otherEnd < received.count
      if !isClosed { (end, otherEnd) = (sent.count, received.count) }
      let next = isClosed ? received[otherEnd].segments - sent[end].segments : drift
      let usable = drift != nil && drift == next ? received[other..<otherEnd] : []
      merge(sent[one..<end], until: isClosed ? sent[end] : nil, usable, drift ?? 0, into: &result)
      if isClosed { result.append(sent[end]) }
      (one, other) = isClosed ? (end + 1, otherEnd + 1) : (end, otherEnd)
      drift = next
    }
    return result
  }

  /// The places of the last byte at or before `bytes` of which both ends tell; without one, the sender's last point.
  private func lastAgreement(before bytes: Int) -> (sender: Int, receiver: Int?) {
    let (sent, received) = (sender.points, receiver.points)
    let last = max(0, sender.count(upTo: bytes) - 1)
    var (one, two) = (last, receiver.count(upTo: bytes) - 1)
    while one >= 0, two >= 0 {
      if sent[one].bytes == received[two].bytes { return (one, two) }
      if sent[one].bytes > received[two].bytes { one -= 1 } else { two -= 1 }
    }
    return (last, nil)
  }

  /// Appends the sender's points, and the receiver's that fit between them.
  private func merge(
    _ sent: ArraySlice<SegmentTrack.Point>, until end: SegmentTrack.Point?,
    _ received: ArraySlice<SegmentTrack.Point>, _ drift: Int,
    into result: inout [SegmentTrack.Point]
  ) {
    var rest = received
    func fill(before next: SegmentTrack.Point?) {
      while let point = rest.first, next.map({ point.bytes < $0.bytes }) ?? true {
        rest.removeFirst()
        let fitted = SegmentTrack.Point(bytes: point.bytes, segments: point.segments - drift)
        if result.last?.precedes(fitted) ?? true, next.map({ fitted.precedes($0) }) ?? true {
          result.append(fitted)
        }
      }
    }
    for point in sent {
      fill(before: point)
      result.append(point)
    }
    fill(before: end)
  }
}
