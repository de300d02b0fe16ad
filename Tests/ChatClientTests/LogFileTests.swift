import ChatClient
import Glibc
import Logging
import Testing

@Suite struct LogFileTests {
  @Test func linesAreAppendedFromTheLevelOn() throws {
    let path = "/tmp/wirechat-log-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    defer { unlink(path) }
    for text in ["one", "two"] {
      var logger = try LogFile.logger(path: path, level: .info)
      logger[metadataKey: "peer"] = "ann"
      logger.debug("hidden")
      logger.info("\(text)")
    }
    let lines = try #require(FileText.read(path)).split(separator: "\n")
    #expect(
      lines.map { $0.dropFirst("00:00:00".count) } == [
        " info chat-tui: peer=ann one", " info chat-tui: peer=ann two",
      ])
  }

  @Test func whatAPeerSaidControlsNoTerminal() throws {
    let path = "/tmp/wirechat-log-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    defer { unlink(path) }
    let logger = try LogFile.logger(path: path, level: .info)
    logger.info("\u{1b}[2Jann\n", metadata: ["peer": "\u{202e}x"])
    #expect(
      FileText.read(path)?.dropFirst("00:00:00".count)
        == " info chat-tui: peer=<U+202E>x ^[[2Jann^J\n")
  }

  @Test func aFileThatCannotBeOpenedIsASentence() {
    do {
      _ = try LogFile.logger(path: "/nowhere/log", level: .info)
      Issue.record("there is no such folder")
    } catch {
      #expect(error.description == "--log-file: /nowhere/log: No such file or directory")
    }
  }
}

/// A small file as text.
enum FileText {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
