import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Data given to an analysis or a data step, with what is to be done to them on the way.
///
/// The R half gives a data frame, or a list that describes a data source; see `SourceDescription`.
struct RxData {
  /// What is read; without columns when the transformation has the rows itself.
  let source: any DataSource
  let rows: Range<Int>?
  let blocksPerRead: Int
  /// Whether rows with missing values are left out before the transformation, and after it.
  let skipsMissingFirst: Bool
  let skipsMissing: Bool
  let transformation: Transformation?
  /// The columns that come of it.
  let schema: Schema

  init(_ value: Value, _ call: borrowing Invocation) throws {
    guard let list = value.list else {
      throw ColumnError(.invalidArgument, "data must be a data source or a data frame")
    }
    try self.init(list, call.interpreter)
  }

  init(_ list: ListVector, _ interpreter: Interpreter) throws {
    let isFrame = interpreter.inherits(.object(list), "data.frame")
    let description = SourceDescription(isFrame ? ListVector([]) : list, interpreter.strings)
    source = try isFrame ? Self.memory(list, interpreter) : description.open(interpreter)
    rows = description.rows
    blocksPerRead = max(1, description.integer("blocksPerRead", else: 1))
    skipsMissingFirst = description.flag("skipsMissingFirst") ?? false
    skipsMissing = description.flag("skipsMissing") ?? false
    transformation = Transformation(description, interpreter)
    if let transformation {
      let isTested = description.flag("isTested") ?? true
      schema = isTested ? try transformation.schema(testing: source, rows) : Schema([])
    } else {
      schema = source.schema
    }
  }

  var names: [String] { schema.names }

  /// Whether chunks need work on this thread before they are used.
  var isWorkedOn: Bool { transformation != nil || skipsMissing || skipsMissingFirst }

  /// How many rows are read, when that is known.
  var knownRows: Int? {
    source.rowCount.map { count in
      rows.map { max(0, min(count, $0.upperBound) - $0.lowerBound) } ?? count
    }
  }

  /// A data frame as a source.
  static func memory(
    _ frame: ListVector, _ interpreter: Interpreter, rowsPerBlock: Int = .max
  ) throws -> any DataSource {
    let (batch, schema) = try RColumns.batch(frame, interpreter)
    return MemoryData(batch, schema: schema, rowsPerBlock: rowsPerBlock)
  }

  /// One pass over the chunks of the named columns, of all when nil.
  func chunks(of wanted: [String]?, threads: Int) throws -> ChunkReader {
    try ChunkReader(self, wanted, threads: threads)
  }
}

/// One pass over data, whole chunks in order, on the thread that runs R.
final class ChunkReader {
  private let data: RxData
  private let stream: ChunkStream
  private let wanted: [String]?
  private var number = 0

  init(_ data: RxData, _ wanted: [String]?, threads: Int) throws {
    self.data = data
    self.wanted = wanted
    var read = wanted
    if let reads = data.transformation?.reads, let wanted {
      read = data.source.schema.names.filter { reads.contains($0) || wanted.contains($0) }
    }
    let batches = try data.source.batches(
      of: read, rows: data.rows, blocksPerRead: data.blocksPerRead)
    stream = ChunkStream(
      batches, threads: threads, firstRow: (data.rows?.lowerBound ?? 0) + 1)
  }

  /// The next chunk, nil at the end.
  func next(isWanted: () -> Bool) throws -> Chunk? {
    guard var chunk = try stream.next(isWanted: isWanted) else { return nil }
    number += 1
    if data.skipsMissingFirst { chunk.batch = chunk.batch.withoutMissing() }
    if let transformation = data.transformation {
      chunk.batch = try transformation.apply(to: chunk, number: number, keeping: wanted)
    }
    if data.skipsMissing { chunk.batch = chunk.batch.withoutMissing() }
    return chunk
  }

  func close() { stream.close() }
}
