/// Why a file is no capture of ours, as a sentence.
package enum CaptureError: Error, Equatable, CustomStringConvertible {
  case notPcapng
  /// Made by another program, or one that doesn't tell.
  case foreign(String?)
  /// A block whose bytes contradict themselves; counted from 1.
  case damaged(block: Int, offset: Int)

  package var description: String {
    switch self {
    case .notPcapng: "it is no pcapng file"
    case .foreign(let maker?): "it is not a capture of WireChat's; it says that \(maker) made it"
    case .foreign(nil): "it is not a capture of WireChat's"
    case .damaged(let block, let offset): "its block \(block), at byte \(offset), is damaged"
    }
  }
}
