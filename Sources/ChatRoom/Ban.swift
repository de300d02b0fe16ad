/// Who was kicked, and until when each is kept out under that name and from that address.
package struct Ban: Sendable {
  private struct Who: Hashable {
    let key: String
    let address: String
  }

  private var ends: [Who: Int] = [:]

  package init() {}

  /// Keeps somebody out for `time` milliseconds; `now` is monotonic, in milliseconds too.
  package mutating func add(_ nick: String, _ address: String, for time: Int, at now: Int) {
    ends = ends.filter { $0.value > now }
    ends[Who(key: Names.key(nick), address: address)] = now + time
  }

  /// Milliseconds for which they are kept out yet, nil if they may come.
  package func rest(_ nick: String, _ address: String, at now: Int) -> Int? {
    guard !ends.isEmpty else { return nil }
    return ends[Who(key: Names.key(nick), address: address)].flatMap { $0 > now ? $0 - now : nil }
  }
}
