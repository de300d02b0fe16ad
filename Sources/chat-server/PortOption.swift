import ArgumentParser
import ChatService

/// A port as it is written behind a flag: a number, `0` for any free one, or `off`.
struct PortOption: ExpressibleByArgument {
  let port: Configuration.Port

  init(_ port: Configuration.Port) {
    self.port = port
  }

  init?(argument: String) {
    guard let port = Configuration.Port(argument) else { return nil }
    self.port = port
  }

  var defaultValueDescription: String {
    switch port {
    case .number(let number): String(number)
    case .off: "off"
    }
  }
}
