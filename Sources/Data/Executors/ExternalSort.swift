import ApusColumns

/// Sorts data of any size: sorted runs, made by several threads, wait in memory as long as there
/// is room and in a nameless file otherwise, and are merged.
///
/// Levels of factors keep the codes of their first appearance in all runs.
package final class ExternalSort {
  /// How many bytes of rows a run has at most.
  private var bytesPerRun = 0
  /// How many bytes of rows are kept in memory.
  private var bytesKept = 0

  private let schema: Schema
  private let order: SortOrder
  private let folder: String
  private let threads: Int
  private let levels: LevelTables
  private var waiting: [ColumnBatch] = []
  private var waitingBytes = 0
  private var keptBytes = 0
  private var file: SpillFile?
  private var runs: [SortedRun] = []
  private var working: [RunMaker] = []
  private(set) var rowCount = 0

  /// `folder`: where rows wait that do not fit into memory.
  ///
  /// `levels`: those of another sort whose rows are to be compared with these.
  package init(
    _ schema: Schema, _ order: SortOrder, folder: String, threads: Int,
    levels: LevelTables = LevelTables()
  ) throws {
    self.schema = schema
    self.order = order
    self.folder = folder
    self.threads = max(1, threads)
    self.levels = levels
    limit(bytes: Self.usualBytes)
    if order.keys.isEmpty { throw ColumnError(.invalidArgument, "there is nothing to sort by") }
    for key in order.keys where schema.index(of: key.name) == nil {
      throw ColumnError(.unknownColumn, "is not in the data", column: key.name)
    }
  }

  deinit { abandon() }

  /// A part of the memory that there is.
  package static var usualBytes: Int { max(64 << 20, MemoryRoom.bytes() / 4) }

  /// How much memory may be used.
  package func limit(bytes: Int) {
    // Threads need their rows four times, and all rows have keys beside them.
    bytesPerRun = min(32 << 20, max(1, bytes / (8 + 4 * threads)))
    bytesKept = bytes / 2
  }

  /// Adds rows, behind those that came before; `isWanted` is asked while threads are waited for.
  package func add(_ batch: ColumnBatch, isWanted: () -> Bool = { true }) throws {
    // Parts of a run, so that blocks of any size make runs of about the same.
    let size = max(1, batch.byteCount / max(1, batch.rowCount))
    let step = max(1, bytesPerRun / size)
    for start in stride(from: 0, to: batch.rowCount, by: step) {
      let end = min(batch.rowCount, start + step)
      let part = end - start == batch.rowCount ? batch : batch.rows(start..<end)
      waiting.append(levels.unified(try settled(part.arranged(as: schema)), schema))
      waitingBytes += size * part.rowCount
      rowCount += part.rowCount
      if waitingBytes >= bytesPerRun { try startRun(isWanted) }
    }
  }

  /// Integers as such; rows that wait already cannot become others.
  private func settled(_ batch: ColumnBatch) throws -> ColumnBatch {
    var batch = batch
    for (index, field) in schema.fields.enumerated() where field.type == .integer {
      guard case .double = batch.columns[index] else { continue }
      guard batch.columns[index].isWhole else {
        throw ColumnError(
          .unexpectedText, "has fractions, but its first rows had integers only: give its type",
          column: field.name)
      }
      batch.columns[index] = ColumnValues(joining: [batch.columns[index]], field: field)
    }
    return batch
  }

  /// The rows in order, in blocks of the given size.
  ///
  /// `keepsFirst`: whether only the first of rows with the same keys is there.
  /// `frequency`: the column that says how many there were.
  package func finish(
    rowsPerBlock: Int, keepsFirst: Bool = false, frequency: String? = nil,
    isWanted: () -> Bool = { true }
  ) throws -> SortedRows {
    if waitingBytes > 0 { try startRun(isWanted) }
    while !working.isEmpty { try takeRun(isWanted) }
    defer { runs = [] }
    var result = schema
    result.fields = result.fields.map(levels.settled)
    let merge = try RunMerge(runs, order, keepsFirst: keepsFirst)
    return SortedRows(
      merge, result, rowsPerBlock: rowsPerBlock, frequency: keepsFirst ? frequency : nil)
  }

  /// Ends what still works.
  package func abandon() {
    working.forEach { $0.cancel() }
    while let maker = working.popLast() { _ = try? maker.run { true } }
    runs = []
    waiting = []
  }

  /// Lets a thread sort what waits.
  private func startRun(_ isWanted: () -> Bool) throws {
    if working.count >= threads { try takeRun(isWanted) }
    if runs.filter(\.isSpilled).count >= Self.mostRuns { try uniteRuns(isWanted) }
    let isKept = keptBytes + waitingBytes <= bytesKept
    if isKept { keptBytes += waitingBytes }
    working.append(
      RunMaker(waiting, schema, order, spillsTo: isKept ? nil : try spillFile()))
    waiting = []
    waitingBytes = 0
  }

  private func takeRun(_ isWanted: () -> Bool) throws {
    runs.append(try working.removeFirst().run(isWanted))
  }

  /// A block of each run is in memory while they are merged: so many runs there are at most.
  private static let mostRuns = 200

  /// Merges the runs on disk into one.
  private func uniteRuns(_ isWanted: () -> Bool) throws {
    while !working.isEmpty { try takeRun(isWanted) }
    // Runs are in the order of their rows: those on disk are made one where the first stands.
    guard let first = runs.firstIndex(where: \.isSpilled) else { return }
    let file = try spillFile()
    let merge = try RunMerge(Array(runs[first...]), order, keepsFirst: false)
    let rows = SortedRows(merge, schema, rowsPerBlock: .max, frequency: nil)
    var decoder: Void = ()
    var blocks: [SpillFile.Block] = []
    while let piece = try rows.nextPiece() {
      guard isWanted() else { throw ColumnError(.cancelled, "interrupted") }
      blocks += try SortedRun.spill(rows.decode(piece, with: &decoder), to: file)
    }
    runs[first...] = [.spilled(file, blocks)]
  }

  private func spillFile() throws -> SpillFile {
    if let file { return file }
    let made = try SpillFile(in: folder)
    file = made
    return made
  }
}

