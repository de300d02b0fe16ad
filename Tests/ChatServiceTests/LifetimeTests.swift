import ChatService
import ChatTransport
import ChatWire
import Glibc
import Logging
import Testing

@Suite struct LifetimeTests {
  private func start(_ change: (inout Configuration) -> Void) async throws {
    var configuration = Configuration()
    for framing in Framing.allCases { configuration.ports[framing] = .number(0) }
    change(&configuration)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let (stop, stops) = AsyncStream.makeStream(of: Void.self)
    stops.finish()
    try await Server(configuration, logger: logger).run(until: stop)
  }

  @Test(arguments: Framing.allCases) func aPortInUseIsNamed(framing: Framing) async throws {
    try await LiveServer.run { server in
      let port = try #require(server.addresses[framing]?.port)
      let error = StartError.portInUse(framing, host: "127.0.0.1", port: port)
      await #expect(throws: error) {
        try await start { $0.ports[framing] = .number(port) }
      }
      let flag = framing == .length ? "--port" : "--\(framing)-port"
      #expect(
        "\(error)"
          == "\(flag): port \(port) on 127.0.0.1 is in use; choose another one, 0 for any, or off")
    }
  }

  /// On an address and a port of its own, below those that the kernel hands out.
  @Test func nothingIsHalfStarted() async throws {
    let host = "127.0.0.57"
    let probe = 5_757
    try await LiveServer.run({ $0.host = host }) { server in
      let udp = try #require(server.addresses[.udp]?.port)
      // The length port is bound before UDP fails; afterwards it is free again.
      await #expect(throws: StartError.portInUse(.udp, host: host, port: udp)) {
        try await start {
          $0.host = host
          $0.ports[.length] = .number(probe)
          $0.ports[.udp] = .number(udp)
        }
      }
      try await eventually {
        try await start {
          $0.host = host
          $0.ports[.length] = .number(probe)
        }
      }
    }
  }

  /// A program that another test starts holds every descriptor of this one between its fork and its exec.
  private func eventually(_ start: () async throws -> Void) async throws {
    for _ in 0..<200 {
      do { return try await start() } catch StartError.portInUse {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    try await start()
  }

  @Test(arguments: [
    ("192.0.2.1", StartError.insecure(host: "192.0.2.1")),
    ("127.evil.example", .insecure(host: "127.evil.example")),
    ("0.0.0.0", .insecure(host: "0.0.0.0")),
    ("::", .insecure(host: "::")),
  ])
  func onlyLoopbackIsBoundUnasked(host: String, error: StartError) async {
    await #expect(throws: error) { try await start { $0.host = host } }
  }

  @Test func anAddressOfAnotherMachineCannotBeBound() async {
    let error = StartError.badHost("192.0.2.1", reason: "Cannot assign requested address")
    await #expect(throws: error) {
      try await start {
        $0.host = "192.0.2.1"
        $0.allowsInsecure = true
      }
    }
  }

  @Test func allOffIsNothing() async {
    await #expect(throws: StartError.nothingOn) {
      try await start { for framing in Framing.allCases { $0.ports[framing] = .off } }
    }
  }

  @Test func udpBeyondLoopbackIsOffUnlessAskedFor() {
    var configuration = Configuration()
    #expect(configuration.port(.udp) == .number(30_000))
    configuration.host = "0.0.0.0"
    #expect(configuration.port(.udp) == .off)
    #expect(configuration.port(.raw) == .number(20_000))
    configuration.ports[.udp] = .number(5)
    #expect(configuration.port(.udp) == .number(5))
  }

  @Test(
    arguments: [
      ("0", Configuration.Port.number(0)), ("30000", .number(30_000)), ("65535", .number(65_535)),
      ("off", .off), ("65536", nil), ("-1", nil), ("", nil), ("on", nil),
    ] as [(String, Configuration.Port?)])
  func portsAsTheyAreWritten(text: String, port: Configuration.Port?) {
    #expect(Configuration.Port(text) == port)
  }

  @Test func theOutputBeginsWithTheListeners() async throws {
    try await LiveServer.run({
      $0.ports[.line] = .off
    }) { server in
      let isReady = try await server.console.line("ready")
      #expect(isReady)
      let ports = server.addresses.ports.mapValues { String($0) }
      #expect(
        server.console.lines == [
          "listening length 127.0.0.1:\(ports[.length] ?? "")",
          "listening raw 127.0.0.1:\(ports[.raw] ?? "")",
          "listening udp 127.0.0.1:\(ports[.udp] ?? "")", "ready",
        ])
    }
  }

  @Test func stoppingTellsEverybodyAndClosesAtAMessagesEnd() async throws {
    try await LiveServer.run { server in
      let ann = try server.join("ann")
      let line = try server.connect(.line)
      _ = try server.observe(line)
      try ann.frame("last words")
      _ = try ann.talk()
      server.stop()
      #expect(try ann.talk() == "/notice the server is stopping")
      #expect(try ann.read() == nil)
      #expect(try line.talkLine() == "ann: last words")
      #expect(try line.talkLine() == "*** the server is stopping")
      #expect(try line.all() == "")
      #expect(try await server.console.line("- ann left (server stopping)"))
    }
  }

  @Test func aSecondRequestEndsAtOnce() async throws {
    let stopped = try await LiveServer.run { server in
      // Reads nothing and never closes: the drain would wait for it.
      let slow = try server.connect(.line, receiveBuffer: 4_096)
      let ann = try server.join("ann")
      _ = try server.observe(slow)
      for _ in 0..<40 {
        try ann.frame(String(repeating: "x", count: 60_000))
        _ = try ann.talk()
      }
      server.stop()
      #expect(try ann.frame(startingWith: "/notice") != nil)
      server.stop()
      return ContinuousClock.now
    }
    #expect(try ContinuousClock.now - #require(stopped) < .seconds(8))
  }
}
