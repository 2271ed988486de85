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

extension CSVOptions {
  /// Cells as the plan wants them; dates as this text has them, an error when they are none.
  func converted(
    _ values: ColumnValues?, as plan: ColumnPlan, name: String, rows: Int
  ) throws -> ColumnValues {
    guard case .string(let column)? = values else { return plan.converted(values, rows: rows) }
    switch plan {
    case .declared(.date, _):
      let format = formats[name] ?? dates
      let isOwn = format.map { !$0.isStandard } ?? false
      return .date(
        try column.moments("a date", name) { text in
          (isOwn ? nil : CalendarDate.days(from: text)) ?? format?.days(from: text)
        })
    case .declared(.dateTime, _):
      let format = formats[name] ?? times
      let isOwn = format.map { !$0.isStandard } ?? false
      return .dateTime(
        try column.moments("a date with a time", name) { text in
          (isOwn ? nil : CalendarDate.seconds(from: text)) ?? format?.seconds(from: text)
        })
    case .declared(.string, _), .sniffed(.string):
      guard let width = widths[name] else { return values ?? .string(column) }
      return .string(column.cut(to: width))
    default: return plan.converted(values, rows: rows)
    }
  }
}

extension StringColumn {
  /// The first so many characters of each cell.
  fileprivate func cut(to width: Int) -> StringColumn {
    let table = StringTable()
    let map = (0..<dictionary.count).map { entry in
      var text = String(dictionary[entry].prefix(max(0, width)))
      return text.withUTF8 { table.code(of: $0) }
    }
    return StringColumn(
      codes: codes.map { $0 < 0 ? $0 : map[Int($0)] }, dictionary: table.dictionary())
  }

  /// Each cell transformed, every distinct string only once.
  func mapped<Result>(_ transform: (String) -> Result?) -> [Result?] {
    let results = (0..<dictionary.count).map { transform(dictionary[$0]) }
    return codes.map { $0 < 0 ? nil : results[Int($0)] }
  }

  /// Each cell as a moment in time; blank ones are missing, others that cannot be read an error.
  fileprivate func moments(
    _ expected: String, _ name: String, _ read: (String) -> Double?
  ) throws -> [Double] {
    let moments = try (0..<dictionary.count).map { entry in
      let text = dictionary[entry]
      if let moment = read(text) { return moment }
      guard !text.utf8.allSatisfy(NumberScanner.isSpace) else { return missingDouble }
      let row = codes.firstIndex(of: Int32(entry)).map { $0 + 1 }
      throw ColumnError(
        .unexpectedText, "expected '\(expected)', got '\(text)'", row: row, column: name)
    }
    return codes.map { $0 < 0 ? missingDouble : moments[Int($0)] }
  }
}
