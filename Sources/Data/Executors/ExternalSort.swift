import ApusColumns
import Glibc

/// Sorts data of any size: sorted runs are written to files, which are merged.
///
/// Levels and strings of factors keep the codes of their first appearance in all runs.
package final class ExternalSort {
  /// How many cells a run has at most before it is written.
  package var cellsPerRun = 16_000_000

  private let schema: Schema
  private let order: SortOrder
  private let folder: String
  private var waiting: [ColumnBatch] = []
  private var waitingRows = 0
  private var runs: [String] = []
  /// The levels of factors that the schema does not tell, in order of appearance.
  private var levels: [String: LevelTable] = [:]

  /// `folder`: where files go, a folder of its own, which is removed at the end.
  package init(_ schema: Schema, _ order: SortOrder, folder: String) throws {
    self.schema = schema
    self.order = order
    self.folder = folder
    for key in order.keys where schema.index(of: key.name) == nil {
      throw ColumnError(.unknownColumn, "is not in the data", column: key.name)
    }
  }

  deinit {
    for run in runs { unlink(run) }
    rmdir(folder)
  }

  /// Adds rows, behind those that came before.
  package func add(_ batch: ColumnBatch) throws {
    var batch = batch.arranged(as: schema)
    for (index, field) in schema.fields.enumerated() where field.type == .factor {
      batch.columns[index] = levels[field.name, default: LevelTable(field.levels)]
        .unified(batch.columns[index])
    }
    waiting.append(batch)
    waitingRows += batch.rowCount
    if waitingRows * max(1, schema.fields.count) >= cellsPerRun { try spill() }
  }

  /// Calls `body` with the sorted rows, batch by batch.
  package func finish(_ body: (ColumnBatch, SortKeys) throws -> Void) throws {
    if runs.isEmpty {
      let run = try sorted()
      var start = 0
      while start < run.rowCount {
        let end = min(run.rowCount, start + rowsPerPiece)
        let piece = run.rows(start..<end)
        try body(piece, SortKeys(piece, order))
        start = end
      }
      return
    }
    if waitingRows > 0 { try spill() }
    try RunMerge(runs.map { try ArrowData($0) }, schema, order).forEachBatch(body)
  }

  /// What waits, in order.
  private func sorted() throws -> ColumnBatch {
    let all = ColumnBatch(joining: waiting, schema: schema)
    waiting = []
    waitingRows = 0
    return all.rows(at: try SortKeys(all, order).sortedRows())
  }

  private func spill() throws {
    let run = try sorted()
    if runs.isEmpty { mkdir(folder, 0o700) }
    let path = "\(folder)/run\(runs.count)"
    runs.append(path)
    let sink = try ArrowSink(path, schema: schema)
    var start = 0
    while start < run.rowCount {
      let end = min(run.rowCount, start + rowsPerPiece)
      try sink.write(block: run.rows(start..<end))
      start = end
    }
    try sink.finish()
  }
}

/// Gives levels the same codes in all batches.
struct LevelTable {
  private var levels: [String]
  private var codes: [String: Int32]

  init(_ levels: [String]) {
    self.levels = levels
    codes = Dictionary(levels.enumerated().map { ($1, Int32($0 + 1)) }) { first, _ in first }
  }

  mutating func unified(_ values: ColumnValues) -> ColumnValues {
    guard let (cells, own) = values.categories else { return values }
    if own == levels { return .factor(codes: cells, levels: levels) }
    let map = own.map { code(of: $0) }
    return .factor(codes: cells.map { $0 > 0 ? map[Int($0) - 1] : missingInteger }, levels: levels)
  }

  private mutating func code(of level: String) -> Int32 {
    if let known = codes[level] { return known }
    levels.append(level)
    codes[level] = Int32(levels.count)
    return Int32(levels.count)
  }
}

/// Merges sorted files.
private final class RunMerge {
  private final class Cursor {
    let batches: any BatchIterator
    var batch: ColumnBatch
    var keys: SortKeys
    var row = 0

    init?(_ batches: any BatchIterator, _ order: SortOrder) throws {
      self.batches = batches
      guard let batch = try batches.next() else { return nil }
      self.batch = batch
      keys = try SortKeys(batch, order)
    }

    /// Goes to the next batch; false at the end.
    func advance(_ order: SortOrder) throws -> Bool {
      guard let next = try batches.next() else { return false }
      batch = next
      keys = try SortKeys(next, order)
      row = 0
      return true
    }
  }

  private struct Pick {
    let run: Int
    let row: Int
  }

  private let schema: Schema
  private let order: SortOrder
  private var cursors: [Cursor?]
  /// The runs, as a heap by their present rows.
  private var heap: [Int] = []
  private var picks: [Pick] = []

  init(_ runs: [any DataSource], _ schema: Schema, _ order: SortOrder) throws {
    self.schema = schema
    self.order = order
    cursors = try runs.map { try Cursor(Self.iterator(try $0.batches()), order) }
    for run in cursors.indices where cursors[run] != nil { push(run) }
  }

  private static func iterator(_ source: some BatchSource) -> any BatchIterator {
    SourceIterator(source)
  }

  func forEachBatch(_ body: (ColumnBatch, SortKeys) throws -> Void) throws {
    while let run = heap.first, let cursor = cursors[run] {
      picks.append(Pick(run: run, row: cursor.row))
      if cursor.row + 1 < cursor.batch.rowCount {
        cursor.row += 1
        sink(0)
        if picks.count >= rowsPerPiece { try flush(body) }
        continue
      }
      try flush(body)
      if try !cursor.advance(order) {
        cursors[run] = nil
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      if !heap.isEmpty { sink(0) }
    }
    try flush(body)
  }

  /// Whether the present row of a run comes before that of another; earlier runs come first.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    guard let one = cursors[left], let other = cursors[right] else { return false }
    let result = one.keys.compare(one.row, other.keys, other.row)
    return result == 0 ? left < right : result < 0
  }

  private func push(_ run: Int) {
    heap.append(run)
    var place = heap.count - 1
    while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if precedes(heap[child], heap[least]) { least = child }
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  /// Hands on the rows that were picked.
  private func flush(_ body: (ColumnBatch, SortKeys) throws -> Void) throws {
    if picks.isEmpty { return }
    var starts: [Int: Int] = [:]
    var parts: [ColumnBatch] = []
    var total = 0
    for (run, cursor) in cursors.enumerated() {
      guard let cursor else { continue }
      let rows = picks.lazy.filter { $0.run == run }.map(\.row)
      guard let first = rows.min(), let last = rows.max() else { continue }
      starts[run] = total - first
      total += last - first + 1
      parts.append(cursor.batch.rows(first..<last + 1))
    }
    let joined = ColumnBatch(joining: parts, schema: schema)
    let places = picks.map { (starts[$0.run] ?? 0) + $0.row }
    picks.removeAll(keepingCapacity: true)
    let batch = joined.rows(at: places)
    try body(batch, SortKeys(batch, order))
  }
}

/// Batches one after another, whatever they come from.
package protocol BatchIterator: AnyObject {
  func next() throws -> ColumnBatch?
}

/// Reads a pass on the thread that asks.
package final class SourceIterator<Source: BatchSource>: BatchIterator {
  private let source: Source
  private var decoder: Source.Decoder

  package init(_ source: Source) {
    self.source = source
    decoder = source.makeDecoder()
  }

  package func next() throws -> ColumnBatch? {
    while let piece = try source.nextPiece() {
      let batch = try source.decode(piece, with: &decoder)
      if batch.rowCount > 0 { return batch }
    }
    return nil
  }
}
