import Glibc

/// How many files and connections this process may hold.
enum Descriptors {
  /// Raises the soft limit to the hard one (getrlimit(2)).
  static func raise() {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(files, &limit)
  }
}
