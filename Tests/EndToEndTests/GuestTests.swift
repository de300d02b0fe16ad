import Testing

/// Guests without a client of ours: `nc`, and Python on UDP.
@Suite struct GuestTests {
  @Test func `nc on the line port is a whole client`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let guest = try stage.start(Tool.nc.path(), ["127.0.0.1", "\(server.line)"])
      for (typed, heard) in [
        ("hi", "guest1: hi"), ("/nick nina", "*** guest1 is now nina"), ("你好\r", "nina: 你好"),
        ("/me waves", "* nina waves"), ("//x", "nina: /x"), ("/who", "*** 1 here: nina"),
      ] {
        guest.type(typed + "\n")
        try await guest.line(heard) { $0 == heard }
      }
      guest.type("/nope\n" + String(repeating: "x", count: 4_097) + "\n\nstill here\n")
      try await guest.line("its last words") { $0 == "nina: still here" }
      let errors = guest.output.lines.filter { $0.hasPrefix("/error ") }
      #expect(errors.count == 2, "\(errors)")
      #expect(errors.first?.hasPrefix("/error unknown ") == true, "\(errors)")
      #expect(errors.last?.hasPrefix("/error line ") == true, "\(errors)")
      #expect(errors.last?.contains("4096") == true, "\(errors)")
    }
  }

  @Test func `a UDP member proves its address with a cookie first`() async throws {
    try await Stage.run { stage in
      let server = try await stage.server()
      let watcher = try await stage.watcher(server)
      let member = try stage.peer("udp_client", "\(server.udp)")
      member.type("/hello 1 dave\n")
      try await member.line("the echo of a short one") { $0 == "13 /hello 1 dave" }
      let hello = "/hello 1 dave"
      member.type(hello + String(repeating: " ", count: 40 - hello.utf8.count) + "\n")
      let cookie = try await member.line("the cookie") { $0.hasPrefix("24 /cookie ") }
      member.type("\(hello) \(cookie.dropFirst("24 /cookie ".count))\n")
      try await member.line("/welcome") {
        $0.contains(" /welcome 1 ") && $0.contains(" dave lobby ")
      }
      member.type("hello\n")
      try await member.line("its own words") { $0.contains(" /said 1 ") }
      #expect(try await watcher.said(1).map(\.nick) == ["dave"])
      watcher.type("hello to you\n")
      try await member.line("the answer") { $0.hasSuffix(" watcher hello to you") }
    }
  }
}
