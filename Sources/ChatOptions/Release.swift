/// What the programs and their Debian package call themselves.
package enum Release {
  package static let version = "1.0.0"
}
