// What is said of the rooms.
extension Phrase {
  static func topic(_ nick: String, _ text: String) -> Phrase {
    Phrase("\(nick) set the topic: \(text)", "\(nick) 设定了话题：\(text)")
  }

  static func room(_ name: String, count: Int, topic: String) -> Phrase {
    let about = topic.isEmpty ? "" : " · " + topic
    return Phrase("\(name) · \(count) here\(about)", "\(name) · \(count) 人\(about)")
  }

  /// Another framing; the server's knobs belong to a connection.
  static func changed(to endpoint: Endpoint, knobsReset: Bool) -> Phrase {
    let now = Phrase("now \("\(endpoint)")", "现在是 \("\(endpoint)")")
    guard knobsReset else { return now }
    return Phrase(
      "\(now); the server's knobs are at their defaults again", "\(now)；服务器那一端的设置恢复了默认值")
  }

  static let noRooms = Phrase(
    "rooms need the length, line or udp framing: F2", "房间需要 length、line 或 udp 分帧：F2")
  static let onlyRoom = Phrase("there is only the lobby: /join ROOM", "只有大厅：/join 房间名")
  static let lobbyStays = Phrase(
    "everybody is in the lobby; /quit leaves the server", "大家都在大厅；/quit 离开服务器")

  static func noRoom(_ number: Int) -> Phrase {
    Phrase("there is no room \(number) here: /join ROOM", "没有第 \(number) 个房间：/join 房间名")
  }

  static func notInRoom(_ name: String) -> Phrase {
    Phrase("not in \(name): /join \(name)", "不在 \(name) 里：/join \(name)")
  }

  // Private talks.
  static let talkWithOneself = Phrase("nobody talks with oneself here", "这里不能和自己私聊")
  static let noMoreTalks = Phrase(
    "no more than 32 talks: /part closes one", "私聊最多 32 个：/part 关闭一个")
  static let noMoreRooms = Phrase(
    "no more than 64 rooms and talks: /part leaves one", "房间和私聊最多 64 个：/part 离开一个")

  static func onlyWordsInTalk(_ nick: String) -> Phrase {
    Phrase(
      "only \(nick) hears you here, and words alone: Alt+1 is the lobby",
      "这里只有 \(nick) 听得到，也只能说话：Alt+1 回大厅")
  }

  // The commands and keys.
  static let commandQuery = Phrase(
    "a private talk, a place of its own until /part; TEXT begins it", "私聊，单独一处，/part 关闭；TEXT 作开头")
  static let commandJoin = Phrase("go to a room, or make it", "进入房间，没有就新开")
  static let commandPart = Phrase("leave this room; the reason may be missing", "离开这个房间；原因可以不写")
  static let commandRooms = Phrase("the rooms of the server", "服务器上的房间")
  static let commandTopic = Phrase("what this room is about", "这个房间的话题")
  static let commandRoom = Phrase(
    "show one of your rooms, by name or number, next or previous", "切换到某个房间：名字、编号、next 或 previous")
  static let keyRoom = Phrase("show that room", "切换到那个房间")
  static let keyNextRoom = Phrase("show the next room", "切换到下一个房间")
  static let keyPreviousRoom = Phrase("show the room before", "切换到上一个房间")
}
