import Glibc

/// A running `chat-server` and the ports it bound.
struct ChatServer: Sendable {
  let program: Program
  /// Bound port by framing name: `length`, `raw`, `line`, `udp`.
  let ports: [String: Int]

  var length: Int { ports["length"] ?? 0 }
  var raw: Int { ports["raw"] ?? 0 }
  var line: Int { ports["line"] ?? 0 }
  var udp: Int { ports["udp"] ?? 0 }

  /// The console after `ready`: each line's time must read `HH:MM:SS` and is left out.
  ///
  /// A line without a time stays whole, so that a comparison shows it.
  var console: [String] {
    program.output.lines.drop { $0 != "ready" }.dropFirst().map { line in
      line.prefixMatch(of: #/\d\d:\d\d:\d\d /#).map { String(line[$0.range.upperBound...]) } ?? line
    }
  }

  /// A server that has said `ready`.
  init(_ program: Program) async throws {
    self.program = program
    let lines = try await program.lines("ready") { $0.contains("ready") }
    var ports: [String: Int] = [:]
    for line in lines {
      if let match = line.wholeMatch(of: /listening (\w+) 127\.0\.0\.1:(\d+)/) {
        ports[String(match.1)] = Int(match.2)
      }
    }
    self.ports = ports
  }

  /// Waits for a console line that `predicate` holds for.
  @discardableResult
  func console(_ what: String, where predicate: (String) -> Bool) async throws -> String {
    try await eventually("\(what) on the console: \(console.suffix(20))") {
      console.first(where: predicate)
    }
  }
}
