/// How a process ended.
enum ExitStatus: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)

  /// The status that `waitpid(2)` reports for a process that is gone.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .signalled(signal)
  }
}
