/// How one read lies over the writes of its stream.
package enum Verdict: Equatable, Sendable {
  /// Exactly one write.
  case oneToOne
  /// `n` whole writes, two or more: 粘包.
  case sticky(Int)
  /// `have` of the bytes of one write that has `of`: 半包.
  case half(Int, of: Int)
  /// More than one write, at least one of them cut.
  case mixed
  /// Not all of the writes that it covers are known.
  case unknown

  /// The word on screen.
  package var text: String {
    switch self {
    case .oneToOne: "1:1"
    case .sticky(let count): "STICKY ×\(count)"
    case .half(let have, let whole): "HALF \(have)/\(whole)"
    case .mixed: "MIXED"
    case .unknown: "?"
    }
  }

  /// The verdict on each read of one stream, both given as sizes in bytes, in order from its first byte.
  ///
  /// A size below 1 moves nothing: a read of none has the verdict `unknown`.
  package static func judge(writes: [Int], reads: [Int]) -> [Verdict] {
    var map = CallMap()
    var offset = 0
    for size in writes where size > 0 {
      map.add(offset..<offset + size)
      offset += size
    }
    offset = 0
    return reads.map { size in
      guard size > 0 else { return .unknown }
      defer { offset += size }
      return map.verdict(of: offset..<offset + size)
    }
  }
}
