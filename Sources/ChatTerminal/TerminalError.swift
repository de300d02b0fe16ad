/// Why the screen cannot be shown on a terminal; each prints as a sentence.
package enum TerminalError: Error, Equatable, Sendable {
  /// Standard output is no terminal.
  case notATerminal
  /// The keyboard cannot be reached: no controlling terminal.
  case noKeyboard
  case termNotSet
  case unknownTerm(String)
  /// The terminal cannot move its cursor, as `dumb` cannot: plain mode is for these.
  case cannotMove(String)
  /// No locale with UTF-8 is to be had; the codeset of the one that is set.
  case notUTF8(String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal: "standard output is not a terminal; use --plain"
    case .noKeyboard: "there is no controlling terminal to read keys from; use --plain"
    case .termNotSet: "TERM is not set; set it to your terminal's name, or use --plain"
    case .unknownTerm(let name):
      "TERM is \(name), which this system does not know; try TERM=xterm-256color, or use --plain"
    case .cannotMove(let name): "the terminal \(name) cannot move its cursor; use --plain"
    case .notUTF8(let codeset):
      "the locale's codeset is \(codeset), and C.UTF-8 is not installed; set LC_ALL to a UTF-8 locale"
    }
  }
}
