/// One layer around a payload: what it adds in front and behind, field by field.
struct Layer: Equatable {
  /// How we come to know a value.
  enum Source: String {
    /// The kernel told it.
    case kernel
    /// It is in the call that we made, or in what it returned.
    case call = "our call"
    /// It follows from the sizes.
    case counted
    /// The standard leaves no choice.
    case standard
    /// It is what Linux does; nothing was captured.
    case inferred = "~ inferred"
    /// Nobody tells it without a capture.
    case unknown = "~ not captured"
  }

  struct Field: Equatable {
    let name: String
    let bits: Int
    let value: String
    let source: Source

    /// `4 bit`, `2 B`.
    var size: String { bits.isMultiple(of: 8) ? "\(bits / 8) B" : "\(bits) bit" }
  }

  let name: String
  let standard: String
  /// Fields in front of the data.
  let fields: [Field]
  /// Fields behind it.
  var trailer: [Field] = []
  /// What there is to say of it as a whole.
  var note: String?

  var header: Int { fields.reduce(0) { $0 + $1.bits } / 8 }
  var tail: Int { trailer.reduce(0) { $0 + $1.bits } / 8 }
}
