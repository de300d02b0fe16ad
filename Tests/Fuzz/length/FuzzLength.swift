import ChatWire
import FuzzSupport

/// A stream on the length port.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Stream(.length).hold(Input(start, count))
  return 0
}
