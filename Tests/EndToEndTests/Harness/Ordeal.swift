import Glibc
import Testing

/// A server that is attacked or broken while three bystanders talk: none of their words may be lost or out of order.
struct Ordeal: Sendable {
  /// Whether the rows run in their full length, which takes minutes; else what they wait for and how many they are
  /// is less.
  static let isLong = length == "1"

  /// Whether somebody has asked for the rows that keep a machine busy, in whichever length.
  static let isAsked = length != nil

  private static let length = getenv("WIRECHAT_LONG").map { String(cString: $0) }

  /// What the attacks are told of the length that was asked for.
  static var environment: Environment {
    var values: [String: String] = [:]
    for name in ["WIRECHAT_LONG", "WIRECHAT_SOAK"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return Environment(values)
  }

  let stage: Stage
  let server: ChatServer
  private let bystanders: Program?

  /// One without bystanders.
  init(_ stage: Stage, _ server: ChatServer) {
    self.init(stage: stage, server: server, bystanders: nil)
  }

  private init(stage: Stage, server: ChatServer, bystanders: Program?) {
    self.stage = stage
    self.server = server
    self.bystanders = bystanders
  }

  /// Attacks a server with a row of `Peers/NAME.py` in between, and holds that both come out well.
  static func run(
    _ name: String, _ row: String, _ flags: [String] = [], files: Int? = nil,
    pause: Double = 0.005, patience: Double? = 1_000
  ) async throws {
    try await run(flags, files: files, pause: pause, patience: patience) { ordeal in
      let report = try await ordeal.attack(name, row)
      #expect(report.last == "ok", "\(report.suffix(20).joined(separator: "\n"))")
    }
  }

  /// Runs `body` while the bystanders talk.
  ///
  /// - Parameters:
  ///   - flags: the server's.
  ///   - files: the most that it may have open, nil for no bound.
  ///   - pause: seconds between two of the bystanders' messages.
  ///   - patience: milliseconds that the slowest of them may take to be heard, nil for no bound. A machine that does
  ///     other things makes it tens; a server that does one client's work to its end made it thousands.
  ///   - body: what is done to the server.
  /// - Throws: ``Unmet`` if the bystanders did not begin or end.
  static func run(
    _ flags: [String] = [], files: Int? = nil, pause: Double = 0.005, patience: Double? = 1_000,
    _ body: (Ordeal) async throws -> Void
  ) async throws {
    try await Stage.run { stage in
      let server = try await stage.server(flags, files: files)
      let bystanders = try stage.peer("bystanders", "\(server.length)", "127.0.0.1", "\(pause)")
      try await bystanders.line("going") { $0 == "going" }
      try await body(Ordeal(stage: stage, server: server, bystanders: bystanders))
      bystanders.closeInput()
      #expect(try await bystanders.exit(within: .seconds(60)) == .exited(0))
      let report = bystanders.output.lines.last?.split(separator: " ") ?? []
      try #require(
        report.count == 6 && report.first == "ok",
        "\(bystanders.output.text)\(bystanders.errors.text)")
      print(bystanders.output.lines.last ?? "")
      if let patience { #expect((Double(report[5]) ?? .infinity) < patience) }
      server.program.send(signal: SIGTERM)
      #expect(try await server.program.exit() == .exited(0))
    }
  }

  /// Runs a row to its end, and returns what it printed.
  func attack(_ name: String, _ row: String) async throws -> [String] {
    let ports = [server.length, server.raw, server.line, server.udp].map(String.init)
    let attack = try stage.peer(
      name, [row, "\(server.program.pid)"] + ports, environment: Ordeal.environment)
    _ = try await attack.exit(within: Ordeal.isLong ? .seconds(3_600) : .seconds(120))
    return attack.output.lines + attack.errors.lines
  }
}
