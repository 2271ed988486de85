import ApusColumns
import ApusExecutors
import ApusInterpreter

/// A function of R through which the chunks of data pass.
///
/// It gets the columns of a chunk (NULL when it has the rows itself), the number of the chunk (0
/// for the test on a few rows), its first row and its number of rows; it returns the new columns,
/// or NULL when nothing is left. It runs on the calling thread, whole chunks in order.
final class Transformation {
  /// How many rows are tried to learn the columns.
  static let testedRows = 10

  /// The columns that the function needs.
  let reads: Set<String>
  private let function: Value
  private let hasRows: Bool
  private let interpreter: Interpreter
  private var sourceSchema = Schema([])
  /// What the test returned, without rows.
  private var tested: ColumnBatch?

  /// Nil if nothing is to be transformed.
  init?(_ description: SourceDescription, _ interpreter: Interpreter) {
    function = description.value("transform")
    if function.isNull { return nil }
    reads = Set(description.texts("reads") ?? [])
    hasRows = description.integer("rowCount", else: -1) >= 0
    self.interpreter = interpreter
  }

  /// The columns that come of the first rows of the source.
  func schema(testing source: any DataSource, _ rows: Range<Int>?) throws -> Schema {
    sourceSchema = source.schema
    let start = rows?.lowerBound ?? 0
    let end = min(rows?.upperBound ?? .max, start + Self.testedRows)
    let batch = try source.rows(start..<end)
    let chunk = Chunk(batch, firstRow: start + 1, rowsRead: batch.rowCount)
    guard let list = try call(chunk, number: 0) else { return Schema([]) }
    var (result, schema) = try RColumns.batch(list, interpreter)
    schema.fields = schema.fields.map(settled)
    tested = result.rows(0..<0)
    return schema
  }

  /// What is known of a column besides its type; levels may differ from chunk to chunk.
  private func settled(_ field: Field) -> Field {
    var field = field
    field.levels = []
    guard let old = sourceSchema.fields.first(where: { $0.name == field.name }),
      old.type == field.type
    else { return field }
    field.description = old.description
    field.valueLabels = old.valueLabels
    field.storage = old.storage
    return field
  }

  /// The columns that come of a chunk; `wanted`: those to take, all when nil.
  func apply(to chunk: Chunk, number: Int, keeping wanted: [String]?) throws -> ColumnBatch {
    guard let list = try call(chunk, number: number) else { return emptied(wanted) }
    return try RColumns.batch(list, interpreter, keeping: wanted.map(Set.init)).batch
  }

  private func call(_ chunk: Chunk, number: Int) throws(Unwind) -> ListVector? {
    let strings = interpreter.strings
    var columns = Value.null
    if !hasRows {
      let fields = chunk.batch.schema.fields.map { field in
        sourceSchema.fields.first { $0.name == field.name } ?? field
      }
      let vectors = zip(chunk.batch.columns, fields).map { $0.vector(strings, $1) }
      columns = strings.list(Array(zip(chunk.batch.names, vectors)))
    }
    let arguments: [Value] = [
      columns, .integer(number), .double(Double(chunk.firstRow)), .integer(chunk.batch.rowCount),
    ]
    return try interpreter.call(function, arguments.map { Argument(.empty, $0) }).list
  }

  /// The columns without rows.
  private func emptied(_ wanted: [String]?) -> ColumnBatch {
    guard let tested else { return ColumnBatch(names: [], columns: []) }
    let kept = tested.names.indices.filter { wanted?.contains(tested.names[$0]) ?? true }
    return ColumnBatch(
      names: kept.map { tested.names[$0] }, columns: kept.map { tested.columns[$0] })
  }
}
