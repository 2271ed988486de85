import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Data whose chunks pass through a function of R before they are used.
///
/// The R half describes it as a list: `source` (what is read; NULL when the function has the rows
/// itself), `transform` (the function), `reads` (the columns it needs), `rows` (how many rows there
/// are without a source) and `rowsPerRead`. The function gets the columns of a chunk (or NULL), its
/// number (0 for the test on a few rows), its first row and its number of rows; it returns the new
/// columns, or NULL when nothing is left. It runs on the calling thread, whole chunks in order.
final class TransformedData {
  /// How many rows are tried to learn the columns.
  static let testedRows = 10

  private let source: SourceDescription?
  private let transform: Value
  private let reads: Set<String>
  private let rows: Int
  private let rowsPerRead: Int
  private let interpreter: Interpreter
  private var opened: (any DataSource)?
  /// The columns as the test returned them.
  private var tested: ColumnBatch?

  init(_ description: SourceDescription, _ interpreter: Interpreter) {
    self.interpreter = interpreter
    source = description.list("source").map { SourceDescription($0, interpreter.strings) }
    transform = description.value("transform")
    reads = Set(description.texts("reads") ?? [])
    rows = description.integer("rows", else: 0)
    rowsPerRead = description.integer("rowsPerRead", else: 0)
  }

  /// What the function makes of the first rows.
  func sample() throws -> ColumnBatch {
    if let tested { return tested }
    let chunk: Chunk
    if let source {
      let batch = try open(source).rows(0..<Self.testedRows)
      chunk = Chunk(batch, firstRow: 1, rowsRead: batch.rowCount)
    } else {
      let count = min(rows, Self.testedRows)
      chunk = Chunk(
        ColumnBatch(names: [], columns: [], rowCount: count), firstRow: 1, rowsRead: count)
    }
    let result = try transformed(chunk, number: 0, keeping: nil).batch
    tested = result
    return result
  }

  /// A pass over the transformed chunks, with the named columns only.
  func chunks(of wanted: [String]?, threads: Int) throws -> TransformedChunks {
    guard let source else {
      return TransformedChunks(self, .rows(count: rows, size: rowsPerRead), wanted)
    }
    let data = try open(source)
    let read = wanted.map { names in
      data.schema.names.filter { reads.contains($0) || names.contains($0) }
    }
    let stream = ChunkStream(try data.batches(of: read), threads: threads)
    return TransformedChunks(self, .stream(stream, data.schema), wanted)
  }

  /// The data that is read.
  private func open(_ description: SourceDescription) throws -> any DataSource {
    if let opened { return opened }
    let data = try description.open()
    opened = data
    return data
  }

  /// Calls the function with a chunk.
  func transformed(_ chunk: Chunk, number: Int, keeping wanted: [String]?) throws -> Chunk {
    let strings = interpreter.strings
    let fields = opened?.schema.fields ?? []
    let columns = zip(chunk.batch.names, chunk.batch.columns).map { name, values in
      let field = fields.first { $0.name == name } ?? Field(name: name, type: values.type)
      return values.vector(strings, field)
    }
    let list = source == nil ? .null : strings.list(Array(zip(chunk.batch.names, columns)))
    let result = try interpreter.call(
      transform,
      [
        Argument(.empty, list), Argument(.empty, .integer(number)),
        Argument(.empty, .double(Double(chunk.firstRow))),
        Argument(.empty, .integer(chunk.rowsRead)),
      ])
    guard let found = result.list else {
      return Chunk(try emptied(wanted), firstRow: chunk.firstRow, rowsRead: chunk.rowsRead)
    }
    let all = try RxData.batch(found, interpreter, keeping: wanted.map(Set.init))
    return Chunk(all, firstRow: chunk.firstRow, rowsRead: chunk.rowsRead)
  }

  /// The columns without rows.
  private func emptied(_ wanted: [String]?) throws -> ColumnBatch {
    guard let tested else { return ColumnBatch(names: [], columns: []) }
    let kept = tested.names.indices.filter { wanted?.contains(tested.names[$0]) ?? true }
    return ColumnBatch(
      names: kept.map { tested.names[$0] }, columns: kept.map { tested.columns[$0].rows(0..<0) })
  }
}

/// One pass over transformed data.
final class TransformedChunks {
  enum Origin {
    /// Rows that the function has itself, so many at a time; all at once when not positive.
    case rows(count: Int, size: Int)
    case stream(ChunkStream, Schema)
  }

  private let data: TransformedData
  private let origin: Origin
  private let wanted: [String]?
  private var number = 0
  private var nextRow = 1

  init(_ data: TransformedData, _ origin: Origin, _ wanted: [String]?) {
    self.data = data
    self.origin = origin
    self.wanted = wanted
  }

  /// The next chunk, nil at the end.
  func next(isWanted: () -> Bool) throws -> Chunk? {
    guard let chunk = try read(isWanted) else { return nil }
    number += 1
    nextRow += chunk.rowsRead
    return try data.transformed(chunk, number: number, keeping: wanted)
  }

  private func read(_ isWanted: () -> Bool) throws -> Chunk? {
    switch origin {
    case .rows(let count, let size):
      guard nextRow <= count else { return nil }
      let taken = size > 0 ? min(size, count - nextRow + 1) : count
      let none = ColumnBatch(names: [], columns: [], rowCount: taken)
      return Chunk(none, firstRow: nextRow, rowsRead: taken)
    case .stream(let stream, let schema):
      guard var chunk = try stream.next(isWanted: isWanted) else { return nil }
      chunk.batch = chunk.batch.withFactors(of: schema)
      return chunk
    }
  }
}
