import Glibc

/// A text written to a file of the user's choice.
package enum Save {
  /// Writes `text`, in place of what the file had.
  package static func write(_ text: String, to path: String) throws(SaveError) {
    guard let file = fopen(path, "we") else { throw SaveError(number: errno) }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw SaveError(number: errno) }
  }
}

/// Why a file could not be written, as the kernel says it.
package struct SaveError: Error, CustomStringConvertible {
  let number: Int32

  package var description: String { String(cString: strerror(number)) }
}
