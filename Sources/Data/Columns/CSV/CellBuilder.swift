import Glibc

/// How the cells of a column are being read.
package enum CellKind: UInt8, Sendable {
  case skip
  /// Only missing cells so far.
  case empty
  case logical, integer, double, string

  /// The narrowest kind that holds both; text where they disagree.
  package func joined(_ other: CellKind) -> CellKind {
    if self == other || other == .empty { return self }
    if self == .empty { return other }
    let isNumeric = (self == .integer || self == .double) && (other == .integer || other == .double)
    return isNumeric ? .double : .string
  }
}

/// The cells of a column of a chunk while it is parsed: raw storage, reused from chunk to chunk.
struct CellBuilder {
  var kind: CellKind
  let plan: ColumnPlan
  let table = StringTable()
  /// The same; asking it counts no references, which several threads pay dearly.
  let texts: Unmanaged<StringTable>
  private(set) var integers: UnsafeMutablePointer<Int32>
  private(set) var doubles: UnsafeMutablePointer<Double>
  private var capacity: Int

  init(plan: ColumnPlan, kind: CellKind) {
    self.plan = plan
    self.kind = kind
    texts = .passUnretained(table)
    capacity = 0
    integers = .allocate(capacity: 0)
    doubles = .allocate(capacity: 0)
  }

  func deallocate() {
    integers.deallocate()
    doubles.deallocate()
  }

  /// Makes room for so many rows, keeping the first `rows`.
  mutating func reserve(_ wanted: Int, keeping rows: Int) {
    guard wanted > capacity else { return }
    let moreIntegers = UnsafeMutablePointer<Int32>.allocate(capacity: wanted)
    let moreDoubles = UnsafeMutablePointer<Double>.allocate(capacity: wanted)
    moreIntegers.update(from: integers, count: min(rows, capacity))
    moreDoubles.update(from: doubles, count: min(rows, capacity))
    deallocate()
    (integers, doubles, capacity) = (moreIntegers, moreDoubles, wanted)
  }

  mutating func setMissing(_ row: Int) {
    switch kind {
    case .skip, .empty: break
    case .double: doubles[row] = missingDouble
    default: integers[row] = missingInteger
    }
  }

  /// Turns the rows read so far into another kind; false when they must be read again.
  mutating func promote(to wider: CellKind, rows: Int) -> Bool {
    defer { kind = wider }
    switch (kind, wider) {
    case (.empty, .logical), (.empty, .integer):
      integers.update(repeating: missingInteger, count: rows)
    case (.empty, .double):
      doubles.update(repeating: missingDouble, count: rows)
    case (.integer, .double):
      for row in 0..<rows {
        doubles[row] = integers[row] == missingInteger ? missingDouble : Double(integers[row])
      }
    default: return rows == 0
    }
    return true
  }

  /// The finished cells; nil for skipped columns.
  func values(rows: Int) -> ColumnValues? {
    switch kind {
    case .skip: nil
    case .empty: .logical([Int32](repeating: missingInteger, count: rows))
    case .logical: .logical(Array(UnsafeBufferPointer(start: integers, count: rows)))
    case .integer: .integer(Array(UnsafeBufferPointer(start: integers, count: rows)))
    case .double: .double(Array(UnsafeBufferPointer(start: doubles, count: rows)))
    case .string:
      .string(
        StringColumn(
          codes: Array(UnsafeBufferPointer(start: integers, count: rows)),
          dictionary: table.dictionary()))
    }
  }
}

/// The cells of a chunk.
struct ParsedChunk: Sendable {
  var rowCount: Int
  var endsInQuotes = false
  var kinds: [CellKind]
  /// One a column of the file; nil where skipped.
  var columns: [ColumnValues?]
}
