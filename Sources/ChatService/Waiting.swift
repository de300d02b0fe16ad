/// Somebody for whom a time may come.
protocol Waiting: AnyObject {
  /// The time has come, or has moved since.
  ///
  /// - Parameter now: in milliseconds of the watch.
  /// - Returns: when to look again, nil for never.
  func look(at now: Int) -> Int?
}
