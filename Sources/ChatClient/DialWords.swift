import ChatScreen
import ChatTransport

extension Phrase {
  /// Why a server could not be reached.
  static func dialling(_ failure: DialFailure) -> Phrase {
    switch failure.cause {
    case .refused: .noServer(at: failure.address)
    case .timeout(let seconds): .noAnswer(from: failure.address, seconds: seconds)
    case .error(let words): .cannotReach(failure.address, words)
    case .unknownHost: .noHost(of: failure.address)
    }
  }
}
