/// The rows of a text file as batches of bounded size, for one pass.
package final class CSVBatches: BatchSource, @unchecked Sendable {
  // Invariant: `lines` and the file's reader are used by `nextPiece` only.
  private let file: CSVFile
  private let plans: [ColumnPlan]
  private let rowsPerRead: Int
  private let pieceSize: Int
  private var lines = 0
  package let schema: Schema
  private let kept: [Int]

  package struct Piece: Sendable {
    let text: TextChunk
    let endsBlock: Bool
  }

  /// `names`: the names of the columns when the file's own are not wanted.
  package init(
    _ file: CSVFile, names: [String]? = nil, plans: [ColumnPlan], rowsPerRead: Int = 500_000,
    pieceSize: Int = 1 << 20
  ) {
    precondition(plans.count == file.columnCount, "every column needs a plan")
    self.file = file
    self.plans = plans
    self.rowsPerRead = max(1, rowsPerRead)
    self.pieceSize = max(64, pieceSize)
    kept = plans.indices.filter { plans[$0] != .skip }
    let names = names ?? file.columnNames
    schema = Schema(kept.map { Field(name: names[$0], plan: plans[$0]) })
  }

  package func makeDecoder() -> ChunkParser {
    file.makeParser(plans, plans.map(\.firstKind))
  }

  package func nextPiece() throws -> Piece? {
    do {
      guard let text = try file.reader.next(size: pieceSize, limit: rowsPerRead - lines) else {
        return nil
      }
      lines += text.lineCount
      let endsBlock = lines >= rowsPerRead
      if endsBlock { lines = 0 }
      return Piece(text: text, endsBlock: endsBlock)
    } catch var error as ColumnError {
      error.file = file.name
      throw error
    }
  }

  package func decode(_ piece: Piece, with decoder: inout ChunkParser) throws -> ColumnBatch {
    do {
      decoder.setKinds(plans.map(\.firstKind))
      let parsed = try decoder.parse(piece.text)
      let columns = kept.map { index in
        plans[index].converted(parsed.columns[index], rows: parsed.rowCount)
      }
      return ColumnBatch(names: schema.names, columns: columns, rowCount: parsed.rowCount)
    } catch var error as ColumnError {
      error.file = file.name
      throw error
    }
  }

  package func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

extension CSVFile {
  /// Plans from the types that the first rows have, for the columns whose plan is `.infer`.
  package func sniff(_ plans: [ColumnPlan], rows: Int) throws -> [ColumnPlan] {
    guard plans.contains(.infer), let text = try reader.next(size: 1 << 22, limit: max(1, rows))
    else { return plans }
    reader.putBack(text)
    do {
      let parsed = try makeParser(plans, plans.map(\.firstKind)).parse(text)
      return zip(plans, parsed.kinds).map { plan, kind in
        guard plan == .infer else { return plan }
        return .sniffed(kind == .empty ? .double : kind.type ?? .double)
      }
    } catch var error as ColumnError {
      error.file = name
      throw error
    }
  }

  /// The first rows as a batch; they are read again later.
  package func preview(_ plans: [ColumnPlan], rows: Int) throws -> ColumnBatch {
    let kept = plans.indices.filter { plans[$0] != .skip }
    let names = kept.map { columnNames[$0] }
    guard let text = try reader.next(size: 1 << 22, limit: max(1, rows)) else {
      let none = TextChunk(borrowing: reader.image.start, count: 0, lineCount: 0, owner: nil)
      let parsed = try makeParser(plans, plans.map(\.firstKind)).parse(none)
      let columns = kept.map { plans[$0].converted(parsed.columns[$0], rows: 0) }
      return ColumnBatch(names: names, columns: columns, rowCount: 0)
    }
    reader.putBack(text)
    let parsed = try makeParser(plans, plans.map(\.firstKind)).parse(text)
    let columns = kept.map { plans[$0].converted(parsed.columns[$0], rows: parsed.rowCount) }
    return ColumnBatch(names: names, columns: columns, rowCount: parsed.rowCount)
  }
}

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

/// The proleptic Gregorian calendar.
package enum CalendarDate {
  /// Days since 1970-01-01 of a date written as year-month-day.
  package static func days(from text: String) -> Double? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2].prefix(2)), (1...12).contains(month),
      day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    return Double(days(year: year, month: month, day: day))
  }

  /// Counts years from March, so that the leap day comes last.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
