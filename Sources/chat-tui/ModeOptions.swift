import ArgumentParser
import ChatScreen
import ChatWire
import Logging

/// The options that say how the client speaks, and what it keeps in files.
struct ModeOptions: ParsableArguments {
  @Option(
    help: """
      The name to take, up to 16 letters, digits, '-', '_' or '.'; $USER, the account's name or guest if \
      not given.
      """)
  var nick: Nick?

  @Flag(
    help: """
      No screen: lines from standard input go out, received messages to standard output, one a line. The \
      default when standard output is no terminal or TERM can't move its cursor.
      """)
  var plain = false

  @Flag(
    help: "With --plain: show each write and read as a hexdump with its verdict on standard error.")
  var wire = false

  @Option(
    help:
      "With --plain: seconds to receive after the end of input, unless the server closes before.")
  var linger = 1.0

  @Option(
    help: ArgumentHelp(
      """
      The file to which each write and read is captured: FILE.pcapng for Wireshark, FILE.hex as a hexdump \
      or FILE.jsonl as JSON lines; a file that is there is overwritten.
      """, valueName: "file"), completion: .file())
  var capture: String?

  @Option(
    help: ArgumentHelp(
      """
      Show a pcapng capture of this program's again, step by step, without any server; with --plain as a \
      hexdump on standard output.
      """, valueName: "file"), completion: .file(extensions: ["pcapng"]))
  var replay: String?

  @Option(
    help: ArgumentHelp(
      "The file to which diagnostics are appended; none are kept if not given.", valueName: "file"),
    completion: .file())
  var logFile: String?

  @Option(
    help: """
      The least severe diagnostics that are kept: trace, debug, info, notice, warning, error or critical; info if \
      not given.
      """)
  var logLevel: Logger.Level?

  func validate() throws {
    guard linger >= 0, linger <= 86_400 else {
      throw ValidationError("--linger takes 0 to 86400 seconds")
    }
  }
}
