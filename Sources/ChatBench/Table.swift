/// Rows of text in columns, numbers to the right.
package struct Table: Sendable {
  private var rows: [[String]]
  /// Sentences behind rows, by their place.
  private var notes: [Int: String] = [:]

  package init(_ heading: [String]) { rows = [heading] }

  package mutating func add(_ row: [String], note: String? = nil) {
    notes[rows.count] = note
    rows.append(row)
  }

  package var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? cell + space : space + cell
      }
      return (cells + [notes[index]].compactMap { $0 }).joined(separator: "  ")
    }.joined(separator: "\n")
  }

  package var markdown: String {
    let columns = rows.map(\.count).max() ?? 0
    var lines = rows.enumerated().map { index, row in
      let note = notes[index].map { [$0] } ?? []
      let empty = Array(repeating: "", count: max(0, columns - row.count - note.count))
      return "| " + (row + note + empty).joined(separator: " | ") + " |"
    }
    let rule = (0..<columns).map { $0 < 2 ? "---" : "---:" }.joined(separator: "|")
    lines.insert("|\(rule)|", at: 1)
    return lines.joined(separator: "\n")
  }
}

extension Outcome {
  static let headings = [
    "deliveries/s", "µs CPU", "user", "system", "core", "p50 µs", "p99 µs", "max µs", "memory",
    "generator",
  ]

  /// The numbers of one row, in the order of the headings.
  var cells: [String] {
    func fixed(_ value: Double?, _ places: Int) -> String {
      value.map { Table.fixed($0, places) } ?? "?"
    }
    return [
      Table.fixed(rate, 0), fixed(cost, 3), fixed(user, 3), fixed(system, 3),
      fixed(core.map { $0 * 100 }, 0) + " %", "\(p50)", "\(p99)", "\(max)",
      memory.map { "\(($0 + 524_288) / 1_048_576) MiB" } ?? "?",
      Table.fixed(generator * 100, 0) + " %",
    ]
  }

  /// The sentence that says what went wrong with the deliveries; nil if nothing did.
  package var trouble: String? {
    isClean ? nil : "lost \(lost), duplicated \(duplicated), out of order \(reordered)"
  }

  /// One run as a table of one row, with how quickly they joined and what each of them costs.
  package func table(_ name: String) -> String {
    var table = Table(["", ""] + Outcome.headings + ["joined", "each"])
    let each = memoryEach.map { "\(Table.fixed(Double($0) / 1_024, 1)) KiB" } ?? "?"
    table.add([name, ""] + cells + ["\(Table.fixed(joined, 2)) s", each])
    return table.text
  }
}

extension Comparison.Entry {
  /// All entries as a table, with the ratios in front: the median, and least to most.
  package static func table(_ entries: [Comparison.Entry]) -> Table {
    var table = Table(["regime", "server", "× first", "least–most"] + Outcome.headings)
    for entry in entries {
      let sorted = entry.ratios.sorted()
      let range = [sorted.first, sorted.last].compactMap { $0.map { Table.fixed($0, 2) } }
      let middle = sorted.isEmpty ? "1" : Table.fixed(sorted[sorted.count / 2], 2)
      let ratios = [middle, range.joined(separator: "–")]
      table.add(
        [entry.regime, entry.contestant] + (entry.median.map { ratios + $0.cells } ?? []),
        note: entry.failure)
    }
    return table
  }
}

extension Table {
  /// A number with so many decimal places.
  static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "?" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (abs(value) * scale).rounded()
    guard rounded < 1e15 else { return "?" }
    let digits = String(Int(rounded))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = value < 0 && rounded > 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
