/// The single-space-separated fields of a command or an event, taken from the front.
///
/// A space is the byte 20 whatever stands behind it; a combining mark after it begins the next field. What is no
/// UTF-8 becomes U+FFFD.
struct Words {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next field, nil when none is left; two spaces in a row have an empty field between them.
  mutating func next() -> String? {
    field().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The most bytes of a name; those that `Nick` and `RoomName` let through have half of them at most.
  static let longestName = 128

  /// The next field as somebody's or a room's name, nil if none is left or it is longer than any name.
  mutating func name() -> String? {
    field().flatMap { $0.count <= Words.longestName ? String(decoding: $0, as: UTF8.self) : nil }
  }

  /// Everything that is left, spaces and all.
  mutating func tail() -> String {
    String(decoding: bytes(), as: UTF8.self)
  }

  /// Everything that is left, as it is.
  mutating func bytes() -> ArraySlice<UInt8> {
    defer { rest = [] }
    return rest
  }

  /// The next field as a number, nil if it is none or has a sign.
  mutating func number() -> Int? {
    guard let digits = field(), !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tens.addingReportingOverflow(Int(digit) - 0x30)
      guard !isTooLarge, !overflows else { return nil }
      number = sum
    }
    return number
  }

  /// The fields that are left, empty ones dropped.
  mutating func list() -> [String] { fields().map { String(decoding: $0, as: UTF8.self) } }

  /// The names that are left, those longer than any name dropped.
  mutating func names() -> [String] {
    fields().filter { $0.count <= Words.longestName }.map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func fields() -> [ArraySlice<UInt8>] { bytes().split(separator: 0x20) }

  private mutating func field() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
    defer { rest = rest[end...].dropFirst() }
    return rest[..<end]
  }
}
