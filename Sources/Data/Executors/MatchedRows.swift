import ApusColumns

/// Which rows without a match are kept when two sets are matched.
package struct MatchKind: Sendable {
  package let keepsFirst: Bool
  package let keepsSecond: Bool

  package init(keepsFirst: Bool, keepsSecond: Bool) {
    self.keepsFirst = keepsFirst
    self.keepsSecond = keepsSecond
  }
}

/// The rows of two sorted sets that have the same keys, each of the first with each of the second.
///
/// Rows of the second with the same keys wait in memory as long as they are few, and in a nameless
/// file otherwise.
package final class MatchedRows: BatchSource, @unchecked Sendable {
  // Invariant: all that changes is used by `nextPiece` only.
  private let first: SortedInput
  private let second: SortedInput
  private let kind: MatchKind
  private let rowsPerBlock: Int
  private let folder: String
  private var blockRows = 0
  private var group: Group?
  /// By columns: where each comes from.
  private let places: [ColumnPlace]
  package let schema: Schema

  /// A column of the first set, of the second, or the same key in both.
  private struct ColumnPlace: Sendable {
    let first: Int?
    let second: Int?
  }

  /// Rows of the second set with the same keys.
  private enum Group {
    /// Of the batch that `second` has, and how many the present row of `first` has met.
    case here(Range<Int>, done: Int)
    /// In a file, with their keys, and how many blocks the present row of `first` has met.
    case spilled(SpillFile, [SpillFile.Block], SortKeys, done: Int)
  }

  package struct Piece: Sendable {
    fileprivate let first: RowPicks
    fileprivate let second: RowPicks
    fileprivate let endsBlock: Bool
  }

  /// The result has the columns of the first set, then those of the second that are not keys.
  ///
  /// `folder`: where rows wait that do not fit into memory.
  package init(
    _ first: SortedInput, _ second: SortedInput, _ kind: MatchKind, rowsPerBlock: Int,
    folder: String
  ) {
    (self.first, self.second, self.kind) = (first, second, kind)
    self.rowsPerBlock = max(1, rowsPerBlock)
    self.folder = folder
    let keys = Set(first.order.keys.map(\.name))
    let others = second.schema.fields.indices.filter { !keys.contains(second.schema.names[$0]) }
    places =
      first.schema.fields.enumerated().map { index, field in
        let key = keys.contains(field.name) ? second.schema.index(of: field.name) : nil
        return ColumnPlace(first: index, second: key)
      } + others.map { ColumnPlace(first: nil, second: $0) }
    schema = Schema(first.schema.fields + others.map { second.schema.fields[$0] })
  }

  package func makeDecoder() {}

  package func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }

  // MARK: - Matching

  package func nextPiece() throws -> Piece? {
    let limit = min(rowsPerPiece, rowsPerBlock - blockRows)
    let piece = PickedPair()
    while piece.count < limit, try step(piece, limit) {}
    guard piece.count > 0 else { return nil }
    blockRows += piece.count
    let endsBlock = blockRows >= rowsPerBlock
    if endsBlock { blockRows = 0 }
    return Piece(first: piece.first, second: piece.second, endsBlock: endsBlock)
  }

  /// Goes on by a row or so; false when the piece must end here, or nothing is left.
  private func step(_ piece: PickedPair, _ limit: Int) throws -> Bool {
    if !first.hasRow, piece.count > 0 { return false }
    let hasFirst = try first.load()
    if group != nil { return try stepGroup(piece, limit, hasFirst) }
    if !second.hasRow, piece.count > 0 { return false }
    let hasSecond = try second.load()
    guard hasFirst || hasSecond else { return false }
    let order =
      !hasFirst ? 1 : !hasSecond ? -1 : first.keys.compare(first.row, second.keys, second.row)
    if order < 0 {
      if kind.keepsFirst { piece.add(first, first.row, nil, 0) }
      first.row += 1
    } else if order > 0 {
      if kind.keepsSecond { piece.add(nil, 0, second, second.row) }
      second.row += 1
    } else {
      // Finding all rows with the keys may read on, and the rows before must be gathered then.
      let end = second.groupEnd()
      if end == second.batch.rowCount, piece.count > 0, !second.isAtEnd { return false }
      group =
        try second.group(end, in: folder).map { .spilled($0.file, $0.blocks, $0.keys, done: 0) }
        ?? .here(second.row..<second.groupEnd(), done: 0)
    }
    return true
  }

  /// Matches the present row of the first set with the group, or leaves the group.
  private func stepGroup(_ piece: PickedPair, _ limit: Int, _ hasFirst: Bool) throws -> Bool {
    switch group {
    case .here(let rows, var done):
      guard hasFirst, first.keys.compare(first.row, second.keys, rows.lowerBound) == 0 else {
        second.row = rows.upperBound
        group = nil
        return true
      }
      while done < rows.count, piece.count < limit {
        piece.add(first, first.row, second, rows.lowerBound + done)
        done += 1
      }
      if done == rows.count {
        first.row += 1
        done = 0
      }
      group = .here(rows, done: done)
      return true
    case .spilled(let file, let blocks, let keys, let done):
      guard hasFirst, first.keys.compare(first.row, keys, 0) == 0 else {
        group = nil
        return true
      }
      // A block is a piece.
      if piece.count > 0 { return false }
      piece.addAll(first, of: try file.read(blocks[done]))
      if done + 1 == blocks.count { first.row += 1 }
      group = .spilled(file, blocks, keys, done: (done + 1) % blocks.count)
      return false
    case nil: return true
    }
  }

  // MARK: - Gathering

  package func decode(_ piece: Piece, with decoder: inout Void) -> ColumnBatch {
    let ones = piece.first.gathered(first.schema)
    let others = piece.second.gathered(second.schema)
    let fromFirst = piece.first.isFilled
    let columns = places.map { place -> ColumnValues in
      guard let index = place.first else { return others.columns[place.second ?? 0] }
      guard let key = place.second else { return ones.columns[index] }
      return fromFirst.contains(false)
        ? ones.columns[index].filled(from: others.columns[key], where: fromFirst)
        : ones.columns[index]
    }
    return ColumnBatch(names: schema.names, columns: columns, rowCount: ones.rowCount)
  }
}

