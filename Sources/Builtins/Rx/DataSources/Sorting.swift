import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Sorting data of any size.
enum Sorting {
  static var all: [Builtin] { [sort] }

  /// `rxSortData(data, target, order, numCoresToUse, reportProgress)`: the sorted rows, written to
  /// a file, or as a list of vectors when there is no target.
  ///
  /// `order`: a list of `keys`, `decreasing`, `missingsLow`, `ignoresCase`, `removesDuplicates`,
  /// `frequency` (the name of a column of counts), `cells` (the most in memory) and `folder` (where
  /// runs are kept).
  static let sort = Builtin(
    .internal, "rxSortData(data, target, order, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      guard let list = call[2].list else { throw call.error("invalid order") }
      let wishes = SourceDescription(list, call.strings)
      let runner = try PassRunner(call, threads: 3, report: 4)
      let order = order(wishes)
      let sorter = try ExternalSort(data.schema, order, folder: wishes.text("folder") ?? "")
      sorter.cellsPerRun = max(1, wishes.integer("cells", else: sorter.cellsPerRun))
      var rowsPerBlock = 0
      try runner.forEachChunk(data) { chunk in
        rowsPerBlock = max(rowsPerBlock, chunk.batch.rowCount)
        try sorter.add(chunk.batch)
        return true
      }
      let output = SortedOutput(
        target: call[1].list.map { ChunkWriter(SourceDescription($0, call.strings)) },
        schema: data.schema, frequency: wishes.text("frequency"),
        removesDuplicates: wishes.flag("removesDuplicates") ?? false, rowsPerBlock: rowsPerBlock)
      do {
        try sorter.finish { batch, keys in
          try call.interpreter.checkInterrupt()
          try output.add(batch, keys)
        }
        return try output.finish(call.strings)
      } catch {
        output.abandon()
        throw error
      }
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func order(_ wishes: SourceDescription) -> SortOrder {
    let names = wishes.texts("keys") ?? []
    let flags = wishes.flags("decreasing")
    var order = SortOrder(
      names.enumerated().map { index, name in
        SortOrder.Key(name, isDecreasing: flags.isEmpty ? false : flags[index % flags.count])
      })
    order.missingsLow = wishes.flag("missingsLow") ?? true
    order.ignoresCase = wishes.flag("ignoresCase") ?? true
    return order
  }
}

/// Takes sorted rows, leaves out those with the same keys if wanted, and makes blocks of them.
private final class SortedOutput {
  private let target: ChunkWriter?
  private var schema: Schema
  private let frequency: String?
  private let removesDuplicates: Bool
  private let rowsPerBlock: Int
  private var blocks: [ColumnBatch] = []
  private var waiting: [ColumnBatch] = []
  private var waitingRows = 0
  /// The last row that was kept, whose frequency is not complete.
  private var last: (row: ColumnBatch, keys: SortKeys, count: Int32)?

  init(
    target: ChunkWriter?, schema: Schema, frequency: String?, removesDuplicates: Bool,
    rowsPerBlock: Int
  ) {
    self.target = target
    self.schema = schema
    self.frequency = frequency
    self.removesDuplicates = removesDuplicates
    self.rowsPerBlock = max(1, rowsPerBlock)
    if removesDuplicates, let frequency {
      self.schema.fields.append(Field(name: frequency, type: .integer))
    }
  }

  func add(_ batch: ColumnBatch, _ keys: SortKeys) throws {
    guard removesDuplicates else { return try keep(batch) }
    var places: [Int] = []
    var counts: [Int32] = []
    for row in 0..<batch.rowCount {
      if let place = places.last, keys.compare(place, keys, row) == 0 {
        counts[counts.count - 1] += 1
      } else if places.isEmpty, let known = last, known.keys.compare(0, keys, row) == 0 {
        last?.count += 1
      } else {
        places.append(row)
        counts.append(1)
      }
    }
    guard let final = places.popLast(), let count = counts.popLast() else { return }
    try keepLast()
    try keep(counted(batch.rows(at: places), counts))
    last = (batch.rows(final..<final + 1), keys.row(final), count)
  }

  private func keepLast() throws {
    guard let last else { return }
    try keep(counted(last.row, [last.count]))
    self.last = nil
  }

  private func counted(_ batch: ColumnBatch, _ counts: [Int32]) -> ColumnBatch {
    guard let frequency else { return batch }
    return ColumnBatch(
      names: batch.names + [frequency], columns: batch.columns + [.integer(counts)],
      rowCount: batch.rowCount)
  }

  private func keep(_ batch: ColumnBatch) throws {
    if batch.rowCount == 0 { return }
    guard let target else {
      blocks.append(batch)
      return
    }
    waiting.append(batch)
    waitingRows += batch.rowCount
    while waitingRows >= rowsPerBlock {
      let all = ColumnBatch(joining: waiting, schema: schema)
      try target.write(all.rows(0..<rowsPerBlock), as: schema)
      waiting = [all.rows(rowsPerBlock..<all.rowCount)]
      waitingRows -= rowsPerBlock
    }
  }

  func finish(_ strings: StringPool) throws -> Value {
    try keepLast()
    guard let target else { return .object(DataSteps.list(blocks, schema, strings)) }
    if waitingRows > 0 {
      try target.write(ColumnBatch(joining: waiting, schema: schema), as: schema)
    }
    try target.finish(schema)
    return .double(Double(target.rowCount))
  }

  func abandon() { target?.abandon() }
}
