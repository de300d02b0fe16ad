import Glibc

/// A program of this package, as built beside the tests.
enum Built: String {
  case server = "chat-server"
  case tui = "chat-tui"

  /// The program's path: the folder of the running test executable holds it.
  ///
  /// - Throws: ``Unmet`` if it is not there.
  func path() throws -> String {
    guard let resolved = realpath("/proc/self/exe", nil) else {
      throw Unmet(description: "no /proc/self/exe: errno \(errno)")
    }
    defer { free(resolved) }
    let folder = String(cString: resolved).split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/\(rawValue)"
    guard access(path, X_OK) == 0 else { throw Unmet(description: "\(path) is not built") }
    return path
  }
}
