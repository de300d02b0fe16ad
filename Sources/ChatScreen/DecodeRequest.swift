/// What `/decode` is asked to take apart.
package struct DecodeRequest: Equatable, Sendable {
  /// nil takes the picked block; if none is picked, what we write.
  package var direction: Direction?
  /// The bytes of a message of fixed length, at least 1.
  package var fixed = 8
  /// The last so many bytes, cut wherever that is; nil begins at a message where one can be found.
  package var last: Int?

  package init(direction: Direction? = nil, fixed: Int = 8, last: Int? = nil) {
    self.direction = direction
    self.fixed = fixed
    self.last = last
  }

  /// Reads `[in|out] [fixed N] [last N]`.
  ///
  /// - Returns: nil for anything else.
  package init?(_ arguments: String) {
    var words = arguments.split(separator: " ")[...]
    while let word = words.popFirst() {
      switch word {
      case "in": direction = .incoming
      case "out": direction = .outgoing
      case "fixed", "last":
        guard let number = words.popFirst().flatMap({ Int($0) }), (1...65_536).contains(number)
        else { return nil }
        if word == "fixed" { fixed = number } else { last = number }
      default: return nil
      }
    }
  }
}
