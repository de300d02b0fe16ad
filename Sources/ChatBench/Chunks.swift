/// What `ncat --chat` makes of lines: chunks as it happened to read them, each behind its sender's name.
///
/// A chunk may be several lines or a part of one; the name says which sender's line it goes on with.
struct Chunks {
  private static let mark = Array("<user".utf8)

  private var sender = 0
  private var lines: [Int: [UInt8]] = [:]

  /// Takes bytes of the stream, and hands on each line that is whole.
  ///
  /// - Returns: how many bytes were taken; the rest may be the beginning of a name.
  mutating func take(
    _ bytes: UnsafeRawBufferPointer, _ found: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "<"):
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: " ")) else { return place }
        sender = Chunks.number(bytes[place..<end])
        place = end + 1
      case UInt8(ascii: "\n"):
        if let line = lines.updateValue([], forKey: sender) { line.withUnsafeBytes(found) }
        place += 1
      default:
        let end = bytes[place...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\n") }
        lines[sender, default: []] += bytes[place..<(end ?? bytes.count)]
        place = end ?? bytes.count
      }
    }
    return place
  }

  /// The number in `<userN>`.
  private static func number(_ name: Slice<UnsafeRawBufferPointer>) -> Int {
    name.dropFirst(mark.count).dropLast().reduce(0) { $0 &* 10 &+ Int($1 & 15) }
  }
}
