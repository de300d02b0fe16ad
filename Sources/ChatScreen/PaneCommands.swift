import ChatWire

/// The commands of the panes.
enum PaneCommands {
  static let entries: [ClientCommand.Entry] = [
    ClientCommand.Entry("/pause", .commandPause) {
      $0.isEmpty ? .pane(.pause) : nil
    },
    ClientCommand.Entry("/block up|down", .commandBlock) {
      step($0).map { .pane(.block($0)) }
    },
    ClientCommand.Entry("/line up|down", .commandLine) {
      step($0).map { .pane(.line($0)) }
    },
    ClientCommand.Entry("/unpick", .commandUnpick) {
      $0.isEmpty ? .pane(.unselect) : nil
    },
    ClientCommand.Entry("/find TEXT", .commandFind) {
      find($0)
    },
    ClientCommand.Entry("/next", .commandNext) {
      $0.isEmpty ? .pane(.again(.forward)) : nil
    },
    ClientCommand.Entry("/previous", .commandPrevious) {
      $0.isEmpty ? .pane(.again(.back)) : nil
    },
    ClientCommand.Entry("/filter in|out|sticky|half|off", .commandFilter) {
      switch $0 {
      case "": .pane(.filter(nil))
      case "off": .pane(.unfiltered)
      default: WireFilter(rawValue: $0).map { .pane(.filter($0)) }
      }
    },
    ClientCommand.Entry("/time delta|relative|absolute", .commandTime) {
      $0.isEmpty ? .pane(.time(nil)) : TimeMode(rawValue: $0).map { .pane(.time($0)) }
    },
    ClientCommand.Entry("/zoom chat|wire", .commandZoom) {
      switch $0 {
      case "": .pane(.zoom(nil))
      case "chat": .pane(.zoom(.conversation))
      case "wire": .pane(.zoom(.wire))
      default: nil
      }
    },
    ClientCommand.Entry("/decode in|out fixed N last N", .commandDecode) {
      DecodeRequest($0).map { .pane(.decode($0)) }
    },
    ClientCommand.Entry("/layers", .commandLayers) {
      $0.isEmpty ? .pane(.layers) : nil
    },
    ClientCommand.Entry("/copy hex|text|c|swift FILE", .commandCopy) { copy($0) },
  ]

  private static func step(_ word: String) -> PaneIntent.Step? {
    switch word {
    case "up": .back
    case "down": .forward
    default: nil
    }
  }

  private static func find(_ arguments: String) -> Intent? {
    if arguments.isEmpty { return .pane(.find(nil)) }
    guard arguments.hasPrefix("hex ") else {
      return Search.Pattern(text: arguments).map { .pane(.find($0)) }
    }
    return Search.Pattern(hex: String(arguments.dropFirst(4))).map { .pane(.find($0)) }
  }

  private static func copy(_ arguments: String) -> Intent? {
    let words = arguments.split(separator: " ", maxSplits: 1)
    guard let word = words.first else { return .pane(.copy(.hex, file: nil)) }
    let file = words.count > 1 ? String(words[1]) : nil
    return CopyFormat(rawValue: String(word)).map { .pane(.copy($0, file: file)) }
  }
}
