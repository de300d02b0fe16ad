package import ChatWire
import Glibc

/// The name that a client asks for when nobody gave it one.
package enum NickChoice {
  /// `$USER`, else the account's name, else `guest`, each without its unfit characters.
  package static func standard() -> Nick {
    let user = getenv("USER").map { String(cString: $0) }
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    return [user, account].lazy.compactMap { $0 }.compactMap(Nick.cleaned).first
      ?? .guest
  }
}
