package import ChatScreen
import ChatTransport
package import ChatWire
package import NIOCore

/// The client without a screen: lines in, messages out, for pipes and scripts.
///
/// Lines go out unchanged, slash or not. Nothing else is sent unless a name or the wire view asks for it.
package struct PlainClient: Sendable {
  package var endpoint: Endpoint
  /// Asked for with `/nick` before the first line.
  package var nick: Nick?
  /// Shows each write and read on standard error.
  package var wire = false
  /// Sends nothing that a foreign server would not understand.
  package var foreign = false
  /// Seconds to go on receiving after the end of input.
  package var linger = 1.0

  package init(endpoint: Endpoint) {
    self.endpoint = endpoint
  }

  /// Runs from the first line to the last message.
  ///
  /// - Parameter loop: where the connection lives.
  /// - Returns: the exit status: 0, or 1 if the server was not there or left before the input's end, or a
  ///   line was too long to be sent.
  package func run(on loop: any EventLoop) async -> Int32 {
    let ended = loop.makePromise(of: Connection.End.self)
    let ready = loop.makePromise(of: Void.self)
    let bound = loop.submit {
      NIOLoopBound(connection(on: loop, ready: ready, ended: ended), eventLoop: loop)
    }
    guard let connection = try? await bound.get() else { return 1 }
    let input = Task { await send(over: connection, on: loop, once: ready.futureResult) }
    guard let end = try? await ended.futureResult.get() else { return 1 }
    let finished = (try? await loop.submit { connection.value.finished }.get()) ?? false
    switch end {
    case .lost where finished: return await input.value ? 0 : 1
    case .lost(let sentence): StandardOutput.error.line("chat-tui: \(sentence)")
    case .failed(let failure): StandardOutput.error.line("chat-tui: \(failure)")
    }
    return 1
  }

  private func connection(
    on loop: any EventLoop, ready: EventLoopPromise<Void>, ended: EventLoopPromise<Connection.End>
  ) -> Connection {
    let manners = manners
    let greeting = manners.greeting
    let printer = Printer(endpoint: endpoint, wire: wire, on: loop)
    let connection = Connection(to: endpoint, as: nick?.text ?? "", manners, on: loop) { message in
      printer.print(message)
      switch message {
      case .link(.observed) where greeting == .none: ready.succeed()
      case .link(.joined):
        // The observer comes before the first line; a server that lets none in within a second is foreign.
        let waits = manners.observes && greeting == .none
        loop.scheduleTask(in: waits ? .seconds(1) : .zero) { ready.succeed() }
      default: break
      }
      return true
    } ended: { _, end in
      printer.flush()
      ready.succeed()
      ended.succeed(end)
    }
    connection.start()
    return connection
  }

  /// On the raw port a `/nick` must be alone in its read, so the greeting waits until the server shows the name.
  private var manners: Manners {
    guard !foreign, endpoint.framing != .udp else { return .plain }
    let isRaw = endpoint.framing == .raw && nick != nil
    return Manners(greeting: isRaw ? .nick : .none, observes: wire || isRaw)
  }
}

extension PlainClient {
  /// Sends all lines, shuts down sending, and ends the connection when the time to linger is over.
  ///
  /// - Returns: whether every line could be sent.
  private func send(
    over connection: NIOLoopBound<Connection>, on loop: any EventLoop,
    once ready: EventLoopFuture<Void>
  ) async -> Bool {
    let input = StandardInput()
    var complete = true
    try? await ready.get()
    let isGreeted = (try? await loop.submit { !connection.value.foreign }.get()) ?? true
    if let nick, !isGreeted, !foreign, endpoint.framing != .udp {
      let text = Command.nick(nick.text).text
      try? await loop.flatSubmit { connection.value.send(text) }.get()
    }
    while let lines = await input.lines() {
      let (fit, long) = (lines.filter(fits), lines.filter { !fits($0) })
      for line in long { refuse(line) }
      complete = complete && long.isEmpty
      let written = loop.flatSubmit {
        fit.map { connection.value.send($0) }.last ?? loop.makeSucceededVoidFuture()
      }
      guard (try? await written.get()) != nil else { return false }
    }
    let wait = TimeAmount.nanoseconds(Int64((linger > 0 ? linger : 1) * 1e9))
    loop.execute {
      connection.value.finish()
      loop.scheduleTask(in: wait) { connection.value.close() }
    }
    return complete
  }

  private func fits(_ line: String) -> Bool { line.utf8.count <= endpoint.framing.limit }

  private func refuse(_ line: String) {
    StandardOutput.error.line(
      "chat-tui: not sent: \(line.utf8.count) bytes are over the limit \(endpoint.framing.limit)")
  }
}
