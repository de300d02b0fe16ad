/// The datagrams of strangers that are sent back: so many of one address a second, and so many addresses.
///
/// Where a datagram says that it comes from may be forged: two servers that send back what they get would never end.
package struct Echoes: Sendable {
  /// Datagrams a second, unless somebody says otherwise.
  package static let standard = 100
  /// Addresses at a time: about a megabyte.
  static let most = 4_096

  private let rate: Allowance.Rate
  private var allowances: [String: Allowance] = [:]
  private var pruned = 0

  /// - Parameter each: datagrams a second, and at once.
  package init(each: Int) {
    rate = Allowance.Rate(burst: each, messages: each, bytes: .max / 2_000)
  }

  /// Takes one more.
  ///
  /// - Parameters:
  ///   - address: without the port.
  ///   - now: monotonic, in milliseconds.
  /// - Returns: whether it is to be sent back.
  package mutating func admit(_ address: String, at now: Int) -> Bool {
    prune(at: now)
    var allowance = allowances[address] ?? Allowance(rate, at: now)
    guard allowances[address] != nil || allowances.count < Echoes.most,
      allowance.wait(at: now) == 0
    else { return false }
    allowance.spend()
    allowances[address] = allowance
    return true
  }

  /// Forgets whose allowance is whole again, once a second at most.
  private mutating func prune(at now: Int) {
    guard now - pruned >= 1_000 else { return }
    pruned = now
    allowances = allowances.filter { $0.value.isSpent(at: now) }
  }
}
