/// A thing that the screen counts.
package enum Noun: CaseIterable, Sendable {
  case write, read, segment, message, datagram, block, line, byte, call, frame

  /// A count with its noun: `1 read`, `20 writes`; `1 次读`, `20 次写`.
  package func count(_ number: Int) -> Phrase {
    let plural = number == 1 ? "" : "s"
    return switch self {
    case .write: Phrase("\(number) write\(plural)", "\(number) 次写")
    case .read: Phrase("\(number) read\(plural)", "\(number) 次读")
    case .segment: Phrase("\(number) segment\(plural)", "\(number) 段")
    case .message: Phrase("\(number) message\(plural)", "\(number) 条消息")
    case .datagram: Phrase("\(number) datagram\(plural)", "\(number) 个数据报")
    case .block: Phrase("\(number) block\(plural)", "\(number) 块")
    case .line: Phrase("\(number) line\(plural)", "\(number) 行")
    case .byte: Phrase("\(number) byte\(plural)", "\(number) 字节")
    case .call: Phrase("\(number) call\(plural)", "\(number) 次调用")
    case .frame: Phrase("\(number) frame\(plural)", "\(number) 帧")
    }
  }
}
