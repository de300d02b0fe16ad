import Glibc
import Testing

/// Lessons as they are given: without a screen, and before a class.
@Suite struct LessonTests {
  static let assets =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Assets"

  /// Some count milliseconds, which other tests beside them would change.
  @Test(
    .enabled(if: Ordeal.isAsked),
    arguments: [
      "half", "length-prefix", "lost-sync", "nagle", "split-header", "sticky", "udp",
      "wrong-endian",
    ])
  func `every lesson holds`(name: String) async throws {
    try await Stage.run { stage in
      let lesson = try stage.tui("--plain", "--assets", Self.assets, "--lesson", name)
      #expect(try await lesson.exit() == .exited(0), "\(lesson.output.text)")
      #expect(lesson.errors.text.isEmpty)
      #expect(lesson.output.lines.contains { $0.hasSuffix(" expectations held") })
    }
  }

  @Test func `an expectation that is wrong ends it with its line and the true number`() async throws
  {
    try await Stage.run { stage in
      let lesson = try stage.tui(
        flags: try Self.lesson(
          "wrong", in: stage,
          """
          # Wrong

              connect length
              count
              /burst 3 hello
              wait messages == 3
              expect messages == 3
              expect messages == 4
              expect segments == 3000
              expect cause small-buffer
          """))
      #expect(try await lesson.exit() == .exited(1))
      let errors = lesson.errors.lines
      #expect(errors.first == "chat-tui: line 8: expect messages == 4 · messages 3")
      #expect(errors.count == 3, "\(errors)")
      #expect(
        errors.dropFirst().first?.hasPrefix("chat-tui: line 9: expect segments == 3000 · ") == true)
      #expect(errors.last?.hasPrefix("chat-tui: line 10: expect cause small-buffer · ") == true)
      #expect(lesson.output.lines.contains("✓ expect messages == 3 · messages 3"))
    }
  }

  @Test func `what never comes ends it in time`() async throws {
    try await Stage.run { stage in
      let lesson = try stage.tui(
        flags: try Self.lesson(
          "never", in: stage,
          "# Never\n\n    say hello\n    wait heard goodbye\n    expect writes == 1\n"))
      let status = try await lesson.exit(within: .seconds(15))
      #expect(status == .exited(1))
      #expect(
        lesson.errors.text.hasPrefix("chat-tui: line 4: wait heard goodbye · after 5.0 seconds "))
    }
  }

  @Test func `a file that is no lesson, and a name that is none`() async throws {
    try await Stage.run { stage in
      let wrong = try stage.tui(
        flags: try Self.lesson("wrong", in: stage, "# Wrong\n\n    expect raeds == 1\n"))
      #expect(try await wrong.exit() == .exited(1))
      #expect(wrong.errors.text.contains("wrong.lesson: line 3: 'raeds' is no fact"))
      let none = try stage.tui("--plain", "--assets", Self.assets, "--lesson", "stucky")
      #expect(try await none.exit() == .exited(1))
      #expect(none.errors.text.contains("no lesson named stucky; there are half, "))
      let both = try stage.tui("--plain", "--serve", "--lesson", "sticky")
      #expect(try await both.exit() == .exited(64))
    }
  }

  @Test func `a class bets on screen, in Chinese`() async throws {
    try await Stage.run { stage in
      let screen = try await stage.screen(
        ["--assets", Self.assets, "--lesson", "wrong-endian", "--nick", "al"],
        environment: Environment(["LC_ALL": "zh_CN.UTF-8", "LANG": "C.UTF-8"]))
      try await screen.shows("按大端去读，是多少？")
      try await screen.enter("5")
      try await screen.shows(#"回车：\x05"#)
      try await screen.press("Enter")
      try await screen.shows("你猜 big 5，实际是 83886080")
      try await screen.shows("✓ expect big == 83886080 · big 83886080")
      try await screen.press("F4")
      try await screen.shows("按小端去读，是多少？")
      try await screen.enter("83886080")
      try await screen.shows("回车：")
      try await screen.enter("/step")
      try await screen.shows("你猜 little 83886080，正是 83886080")
      try await screen.press("F4")
      try await screen.shows("7 条预期全部成立")
    }
  }

  /// The flags that give a lesson of one's own.
  private static func lesson(_ name: String, in stage: Stage, _ text: String) throws -> [String] {
    mkdir(stage.folder + "/lessons", 0o700)
    guard let file = fopen("\(stage.folder)/lessons/\(name).lesson", "w") else {
      throw Unmet(description: "no lesson file: errno \(errno)")
    }
    fputs(text, file)
    fclose(file)
    return ["--plain", "--assets", stage.folder, "--lesson", name]
  }
}
