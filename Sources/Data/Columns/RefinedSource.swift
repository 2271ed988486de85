/// What is changed in the columns of a source: their names, and what is known of them.
package struct Refinement: Sendable {
  package var newName: String?
  package var description: String?
  package var low: Double?
  package var high: Double?
  package var storage: Field.Storage?
  /// New names of the levels, as many as there are.
  package var newLevels: [String]?
  package var isOrdered = false
  /// Whether text is to be a factor.
  package var isFactor = false
  package var valueLabels: [Field.ValueLabel]?

  package init() {}

  /// The field as a file is to describe it: its levels must differ.
  func described(_ field: Field) throws -> Field {
    if let newLevels, Set(newLevels).count < newLevels.count {
      throw ColumnError(.invalidArgument, "the levels are not distinct", column: field.name)
    }
    return try refined(field)
  }

  func refined(_ field: Field) throws -> Field {
    var field = field
    field.name = newName ?? field.name
    field.description = description ?? field.description
    field.low = low ?? field.low
    field.high = high ?? field.high
    field.storage = storage ?? field.storage
    field.isOrdered = isOrdered || field.isOrdered
    field.valueLabels = valueLabels ?? field.valueLabels
    if isFactor, field.type == .string { field.type = .factor }
    guard let newLevels else { return field }
    guard newLevels.count == field.levels.count else {
      throw ColumnError(
        .invalidArgument, "\(newLevels.count) new levels for \(field.levels.count) levels",
        column: field.name)
    }
    field.levels = newLevels
    return field
  }
}

/// A source under other names, with more known of its columns.
package struct RefinedSource: DataSource {
  private let source: any DataSource
  private let refinements: [String: Refinement]
  package let schema: Schema

  /// `refinements`: by the names that the columns have in the source.
  package init(_ source: any DataSource, _ refinements: [String: Refinement]) throws {
    self.source = source
    self.refinements = refinements
    schema = Schema(
      try source.schema.fields.map { field in
        try refinements[field.name]?.refined(field) ?? field
      })
  }

  package var rowCount: Int? { source.rowCount }

  package var blocks: [Int]? { source.blocks }

  package func statistics(of column: String) -> [ColumnStatistics]? {
    guard let index = schema.names.firstIndex(of: column),
      schema.fields[index].storage == source.schema.fields[index].storage
    else { return nil }
    return source.statistics(of: source.schema.fields[index].name)
  }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    let kept = schema.indices(of: columns)
    let names = kept.map { source.schema.fields[$0].name }
    let batches = try source.batches(
      of: columns == nil ? nil : names, rows: rows, blocksPerRead: blocksPerRead)
    return refine(batches, Schema(kept.map { schema.fields[$0] }))
  }

  private func refine(_ batches: some BatchSource, _ schema: Schema) -> any BatchSource {
    RefinedBatches(batches, schema)
  }
}

/// One pass over a source under other names.
private final class RefinedBatches<Source: BatchSource>: BatchSource, Sendable {
  private let source: Source
  let schema: Schema

  init(_ source: Source, _ schema: Schema) {
    self.source = source
    self.schema = schema
  }

  func makeDecoder() -> Source.Decoder { source.makeDecoder() }

  func nextPiece() throws -> Source.Piece? { try source.nextPiece() }

  func decode(_ piece: Source.Piece, with decoder: inout Source.Decoder) throws -> ColumnBatch {
    let batch = try source.decode(piece, with: &decoder)
    let columns = zip(batch.columns, schema.fields).map { values, field -> ColumnValues in
      switch values {
      case .factor(let codes, _) where !field.levels.isEmpty:
        return .factor(codes: codes, levels: field.levels)
      case .double(let cells) where field.storage == .float32:
        return .double(cells.map { $0.isNaN ? $0 : Double(Float($0)) })
      default: return values
      }
    }
    return ColumnBatch(names: schema.names, columns: columns, rowCount: batch.rowCount)
  }

  func endsBlock(_ piece: Source.Piece) -> Bool { source.endsBlock(piece) }
}
