import Glibc
import Testing

/// Every fault and load, while three bystanders talk.
///
/// They keep the machine busy, so that they run only with WIRECHAT_LONG=0 or 1.
@Suite(.tags(.ordeal), .enabled(if: Ordeal.isAsked)) struct FaultTests {
  /// The bystanders talk slowly: those who are let in hear them too, which is no part of what the others cost.
  @Test func `64 open files and 200 who connect`() async throws {
    try await Ordeal.run(files: 64, pause: 0.05) { ordeal in
      let report = try await ordeal.attack("faults", "files")
      #expect(report.last == "ok", "\(report)")
      #expect(try await count("server full", ordeal) > 0)
    }
  }

  @Test func `many that never read`() async throws {
    let short = ["--backlog", "300000", "--stall-timeout", "3"]
    try await Ordeal.run("faults", "readers", Ordeal.isLong ? [] : short)
  }

  /// 143 clients with half messages and unread ones, under a bound that they come near to.
  @Test func `memory stays below the bound that is printed`() async throws {
    let flags = ["--max-clients", "150", "--backlog", "500000", "--total-backlog", "10000000"]
    try await Ordeal.run(flags) { ordeal in
      try await holdsBound(ordeal, flags, "full")
    }
  }

  /// What `/stats` says of one name.
  private func count(_ name: String, _ ordeal: Ordeal) async throws -> Int {
    ordeal.server.program.send(signal: SIGUSR1)
    let line = try await ordeal.server.console(name) { $0.hasPrefix("stats \(name) ") }
    return try #require(Int(line.dropFirst("stats \(name) ".count)))
  }

  private func holdsBound(_ ordeal: Ordeal, _ flags: [String], _ row: String) async throws {
    let report = try await ordeal.attack("faults", row)
    let peak = report.compactMap { Int($0.dropFirst("peak ".count)) }.first ?? .max
    let bound = try await count("memory bound bytes", ordeal)
    print("peak \(peak) of \(bound)")
    #expect(peak < bound, "\(report)")
    let help = try ordeal.stage.start(Built.server.path(), flags + ["--help"])
    _ = try await help.exit()
    #expect(help.output.text.contains("of memory (\(bound) bytes):"))
  }

  /// Answers to 280 that read nothing would be over half as much again as the bound.
  @Test func `memory stays below the bound though many ask for more than they read`() async throws {
    let flags = ["--max-clients", "300", "--total-backlog", "10000000", "--max-rooms", "1"]
    try await Ordeal.run(flags) { ordeal in
      try await holdsBound(ordeal, flags, "greedy")
    }
  }

  @Test func `raw members, each of whom takes a write a word`() async throws {
    try await Ordeal.run("faults", "raw")
  }

  @Test func `late readers take no more descriptors than others`() async throws {
    try await Ordeal.run("faults", "late")
  }

  @Test func `a server that stood still lets nobody go for it`() async throws {
    let short = [
      "--message-timeout", "2", "--idle", "1", "--stall-timeout", "2", "--udp-timeout", "3",
    ]
    try await Ordeal.run("faults", "stopped", Ordeal.isLong ? [] : short, patience: nil)
  }

  @Test func `SIGTERM under load: every frame whole, and exit status 0`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let ordeal = Ordeal(stage, server)
      let report = try await ordeal.attack("faults", "terminated")
      #expect(report.last == "ok", "\(report)")
      #expect(try await server.program.exit() == .exited(0))
    }
  }

  @Test func `a second signal ends it at once`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let sloth = try stage.peer("sloth", "\(server.length)")
      try await sloth.line("full") { $0 == "full" }
      server.program.send(signal: SIGTERM)
      try await Task.sleep(for: .milliseconds(200))
      #expect(server.program.ended == nil)
      server.program.send(signal: SIGTERM)
      #expect(try await server.program.exit(within: .seconds(5)) == .exited(0))
    }
  }

  @Test func `a thousand joins a second, ten thousand in full length`() async throws {
    // Each of the bystanders' words goes to everybody, whom one Python program reads.
    try await Ordeal.run(
      "faults", "hall", ["--max-clients", "10010"], pause: Ordeal.isLong ? 0.2 : 0.02,
      patience: Ordeal.isLong ? 5_000 : 1_000)
  }

  @Test func `people come and go for a while`() async throws {
    try await Ordeal.run("faults", "soak")
  }

  @Test func `a client whose link is cut is gone in time`() async throws {
    try await Stage.run { stage in
      let link = try stage.peer(
        "halfopen", [try Built.server.path()], environment: Ordeal.environment)
      let status = try await link.exit(within: .seconds(Ordeal.isLong ? 400 : 60))
      #expect(status == .exited(0), "\(link.output.text)\(link.errors.text)")
      print(link.output.lines.last ?? "")
    }
  }
}
