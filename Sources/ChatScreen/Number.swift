import ChatWire

/// Numbers as the screen writes them.
enum Number {
  /// Digits in groups of three: `83,886,080`.
  static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return value < 0 ? "-" + result : result
  }

  /// A count with its noun: `1 read`, `20 writes`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(grouped(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// A span of time in seconds, to the millisecond under 100 s: `0.201`, `12.000`, `4,711`.
  static func seconds(_ microseconds: Microseconds) -> String {
    let milliseconds = max(0, microseconds) / 1000
    guard milliseconds < 100_000 else { return grouped(milliseconds / 1000) }
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
