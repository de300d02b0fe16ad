import NIOCore
import NIOPosix

/// Runs loads against a server and says what came of them.
package struct Generator: Sendable {
  package var dialect: Dialect
  package var host: String
  package var port: Int
  /// The server's process, for what it used.
  package var pid: Int32?

  /// How many connections are opened at once.
  private static let rush = 100
  /// How long every server has to let everybody in, and to deliver what is on its way at the end.
  private static let patience = Duration.seconds(30)
  /// How long a server that greets nobody has to accept everybody.
  private static let settling = Duration.seconds(2)
  /// How long a load runs before it is measured.
  private static let warmUp = Duration.milliseconds(300)

  package init(_ dialect: Dialect, host: String = "127.0.0.1", port: Int, pid: Int32? = nil) {
    self.dialect = dialect
    self.host = host
    self.port = port
    self.pid = pid
  }

  /// Runs one load from the first connection to the last delivery.
  ///
  /// - Parameters:
  ///   - load: what is said, by whom, to how many.
  ///   - progress: told now and then what is going on.
  /// - Returns: what came of it; what is wrong with the deliveries is in there.
  /// - Throws: `LoadFailure`, if the server lets not everybody in or cuts somebody off.
  package func run(
    _ load: Load, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Outcome {
    guard load.clients > 0, (1...load.clients).contains(load.senders), load.window > 0 else {
      throw LoadFailure("a load needs a client, a sender among them, and a window")
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do {
      let outcome = try await run(load, on: group.next(), progress)
      try? await group.shutdownGracefully()
      return outcome
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private func run(
    _ load: Load, on loop: any EventLoop, _ progress: @Sendable (String) -> Void
  ) async throws -> Outcome {
    let field = try await loop.submit {
      NIOLoopBound(Field(load, dialect), eventLoop: loop)
    }.get()
    try await connect(load, field, on: loop, progress)
    // Those who came have to be told of each other before anything is measured.
    try await Task.sleep(
      for: dialect.greeting(client: 0).isEmpty ? Generator.settling : Generator.warmUp)
    let ticker = load.rate > 0 ? tick(load.rate, field, on: loop) : nil
    defer { ticker?.cancel() }

    var outcome = Outcome()
    loop.execute { field.value.start() }
    if case .seconds = load.amount { try await Task.sleep(for: Generator.warmUp) }
    let begin = try await sample(field, on: loop) { $0.record() }
    progress("running")
    switch load.amount {
    case .seconds(let seconds): try await Task.sleep(for: .seconds(seconds))
    case .messages(let count):
      try await wait(field, on: loop, for: "the last message") { $0.complete >= count }
    }
    let end = try await sample(field, on: loop) { $0.endRecording() }
    try await loop.submit { field.value.stop() }.get()
    // What does not come in time is lost; that is no failure of the load but its outcome.
    try? await wait(field, on: loop, for: "the rest") { $0.outstanding == 0 }

    fill(&outcome, begin, end)
    let result = outcome
    let (judged, broken) = try await loop.submit {
      var judged = result
      judged.p50 = field.value.percentile(50)
      judged.p99 = field.value.percentile(99)
      judged.max = field.value.longest
      field.value.judge(&judged)
      for channel in field.value.channels { channel.close(promise: nil) }
      return (judged, field.value.broken)
    }.get()
    if broken > 0 { throw LoadFailure("the server cut off \(broken) of \(load.clients) clients") }
    return judged
  }

  private func fill(_ outcome: inout Outcome, _ begin: Sample, _ end: Sample) {
    outcome.seconds = (end.time - begin.time) / .seconds(1)
    outcome.deliveries = end.deliveries - begin.deliveries
    let own = end.own.user + end.own.system - begin.own.user - begin.own.system
    outcome.generator = outcome.seconds > 0 ? own / outcome.seconds : 0
    guard let first = begin.server, let last = end.server, outcome.deliveries > 0 else { return }
    outcome.user = (last.user - first.user) * 1e6 / Double(outcome.deliveries)
    outcome.system = (last.system - first.system) * 1e6 / Double(outcome.deliveries)
    outcome.memory = last.memory
  }
}

// MARK: - Steps

extension Generator {
  private struct Sample: Sendable {
    var time: ContinuousClock.Instant
    var deliveries: Int
    var server: ProcessUsage?
    var own: ProcessUsage
  }

  private func sample(
    _ field: NIOLoopBound<Field>, on loop: any EventLoop,
    _ change: @escaping @Sendable (Field) -> Void
  ) async throws -> Sample {
    try await loop.submit {
      change(field.value)
      return Sample(
        time: .now, deliveries: field.value.deliveries, server: pid.flatMap { ProcessUsage.of($0) },
        own: ProcessUsage.of() ?? ProcessUsage())
    }.get()
  }

  private func connect(
    _ load: Load, _ field: NIOLoopBound<Field>, on loop: any EventLoop,
    _ progress: @Sendable (String) -> Void
  ) async throws {
    let dialect = dialect
    let size = max(Token.width, load.size)
    for start in stride(from: 0, to: load.clients, by: Generator.rush) {
      progress("joining: \(start) of \(load.clients)")
      let futures = (start..<min(load.clients, start + Generator.rush)).map { number in
        let joined = loop.makePromise(of: Void.self)
        return ClientBootstrap(group: loop)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              let member = Member(
                number, dialect, size: size, field: field.value, joined: joined)
              try channel.pipeline.syncOperations.addHandler(member)
            }
          }
          .connect(host: host, port: port)
          .flatMapError { error in
            let failure = LoadFailure("no connection to \(host):\(port): \(error)")
            joined.fail(failure)
            return loop.makeFailedFuture(failure)
          }
          .flatMap { channel in joined.futureResult.map { channel } }
      }
      let deadline = loop.makePromise(of: [any Channel].self)
      let timer = loop.scheduleTask(in: .seconds(Int64(Generator.patience / .seconds(1)))) {
        deadline.fail(LoadFailure("not everybody was let in within \(Generator.patience)"))
      }
      EventLoopFuture.whenAllSucceed(futures, on: loop).cascade(to: deadline)
      let channels = try await deadline.futureResult.get()
      timer.cancel()
      try await loop.submit { field.value.channels += channels }.get()
    }
  }

  private func tick(
    _ rate: Int, _ field: NIOLoopBound<Field>, on loop: any EventLoop
  ) -> RepeatedTask {
    let begin = NIODeadline.now()
    let allowed = NIOLoopBoundBox.makeBoxSendingValue(0, eventLoop: loop)
    return loop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(1)) { _ in
      let due = Int((NIODeadline.now() - begin).nanoseconds) * rate / 1_000_000_000
      field.value.allow(due - allowed.value)
      allowed.value = due
    }
  }

  private func wait(
    _ field: NIOLoopBound<Field>, on loop: any EventLoop, for what: String,
    until holds: @escaping @Sendable (Field) -> Bool
  ) async throws {
    let end = ContinuousClock.now + Generator.patience
    while try await !loop.submit({ holds(field.value) }).get() {
      guard ContinuousClock.now < end else {
        throw LoadFailure("\(what) did not come within \(Generator.patience)")
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
