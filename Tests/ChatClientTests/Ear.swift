import Logging

/// A logger's other end: hands on the text of each diagnostic.
struct Ear: LogHandler {
  var logLevel = Logger.Level.trace
  var metadata = Logger.Metadata()
  private let hear: @Sendable (String) -> Void

  static func logger(_ hear: @escaping @Sendable (String) -> Void) -> Logger {
    Logger(label: "test") { _ in Ear(hear: hear) }
  }

  private init(hear: @escaping @Sendable (String) -> Void) { self.hear = hear }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { hear("\(event.message)") }
}
