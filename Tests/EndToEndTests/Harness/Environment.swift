import Glibc

/// The environment of a program under test: a UTF-8 locale, a terminal, and nothing of the tester's.
struct Environment {
  private var values = [
    "LANG": "C.UTF-8", "TERM": "xterm-256color", "USER": "tester", "HOME": "/tmp",
    "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1",
  ]

  init(_ changes: [String: String] = [:]) {
    for name in ["PATH", "LD_LIBRARY_PATH", "PYENV_VERSION"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    values.merge(changes) { $1 }
  }

  /// `NAME=value`, sorted.
  var entries: [String] { values.map { "\($0.key)=\($0.value)" }.sorted() }
}
