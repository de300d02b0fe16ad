import ArgumentParser
import ChatService

/// A port as it is written behind a flag: a number, `0` for any free one, or `off`.
struct PortOption: ExpressibleByArgument {
  let port: Configuration.Port

  init(_ port: Configuration.Port) {
    self.port = port
  }

  init?(argument: String) {
    if argument == "off" {
      port = .off
    } else if let number = UInt16(argument) {
      port = .number(Int(number))
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch port {
    case .number(let number): String(number)
    case .off: "off"
    }
  }
}
