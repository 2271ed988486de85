import ApusColumns

/// Gives the levels of factors the same codes in all batches, by the names of columns.
package final class LevelTables {
  private var tables: [String: LevelTable] = [:]

  package init() {}

  /// The batch, which has the columns of the schema, with factors by common codes.
  package func unified(_ batch: ColumnBatch, _ schema: Schema) -> ColumnBatch {
    var batch = batch
    for (index, field) in schema.fields.enumerated() where field.type == .factor {
      batch.columns[index] = tables[field.name, default: LevelTable(field.levels)]
        .unified(batch.columns[index])
    }
    return batch
  }

  /// The field with all the levels that were met.
  func settled(_ field: Field) -> Field {
    guard field.type == .factor, let table = tables[field.name] else { return field }
    var field = field
    field.levels = table.levels
    return field
  }
}

/// The levels of a factor in order of appearance, behind those known before.
private struct LevelTable {
  private(set) var levels: [String]
  private var codes: [String: Int32]

  init(_ levels: [String]) {
    self.levels = levels
    codes = Dictionary(levels.enumerated().map { ($1, Int32($0 + 1)) }) { first, _ in first }
  }

  mutating func unified(_ values: ColumnValues) -> ColumnValues {
    guard let (cells, own) = values.categories else { return values }
    if own == levels { return .factor(codes: cells, levels: levels) }
    let map = own.map { code(of: $0) }
    return .factor(codes: cells.map { $0 > 0 ? map[Int($0) - 1] : missingInteger }, levels: levels)
  }

  private mutating func code(of level: String) -> Int32 {
    if let known = codes[level] { return known }
    levels.append(level)
    codes[level] = Int32(levels.count)
    return Int32(levels.count)
  }
}
