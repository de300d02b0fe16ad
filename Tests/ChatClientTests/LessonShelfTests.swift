import ChatClient
import ChatLesson
import ChatScreen
import Glibc
import Testing

@Suite struct LessonShelfTests {
  private static let assets =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Assets"
  private static let shipped = LessonShelf(assets: assets, current: "/", executable: "")

  /// A folder with these files, as long as `body` runs.
  private static func withFolder(
    _ files: [String: String], _ body: (String) throws -> Void
  ) throws {
    var template = Array("/tmp/wirechat.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    mkdir(folder + "/lessons", 0o700)
    for (name, text) in files {
      let file = try #require(fopen("\(folder)/lessons/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    defer {
      for name in files.keys { unlink("\(folder)/lessons/\(name)") }
      rmdir(folder + "/lessons")
      rmdir(folder)
    }
    try body(folder)
  }

  private static func title(
    _ name: String, _ language: Language, _ shelf: LessonShelf
  ) throws -> String {
    try shelf.lesson(name, in: language).title
  }

  private static func text(_ title: String) -> String { "# \(title)\n\n    expect sent == 0\n" }

  @Test
  func `lessons are looked for where they were asked for, here, above the program, and installed`()
  {
    let shelf = LessonShelf(
      assets: "/a", current: "/here", executable: "/x/.build/debug/chat-tui")
    #expect(
      shelf.folders == [
        "/a/lessons", "/here/Assets/lessons", "/x/.build/debug/Assets/lessons",
        "/x/.build/Assets/lessons", "/x/Assets/lessons", "/usr/share/wirechat/lessons",
      ])
  }

  @Test func `the language chooses the file, and gives way where there is none`() throws {
    let files = [
      "one.lesson": LessonShelfTests.text("one"), "one.zh.lesson": LessonShelfTests.text("一"),
      "two.lesson": LessonShelfTests.text("two"), "三.zh.lesson": LessonShelfTests.text("三"),
      "four.txt": "",
    ]
    try LessonShelfTests.withFolder(files) { (folder: String) throws in
      let shelf = LessonShelf(assets: folder, current: "/", executable: "")
      #expect(Set(shelf.names).isSuperset(of: ["one", "two", "三"]))
      #expect(!shelf.names.contains("four"))
      #expect(try Self.title("one", .english, shelf) == "one")
      #expect(try Self.title("one", .chinese, shelf) == "一")
      #expect(try Self.title("two", .chinese, shelf) == "two")
      #expect(try Self.title("三", .english, shelf) == "三")
    }
  }

  @Test func `an unknown name lists those there are`() throws {
    try LessonShelfTests.withFolder(["one.lesson": "", "two.lesson": "# T\n\n  oops"]) {
      (folder: String) throws in
      let shelf = LessonShelf(assets: folder, current: "/", executable: "")
      for name in ["six", "../lessons/one", "one.lesson", ""] {
        #expect(throws: LessonShelfError.unknown(name, names: shelf.names)) {
          try shelf.lesson(name, in: .english)
        }
      }
      #expect(shelf.names.starts(with: ["one", "two"]))
      let error = #expect(throws: LessonShelfError.self) { try shelf.lesson("two", in: .english) }
      #expect(
        error.map { "\($0)" }
          == "\(folder)/lessons/two.lesson: line 3: 'oops' is no step; a step is a /command or bet, connect, count, expect, print, say, wait"
      )
    }
  }

  @Test(arguments: shipped.names)
  func `a lesson that we ship opens by a bet and does the same in both languages`(
    name: String
  ) throws {
    let english = try LessonShelfTests.shipped.lesson(name, in: .english)
    let chinese = try LessonShelfTests.shipped.lesson(name, in: .chinese)
    #expect(english.title != chinese.title)
    #expect(english.place == chinese.place)
    #expect(english.steps.map(Self.deed) == chinese.steps.map(Self.deed))
    #expect(english.steps.first.map(Self.deed)?.hasPrefix("bet ") == true)
  }

  @Test func `these are the lessons`() {
    #expect(
      LessonShelfTests.shipped.names == [
        "half", "length-prefix", "lost-sync", "nagle", "split-header", "sticky", "udp",
        "wrong-endian",
      ])
  }

  /// A step without the words of a question.
  private static func deed(_ step: Lesson.Step) -> String {
    if case .bet(let fact, _) = step.kind { return "bet \(fact)" }
    return step.text
  }
}
