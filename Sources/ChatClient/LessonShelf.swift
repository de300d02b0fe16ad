package import ChatLesson
package import ChatScreen
import Glibc

/// The folders that hold lesson files, the first of a name being the one that is taken.
package struct LessonShelf: Sendable {
  /// Where an installed program has its lessons.
  private static let installed = "/usr/share/wirechat"
  /// The most bytes of a lesson file.
  static let limit = 1 << 20

  /// Paths that may not be there.
  package let folders: [String]

  /// - Parameters:
  ///   - assets: the folder that was asked for; nil if none was.
  ///   - current: the working directory.
  ///   - executable: the program's own path, absolute and without links.
  package init(assets: String?, current: String, executable: String) {
    var above: [String] = []
    var parts = executable.split(separator: "/").dropLast()
    while !parts.isEmpty {
      above.append("/" + parts.joined(separator: "/") + "/Assets")
      parts.removeLast()
    }
    let all = (assets.map { [$0] } ?? []) + [current + "/Assets"] + above + [LessonShelf.installed]
    folders = all.map { $0 + "/lessons" }
  }

  /// The shelf of this process.
  package static func standard(assets: String?) -> LessonShelf {
    LessonShelf(
      assets: assets, current: path(".") ?? ".", executable: path("/proc/self/exe") ?? "")
  }

  /// The names of all lessons, sorted.
  package var names: [String] {
    let files = folders.flatMap { LessonShelf.files(in: $0) }
    return Set(files.compactMap(LessonShelf.name)).sorted()
  }

  /// Reads the lesson of a name, in another language if there is none in this one.
  package func lesson(
    _ name: String, in language: Language
  ) throws(LessonShelfError) -> Lesson {
    for folder in folders {
      let there = Set(LessonShelf.files(in: folder))
      guard let file = language.files(name).first(where: there.contains) else { continue }
      let path = "\(folder)/\(file)"
      guard let text = LessonShelf.text(of: path) else { throw .unreadable(path) }
      do throws(LessonError) { return try Lesson(parsing: text) } catch {
        throw .wrong(path, error)
      }
    }
    throw .unknown(name, names: names)
  }

  /// `sticky` for `sticky.lesson` and `sticky.zh.lesson`.
  private static func name(_ file: String) -> String? {
    for ending in [".zh.lesson", ".lesson"] where file.hasSuffix(ending) {
      let name = file.dropLast(ending.count)
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  private static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      // d_name ends at its NUL, within the record (readdir(3)).
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// - Returns: nil for what is no readable UTF-8 file of at most 1 MiB.
  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return String(validating: bytes, as: UTF8.self) }
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
    }
    return nil
  }

  private static func path(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// Why there is no lesson to give.
package enum LessonShelfError: Error, Equatable, CustomStringConvertible {
  case unknown(String, names: [String])
  case unreadable(String)
  case wrong(String, LessonError)

  package var description: String {
    switch self {
    case .unknown(let name, []):
      "no lesson named \(name), and no lessons at all: --assets DIR says where lessons/ is"
    case .unknown(let name, let names):
      "no lesson named \(name); there are \(names.joined(separator: ", "))"
    case .unreadable(let path): "\(path) cannot be read as UTF-8 text of at most 1 MiB"
    case .wrong(let path, let error): "\(path): \(error)"
    }
  }
}