/// Rows of two sets side by side.
private final class PickedPair {
  let first = RowPicks()
  let second = RowPicks()
  /// The numbers of the present batches.
  private var firstBatch = -1
  private var secondBatch = -1

  var count: Int { first.count }

  /// Adds a pair, nil standing for missing cells.
  @inline(__always)
  func add(_ one: SortedInput?, _ row: Int, _ other: SortedInput?, _ otherRow: Int) {
    if let one {
      if firstBatch < 0 { firstBatch = first.add(one.batch) }
      first.append(row, of: firstBatch)
    } else {
      first.skip()
    }
    if let other {
      if secondBatch < 0 { secondBatch = second.add(other.batch) }
      second.append(otherRow, of: secondBatch)
    } else {
      second.skip()
    }
  }

  /// Adds the present row of the first set with all rows of a batch.
  func addAll(_ one: SortedInput, of batch: ColumnBatch) {
    firstBatch = first.add(one.batch)
    secondBatch = second.add(batch)
    for row in 0..<batch.rowCount {
      first.append(one.row, of: firstBatch)
      second.append(row, of: secondBatch)
    }
  }
}

/// Sorted rows, batch by batch.
package final class SortedInput {
  package let schema: Schema
  let order: SortOrder
  private let next: () throws -> ColumnBatch?
  /// Whether it is not known that the rows are in order.
  private let isChecked: Bool
  private(set) var batch: ColumnBatch
  private(set) var keys: SortKeys
  private(set) var isAtEnd = false
  private var rowsBefore = 0
  var row = 0

  /// `isChecked`: whether rows that are not in order are an error.
  package init(
    _ schema: Schema, _ order: SortOrder, isChecked: Bool, next: @escaping () throws -> ColumnBatch?
  ) throws {
    self.schema = schema
    self.order = order
    self.isChecked = isChecked
    self.next = next
    batch = ColumnBatch(
      names: schema.names, columns: schema.fields.map { ColumnValues(joining: [], field: $0) })
    keys = try SortKeys(batch, order)
  }

  var hasRow: Bool { row < batch.rowCount }

  /// Sees to it that there is a present row; false at the end.
  func load() throws -> Bool {
    while !hasRow {
      guard let more = try read() else { return false }
      rowsBefore += batch.rowCount
      (batch, keys, row) = (more.batch, more.keys, 0)
    }
    return true
  }

  private func read() throws -> (batch: ColumnBatch, keys: SortKeys)? {
    guard !isAtEnd, let more = try next() else {
      isAtEnd = true
      return nil
    }
    let found = try SortKeys(more, order)
    if isChecked { try check(found) }
    return (more, found)
  }

  private func check(_ more: SortKeys) throws {
    var isOrdered =
      batch.rowCount == 0 || more.rowCount == 0 || keys.compare(batch.rowCount - 1, more, 0) <= 0
    for row in 1..<max(1, more.rowCount) where more.compare(row - 1, more, row) > 0 {
      isOrdered = false
    }
    if isOrdered { return }
    throw ColumnError(
      .invalidArgument, "the rows are not sorted by the match variables; use autoSort = TRUE")
  }

  /// Where the rows of the present batch end that have the same keys as the present one.
  func groupEnd() -> Int {
    var end = row + 1
    while end < batch.rowCount, keys.compare(row, keys, end) == 0 { end += 1 }
    return end
  }

  private static let mostBytes = 32 << 20

  /// Reads on until all rows with the keys of the present row are in the batch.
  ///
  /// When they are too many, they are written to a file, and the present row is the one behind.
  func group(
    _ firstEnd: Int, in folder: String
  ) throws -> (file: SpillFile, blocks: [SpillFile.Block], keys: SortKeys)? {
    var end = firstEnd
    while end == batch.rowCount {
      guard batch.rows(row..<end).byteCount < Self.mostBytes else { return try spilled(in: folder) }
      guard let more = try read() else { return nil }
      batch = ColumnBatch(concatenating: [batch.rows(row..<batch.rowCount), more.batch], schema)
      keys = try SortKeys(batch, order)
      row = 0
      end = groupEnd()
    }
    return nil
  }

  private func spilled(
    in folder: String
  ) throws -> (file: SpillFile, blocks: [SpillFile.Block], keys: SortKeys) {
    let file = try SpillFile(in: folder)
    let common = keys.rows(at: [Int32(row)])
    var blocks: [SpillFile.Block] = []
    repeat {
      let end = hasRow && keys.compare(row, common, 0) == 0 ? groupEnd() : row
      blocks += try SortedRun.spill(batch.rows(row..<end), to: file)
      row = end
    } while try !hasRow && load() && keys.compare(row, common, 0) == 0
    return (file, blocks, common)
  }
}

