package import ChatScreen

extension Language {
  /// The files of a lesson in this language, the best first.
  package func files(_ name: String) -> [String] {
    switch self {
    case .english: ["\(name).lesson", "\(name).zh.lesson"]
    case .chinese: ["\(name).zh.lesson", "\(name).lesson"]
    }
  }
}
