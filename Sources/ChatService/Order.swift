/// What whoever sits at the server asks of it.
package enum Order: Equatable, Sendable {
  case say(String)
  case who, stats, help
  case kick(String)
  case mute(String)
  case unmute(String)
  /// A known order without what it needs: how it is typed.
  case incomplete(String)
  case unknown(String)

  /// Reads a line as it is typed; nil if it is blank.
  package init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = words.first else { return nil }
    let rest = words.dropFirst().first?.trimming ?? ""
    switch (word, rest.isEmpty) {
    case ("say", false): self = .say(rest)
    case ("/who", true): self = .who
    case ("/stats", true): self = .stats
    case ("/help", true): self = .help
    case ("/kick", false): self = .kick(rest)
    case ("/mute", false): self = .mute(rest)
    case ("/unmute", false): self = .unmute(rest)
    case (_, true) where Order.usages[word] != nil:
      self = .incomplete(Order.usages[word] ?? "")
    default: self = .unknown(line.trimming)
    }
  }

  /// How the orders that need a word more are typed.
  private static let usages = [
    "say": "say TEXT", "/kick": "/kick NICK", "/mute": "/mute NICK", "/unmute": "/unmute NICK",
  ]

  /// The orders, each with what it does.
  package static let summary = [
    ("say TEXT", "everybody reads *** TEXT, a line that nobody else can write"),
    ("/who", "who is here, and from where"),
    ("/kick NICK", "tells them, and closes their connection"),
    ("/mute NICK", "nothing they say is passed on, under whatever name, until /unmute NICK"),
    ("/stats", "members, backlog, memory and every counter, as SIGUSR1 does"),
  ]
}

extension String {
  fileprivate var trimming: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
