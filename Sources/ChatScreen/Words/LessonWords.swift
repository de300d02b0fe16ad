// What a lesson itself says.
extension Phrase {
  package static func goOn(step: String?, done: Int, of count: Int) -> Phrase {
    Phrase(
      "Enter: \(step ?? "go on") · \(done)/\(count)", "回车：\(step ?? "继续") · \(done)/\(count)")
  }

  package static let askBet = Phrase(
    "a number is your bet; Enter: none", "输入数字是你的猜测；直接回车：不猜")

  package static func yourBet(_ bet: Int) -> Phrase {
    Phrase("your bet: \(bet)", "你猜：\(bet)")
  }

  package static let noBet = Phrase("no bet", "没有猜")

  package static func bet(_ bet: Int, on fact: String, is number: Int?) -> Phrase {
    let bet = "\(bet)"
    guard let truth = number.map({ "\($0)" }) else {
      return Phrase("you bet \(fact) \(bet); it was not measured", "你猜 \(fact) \(bet)，没有测到")
    }
    return bet == truth
      ? Phrase("you bet \(fact) \(bet), and \(truth) it is", "你猜 \(fact) \(bet)，正是 \(truth)")
      : Phrase("you bet \(fact) \(bet); it is \(truth)", "你猜 \(fact) \(bet)，实际是 \(truth)")
  }

  package static func summary(failed: Int, of count: Int) -> Phrase {
    failed == 0
      ? Phrase("all \(count) expectations held", "\(count) 条预期全部成立")
      : Phrase("\(failed) of \(count) failed", "\(count) 条中有 \(failed) 条不成立")
  }

  package static func line(_ number: Int, _ sentence: Phrase) -> Phrase {
    Phrase("line \(number): \(sentence)", "第 \(number) 行：\(sentence)")
  }

  package static func after(_ limit: String, _ sentence: Phrase) -> Phrase {
    Phrase("after \(limit) \(sentence)", "等了 \(limit)：\(sentence)")
  }

  package static func measured(_ fact: String, _ value: Phrase) -> Phrase {
    Phrase("\(fact) \(value)", "\(fact) \(value)")
  }

  package static func both(_ left: Phrase, _ right: Phrase) -> Phrase {
    Phrase("\(left), \(right)", "\(left)，\(right)")
  }

  package static let notMeasured = Phrase("not measured", "没有测到")

  package static func atLeast(_ number: Int) -> Phrase {
    Phrase("at least \(number)", "至少 \(number)")
  }

  package static let noCauseMeasured = Phrase("no cause was measured", "没有测到原因")
  package static let noCause = Phrase("there was none", "没有原因")

  package static func causes(_ names: String) -> Phrase {
    Phrase("measured \(names)", "测到的原因是 \(names)")
  }

  package static let nothingRefused = Phrase("nothing was refused", "什么也没有被拒绝")

  package static func refused(_ codes: String) -> Phrase {
    Phrase("refused \(codes)", "被拒绝：\(codes)")
  }

  package static func heard(_ text: String) -> Phrase {
    Phrase("heard “\(text)”", "收到“\(text)”")
  }

  package static let heardNothing = Phrase("heard nothing", "什么也没有收到")

  // What did not happen in time.
  package static let nothingHappened = Phrase("nothing happened", "什么也没有发生")
  package static let noObservedConnection = Phrase(
    "there is no connection with its observer", "没有带观察的连接")
  package static let notAllWritten = Phrase("not all is written", "还没有全部写出")
  package static let knobsNotTurned = Phrase(
    "the server has not turned its knobs", "服务器还没有调好")
  package static let notAllRead = Phrase(
    "not all that was written is read", "写出的还没有全部读到")
}
