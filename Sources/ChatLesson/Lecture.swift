package import ChatScreen
import ChatWire
import DequeModule

/// A lesson while it is given: where it stands, what it measured, and what it found.
///
/// Whoever gives it asks for the `next` action until it is over, tells it what happens, and has the clock.
package struct Lecture: Sendable {
  package enum Action: Equatable, Sendable {
    case show(LessonLine)
    /// Wait until the audience goes on; `step` is what will be done then, nil where something is told.
    case pause(step: String?)
    /// Wait until the audience goes on, with a bet or without; tell the bet with `bet`.
    case ask
    /// Type a line and press Enter; tell what came of it with `typed`.
    case type(String)
    /// Wait for something to happen; if nothing did in time, tell with `expired`.
    case wait
    case end
  }

  private let language: Language
  private let count: Int
  private var items: Deque<Item>
  private var actions: Deque<Action>
  private var tally = Tally()
  private var obligation: Obligation? = .joined(nil)
  private var bets: [Fact: Int] = [:]
  private var asked: Fact?
  /// The step that was done last, for those that fail.
  private var step: Lesson.Step?
  private var isOver = false
  private var brokeOff = false
  /// What became of each expectation that was reached, and of the step at which the lesson broke off.
  package private(set) var outcomes: [Outcome] = []

  package init(_ lesson: Lesson, _ language: Language = .english) {
    self.language = language
    items = Deque(Item.list(lesson))
    count = items.count { $0.isPause }
    actions = [.show(LessonLine(.title, lesson.title))]
  }

  /// Whether it was given to its end and every expectation held.
  package var holds: Bool { isOver && !brokeOff && outcomes.allSatisfy(\.holds) }

  /// What the audience is told while it is waited for.
  package func prompt(for step: String?) -> Phrase {
    .goOn(step: step, done: count - items.count { $0.isPause }, of: count)
  }

  /// What the audience is told when it is asked for a bet.
  package var prompt: Phrase { .askBet }

  /// Takes one message of the session, before the model does; `nick` is ours.
  package mutating func take(_ message: Message, nick: String) {
    tally.take(message, nick: nick)
  }

  /// Takes the answer to `ask`, nil if there is none; an audience is told how it was understood.
  package mutating func bet(_ number: Int?, audience: Bool = false) {
    guard let asked else { return }
    bets[asked] = number
    if audience { show(.bet, number.map(Phrase.yourBet) ?? .noBet) }
    self.asked = nil
  }

  /// Takes what the screen wanted done when the line was typed, and the model after and before that.
  package mutating func typed(_ effects: [Effect], _ model: Model, before old: Model) {
    guard model.composer.isEmpty else { return breakOff(model.hint ?? .notSent) }
    effects.forEach { tally.sent($0) }
    obligation = effects.compactMap { Obligation($0, old, tally) }.first
  }

  /// What was waited for did not come in time; `limit` is the time, as a sentence has it.
  package mutating func expired(after limit: String, _ model: Model) {
    let sentence = obligation?.missing(model, facts(model)) ?? .nothingHappened
    breakOff(.after(limit, sentence))
  }

  /// Whether what it waits for has not happened yet.
  package func isWaiting(_ model: Model) -> Bool {
    guard actions.isEmpty, let obligation else { return false }
    return !obligation.isMet(model, tally, facts(model))
  }

  /// What is to be done now.
  package mutating func next(_ model: Model) -> Action {
    while true {
      if let action = actions.popFirst() { return action }
      if let obligation, !obligation.isMet(model, tally, facts(model)) { return .wait }
      obligation = nil
      if let item = items.popFirst() {
        take(item, model)
      } else if isOver {
        return .end
      } else {
        isOver = true
        show(.title, .summary(failed: outcomes.count { !$0.holds }, of: outcomes.count))
      }
    }
  }

  private mutating func take(_ item: Item, _ model: Model) {
    switch item {
    case .pause(let step): actions.append(.pause(step: step))
    case .prose(let text): show(.prose, text)
    case .step(let step): take(step, model)
    }
  }

  private mutating func take(_ step: Lesson.Step, _ model: Model) {
    self.step = step
    switch step.kind {
    case .type(let line):
      // A connection that broke comes back by itself.
      let ready = Obligation.joined(nil)
      guard ready.isMet(model, tally, facts(model)) else {
        obligation = ready
        return items.prepend(.step(step))
      }
      show(.typed, step.shown)
      actions.append(.type(line))
    case .bet(let fact, let question):
      asked = fact
      show(.bet, question)
      actions.append(.ask)
    case .count: tally.count()
    case .wait(nil): obligation = .quiet
    case .wait(let condition?): obligation = .condition(condition)
    case .expect(let condition):
      settle(step, model)
      let judgement = Judgement(condition, facts(model))
      tell(Outcome(step, holds: judgement.holds, judgement.sentence))
    case .print(let printed):
      settle(step, model)
      let facts = facts(model)
      for fact in printed { show(.measured, .measured(fact.rawValue, facts.phrase(fact))) }
    }
  }

  /// Tells what the bets are worth that this step settles.
  private mutating func settle(_ step: Lesson.Step, _ model: Model) {
    let facts = facts(model)
    for fact in Fact.allCases where step.settles(fact) {
      guard let bet = bets.removeValue(forKey: fact) else { continue }
      show(.bet, .bet(bet, on: fact.rawValue, is: facts.numbers[fact]))
    }
  }

  private mutating func breakOff(_ sentence: Phrase) {
    let first = items.lazy.compactMap { if case .step(let step) = $0 { step } else { nil } }.first
    guard let step = step ?? first else { return }
    brokeOff = true
    obligation = nil
    items = []
    actions = []
    tell(Outcome(step, holds: false, sentence))
  }

  private mutating func tell(_ outcome: Outcome) {
    outcomes.append(outcome)
    show(outcome.holds ? .held : .failed, outcome.phrase)
  }

  private mutating func show(_ kind: LessonLine.Kind, _ text: String) {
    actions.append(.show(LessonLine(kind, text)))
  }

  private mutating func show(_ kind: LessonLine.Kind, _ phrase: Phrase) {
    show(kind, phrase[language])
  }

  private func facts(_ model: Model) -> Facts {
    var facts = tally.facts(model.endpoint.framing)
    facts.add(model.wire.reports(.outgoing))
    if let observed = model.observed {
      facts.numbers[.late] = observed.late
      facts.numbers[.rbuf] = observed.readSize
    }
    return facts
  }
}
