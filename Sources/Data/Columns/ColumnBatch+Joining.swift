extension ColumnBatch {
  /// The rows of several batches, one after another, with the columns of the schema.
  ///
  /// Text becomes a factor where the schema says so, with levels in order of appearance unless
  /// the schema has them.
  package init(joining parts: [ColumnBatch], schema: Schema) {
    let columns = schema.fields.indices.map { index in
      ColumnValues(joining: parts.map { $0.columns[index] }, field: schema.fields[index])
    }
    self.init(
      names: schema.names, columns: columns, rowCount: parts.reduce(0) { $0 + $1.rowCount })
  }

  /// With text as factors where the schema says so.
  package func withFactors(of schema: Schema) -> ColumnBatch {
    let factors = Set(schema.fields.filter { $0.type == .factor }.map(\.name))
    var result = self
    for (index, name) in names.enumerated() where factors.contains(name) {
      guard case .string = columns[index], let (codes, levels) = columns[index].categories else {
        continue
      }
      result.columns[index] = .factor(codes: codes, levels: levels)
    }
    return result
  }
}

extension ColumnValues {
  /// The cells of several columns, one after another, as the field wants them; integers are
  /// doubles when there are fractions among them.
  package init(joining parts: [ColumnValues], field: Field) {
    switch field.type {
    case .logical: self = .logical(Self.integers(parts))
    case .integer:
      self =
        parts.allSatisfy(\.isWhole)
        ? .integer(Self.integers(parts)) : .double(parts.flatMap { $0.doubles ?? [] })
    case .double: self = .double(parts.flatMap { $0.doubles ?? [] })
    case .date: self = .date(parts.flatMap { $0.doubles ?? [] })
    case .dateTime: self = .dateTime(parts.flatMap { $0.doubles ?? [] })
    case .string: self = .string(Self.text(parts, known: []))
    case .factor:
      let text = Self.text(parts, known: field.levels)
      let known = field.levels.isEmpty ? text.dictionary.count : field.levels.count
      let codes = text.codes.map { $0 < 0 || $0 >= known ? missingInteger : $0 + 1 }
      let levels = field.levels.isEmpty ? text.dictionary.strings : field.levels
      self = .factor(codes: codes, levels: levels)
    }
  }

  /// Whether all numbers are integers of 32 bits, or missing.
  package var isWhole: Bool {
    guard case .double(let values) = self else { return true }
    return values.allSatisfy { $0.isNaN || Int32(exactly: $0) != nil }
  }

  private static func integers(_ parts: [ColumnValues]) -> [Int32] {
    parts.flatMap { part -> [Int32] in
      switch part {
      case .logical(let values), .integer(let values), .factor(let values, _): values
      default: (part.doubles ?? []).map { Int32(exactly: $0) ?? missingInteger }
      }
    }
  }

  /// Text and categories by one dictionary, which starts with the known strings.
  private static func text(_ parts: [ColumnValues], known: [String]) -> StringColumn {
    let table = StringTable()
    for var text in known { _ = text.withUTF8 { table.code(of: $0) } }
    var codes: [Int32] = []
    codes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts {
      switch part {
      case .string(let column):
        let map = column.dictionary.codes(in: table)
        codes += column.codes.map { $0 < 0 ? missingInteger : map[Int($0)] }
      default:
        guard let (cells, levels) = part.categories else {
          codes += repeatElement(missingInteger, count: part.count)
          continue
        }
        let map = StringDictionary(levels).codes(in: table)
        codes += cells.map { $0 < 1 ? missingInteger : map[Int($0) - 1] }
      }
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }
}

extension StringDictionary {
  /// The code that the table gives each entry.
  func codes(in table: StringTable) -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<count).map { entry in
        table.code(of: UnsafeBufferPointer(rebasing: bytes[offsets[entry]..<offsets[entry + 1]]))
      }
    }
  }
}
