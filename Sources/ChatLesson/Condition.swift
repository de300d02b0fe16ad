package import ChatWire

/// What a lesson expects, or waits for.
package enum Condition: Equatable, Sendable {
  case compare(Fact, Comparison, Operand)
  /// A cause was measured; either is enough.
  case cause([BurstReport.Cause], isWanted: Bool)
  /// The server refused something with this code.
  case error(ErrorCode)
  /// A text that holds this one came.
  case heard(String)
}

/// The right side of a comparison.
package enum Operand: Equatable, Sendable {
  case number(Int)
  case fact(Fact)
}

/// How two numbers are compared.
package enum Comparison: String, CaseIterable, Sendable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="

  package func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast: left >= right
    }
  }
}