/// Rows in order.
enum SortedRun: Sendable {
  case memory(ColumnBatch, SortKeys)
  case spilled(SpillFile, [SpillFile.Block])

  var isSpilled: Bool { if case .spilled = self { true } else { false } }

  private static let rowsPerBlock = 4096

  static func spill(
    _ batch: ColumnBatch, to file: SpillFile, isWanted: () -> Bool = { true }
  ) throws -> [SpillFile.Block] {
    try stride(from: 0, to: batch.rowCount, by: rowsPerBlock).map { start in
      guard isWanted() else { throw ColumnError(.cancelled, "interrupted") }
      return try file.append(batch.rows(start..<min(batch.rowCount, start + rowsPerBlock)))
    }
  }
}

/// A thread that sorts some rows.
private final class RunMaker {
  private struct Board {
    var isCancelled = false
    var result: Result<SortedRun, any Error>?
  }

  private let board = Monitor(Board())
  private var thread: WorkerThread?

  init(
    _ parts: [ColumnBatch], _ schema: Schema, _ order: SortOrder, spillsTo file: SpillFile?
  ) {
    let board = board
    let work = { @Sendable in
      let result = Result {
        try Self.made(of: parts, schema, order, file) { !board.enter { $0.isCancelled } }
      }
      board.enter { $0.result = result }
    }
    thread = WorkerThread(work)
    if thread == nil { work() }
  }

  func cancel() { board.enter { $0.isCancelled = true } }

  /// Waits for the run.
  func run(_ isWanted: () -> Bool) throws -> SortedRun {
    while !board.wait(milliseconds: 20, for: { $0.result != nil }) {
      if !isWanted() { cancel() }
    }
    thread?.join()
    guard let result = board.enter({ $0.result }) else {
      throw ColumnError(.cancelled, "interrupted")
    }
    return try result.get()
  }

  private static func made(
    of parts: [ColumnBatch], _ schema: Schema, _ order: SortOrder, _ file: SpillFile?,
    isWanted: () -> Bool
  ) throws -> SortedRun {
    let all = ColumnBatch(concatenating: parts, schema)
    let keys = try SortKeys(all, order)
    guard let rows = keys.sortedRows(isWanted: isWanted), isWanted() else {
      throw ColumnError(.cancelled, "interrupted")
    }
    let places = RowPicks([all])
    places.append(rows)
    let sorted = places.gathered(schema)
    guard isWanted() else { throw ColumnError(.cancelled, "interrupted") }
    guard let file else { return .memory(sorted, keys.rows(at: rows)) }
    return .spilled(file, try SortedRun.spill(sorted, to: file, isWanted: isWanted))
  }
}
