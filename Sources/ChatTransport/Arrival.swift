/// The moment at which a TCP connection has something to read, or its end.
struct Arrival {
  let tag: UInt32
  let arrived: () -> Void

  init(tag: UInt32, _ arrived: @escaping () -> Void) {
    self.tag = tag
    self.arrived = arrived
  }
}
