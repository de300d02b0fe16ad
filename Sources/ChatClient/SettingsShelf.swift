package import ChatScreen
import Glibc

/// Where the settings file is: `wirechat/config` under $XDG_CONFIG_HOME, else under `.config` of the home
/// (XDG Base Directory Specification, 0.8).
package struct SettingsShelf: Sendable {
  /// The most bytes of the file.
  private static let limit = 1 << 20

  package let path: String

  package init(environment: [String: String]) {
    let given = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (given ?? (environment["HOME"] ?? "") + "/.config") + "/wirechat/config"
  }

  /// That of this process.
  package static func standard() -> SettingsShelf {
    let names = ["XDG_CONFIG_HOME", "HOME"]
    let values = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return SettingsShelf(environment: Dictionary(values) { first, _ in first })
  }

  /// What is set; nothing without a file.
  ///
  /// - Throws: `SettingsError` where the file can't be read, or for its first line that is wrong.
  package func settings() throws(SettingsError) -> [Setting: String] {
    let file = SettingsFile(try text())
    do throws(SettingsFile.Fault) {
      return try file.settings()
    } catch {
      throw SettingsError(description: "\(path): \(error)")
    }
  }

  /// Writes choices into the file, in one step: whoever reads it sees the old one or the new one.
  ///
  /// - Parameters:
  ///   - choices: each setting's value.
  ///   - usual: what is so without a file.
  /// - Throws: `SettingsError` where the file can't be read or written.
  package func save(_ choices: [Choice], unless usual: [Setting: String]) throws(SettingsError) {
    let text = SettingsFile(try self.text()).text(with: choices, unless: usual)
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let draft = "\(path).\(getpid())"
    do throws(SaveError) {
      try Save.write(text, to: draft)
      guard rename(draft, path) == 0 else { throw SaveError(number: errno) }
    } catch {
      unlink(draft)
      throw SettingsError(description: "\(path): \(error)")
    }
  }

  private func text() throws(SettingsError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return "" }
      throw SettingsError(description: "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: SettingsShelf.limit + 1)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0, count <= SettingsShelf.limit,
      let text = String(validating: bytes.prefix(count), as: UTF8.self)
    else { throw SettingsError(description: "\(path): it is no UTF-8 text of at most 1 MiB") }
    return text
  }
}

/// What is wrong with the settings file, as a sentence.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
  package let description: String
}
