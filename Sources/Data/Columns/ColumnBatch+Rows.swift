extension ColumnBatch {
  /// The rows in which nothing is missing.
  package func withoutMissing() -> ColumnBatch {
    var isKept = [Bool](repeating: true, count: rowCount)
    for values in columns { values.markMissing(&isKept) }
    let rows = isKept.indices.filter { isKept[$0] }
    return rows.count == rowCount ? self : self.rows(at: rows)
  }

  /// The rows at the given places, in their order.
  package func rows(at places: [Int]) -> ColumnBatch {
    ColumnBatch(
      names: names, columns: columns.map { $0.cells(at: places) }, rowCount: places.count)
  }
}

extension ColumnValues {
  fileprivate func markMissing(_ isKept: inout [Bool]) {
    switch self {
    case .double(let cells), .date(let cells), .dateTime(let cells):
      for (row, cell) in cells.enumerated() where cell.isNaN { isKept[row] = false }
    case .logical(let cells), .integer(let cells), .factor(let cells, _):
      for (row, cell) in cells.enumerated() where cell == missingInteger { isKept[row] = false }
    case .string(let column):
      for (row, code) in column.codes.enumerated() where code < 0 { isKept[row] = false }
    }
  }

  /// The cells at the given places.
  package func cells(at places: [Int]) -> ColumnValues {
    switch self {
    case .logical(let cells): .logical(places.map { cells[$0] })
    case .integer(let cells): .integer(places.map { cells[$0] })
    case .double(let cells): .double(places.map { cells[$0] })
    case .date(let cells): .date(places.map { cells[$0] })
    case .dateTime(let cells): .dateTime(places.map { cells[$0] })
    case .factor(let cells, let levels): .factor(codes: places.map { cells[$0] }, levels: levels)
    case .string(let column):
      .string(
        StringColumn(codes: places.map { column.codes[$0] }, dictionary: column.dictionary))
    }
  }
}
