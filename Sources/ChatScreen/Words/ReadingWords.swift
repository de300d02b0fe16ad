// What the conversation says of how it is read.
extension Phrase {
  static let unread = Phrase("unread", "未读")
  static let nothingUnread = Phrase("nothing is unread", "没有未读的")
  static let noLookup = Phrase("nothing is looked for: /search TEXT", "还没有查找：/search 文字")
  static let searchNeedsEmptyLine = Phrase(
    "/search needs an empty line: send the text first, or ^U", "/search 需要空行：先发出文字，或按 ^U")

  static func day(_ day: CalendarDay) -> Phrase {
    let (date, year) = ("\(day.day)", "\(day.year)")
    return Phrase(
      "\(weekdays[day.weekday]), \(date) \(months[day.month - 1]) \(year)",
      "\(year)年\(months[day.month - 1])\(date)日 \(weekdays[day.weekday])")
  }

  private static let weekdays = [
    Phrase("Sunday", "星期日"), Phrase("Monday", "星期一"), Phrase("Tuesday", "星期二"),
    Phrase("Wednesday", "星期三"), Phrase("Thursday", "星期四"), Phrase("Friday", "星期五"),
    Phrase("Saturday", "星期六"),
  ]

  private static let months = [
    Phrase("January", "一月"), Phrase("February", "二月"), Phrase("March", "三月"),
    Phrase("April", "四月"), Phrase("May", "五月"), Phrase("June", "六月"), Phrase("July", "七月"),
    Phrase("August", "八月"), Phrase("September", "九月"), Phrase("October", "十月"),
    Phrase("November", "十一月"), Phrase("December", "十二月"),
  ]

  static func movement(_ movement: Movement) -> Phrase {
    switch movement {
    case .joined(let nicks): joined(nicks)
    case .left(let nick, let reason): left(nick, reason: reason)
    case .renamed(let old, let new): renamed(old, new)
    case .several(let movements):
      .joined(movements.map { self.movement($0) }, by: Phrase(verbatim: " · "))
    }
  }

  static func lag(_ microseconds: Int) -> Phrase {
    let tenths = max(0, microseconds) / 100
    let time = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : Number.grouped(tenths / 10)
    return Phrase("lag \(time) ms", "延迟 \(time) ms")
  }

  static func foundInChat(_ text: String, place: Int, of count: Int) -> Phrase {
    Phrase(
      "“\(text)”: line \(place) of \(count) · Alt+p older, Alt+n newer, Esc ends",
      "“\(text)”：第 \(place) 行，共 \(count) 行 · Alt+p 更早，Alt+n 更新，Esc 结束")
  }

  static func notInChat(_ text: String) -> Phrase {
    Phrase(
      "“\(text)” is not in the conversation; /find looks on the wire",
      "对话里没有“\(text)”；/find 在线上字节里找")
  }

  // What a reader has chosen.
  static func timestamps(_ isOn: Bool) -> Phrase {
    isOn ? Phrase("times are shown", "显示时间") : Phrase("times are hidden", "不显示时间")
  }

  static func bell(_ isOn: Bool) -> Phrase {
    isOn
      ? Phrase("the bell rings when somebody says your name", "有人提到你就响铃")
      : Phrase("the bell is off", "不响铃")
  }

  static func textWidth(_ columns: Int?) -> Phrase {
    columns.map { Phrase("text is at most \($0) columns wide", "文字最多 \($0) 列宽") }
      ?? Phrase("text is as wide as the pane", "文字和窗格一样宽")
  }

  static func presence(_ presence: Preferences.Presence) -> Phrase {
    switch presence {
    case .each: Phrase("comings and goings: each in a row", "进出：每次一行")
    case .folded: Phrase("comings and goings: folded into one row", "进出：合成一行")
    case .hidden: Phrase("comings and goings: hidden", "进出：不显示")
    }
  }

  static func ignored(_ nicks: [String]) -> Phrase {
    let names = nicks.joined(separator: " ")
    return nicks.isEmpty
      ? Phrase("nobody is ignored", "没有屏蔽谁") : Phrase("ignored: \(names)", "已屏蔽：\(names)")
  }

  static let isAway = Phrase("away: /away alone when you are back", "已离开；/away 就是回来了")
  static let hereAgain = Phrase("here again", "回来了")
  static let awayMark = Phrase(" (away)", "（离开）")
  static func awayAnswer(_ text: String) -> Phrase { Phrase("away: \(text)", "离开：\(text)") }

  static func ignores(_ nick: String) -> Phrase {
    Phrase("\(nick) is ignored; /unignore \(nick) ends it", "已屏蔽 \(nick)；/unignore \(nick) 恢复")
  }

  static func listens(_ nick: String, was: Bool) -> Phrase {
    was
      ? Phrase("\(nick) is heard again", "又能看到 \(nick) 的话了")
      : Phrase("\(nick) was not ignored", "本来就没有屏蔽 \(nick)")
  }

  // The commands.
  static let commandSearch = Phrase(
    "find text in the conversation; without a word, again", "在对话里找文字；不写就再找")
  static let commandOlder = Phrase("the line before that has it", "更早的一行")
  static let commandNewer = Phrase("the line after", "更新的一行")
  static let commandTop = Phrase("scroll to the first line", "滚到第一行")
  static let commandUnread = Phrase("scroll to the first unread line", "滚到第一行未读的")
  static let commandTimestamps = Phrase("times before the lines, or not", "行首是否显示时间")
  static let commandWidth = Phrase(
    "at most 20 to 1000 columns of text in a row", "一行文字最多 20 到 1000 列")
  static let commandJoins = Phrase("how comings and goings are shown", "怎样显示进出")
  static let commandAway = Phrase(
    "whoever writes to you alone hears TEXT, once; without TEXT you are here again",
    "谁单独对你说话，就听到这句话，一次；不写就是回来了")
  static let commandIgnore = Phrase(
    "show no words of somebody; without a name, who that is", "屏蔽某人的话；不写就列出屏蔽了谁")
  static let commandUnignore = Phrase("show them again", "恢复显示")
  static let commandBell = Phrase("ring when somebody says your name", "有人提到你时响铃")

  // The keys.
  static let keyFoundBefore = Phrase("found before", "找到的更早一处")
  static let keyFoundAfter = Phrase("found after", "找到的更新一处")
  static let keySearch = Phrase("find in the conversation", "在对话里找")
  static let keyTimestamps = Phrase("times, or none", "显示或不显示时间")
  static let keyJoins = Phrase("comings and goings: each, folded, hidden", "进出：逐行、合并、不显示")
}
