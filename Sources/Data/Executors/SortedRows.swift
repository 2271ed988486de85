import ApusColumns

/// Sorted rows as a source: one thread after another finds out which come next, all gather them.
package final class SortedRows: BatchSource, @unchecked Sendable {
  // Invariant: all that changes is used by `nextPiece` only.
  private let merge: RunMerge
  private let rowsPerBlock: Int
  private let frequency: String?
  private var blockRows = 0
  /// The columns of the runs.
  private let columns: Schema
  package let schema: Schema

  package struct Piece: Sendable {
    let picks: RowPicks
    let counts: [Int32]
    let endsBlock: Bool
  }

  init(_ merge: RunMerge, _ schema: Schema, rowsPerBlock: Int, frequency: String?) {
    self.merge = merge
    self.rowsPerBlock = max(1, rowsPerBlock)
    self.frequency = frequency
    columns = schema
    var all = schema
    if let frequency { all.fields.append(Field(name: frequency, type: .integer)) }
    self.schema = all
  }

  package func makeDecoder() {}

  package func nextPiece() throws -> Piece? {
    let limit = min(rowsPerPiece, rowsPerBlock - blockRows)
    guard let (picks, counts) = try merge.next(limit) else { return nil }
    blockRows += picks.count
    let endsBlock = blockRows >= rowsPerBlock
    if endsBlock { blockRows = 0 }
    return Piece(picks: picks, counts: counts, endsBlock: endsBlock)
  }

  package func decode(_ piece: Piece, with decoder: inout Void) -> ColumnBatch {
    var batch = piece.picks.gathered(columns)
    if let frequency {
      batch.names.append(frequency)
      batch.columns.append(.integer(piece.counts))
    }
    return batch
  }

  package func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

/// Merges runs; rows with the same keys come in the order of the runs.
final class RunMerge {
  /// Where in a run the merge is.
  private final class Cursor {
    private let run: SortedRun
    private var next = 0
    private(set) var batch: ColumnBatch
    private(set) var keys: SortKeys
    /// The first words of the keys, row by row.
    private(set) var words: [UInt64]
    var row = 0
    /// The number of the batch among those of the present picks.
    var number = -1

    init?(_ run: SortedRun, _ order: SortOrder) throws {
      self.run = run
      switch run {
      case .memory(let batch, let keys):
        (self.batch, self.keys) = (batch, keys)
        if batch.rowCount == 0 { return nil }
      case .spilled(let file, let blocks):
        guard let first = blocks.first else { return nil }
        batch = try file.read(first)
        keys = try SortKeys(batch, order)
        next = 1
        if blocks.count > 1 { file.prefetch(blocks[1]) }
      }
      words = keys.firstWords()
    }

    /// Goes to the next block; false at the end.
    func advance(_ order: SortOrder) throws -> Bool {
      guard case .spilled(let file, let blocks) = run, next < blocks.count else { return false }
      batch = try file.read(blocks[next])
      keys = try SortKeys(batch, order)
      words = keys.firstWords()
      next += 1
      (row, number) = (0, -1)
      if next < blocks.count { file.prefetch(blocks[next]) }
      return true
    }
  }

  private let order: SortOrder
  private let keepsFirst: Bool
  private var cursors: [Cursor?]
  /// How many words of the keys are compared without a look at the keys themselves.
  private let width: Int
  /// Whether more must be looked at when these are the same.
  private let hasMore: Bool
  /// The runs that are not at their end, as a heap by their present rows.
  private let heap: UnsafeMutablePointer<Int>
  private var heapCount = 0
  /// By runs: the first words of the keys of their present rows.
  private let heads: UnsafeMutablePointer<UInt64>
  /// The last row that was kept.
  private var last: (keys: SortKeys, row: Int)?

  init(_ runs: [SortedRun], _ order: SortOrder, keepsFirst: Bool) throws {
    self.order = order
    self.keepsFirst = keepsFirst
    cursors = try runs.map { try Cursor($0, order) }
    let keys = cursors.lazy.compactMap { $0?.keys }.first
    width = keys?.plainWidth ?? 0
    hasMore = keys?.hasTexts ?? false
    heap = .allocate(capacity: max(1, cursors.count))
    heads = .allocate(capacity: max(1, cursors.count * width))
    for run in cursors.indices where cursors[run] != nil { push(run) }
  }

  deinit {
    heap.deallocate()
    heads.deallocate()
  }

  /// At most so many of the next rows, and how often each was there; nil at the end.
  func next(_ limit: Int) throws -> (RowPicks, [Int32])? {
    let picks = RowPicks()
    var counts: [Int32] = []
    for case let cursor? in cursors { cursor.number = -1 }
    while heapCount > 0, let cursor = cursors[heap[0]] {
      let run = heap[0]
      if keepsFirst, let last, last.keys.compare(last.row, cursor.keys, cursor.row) == 0 {
        if !counts.isEmpty { counts[counts.count - 1] += 1 }
      } else {
        if picks.count == limit { break }
        if cursor.number < 0 { cursor.number = picks.add(cursor.batch) }
        picks.append(cursor.row, of: cursor.number)
        if keepsFirst {
          last = (cursor.keys, cursor.row)
          counts.append(1)
        }
      }
      try step(run, cursor)
    }
    return picks.count == 0 ? nil : (picks, counts)
  }

  private func step(_ run: Int, _ cursor: Cursor) throws {
    if cursor.row + 1 < cursor.batch.rowCount {
      cursor.row += 1
    } else if try !cursor.advance(order) {
      cursors[run] = nil
      heapCount -= 1
      heap[0] = heap[heapCount]
      sink()
      return
    }
    setHead(run, cursor)
    sink()
  }

  private func setHead(_ run: Int, _ cursor: Cursor) {
    cursor.words.withUnsafeBufferPointer { words in
      for key in 0..<width { heads[run * width + key] = words[cursor.row * width + key] }
    }
  }

  /// Whether the present row of a run comes before that of another; earlier runs come first.
  @inline(__always)
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (heads + left * width, heads + right * width)
    for key in 0..<width where one[key] != other[key] { return one[key] < other[key] }
    return hasMore ? precedesByTexts(left, right) : left < right
  }

  private func precedesByTexts(_ left: Int, _ right: Int) -> Bool {
    guard let one = cursors[left], let other = cursors[right] else { return false }
    let result = one.keys.compare(one.row, other.keys, other.row)
    return result == 0 ? left < right : result < 0
  }

  private func push(_ run: Int) {
    if let cursor = cursors[run] { setHead(run, cursor) }
    heap[heapCount] = run
    heapCount += 1
    var place = heapCount - 1
    while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
      (heap[place], heap[(place - 1) / 2]) = (heap[(place - 1) / 2], heap[place])
      place = (place - 1) / 2
    }
  }

  /// Lets the run at the top go to its place.
  private func sink() {
    var place = 0
    while 2 * place + 1 < heapCount {
      var least = 2 * place + 1
      if least + 1 < heapCount, precedes(heap[least + 1], heap[least]) { least += 1 }
      guard precedes(heap[least], heap[place]) else { return }
      (heap[place], heap[least]) = (heap[least], heap[place])
      place = least
    }
  }
}
