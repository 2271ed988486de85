/// Several sources with the same columns, one after another.
package struct JoinedSource: DataSource {
  private let sources: [any DataSource]
  package let schema: Schema

  /// The columns with which the sources agree.
  init(_ sources: [any DataSource], schema: Schema) {
    self.sources = sources
    self.schema = schema
  }

  package init(_ sources: [any DataSource]) throws {
    guard var schema = sources.first?.schema else {
      throw ColumnError(.missingFile, "there are no files")
    }
    for source in sources.dropFirst() {
      for (index, field) in schema.fields.enumerated() {
        guard let same = source.schema.fields.first(where: { $0.name == field.name }) else {
          throw ColumnError(.unknownColumn, "is not in all files", column: field.name)
        }
        schema.fields[index].type = try Self.common(field, same)
        if same.levels != field.levels { schema.fields[index].levels = [] }
      }
    }
    self.init(sources, schema: schema)
  }

  /// The type of a column that has one type in some of the files and another in others.
  ///
  /// Logical columns may be without any value, so that nobody knows what they are.
  private static func common(_ one: Field, _ other: Field) throws -> ColumnType {
    if one.type == .logical { return other.type }
    if other.type == .logical { return one.type }
    if other.type == .double, one.type == .integer { return .double }
    let areTexts = [one, other].map { $0.type == .string || $0.type == .factor }
    if areTexts[0] == areTexts[1] { return one.type }
    throw ColumnError(
      .unexpectedText, "is text in some of the files and numbers in others", column: one.name)
  }

  package var rowCount: Int? {
    let counts = sources.compactMap(\.rowCount)
    return counts.count == sources.count ? counts.reduce(0, +) : nil
  }

  package var blocks: [Int]? {
    let all = sources.compactMap(\.blocks)
    return all.count == sources.count ? all.flatMap { $0 } : nil
  }

  package func statistics(of column: String) -> [ColumnStatistics]? {
    let all = sources.compactMap { $0.statistics(of: column) }
    return all.count == sources.count ? all.flatMap { $0 } : nil
  }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    let kept = Schema(schema.indices(of: columns).map { schema.fields[$0] })
    return JoinedBatches(sources, kept, rows, blocksPerRead)
  }
}

/// One pass over several sources.
private final class JoinedBatches: BatchSource, @unchecked Sendable {
  // Invariant: all but `schema` is used by `nextPiece` only.
  private let sources: [any DataSource]
  private let blocksPerRead: Int
  private let rows: Range<Int>?
  private var rowsBefore = 0
  private var next = 0
  private var current: (() throws -> Decoding?)?
  let schema: Schema

  struct Decoding: Sendable {
    let decode: @Sendable () throws -> ColumnBatch
    let endsBlock: Bool
  }

  init(_ sources: [any DataSource], _ schema: Schema, _ rows: Range<Int>?, _ blocksPerRead: Int) {
    self.sources = sources
    self.schema = schema
    self.rows = rows
    self.blocksPerRead = blocksPerRead
  }

  func makeDecoder() {}

  func nextPiece() throws -> Decoding? {
    while true {
      if let current, let piece = try current() { return piece }
      guard next < sources.count else { return nil }
      let source = sources[next]
      next += 1
      let own = try wantedRows(of: source)
      if let own, own.isEmpty { continue }
      let batches = try source.batches(
        of: schema.names, rows: own, blocksPerRead: blocksPerRead)
      current = pieces(of: batches)
    }
  }

  /// The rows of a source that are to be read, counted in the source.
  private func wantedRows(of source: any DataSource) throws -> Range<Int>? {
    guard let rows else { return nil }
    if rowsBefore >= rows.upperBound { return 0..<0 }
    let count = try source.rowCount ?? source.countedRows()
    defer { rowsBefore += count }
    let start = min(count, max(0, rows.lowerBound - rowsBefore))
    return start..<max(start, min(count, rows.upperBound - rowsBefore))
  }

  private func pieces(of source: some BatchSource) -> () throws -> Decoding? {
    let schema = schema
    return {
      guard let piece = try source.nextPiece() else { return nil }
      return Decoding(
        decode: {
          var decoder = source.makeDecoder()
          let batch = try source.decode(piece, with: &decoder)
          return batch.arranged(as: schema)
        }, endsBlock: source.endsBlock(piece))
    }
  }

  func decode(_ piece: Decoding, with decoder: inout Void) throws -> ColumnBatch {
    try piece.decode()
  }

  func endsBlock(_ piece: Decoding) -> Bool { piece.endsBlock }
}

extension DataSource {
  /// The number of rows, found by passing over them.
  package func countedRows() throws -> Int {
    try batches(of: schema.fields.prefix(1).map(\.name)).countedRows()
  }
}

extension BatchSource {
  fileprivate func countedRows() throws -> Int {
    var decoder = makeDecoder()
    var count = 0
    while let piece = try nextPiece() { count += try decode(piece, with: &decoder).rowCount }
    return count
  }
}

extension ColumnBatch {
  /// The columns in the order of a schema, integers as doubles where it wants them, factors with
  /// all its levels when they have the first of them.
  package func arranged(as schema: Schema) -> ColumnBatch {
    let columns = schema.fields.map { field -> ColumnValues in
      let values = self[field.name] ?? .logical(Array(repeating: missingInteger, count: rowCount))
      if field.type == .double, values.type != .double, let numbers = values.doubles {
        return .double(numbers)
      }
      if values.type == .logical, field.type == .string || field.type == .factor {
        return ColumnValues(joining: [values], field: Field(name: "", type: .string))
      }
      if case .factor(let codes, let own) = values, own.count < field.levels.count,
        field.levels.starts(with: own)
      {
        return .factor(codes: codes, levels: field.levels)
      }
      return values
    }
    return ColumnBatch(names: schema.names, columns: columns, rowCount: rowCount)
  }
}
