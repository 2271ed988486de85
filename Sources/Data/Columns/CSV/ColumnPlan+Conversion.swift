extension Field {
  init(name: String, plan: ColumnPlan) {
    switch plan {
    case .skip, .infer: self.init(name: name, type: .double)
    case .sniffed(let type): self.init(name: name, type: type)
    case .declared(let type, let levels): self.init(name: name, type: type, levels: levels ?? [])
    }
  }
}

extension ColumnPlan {
  /// Cells as the plan wants them: text to factor codes or dates.
  func converted(_ values: ColumnValues?, rows: Int) -> ColumnValues {
    guard let values else { return .logical([Int32](repeating: missingInteger, count: rows)) }
    guard case .declared(let type, let levels) = self, case .string(let column) = values else {
      return values
    }
    switch type {
    case .factor:
      guard let levels else { return values }
      let codes = column.mapped { text in levels.firstIndex(of: text).map { Int32($0 + 1) } }
      return .factor(codes: codes.map { $0 ?? missingInteger }, levels: levels)
    case .date:
      return .date(column.mapped(CalendarDate.days(from:)).map { $0 ?? missingDouble })
    case .dateTime:
      return .dateTime(column.mapped(CalendarDate.seconds(from:)).map { $0 ?? missingDouble })
    default: return values
    }
  }
}

extension StringColumn {
  /// Each cell transformed, every distinct string only once.
  func mapped<Result>(_ transform: (String) -> Result?) -> [Result?] {
    let results = (0..<dictionary.count).map { transform(dictionary[$0]) }
    return codes.map { $0 < 0 ? nil : results[Int($0)] }
  }
}
