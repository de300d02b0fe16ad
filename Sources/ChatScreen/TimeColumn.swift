import ChatWire

/// The time of a block as the wire pane writes it.
struct TimeColumn: Sendable {
  var mode = TimeMode.delta
  /// The last local midnight on the client's monotonic clock.
  var midnight: Microseconds = 0

  private static let day: Microseconds = 86_400_000_000

  /// The time of `block`, empty where there is none to tell; `before` is the block above it.
  func text(of block: Block, after before: Block?) -> String {
    guard let at = block.at else { return "" }
    switch mode {
    case .delta: return before?.at.map { "  +\(Number.seconds(at &- $0)) s" } ?? ""
    case .relative: return block.origin.map { "  \(Number.seconds(at &- $0)) s" } ?? ""
    case .absolute: return "  " + clock(at)
    }
  }

  private func clock(_ at: Microseconds) -> String {
    let rest = (at &- midnight) % TimeColumn.day
    let time = (rest < 0 ? rest + TimeColumn.day : rest) / 1_000
    let seconds = time / 1_000
    let wall = WallTime(hour: seconds / 3_600, minute: seconds / 60 % 60, second: seconds % 60)
    let fraction = String(time % 1_000)
    return "\(wall)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
