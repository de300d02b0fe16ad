/// An address as people write it: `HOST`, `HOST:PORT`, `[::1]:PORT` or `::1`.
package struct HostPort: Equatable, Sendable {
  package var host: String
  /// nil where none was written.
  package var port: Int?

  /// - Returns: nil if the host is empty or the port is no number from 1 to 65,535.
  package init?(_ text: String) {
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      host = String(text[text.index(after: text.startIndex)..<end])
      let rest = text[text.index(after: end)...]
      if !rest.isEmpty {
        guard rest.first == ":", let number = HostPort.port(rest.dropFirst()) else { return nil }
        port = number
      }
    } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
      guard let number = HostPort.port(text[text.index(after: colon)...]) else { return nil }
      host = String(text[..<colon])
      port = number
    } else {
      // More than one colon is an IPv6 address without brackets, which leaves no place for a port.
      host = text
    }
    guard !host.isEmpty else { return nil }
  }

  private static func port(_ text: Substring) -> Int? {
    guard let number = Int(text), (1...65_535).contains(number) else { return nil }
    return number
  }
}
