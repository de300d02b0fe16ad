import Glibc

/// What a program has for standard input, output and error.
enum Streams {
  case descriptors([Int32])
  /// A terminal by its path, which becomes the controlling one of a new session.
  case terminal([CChar])
}

/// Starts `path` by `posix_spawn(3)` with default signals.
///
/// - Throws: ``Unmet`` with the error number.
func spawn(
  _ path: String, _ arguments: [String], _ environment: Environment, streams: Streams
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
  switch streams {
  case .descriptors(let sources):
    for (target, source) in sources.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
    }
  case .terminal(let path):
    flags |= 0x80  // POSIX_SPAWN_SETSID (spawn.h), which Glibc's module has not.
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    for target: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, target) }
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var (none, all) = (sigset_t(), sigset_t())
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setflags(&attributes, Int16(flags))

  var argv = ([path] + arguments).map { strdup($0) } + [nil]
  var envp = environment.entries.map { strdup($0) } + [nil]
  defer { for string in argv + envp { free(string) } }
  var pid: pid_t = 0
  let error = posix_spawn(&pid, path, &actions, &attributes, &argv, &envp)
  guard error == 0 else { throw Unmet(description: "cannot start \(path): errno \(error)") }
  return pid
}
