import Foundation

/// Runs loads against a server on this machine and says what came of them.
package struct Generator: Sendable {
  package var dialect: Dialect
  package var port: Int
  /// Where the raw clients of a load go.
  package var rawPort: Int?
  /// The server's process, for what it used.
  package var pid: Int32?

  /// How many clients may wait at the door at once.
  private static let rush = 100
  /// Microseconds in which something has to come, before what is missing counts as lost.
  private static let patience = 2_000_000
  /// Microseconds that a load runs before it is measured.
  private static let warmUp = 300_000

  package init(_ dialect: Dialect, port: Int, rawPort: Int? = nil, pid: Int32? = nil) {
    self.dialect = dialect
    self.port = port
    self.rawPort = rawPort
    self.pid = pid
  }

  /// Runs one load from the first connection to the last delivery, on a thread of its own.
  ///
  /// - Parameters:
  ///   - load: what is said, by whom, to how many.
  ///   - progress: told now and then what is going on.
  /// - Returns: what came of it; what is wrong with the deliveries is in there.
  /// - Throws: `LoadFailure`, if the server lets not everybody in or cuts somebody off.
  package func run(
    _ load: Load, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Outcome {
    guard load.clients > 0, (0...load.clients).contains(load.senders), load.window > 0 else {
      throw LoadFailure("a load needs a client, senders among them, and a window")
    }
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try measure(load, progress) })
      }
    }
  }

  private func measure(_ load: Load, _ progress: (String) -> Void) throws -> Outcome {
    var load = load
    load.size = max(Token.width, load.size)
    Descriptors.raise()
    var outcome = Outcome()
    let empty = pid.flatMap { ProcessUsage.of($0) }
    let field = Field(load, dialect)
    try join(field, &outcome, progress)
    try settle(field)
    let everybody = Double(load.clients + load.deaf + load.raw)
    if let empty, let full = pid.flatMap({ ProcessUsage.of($0) }) {
      outcome.memoryEach = Int(Double(full.memory - empty.memory) / everybody)
    }

    progress("running")
    field.start()
    if case .seconds = load.amount { run(field, until: Field.now + Generator.warmUp) }
    field.resetLatencies()
    let begin = Sample(field, pid)
    switch load.amount {
    case .seconds(let seconds): run(field, until: Field.now + Int(seconds * 1e6))
    case .messages(let count):
      while field.ledger.total < count || field.ledger.inFlight > 0, !isStuck(field) {
        field.step()
      }
    }
    let end = Sample(field, pid)
    (outcome.p50, outcome.p99) = (field.percentile(50), field.percentile(99))
    outcome.max = field.percentile(100)
    field.stop()
    // What does not come in time is lost.
    while field.ledger.inFlight > 0, Field.now - field.lastDelivery < Generator.patience {
      field.step()
    }
    outcome.judge(field.ledger)
    outcome.fill(begin, end)
    outcome.messages = Double(outcome.deliveries) / Double(load.clients)
    if field.cutOff > 0 {
      throw LoadFailure("cut off \(field.cutOff) of \(load.clients) clients")
    }
    return outcome
  }
}

// MARK: - Steps

extension Generator {
  private func join(_ field: Field, _ outcome: inout Outcome, _ progress: (String) -> Void) throws {
    let load = field.load
    let begin = Field.now
    for number in 0..<(load.clients + load.deaf + load.raw) {
      if number % Generator.rush == 0 { progress("joining: \(number) of \(load.clients)") }
      if number < load.clients {
        try field.join(port, dialect)
      } else if number < load.clients + load.deaf {
        try field.join(port, dialect, receiveBuffer: 4_096)
      } else if let rawPort {
        try field.join(rawPort, .raw)
      }
      usleep(dialect.pause)
      while load.joins > 0, Field.now - begin < (number + 1) * 1_000_000 / load.joins {
        field.step()
      }
      try letIn(field, but: Generator.rush - 1)
    }
    try letIn(field, but: 0)
    outcome.joined = Double(Field.now - begin) / 1e6
    for number in load.clients..<(load.clients + load.deaf) { field.deafen(number) }
  }

  /// Waits until no more than `rest` are at the door.
  private func letIn(_ field: Field, but rest: Int) throws {
    var waiting = field.arriving
    var last = Field.now
    while field.arriving > rest {
      field.step()
      if field.arriving < waiting { (waiting, last) = (field.arriving, Field.now) }
      guard Field.now - last < Generator.patience, field.cutOff == 0 else {
        throw LoadFailure(
          "did not let everybody in: \(field.arriving) wait, \(field.cutOff) cut off")
      }
    }
  }

  /// Waits until everybody is there who is not greeted, and until those who came have been told of each other.
  private func settle(_ field: Field) throws {
    let begin = Field.now
    if dialect.greeting(client: 0).isEmpty {
      var last = begin
      while !field.hasReachedEverybody {
        guard Field.now - begin < 5 * Generator.patience, field.cutOff == 0 else {
          throw LoadFailure("does not reach everybody")
        }
        if Field.now - last > 50_000 {
          last = Field.now
          field.probe()
        }
        field.step()
      }
    }
    while Field.now - max(field.lastRead, begin) < dialect.silence,
      Field.now - begin < 5 * Generator.patience
    {
      field.step()
    }
  }

  private func run(_ field: Field, until end: Int) {
    while Field.now < end, !isStuck(field) { field.step() }
  }

  /// Whether messages are on their way and none arrives.
  private func isStuck(_ field: Field) -> Bool {
    field.cutOff > 0
      || field.ledger.inFlight > 0 && Field.now - field.lastDelivery > Generator.patience
  }
}

/// Where a run stands.
struct Sample {
  private let time = Field.now
  private let deliveries: Int
  private let server: ProcessUsage?
  private let own = ProcessUsage.of() ?? ProcessUsage()

  init(_ field: Field, _ pid: Int32?) {
    deliveries = field.ledger.deliveries
    server = pid.flatMap { ProcessUsage.of($0) }
  }

  /// Seconds, deliveries, and what was used between two samples.
  static func - (
    end: Sample, begin: Sample
  ) -> (seconds: Double, deliveries: Int, server: ProcessUsage?, own: ProcessUsage) {
    (
      Double(end.time - begin.time) / 1e6, end.deliveries - begin.deliveries,
      end.server.flatMap { last in begin.server.map { last - $0 } }, end.own - begin.own
    )
  }
}

extension Outcome {
  fileprivate mutating func judge(_ ledger: Ledger) {
    lost = ledger.outstanding
    duplicated = ledger.duplicated
    reordered = ledger.reordered
  }

  fileprivate mutating func fill(_ begin: Sample, _ end: Sample) {
    let part = end - begin
    (seconds, deliveries) = (part.seconds, part.deliveries)
    guard seconds > 0 else { return }
    generator = part.own.total / seconds
    guard let server = part.server else { return }
    core = server.total / seconds
    memory = server.memory
    guard deliveries > 0 else { return }
    user = server.user * 1e6 / Double(deliveries)
    system = server.system * 1e6 / Double(deliveries)
  }
}
