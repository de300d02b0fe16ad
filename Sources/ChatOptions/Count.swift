import ArgumentParser

/// A number of bytes, messages or clients as it is written behind a flag: at least 1, at most 2³⁰.
package struct Count: Equatable, Sendable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }
}

extension Count: ExpressibleByArgument {
  package init?(argument: String) {
    guard let value = Int(argument), (1...1 << 30).contains(value) else { return nil }
    self.init(value)
  }

  package var defaultValueDescription: String { "\(value)" }
}
