import Glibc

/// A program of the system that these tests drive.
enum Tool: String {
  case tmux
  case python3
  case nc
  case tshark
  case text2pcap
  case ss
  case infocmp

  /// The Debian package that holds the program.
  var package: String {
    switch self {
    case .nc: "netcat-openbsd"
    case .text2pcap: "tshark"
    case .ss: "iproute2"
    case .infocmp: "ncurses-bin"
    case .tmux, .python3, .tshark: rawValue
    }
  }

  /// The program's path, from `PATH`.
  ///
  /// - Throws: ``Unmet`` naming the package to install.
  func path() throws -> String {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for folder in folders.split(separator: ":") {
      let path = "\(folder)/\(rawValue)"
      if access(path, X_OK) == 0 { return path }
    }
    throw Unmet(description: "no \(rawValue) in PATH; apt-get install -y \(package)")
  }
}
