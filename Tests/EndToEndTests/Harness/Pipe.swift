import Glibc

/// The two descriptors of a `pipe(2)`, neither inherited by a child.
///
/// Glibc's module has no `pipe2(2)`: whoever makes pipes and children holds the lock `Program.spawning`.
struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Unmet(description: "no pipe: errno \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}
