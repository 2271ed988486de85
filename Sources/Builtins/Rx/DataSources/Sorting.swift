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
  /// `frequency` (the name of a column of counts), `bytes` (the most in memory) and `folder` (where
  /// rows wait that do not fit into memory).
  static let sort = Builtin(
    .internal, "rxSortData(data, target, order, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      guard let list = call[2].list else { throw call.error("invalid order") }
      let wishes = SourceDescription(list, call.strings)
      let runner = try PassRunner(call, threads: 3, report: 4)
      let sorter = try sorter(data.schema, wishes, runner.threads)
      let rowsPerBlock = try read(data, names: data.names, into: sorter, runner)
      let rows = try runner.quietly.reporting { isWanted, _ in
        try sorter.finish(
          rowsPerBlock: rowsPerBlock, keepsFirst: wishes.flag("removesDuplicates") ?? false,
          frequency: wishes.text("frequency"), isWanted: isWanted)
      }
      return try deliver(rows, call[1], call.strings, runner)
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// A sort as the list of wishes has it.
  ///
  /// `share`: how many sorts share the memory.
  static func sorter(
    _ schema: Schema, _ wishes: SourceDescription, _ threads: Int,
    levels: LevelTables = LevelTables(), share: Int = 1
  ) throws -> ExternalSort {
    let sorter = try ExternalSort(
      schema, order(wishes), folder: wishes.text("folder") ?? "/tmp", threads: threads,
      levels: levels)
    let room = wishes.number("bytes").map { Int(max(0, min(1e15, $0))) }
    sorter.limit(bytes: (room ?? ExternalSort.usualBytes) / share)
    return sorter
  }

  /// Adds all rows, under the given names; answers how many the greatest chunk has.
  static func read(
    _ data: RxData, names: [String], into sorter: ExternalSort, _ runner: PassRunner
  ) throws -> Int {
    var most = 1
    try runner.forEachChunk(data) { chunk, isWanted in
      var batch = chunk.batch
      batch.names = names
      most = max(most, batch.rowCount)
      try sorter.add(batch, isWanted: isWanted)
      return true
    }
    return most
  }

  static func order(_ wishes: SourceDescription) -> SortOrder {
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

  /// Writes rows to the described file, or makes a list of them when there is none.
  static func deliver(
    _ rows: some BatchSource, _ target: Value, _ strings: StringPool, _ runner: PassRunner
  ) throws -> Value {
    var schema = rows.schema
    var memory: MemorySink?
    let sink: any BatchSink
    if let target = target.list {
      sink = try SourceDescription(target, strings).makeSink(&schema)
    } else {
      let blocks = MemorySink(schema)
      (sink, memory) = (blocks, blocks)
    }
    try runner.quietly.reporting { isWanted, _ in
      try rows.copy(to: sink, threads: runner.threads, poll: isWanted)
    }
    guard let memory else { return .null }
    return .object(DataSteps.list([memory.joined()], schema, strings))
  }
}
