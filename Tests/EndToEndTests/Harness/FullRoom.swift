/// Six people, on every kind of program and framing, and a watcher who says nothing.
struct FullRoom: Sendable {
  let server: ChatServer
  let watcher: Program
  let speakers: [Speaker]

  /// A server with everyone in it, each under the right name.
  init(_ stage: Stage) async throws {
    let server = try await stage.server()
    watcher = try await stage.watcher(server)
    self.server = server
    let alice = try await stage.screen(
      ["--port", "\(server.length)", "--nick", "alice"], columns: 120, rows: 40)
    let bob = try await stage.screen(
      ["--raw", "--port", "\(server.raw)", "--nick", "bob"], columns: 80, rows: 24)
    let carol = try await stage.screen(
      ["--line", "--port", "\(server.line)", "--nick", "carol"], columns: 30, rows: 8)
    let dave = try await stage.screen(
      ["--udp", "--port", "\(server.udp)", "--nick", "dave"], columns: 100, rows: 30)
    let nina = try stage.start(Tool.nc.path(), ["127.0.0.1", "\(server.line)"])
    let pete = try stage.peer("framed_client", "\(server.length)")
    nina.type("/nick nina\n")
    pete.type("/nick pete\n")
    speakers = [
      Speaker(nick: "alice", place: .screen(alice), depth: 20),
      Speaker(nick: "bob", place: .screen(bob), depth: 3),
      Speaker(nick: "carol", place: .screen(carol), depth: 2),
      Speaker(nick: "dave", place: .screen(dave), depth: 10),
      Speaker(nick: "nina", place: .pipe(nina), depth: 20),
      Speaker(nick: "pete", place: .pipe(pete), depth: 20),
    ]
    for speaker in speakers {
      try await server.console(speaker.nick) { $0.contains(speaker.nick) }
    }
  }
}
