import ApusColumns

/// What rows are sorted by.
package struct SortOrder: Sendable {
  package struct Key: Sendable {
    package let name: String
    package let isDecreasing: Bool

    package init(_ name: String, isDecreasing: Bool = false) {
      self.name = name
      self.isDecreasing = isDecreasing
    }
  }

  package var keys: [Key]
  /// Whether missing values are less than all others, not more.
  package var missingsLow = true
  package var ignoresCase = true

  package init(_ keys: [Key]) {
    self.keys = keys
  }
}

/// The keys of some rows, ready to be compared.
package struct SortKeys: Sendable {
  private enum Column: Sendable {
    /// Numbers that are in the order of the values, also among different batches.
    case bits([UInt64])
    /// Codes from 0 into texts; negative ones are missing.
    case text([Int32], [[UInt8]])
  }

  private let columns: [Column]
  private let isDecreasing: [Bool]
  private let missingsLow: Bool
  package let rowCount: Int

  package init(_ batch: ColumnBatch, _ order: SortOrder) throws {
    columns = try order.keys.map { key in
      guard let values = batch[key.name] else {
        throw ColumnError(.unknownColumn, "is not in the data", column: key.name)
      }
      return Self.column(values, order)
    }
    isDecreasing = order.keys.map(\.isDecreasing)
    missingsLow = order.missingsLow
    rowCount = batch.rowCount
  }

  private static func column(_ values: ColumnValues, _ order: SortOrder) -> Column {
    let missing: UInt64 = order.missingsLow ? 0 : .max
    switch values {
    case .double(let cells), .date(let cells), .dateTime(let cells):
      return .bits(
        cells.map { cell in
          if cell.isNaN { return missing }
          let bits = (cell + 0).bitPattern
          return bits >> 63 == 1 ? ~bits : bits | 1 << 63
        })
    case .logical(let cells), .integer(let cells), .factor(let cells, _):
      return .bits(
        cells.map { $0 == missingInteger ? missing : UInt64(Int64($0) + (1 << 32)) })
    case .string(let column):
      let entries = column.dictionary.strings.map { text in
        Array((order.ignoresCase ? text.lowercased() : text).utf8)
      }
      return .text(column.codes, entries)
    }
  }

  /// The keys of one row only.
  package func row(_ row: Int) -> SortKeys {
    let kept = columns.map { column -> Column in
      switch column {
      case .bits(let bits): .bits([bits[row]])
      case .text(let codes, let texts):
        codes[row] < 0 ? .text([codes[row]], []) : .text([0], [texts[Int(codes[row])]])
      }
    }
    return SortKeys(kept, isDecreasing, missingsLow)
  }

  private init(_ columns: [Column], _ isDecreasing: [Bool], _ missingsLow: Bool) {
    self.columns = columns
    self.isDecreasing = isDecreasing
    self.missingsLow = missingsLow
    rowCount = 1
  }

  /// The rows in order; those with the same keys stay as they are.
  package func sortedRows() -> [Int] {
    let ranks = zip(columns, isDecreasing).map { column, isDecreasing in
      self.ranks(column, isDecreasing)
    }
    let rows = Array(0..<rowCount)
    guard let first = ranks.first else { return rows }
    let rest = ranks.dropFirst()
    return rows.sorted { left, right in
      if first[left] != first[right] { return first[left] < first[right] }
      for rank in rest where rank[left] != rank[right] { return rank[left] < rank[right] }
      return left < right
    }
  }

  private func ranks(_ column: Column, _ isDecreasing: Bool) -> [UInt64] {
    var bits: [UInt64]
    switch column {
    case .bits(let values): bits = values
    case .text(let codes, let entries):
      let order = entries.indices.sorted { Self.compare(entries[$0], entries[$1]) < 0 }
      var rank = [UInt64](repeating: 0, count: entries.count)
      var current: UInt64 = 0
      for (place, entry) in order.enumerated() {
        if place == 0 || entries[order[place - 1]] != entries[entry] { current += 1 }
        rank[entry] = current
      }
      let missing: UInt64 = missingsLow ? 0 : .max
      bits = codes.map { $0 < 0 ? missing : rank[Int($0)] }
    }
    if isDecreasing { for index in bits.indices { bits[index] = ~bits[index] } }
    return bits
  }

  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// Negative, zero or positive as a row comes before, with or behind one of other keys.
  package func compare(_ row: Int, _ other: SortKeys, _ otherRow: Int) -> Int {
    for index in columns.indices {
      let result = compare(columns[index], row, other.columns[index], otherRow)
      if result != 0 { return isDecreasing[index] ? -result : result }
    }
    return 0
  }

  private func compare(_ left: Column, _ row: Int, _ right: Column, _ otherRow: Int) -> Int {
    switch (left, right) {
    case (.bits(let left), .bits(let right)):
      left[row] == right[otherRow] ? 0 : left[row] < right[otherRow] ? -1 : 1
    case (.text(let left, let leftTexts), .text(let right, let rightTexts)):
      switch (left[row] < 0, right[otherRow] < 0) {
      case (true, true): 0
      case (true, false): missingsLow ? -1 : 1
      case (false, true): missingsLow ? 1 : -1
      case (false, false):
        Self.compare(leftTexts[Int(left[row])], rightTexts[Int(right[otherRow])])
      }
    default: 0
    }
  }

  /// Whether one of the keys of a row is missing.
  package func isMissing(_ row: Int) -> Bool {
    columns.contains { column in
      switch column {
      case .bits(let bits): bits[row] == (missingsLow ? 0 : .max)
      case .text(let codes, _): codes[row] < 0
      }
    }
  }
}
