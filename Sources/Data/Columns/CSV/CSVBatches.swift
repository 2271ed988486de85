/// The rows of a text file in pieces, for one pass.
package final class CSVBatches: BatchSource, @unchecked Sendable {
  // Invariant: `cursor` and the file's reader are used by `nextPiece` only.
  private let file: CSVFile
  private let plans: [ColumnPlan]
  private var cursor: PieceCursor
  package let schema: Schema
  private let kept: [Int]

  package struct Piece: Sendable {
    let text: TextChunk
    let firstRow: Int
    let endsBlock: Bool
  }

  /// `names`: the names of the columns when the file's own are not wanted.
  ///
  /// `rows`: those to be read, of all that the file has.
  package init(
    _ file: CSVFile, names: [String]? = nil, plans: [ColumnPlan], rowsPerRead: Int = 500_000,
    rows: Range<Int>? = nil
  ) {
    precondition(plans.count == file.columnCount, "every column needs a plan")
    self.file = file
    self.plans = plans
    cursor = PieceCursor(rowsPerBlock: rowsPerRead, rows: rows)
    kept = plans.indices.filter { plans[$0] != .skip }
    let names = names ?? file.columnNames
    schema = Schema(kept.map { Field(name: names[$0], plan: plans[$0]) })
  }

  package func makeDecoder() -> ChunkParser {
    file.makeParser(plans, plans.map(\.firstKind))
  }

  package func nextPiece() throws -> Piece? {
    try file.naming {
      while let span = cursor.next() {
        guard let text = try file.reader.next(records: span.rows.count) else { return nil }
        guard span.isWanted else { continue }
        return Piece(text: text, firstRow: span.rows.lowerBound, endsBlock: span.endsBlock)
      }
      return nil
    }
  }

  package func decode(_ piece: Piece, with decoder: inout ChunkParser) throws -> ColumnBatch {
    do {
      decoder.setKinds(plans.map(\.firstKind))
      let parsed = try decoder.parse(piece.text)
      let columns = try kept.enumerated().map { position, index in
        try file.options.converted(
          parsed.columns[index], as: plans[index], name: schema.names[position],
          rows: parsed.rowCount)
      }
      return ColumnBatch(names: schema.names, columns: columns, rowCount: parsed.rowCount)
    } catch var error as ColumnError {
      error.file = file.name
      error.row = error.row.map { $0 + piece.firstRow }
      throw error
    }
  }

  package func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

extension CSVFile {
  /// Plans from the types that the first rows have, for the columns whose plan is `.infer`.
  package func sniff(_ plans: [ColumnPlan], rows: Int) throws -> [ColumnPlan] {
    try naming {
      let sample = try reader.peek { try reader.next(size: 1 << 22, limit: max(1, rows)) }
      guard plans.contains(.infer), let sample else { return plans }
      let parsed = try makeParser(plans, plans.map(\.firstKind)).parse(sample)
      return zip(plans, parsed.kinds).map { plan, kind in
        guard plan == .infer else { return plan }
        return .sniffed(kind == .empty ? options.emptyType : kind.type ?? .double)
      }
    }
  }

  /// Runs `body`, whose errors are about this file.
  func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch var error as ColumnError {
      error.file = name
      throw error
    }
  }
}
