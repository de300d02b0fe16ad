import ChatWire

/// The commands of the rooms.
enum RoomCommands {
  static let own: [ClientCommand.Entry] = [
    ClientCommand.Entry("/room ROOM", .commandRoom) { word in
      switch word {
      case "", "next": .room(.step(.forward))
      case "previous": .room(.step(.back))
      default:
        Int(word).map { .room(.show($0)) } ?? RoomCommands.name(word).map { .room(.find($0)) }
      }
    },
    ClientCommand.Entry("/query NICK TEXT", .commandQuery) { arguments in
      let words = arguments.split(separator: " ", maxSplits: 1)
      return words.first.flatMap { Nick(String($0)) }.map {
        .room(.talk($0.text, text: words.count > 1 ? String(words[1]) : ""))
      }
    },
  ]

  static let server: [ClientCommand.Entry] = [
    ClientCommand.Entry("/join ROOM", .commandJoin) { name($0).map { .room(.join($0)) } },
    ClientCommand.Entry("/part REASON", .commandPart) { .room(.part(reason: $0)) },
    ClientCommand.Entry("/rooms", .commandRooms) { $0.isEmpty ? .room(.list) : nil },
    ClientCommand.Entry("/topic TEXT", .commandTopic) { .room(.topic($0)) },
  ]

  /// The room of a name, with or without the sign that other networks write before it.
  private static func name(_ text: String) -> String? {
    RoomName(text.first == "#" ? String(text.dropFirst()) : text)?.text
  }
}