extension RowPicks {
  /// By rows: whether it was picked from somewhere.
  var isFilled: [Bool] {
    var result = [Bool](repeating: false, count: count)
    for places in places { for place in places { result[Int(place)] = true } }
    return result
  }
}

extension ColumnValues {
  /// With the cells of a column of the same type where the own ones are not to be had.
  func filled(from other: ColumnValues, where isOwn: [Bool]) -> ColumnValues {
    switch (self, other) {
    case (.logical(let own), .logical(let others)): .logical(Self.mixed(own, others, isOwn))
    case (.integer(let own), .integer(let others)): .integer(Self.mixed(own, others, isOwn))
    case (.double(let own), .double(let others)): .double(Self.mixed(own, others, isOwn))
    case (.date(let own), .date(let others)): .date(Self.mixed(own, others, isOwn))
    case (.dateTime(let own), .dateTime(let others)): .dateTime(Self.mixed(own, others, isOwn))
    case (.factor(let own, let levels), .factor(let others, let more)):
      .factor(
        codes: Self.mixed(own, others, isOwn), levels: levels.count < more.count ? more : levels)
    case (.string(let own), .string(let others)):
      .string(Self.mixed(own, others, isOwn))
    default: self
    }
  }

  private static func mixed<Cell>(_ own: [Cell], _ others: [Cell], _ isOwn: [Bool]) -> [Cell] {
    isOwn.indices.map { isOwn[$0] ? own[$0] : others[$0] }
  }

  private static func mixed(
    _ own: StringColumn, _ others: StringColumn, _ isOwn: [Bool]
  ) -> StringColumn {
    let parts = [ColumnValues.string(own), .string(others)]
    let field = Field(name: "", type: .string)
    guard case .string(let all) = ColumnValues(joining: parts, field: field) else { return own }
    let codes = isOwn.indices.map { all.codes[isOwn[$0] ? $0 : $0 + isOwn.count] }
    return StringColumn(codes: codes, dictionary: all.dictionary)
  }
}
