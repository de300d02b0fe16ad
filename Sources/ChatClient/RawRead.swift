/// How much one read on the raw port takes.
package enum RawRead {
  /// The buffer of the naive receiver, in bytes; the server's default is the same.
  package static let size = 1_024
}
