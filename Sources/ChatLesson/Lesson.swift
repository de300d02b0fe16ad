package import ChatWire

/// A lesson as its file says it: what is told, what is done, and what has to come of it.
package struct Lesson: Equatable, Sendable {
  /// What stands between two blank lines.
  package enum Block: Equatable, Sendable {
    case prose(String)
    case steps([Step])
  }

  /// One indented line.
  package struct Step: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      /// A line as it is typed before Enter: a command, or text to say.
      case type(String)
      /// Asks the class for a number, before it is measured.
      case bet(Fact, question: String)
      /// Counts from here on.
      case count
      /// Goes on when both ends have read all that was written, or when the condition holds.
      case wait(Condition?)
      case expect(Condition)
      case print([Fact])
    }

    /// Its line in the file, from 1.
    package let line: Int
    /// The line as written, without its indentation.
    package let text: String
    package let kind: Kind
  }

  /// Where the lesson is held.
  package struct Place: Equatable, Sendable {
    /// How the client ends its messages.
    package var framing: Framing
    /// The port it speaks to, by the framing that the server expects there.
    package var port: Framing

    package init(framing: Framing, port: Framing) {
      self.framing = framing
      self.port = port
    }

    /// Whether the server is told nothing but messages, as a stranger would.
    package var isForeign: Bool { framing != port }
  }

  package var title: String
  package var place: Place
  package var blocks: [Block]

  /// All steps, in order.
  package var steps: [Step] {
    blocks.flatMap { block -> [Step] in
      guard case .steps(let steps) = block else { return [] }
      return steps
    }
  }
}
