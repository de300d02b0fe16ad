/// A name that another member has.
package struct NameTaken: Error, Equatable, Sendable, CustomStringConvertible {
  package let name: String
  /// One like it that nobody has.
  package let free: String

  package init(name: String, free: String) {
    self.name = name
    self.free = free
  }

  package var description: String { "\(name) is taken, \(free) is free" }
}
