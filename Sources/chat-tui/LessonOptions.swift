import ArgumentParser
import ChatClient
import ChatScreen
import Glibc

/// The options that ask for a lesson.
struct LessonOptions: ParsableArguments {
  @Option(
    name: .customLong("lesson"),
    help: """
      Give this lesson, with a server of its own: on screen step by step, with --plain all at once, the \
      exit status being 0 if all that it expects came true. An unknown name lists the lessons.
      """, completion: .custom { _, _, _ in LessonShelf.standard(assets: nil).names })
  var name: String?

  @Option(
    help:
      "The language of the screen and of lessons, en or zh; that of the locale (LC_ALL, LC_MESSAGES, LANG) if not given."
  )
  var language: Language?

  @Option(
    help: """
      The folder whose lessons/ is looked through first; then those of ./Assets, of Assets in a folder above the \
      program, and of /usr/share/wirechat.
      """, completion: .directory)
  var assets: String?

  /// That of the locale.
  static var ofLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let values = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return Language(environment: Dictionary(values) { first, _ in first })
  }
}

extension Language: ExpressibleByArgument {}
