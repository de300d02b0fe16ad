/// Finds what the word before the cursor can become: a command, one of its arguments, or a name.
struct Completer {
  private let people: People
  private let rooms: RoomList
  private let nick: String
  private let language: Language
  private let characters: [Character]
  private let cursor: Int
  /// Where the word begins.
  private let start: Int
  private let word: String

  init(model: Model) {
    (people, rooms) = (model.people, model.rooms)
    (nick, language) = (model.nick, model.language)
    characters = model.composer.characters
    cursor = model.composer.cursor
    start = (characters[..<cursor].lastIndex { $0 == " " || $0 == "\n" } ?? -1) + 1
    word = String(characters[start..<cursor])
  }

  /// - Returns: nil if there is nothing that fits.
  var completion: Completion? {
    guard isCommand else { return Completion(start..<cursor, names(start == 0 ? ": " : " ")) }
    if start == 0 { return commands }
    return arguments
  }

  /// The command whose arguments are being written, or the only one that the word can become.
  var entry: ClientCommand.Entry? {
    guard isCommand else { return nil }
    if start == 0 {
      let all = ClientCommand.all.filter { ("/" + $0.name).hasPrefix(word) }
      return all.count == 1 ? all.first : nil
    }
    let name = String(characters[1...].prefix { $0 != " " && $0 != "\n" })
    return ClientCommand.entry(named: name)
  }

  /// The commands that the word can become.
  var commands: Completion? {
    guard isCommand, start == 0 else { return nil }
    let candidates = ClientCommand.all.filter { ("/" + $0.name).hasPrefix(word) }.map { entry in
      let takesMore = entry.usage[.english].contains(" ")
      return Completion.Candidate(
        name: entry.usage[language], text: "/" + entry.name + (takesMore ? " " : ""),
        help: entry.help)
    }
    return Completion(0..<cursor, candidates)
  }

  private var isCommand: Bool { characters.first == "/" && characters.dropFirst().first != "/" }

  /// The words that the usage of the command names for this place; anywhere else, names.
  private var arguments: Completion? {
    let before = String(characters[..<start]).split(separator: " ").count - 1
    guard let entry else { return nil }
    let usage = Usage(entry.usage[.english])
    let words = usage.words(at: before)
    if words.isEmpty, usage.takesName(at: before) { return Completion(start..<cursor, names(" ")) }
    if usage.takesRoom(at: before) {
      let names = rooms.names(beginning: word)
      return Completion(start..<cursor, names.map { Completion.Candidate(name: $0, text: $0) })
    }
    let candidates = words.filter { $0.hasPrefix(word) }
      .map { Completion.Candidate(name: $0, text: $0 + (usage.goesOn(behind: before) ? " " : "")) }
    return Completion(start..<cursor, candidates)
  }

  private func names(_ ending: String) -> [Completion.Candidate] {
    people.names(beginning: word, but: nick).map {
      Completion.Candidate(name: $0, text: $0 + ending)
    }
  }
}
