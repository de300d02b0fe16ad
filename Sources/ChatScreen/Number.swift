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

  /// An amount of bytes: `520 B`, `12.5 KiB`, `1.0 MiB`; rounded down.
  static func bytes(_ value: Int) -> String {
    let value = max(0, value)
    let (unit, name) = value < 1 << 20 ? (1 << 10, "KiB") : (1 << 20, "MiB")
    guard value >= unit else { return "\(grouped(value)) B" }
    return "\(grouped(value / unit)).\(value % unit * 10 / unit) \(name)"
  }

  /// A span of time in seconds, to the millisecond under 100 s: `0.201`, `12.000`, `4,711`.
  static func seconds(_ microseconds: Microseconds) -> String {
    let milliseconds = max(0, microseconds) / 1000
    guard milliseconds < 100_000 else { return grouped(milliseconds / 1000) }
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
