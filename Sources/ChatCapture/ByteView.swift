/// Bytes of a file that nobody vouches for: whatever is not there is nil.
struct ByteView {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  var array: [UInt8] { Array(bytes) }

  /// One byte, by its offset in the view.
  func byte(_ offset: Int) -> Int? {
    guard offset >= 0, offset < bytes.count else { return nil }
    return Int(bytes[bytes.startIndex + offset])
  }

  /// A part of the view, nil if it is not all there.
  func part(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
      return nil
    }
    let start = bytes.startIndex + offset
    return ByteView(bytes[start..<start + length])
  }

  /// An unsigned number of two or four bytes, least significant first.
  func little(_ offset: Int, _ size: Int) -> Int? { part(offset, size)?.number(reversed: true) }

  /// An unsigned number of two or four bytes, most significant first.
  func big(_ offset: Int, _ size: Int) -> Int? { part(offset, size)?.number(reversed: false) }

  private func number(reversed: Bool) -> Int {
    let digits = reversed ? Array(bytes.reversed()) : Array(bytes)
    return digits.reduce(0) { $0 << 8 | Int($1) }
  }
}
