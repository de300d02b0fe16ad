package import ChatWire

/// Everything that the screen knows.
///
/// `update` alone changes it, `view` alone shows it.
package struct Model: Sendable {
  /// What the connection is doing, with what the status line says of it.
  package enum State: Equatable, Sendable {
    case connecting
    case joined
    case waiting(seconds: Double)
    case closed
  }

  /// A pane that keys go to.
  package enum Pane: Sendable {
    case conversation, wire
  }

  package var size: Size
  package var language = Language.english
  package var appearance = Appearance()
  /// Settings that the program was started with, or is to be started with.
  package var startup: [Setting: String] = [:]
  /// Keys of the reader's own choice.
  package internal(set) var keys = KeyBindings()
  /// The name of the settings before the one that the server was asked for last; nil while it is asked for none.
  var formerNick: String??
  package var endpoint: Endpoint
  package var nick: String { didSet { if nick != oldValue { ownName = TextMatch(nick) } } }
  /// What a mention of us has in it.
  private(set) var ownName: TextMatch?
  /// What whoever writes to us alone hears; nil while we are here.
  var away: Away?
  package var state = State.connecting
  /// Whether the server is not a WireChat one.
  package var isForeign = false
  package var observed: Observed?
  /// How messages ended on the connection that was joined last.
  var framing: Framing?
  /// Whether we turned knobs at the server's end of it.
  var hasTurned = false
  /// What our own end of the connection was turned to; nil is the default.
  package var own = Knobs()
  /// How our own messages become writes.
  package var sending = Sending()

  /// The rooms that we are in; the conversation, its view, people, lookup and draft are those of the one shown.
  package var rooms = RoomList()
  package var conversation = Scrollback<Utterance>()
  package var wire: WireLog
  package var composer = Composer()
  /// What Tab goes through; nil while it does not.
  package var completion: Completion?
  package var people = People()
  package var preferences = Preferences()
  package var lag = Lag()
  /// Lines from standard input that wait for a connection.
  package var pending: [String] = []

  package var conversationView = Viewport()
  package var wireView = Viewport()
  /// The direction that the tape shows.
  package var tapeDirection = Direction.outgoing
  /// Bytes in one column of the tape; nil fits the newest burst.
  package var tapeZoom: Int?
  package var focus = Pane.conversation
  /// The pane that has the room of both.
  package var zoom: Pane?
  package var selection: Selection? {
    didSet { echo = selection.flatMap { otherPlace(of: $0) } }
  }
  /// The other place of what is picked, as it was found then.
  private(set) var echo: Echo?
  package var search: Search?
  /// What a low wire pane left out when it was paused, and does until it is moved.
  var pausedEconomy = Economy.nothing
  /// Whether what is looked for is being typed for the wire pane, which gets the keys back.
  var findsForWire = false
  /// What is looked for in the conversation.
  package var lookup: ChatLookup?
  /// The number of the first line that came while nobody looked at the end; nil while all is read.
  package var unread: Int?
  /// Whether the terminal's window has the keys, as far as the terminal tells.
  package var hasFocus = true
  /// What others said since it lost them.
  var missed = 0
  /// When the bell rang last.
  package var rang: WallTime?
  /// What the wire pane leaves out; nil shows every block.
  package var filter: WireFilter?
  package var times = TimeMode.delta
  /// The last local midnight on the client's monotonic clock.
  package var midnight: Microseconds = 0
  /// What covers both panes; nil while they are seen.
  package var page: Page?
  /// What the lesson that is played waits for; nil while it waits for nobody, or there is none.
  package var lesson: LessonPrompt?
  /// Lines of all rooms that the chat log is still to take; nil while nobody keeps one.
  package var logged: [LogLine]?
  /// Whether we ask for what was said while we were away; a lesson wants to see what it did, and nothing else.
  package var catchesUp = true
  /// What the status line says until the next key.
  package var hint: Phrase?
  /// Whether the next ^C quits.
  package var quitsOnInterrupt = false
  /// Whether the server ends with this program.
  package var isHost = false
  /// Whether its end was asked for, and nothing was said since.
  var quitIsAsked = false
  /// The file that the wire is written to; nil while it is not.
  package var capture: String?
  /// The capture that is shown in place of a connection.
  package var replay: Replay?
  /// The last reason for being without a connection, so that it is said once.
  package var reason: Phrase?

  /// The last key, for those who watch.
  var pressed: Key?
  /// Whether the mouse holds the line between the panes.
  var isDragging = false

  package var layout: Layout {
    var choice = Layout.Choice()
    (choice.zoom, choice.share) = (zoom, appearance.share)
    choice.bare = appearance.hasFrame ? nil : focus
    return Layout(size, choice, input: inputHeight)
  }

  /// The rows that the composer asks for.
  var inputHeight: Int {
    ComposerLine(composer: composer, width: size.columns - 2 * Layout(size).margin)
      .height(limit: Layout.inputLimit(size))
  }

  /// Whether keys go to the wire pane instead of the composer.
  package var wireHasKeys: Bool { page == nil && isInWire }

  /// The same, had a page been closed.
  var isInWire: Bool { focus == .wire && layout.wire != nil }

  package init(size: Size, endpoint: Endpoint, nick: String) {
    self.size = size
    self.endpoint = endpoint
    self.nick = nick
    ownName = TextMatch(nick)
    wire = WireLog(framing: endpoint.framing)
  }
}
