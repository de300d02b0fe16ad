import Histogram

/// How long deliveries took, in microseconds.
///
/// What is sent together comes together: the same value many times in a row is recorded once.
struct Latencies {
  private var histogram = Histogram<UInt32>(
    lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: .three)
  private var value = 0
  private var count: UInt32 = 0

  @inline(__always)
  mutating func record(_ microseconds: Int) {
    if microseconds != value { settle(microseconds) }
    count &+= 1
  }

  private mutating func settle(_ next: Int) {
    if count > 0 { _ = histogram.record(UInt64(max(1, value)), count: count) }
    value = next
    count = 0
  }

  mutating func reset() {
    settle(0)
    histogram.reset()
  }

  mutating func percentile(_ percent: Double) -> Int {
    settle(0)
    return Int(histogram.valueAtPercentile(percent))
  }
}
