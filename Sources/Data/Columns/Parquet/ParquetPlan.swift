extension Field {
  /// With another type, when a plan wants it.
  func planned(_ plan: ColumnPlan) -> Field {
    guard case .declared(let wanted, let levels) = plan else { return self }
    var result = self
    result.levels = levels ?? (wanted == type ? self.levels : [])
    if wanted != type { result.storage = nil }
    result.type = wanted
    return result
  }
}

extension ColumnValues {
  /// Cells as a plan wants them: categories by their labels, numbers as text and so on.
  ///
  /// Text stays text for a factor whose levels are not known yet.
  func planned(_ plan: ColumnPlan, as field: Field) throws -> ColumnValues {
    guard case .declared(let wanted, let levels) = plan, wanted != type || levels != nil else {
      return self
    }
    switch wanted {
    case .factor, .string,
      .date where type == .string, .dateTime where type == .string:
      return plan.converted(.string(texts), rows: count)
    case .double:
      guard let doubles else { throw unfit(wanted) }
      return .double(doubles)
    case .date:
      guard let doubles else { throw unfit(wanted) }
      return .date(doubles)
    case .dateTime:
      guard let doubles else { throw unfit(wanted) }
      return .dateTime(doubles)
    case .integer, .logical:
      guard let doubles else { throw unfit(wanted) }
      let cells = doubles.map { Int32(exactly: $0.rounded(.towardZero)) ?? missingInteger }
      if wanted == .integer { return .integer(cells) }
      return .logical(cells.map { $0 == missingInteger ? $0 : $0 == 0 ? 0 : 1 })
    }
  }

  private func unfit(_ wanted: ColumnType) -> ColumnError {
    ColumnError(.unexpectedText, "the column is \(type.rawValue), not \(wanted.rawValue)")
  }

  /// The cells as text, as they would be written.
  private var texts: StringColumn {
    switch self {
    case .string(let column): column
    case .factor(let codes, let levels):
      StringColumn(
        codes: codes.map { $0 == missingInteger ? $0 : $0 - 1 },
        dictionary: StringDictionary(levels))
    case .logical(let cells):
      StringColumn(cells.map { $0 == missingInteger ? nil : $0 == 0 ? "FALSE" : "TRUE" })
    case .integer(let cells): StringColumn(cells.map { $0 == missingInteger ? nil : "\($0)" })
    case .double(let cells), .date(let cells), .dateTime(let cells):
      StringColumn(
        cells.map { cell in
          if cell.isNaN { return nil }
          return Int64(exactly: cell).map { "\($0)" } ?? "\(cell)"
        })
    }
  }
}
