package import ChatLesson
package import ChatScreen
import ChatWire
package import Logging

/// A lesson given without a screen: nobody bets, nobody is waited for, and the exit status is what came of it.
package struct LessonRun: Sendable {
  /// What one step may take.
  package static let patience = Duration.seconds(5)
  /// What the whole may take; with the start and the end of the program it stays under 15 s.
  private static let total = Duration.seconds(13)

  private var lecture: Lecture
  private let configuration: SessionConfiguration
  package var output = StandardOutput.output
  package var error = StandardOutput.error
  package var logger = Logger(label: "chat-tui") { _ in SwiftLogNoOpLogHandler() }

  package init(_ lesson: Lesson, _ language: Language, _ configuration: SessionConfiguration) {
    lecture = Lecture(lesson, language)
    self.configuration = configuration
  }

  /// Gives the lesson.
  ///
  /// - Returns: whether every expectation held.
  /// - Throws: if the event loops are shut down.
  package func run() async throws -> Bool {
    let mailbox = Mailbox()
    let session = try await Session.start(configuration, logger: logger) {
      mailbox.put(.message($0))
    }
    let whole = Task {
      try await Task.sleep(for: LessonRun.total)
      mailbox.put(.expired(wait: nil))
    }
    var run = self
    await run.give(session, mailbox)
    whole.cancel()
    await session.leave(reason: "")
    for outcome in run.lecture.outcomes where !outcome.holds { error.tell("\(outcome)") }
    return run.lecture.holds
  }

  private mutating func give(_ session: Session, _ mailbox: Mailbox) async {
    var model = Model(
      size: Size(columns: 120, rows: 40), endpoint: configuration.endpoint,
      nick: configuration.nick.text)
    model.catchesUp = false
    var step = 0
    while true {
      let turn = lecture.advance(&model, audience: false)
      for line in turn.lines { print(line) }
      for effect in turn.effects { session.perform(effect) }
      guard turn.state != .over else { return }
      step += 1
      let now = step
      let patience = Task {
        try await Task.sleep(for: LessonRun.patience)
        mailbox.put(.expired(wait: now))
      }
      defer { patience.cancel() }
      while lecture.isWaiting(model) {
        await mailbox.wait()
        let batch = mailbox.take()
        for occurrence in batch.items {
          switch occurrence {
          case .message(let message):
            lecture.take(message, nick: model.nick)
            for effect in update(&model, message) { session.perform(effect) }
          case .expired(nil): lecture.expired(after: "\(LessonRun.total)", model)
          case .expired(let expired):
            if expired == now { lecture.expired(after: "\(LessonRun.patience)", model) }
          case .input, .resized, .stopped, .continued, .frame, .terminated: break
          }
        }
        if batch.makesRoom { session.resume() }
      }
    }
  }

  /// A line as a program without a screen shows it.
  private func print(_ line: LessonLine) {
    if line.kind == .title { output.line("") }
    for row in VisibleText.rows(line.mark + line.text) { output.line(row) }
  }
}
