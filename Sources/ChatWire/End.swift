/// One of the two ends of our connection.
package enum End: Equatable, Sendable {
  case here, there
}
