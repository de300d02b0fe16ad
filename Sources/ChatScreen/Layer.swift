/// One layer around a payload: what it adds in front and behind, field by field.
struct Layer: Equatable {
  /// How we come to know a value.
  enum Source: CaseIterable {
    /// The kernel told it.
    case kernel
    /// It is in the call that we made, or in what it returned.
    case call
    /// It follows from the sizes.
    case counted
    /// The standard leaves no choice.
    case standard
    /// It is what Linux does; nothing was captured.
    case inferred
    /// Nobody tells it without a capture.
    case unknown
  }

  struct Field: Equatable {
    let name: Phrase
    let bits: Int
    let value: Phrase
    let source: Source

    init(name: Phrase, bits: Int, value: Phrase, source: Source) {
      self.name = name
      self.bits = bits
      self.value = value
      self.source = source
    }

    /// A field whose value is the same in every language.
    init(name: Phrase, bits: Int, value: String, source: Source) {
      self.init(name: name, bits: bits, value: Phrase(verbatim: value), source: source)
    }

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
  var note: Phrase?

  var header: Int { fields.reduce(0) { $0 + $1.bits } / 8 }
  var tail: Int { trailer.reduce(0) { $0 + $1.bits } / 8 }
}
