import ChatWire
import FuzzSupport

/// A stream on the line port.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Stream(.line).hold(Input(start, count))
  return 0
}
