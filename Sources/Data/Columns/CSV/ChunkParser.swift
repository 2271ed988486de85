import Glibc

/// Parses chunks of records into cells.
///
/// Belongs to one thread.
package final class ChunkParser {
  private let dialect: CSVDialect
  private let missing: [[UInt8]]
  private let acceptsNA: Bool
  private let combines: Bool
  private let builders: UnsafeMutablePointer<CellBuilder>
  private let columnCount: Int
  private let names: [String]
  private let classes: UnsafeMutablePointer<UInt8>
  private let powers: UnsafeMutablePointer<Double>
  private var scratch: [UInt8] = []
  private var capacity = 0
  /// The fields of the last record.
  private(set) var fieldCount = 0
  /// Whether the text ended inside quotes.
  private var isOpen = false
  /// Whether the last line break of the chunk is the text's own.
  private var ownsLineBreak = true

  /// Thrown inside when a column turns out to hold text and the chunk must be read again.
  private struct Restart: Error {}

  /// The last byte of a field: what follows it.
  private enum Delimiter { case separator, record }

  init(dialect: CSVDialect, names: [String], plans: [ColumnPlan], kinds: [CellKind]) {
    self.dialect = dialect
    self.names = names
    missing = dialect.missingStrings.map { Array($0.utf8) }
    acceptsNA = dialect.missingStrings.contains("NA")
    combines = dialect.combinesSeparators
    columnCount = plans.count
    builders = .allocate(capacity: max(1, plans.count))
    for (column, plan) in plans.enumerated() {
      (builders + column).initialize(to: CellBuilder(plan: plan, kind: kinds[column]))
    }
    classes = .allocate(capacity: 256)
    classes.initialize(from: ByteClass.table(for: dialect), count: 256)
    powers = .allocate(capacity: NumberScanner.powers.count)
    powers.initialize(from: NumberScanner.powers, count: NumberScanner.powers.count)
  }

  deinit {
    for column in 0..<columnCount { builders[column].deallocate() }
    builders.deinitialize(count: columnCount)
    builders.deallocate()
    classes.deallocate()
    powers.deallocate()
  }

  /// Parses a chunk; kinds widen as the cells demand and stay so for the next chunk.
  func parse(_ text: TextChunk) throws -> ParsedChunk {
    reserve(text.lineCount + 1, keeping: 0)
    for column in 0..<columnCount { builders[column].table.removeAll() }
    ownsLineBreak = !text.addsLineBreak
    while true {
      do {
        let rows = try dialect.positions.map { try parseLines(text, $0) } ?? parseRecords(text)
        return ParsedChunk(
          rowCount: rows, endsInQuotes: isOpen, kinds: (0..<columnCount).map { builders[$0].kind },
          columns: (0..<columnCount).map { builders[$0].values(rows: rows) })
      } catch is Restart {
        continue
      }
    }
  }

  /// Reads with these kinds from now on.
  func setKinds(_ kinds: [CellKind]) {
    for column in 0..<columnCount { builders[column].kind = kinds[column] }
  }

  private func reserve(_ rows: Int, keeping kept: Int) {
    guard rows > capacity else { return }
    for column in 0..<columnCount { builders[column].reserve(rows, keeping: kept) }
    capacity = rows
  }

  // MARK: - Records

  private func parseRecords(_ text: TextChunk) throws -> Int {
    guard columnCount > 0 else { return 0 }
    var cursor = text.start
    let end = text.start + text.count
    var row = 0
    while cursor < end {
      if skipBlank(&cursor, end) { continue }
      if row == capacity { reserve(capacity * 2, keeping: row) }
      var column = 0
      while try parseField(&cursor, end, column, row) == .separator {
        column += 1
        guard column == columnCount else { continue }
        if dialect.ignoresRest { skipComment(&cursor) }
        if isRecordEnd(cursor) {
          skipLineEnd(&cursor)
          column -= 1
          break
        }
        guard dialect.fills else { throw wrongFieldCount(row) }
        row += 1
        column = 0
        if row == capacity { reserve(capacity * 2, keeping: row) }
      }
      fieldCount = column + 1
      if column + 1 < columnCount { try fill(from: column + 1, row) }
      row += 1
    }
    return row
  }

  private func isRecordEnd(_ cursor: UnsafePointer<UInt8>) -> Bool {
    cursor.pointee == UInt8(ascii: "\n") || cursor.pointee == UInt8(ascii: "\r")
  }

  /// Pads a short row with empty fields.
  private func fill(from first: Int, _ row: Int) throws {
    guard dialect.fills else { throw wrongFieldCount(row) }
    for column in first..<columnCount {
      try store(UnsafeBufferPointer(start: nil, count: 0), column, row)
    }
  }

  private func wrongFieldCount(_ row: Int) -> ColumnError {
    ColumnError(.tooFewFields, "did not have \(columnCount) elements", row: row + 1)
  }

  /// Skips a blank line, or one of comment only.
  private func skipBlank(_ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool
  {
    let first = cursor.pointee
    if classes[Int(first)] == ByteClass.plain { return false }
    if isRecordEnd(cursor) {
      guard dialect.skipsBlankLines else { return false }
      skipLineEnd(&cursor)
      return true
    }
    guard dialect.comment != nil || dialect.separator == nil else { return false }
    var next = cursor
    while next < end, next.pointee == 32 || next.pointee == 9 { next += 1 }
    if next < end, next.pointee == dialect.comment {
      skipComment(&next)
    } else if next == end || !isRecordEnd(next) || dialect.separator != nil {
      return false
    }
    guard dialect.skipsBlankLines else { return false }
    cursor = next
    skipLineEnd(&cursor)
    return true
  }

  private func skipComment(_ cursor: inout UnsafePointer<UInt8>) {
    while !isRecordEnd(cursor) { cursor += 1 }
  }

  @inline(__always)
  private func skipLineEnd(_ cursor: inout UnsafePointer<UInt8>) {
    let isReturn = cursor.pointee == UInt8(ascii: "\r")
    cursor += 1
    // A chunk ends with a line feed, so the byte behind a carriage return exists.
    if isReturn, cursor.pointee == UInt8(ascii: "\n") { cursor += 1 }
  }

  // MARK: - Fields

  /// Reads a field and the delimiter behind it.
  @inline(__always)
  private func parseField(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ column: Int, _ row: Int
  ) throws -> Delimiter {
    var next = cursor
    let builder = builders + column
    switch builder.pointee.kind {
    case .integer:
      var value = 0
      if NumberScanner.integer(&next, &value), classes[Int(next.pointee)] & ByteClass.end != 0,
        abs(value) <= Int(Int32.max)
      {
        builder.pointee.integers[row] = Int32(truncatingIfNeeded: value)
        return finish(&cursor, next)
      }
    case .double:
      var value = 0.0
      if NumberScanner.fastDouble(&next, decimal: dialect.decimal, powers: powers, &value),
        classes[Int(next.pointee)] & ByteClass.end != 0
      {
        builder.pointee.doubles[row] = value
        return finish(&cursor, next)
      }
    case .string, .skip:
      while classes[Int(next.pointee)] == ByteClass.plain { next += 1 }
      if classes[Int(next.pointee)] & ByteClass.end != 0, dialect.separator != nil {
        if builder.pointee.kind == .string { storeText(cursor, next - cursor, builder, row) }
        return finish(&cursor, next)
      }
      if next == cursor, classes[Int(next.pointee)] == ByteClass.quote, dialect.separator != nil,
        let close = closingQuote(next, end)
      {
        if builder.pointee.kind == .string { storeText(next + 1, close - next - 1, builder, row) }
        return finish(&cursor, close + 1)
      }
    case .empty, .logical: break
    }
    return try parseSlowly(&cursor, end, column, row)
  }

  /// Where the quote at `open` is closed, when a delimiter follows and nothing is doubled.
  @inline(__always)
  private func closingQuote(
    _ open: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let quote = open.pointee
    var next = open + 1
    while next < end - 1, next.pointee != quote { next += 1 }
    guard next < end - 1, classes[Int(next[1])] & ByteClass.end != 0 else { return nil }
    return next
  }

  @inline(__always)
  private func finish(
    _ cursor: inout UnsafePointer<UInt8>, _ delimiter: UnsafePointer<UInt8>
  ) -> Delimiter {
    cursor = delimiter
    if isRecordEnd(delimiter) {
      skipLineEnd(&cursor)
      return .record
    }
    cursor += 1
    if combines {
      while classes[Int(cursor.pointee)] == ByteClass.end, !isRecordEnd(cursor) { cursor += 1 }
    }
    return .separator
  }

  @inline(__always)
  private func storeText(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ builder: UnsafeMutablePointer<CellBuilder>,
    _ row: Int
  ) {
    let isMissing: Bool
    if count == 2, acceptsNA, start[0] == UInt8(ascii: "N"), start[1] == UInt8(ascii: "A") {
      isMissing = true
    } else {
      isMissing =
        missing.count > (acceptsNA ? 1 : 0)
        && isMissingString(UnsafeBufferPointer(start: start, count: count))
    }
    builder.pointee.integers[row] =
      isMissing
      ? missingInteger
      : builder.pointee.texts._withUnsafeGuaranteedRef { $0.code(start: start, count: count) }
  }

  private func isMissingString(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    missing.contains { $0.count == field.count && $0.elementsEqual(field) }
  }

  /// Any field: quotes, comments, white space, missing strings, wrong types.
  @inline(never)
  private func parseSlowly(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ column: Int, _ row: Int
  ) throws -> Delimiter {
    if dialect.separator == nil { return try parseWhite(&cursor, end, column, row) }
    var next = cursor
    while classes[Int(next.pointee)] & (ByteClass.end | ByteClass.quote | ByteClass.comment) == 0 {
      next += 1
    }
    var field = UnsafeBufferPointer(start: cursor, count: next - cursor)
    if classes[Int(next.pointee)] & ByteClass.quote == 0 {
      if dialect.stripsWhite { field = trimmed(field) }
      try store(field, column, row)
    } else {
      try storeQuoted(cursor, &next, end, column, row)
    }
    if classes[Int(next.pointee)] & ByteClass.comment != 0 { skipComment(&next) }
    return finish(&cursor, next)
  }

  /// A field with quotes anywhere in it: they are taken out, doubled ones inside become one.
  private func storeQuoted(
    _ start: UnsafePointer<UInt8>, _ next: inout UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>, _ column: Int, _ row: Int
  ) throws {
    scratch.removeAll(keepingCapacity: true)
    var cursor = start
    if dialect.stripsWhite { while classes[Int(cursor.pointee)] == ByteClass.white { cursor += 1 } }
    var kept = 0
    while true {
      let byte = cursor.pointee
      if classes[Int(byte)] & (ByteClass.end | ByteClass.comment) != 0 { break }
      cursor += 1
      guard classes[Int(byte)] & ByteClass.quote != 0 else {
        scratch.append(byte)
        continue
      }
      isOpen = true
      while cursor < end - 1 {
        let inner = cursor.pointee
        cursor += 1
        if inner != byte {
          scratch.append(inner)
        } else if cursor.pointee == byte {
          scratch.append(byte)
          cursor += 1
        } else {
          isOpen = false
          break
        }
      }
      if isOpen, ownsLineBreak { scratch.append(0x0A) }
      kept = scratch.count
    }
    next = cursor
    if dialect.stripsWhite {
      while scratch.count > kept, let last = scratch.last, classes[Int(last)] == ByteClass.white {
        scratch.removeLast()
      }
    }
    try scratch.withUnsafeBufferPointer { try store($0, column, row) }
  }

  /// A field of a file separated by white space: quotes count at its start, with `\` inside.
  private func parseWhite(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ column: Int, _ row: Int
  ) throws -> Delimiter {
    var next = cursor
    while next.pointee == 32 || next.pointee == 9 { next += 1 }
    scratch.removeAll(keepingCapacity: true)
    if classes[Int(next.pointee)] & ByteClass.quote != 0 {
      let quote = next.pointee
      next += 1
      while next < end - 1, next.pointee != quote {
        if next.pointee == UInt8(ascii: "\\"), next + 1 < end - 1 {
          next += 1
          if next.pointee != quote { scratch.append(UInt8(ascii: "\\")) }
        }
        scratch.append(next.pointee)
        next += 1
      }
      isOpen = next >= end - 1
      if !isOpen { next += 1 } else if ownsLineBreak { scratch.append(0x0A) }
    } else {
      let stops = ByteClass.end | ByteClass.comment | ByteClass.white
      while classes[Int(next.pointee)] & stops == 0 {
        scratch.append(next.pointee)
        next += 1
      }
    }
    try scratch.withUnsafeBufferPointer { try store($0, column, row) }
    while next.pointee == 32 || next.pointee == 9 { next += 1 }
    if next.pointee == dialect.comment { skipComment(&next) }
    cursor = next
    guard isRecordEnd(next) else { return .separator }
    skipLineEnd(&cursor)
    return .record
  }

  private func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var slice = field[...]
    while let byte = slice.first, classes[Int(byte)] == ByteClass.white {
      slice = slice.dropFirst()
    }
    while let byte = slice.last, classes[Int(byte)] == ByteClass.white { slice = slice.dropLast() }
    return UnsafeBufferPointer(rebasing: slice)
  }

  // MARK: - Cells

  /// Cuts each line at fixed positions.
  private func parseLines(_ text: TextChunk, _ positions: [Range<Int>]) throws -> Int {
    var (offset, row) = (0, 0)
    fieldCount = positions.count
    while offset < text.count {
      let rest = UnsafeBufferPointer(start: text.start + offset, count: text.count - offset)
      let length = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
      offset += length + 1
      let hasReturn = length > 0 && rest[length - 1] == UInt8(ascii: "\r")
      let count = hasReturn ? length - 1 : length
      if count == 0 { continue }
      if row == capacity { reserve(capacity * 2, keeping: row) }
      for (column, place) in positions.enumerated() {
        let start = min(place.lowerBound, count)
        let field = rest[start..<max(start, min(place.upperBound, count))]
        try store(trimmed(UnsafeBufferPointer(rebasing: field)), column, row)
      }
      row += 1
    }
    return row
  }

  /// Puts a clean field into its column, widening the column's kind when it must.
  private func store(_ field: UnsafeBufferPointer<UInt8>, _ column: Int, _ row: Int) throws {
    let builder = builders + column
    switch builder.pointee.kind {
    case .skip: return
    case .string:
      builder.pointee.integers[row] =
        isMissingString(field) ? missingInteger : builder.pointee.table.code(of: field)
      return
    default: break
    }
    if isBlank(field) || isMissingString(field) { return builder.pointee.setMissing(row) }
    if let thousands = dialect.thousands,
      let plain = NumberScanner.ungrouped(field, thousands: thousands)
    {
      return try plain.withUnsafeBufferPointer { try store($0, column, row) }
    }
    if builder.pointee.kind == .empty || !storeNumber(field, builder, row) {
      try widen(field, column, row)
    }
  }

  private func isBlank(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.allSatisfy(NumberScanner.isSpace)
  }

  private func storeNumber(
    _ field: UnsafeBufferPointer<UInt8>, _ builder: UnsafeMutablePointer<CellBuilder>, _ row: Int
  ) -> Bool {
    switch builder.pointee.kind {
    case .logical:
      guard let value = Self.logical(field) else { return false }
      builder.pointee.integers[row] = value
    case .integer:
      guard let value = NumberScanner.integer(field: field) else { return false }
      builder.pointee.integers[row] = value
    default:
      guard let value = NumberScanner.double(field: field, decimal: dialect.decimal) else {
        return false
      }
      builder.pointee.doubles[row] = value
    }
    return true
  }

  package static func logical(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    switch field.count {
    case 1: field[0] == UInt8(ascii: "T") ? 1 : field[0] == UInt8(ascii: "F") ? 0 : nil
    case 4: field.elementsEqual("TRUE".utf8) ? 1 : nil
    case 5: field.elementsEqual("FALSE".utf8) ? 0 : nil
    default: nil
    }
  }

  private func widen(_ field: UnsafeBufferPointer<UInt8>, _ column: Int, _ row: Int) throws {
    let builder = builders + column
    var wider = builder.pointee.kind.joined(
      NumberScanner.kind(of: field, decimal: dialect.decimal))
    if case .declared(.double, _) = builder.pointee.plan, wider == .integer { wider = .double }
    try check(field, wider, column, row)
    guard builder.pointee.promote(to: wider, rows: row) else { throw Restart() }
    if wider == .string {
      builder.pointee.integers[row] = builder.pointee.table.code(of: field)
    } else {
      _ = storeNumber(field, builder, row)
    }
  }

  /// Refuses what the column's plan does not allow.
  private func check(
    _ field: UnsafeBufferPointer<UInt8>, _ wider: CellKind, _ column: Int, _ row: Int
  ) throws {
    let expected: String
    switch builders[column].plan {
    case .skip, .infer: return
    case .sniffed:
      guard wider == .string else { return }
      expected = builders[column].kind == .logical ? "a logical" : "a real"
    case .declared(.logical, _): expected = "a logical"
    case .declared(.integer, _): expected = "an integer"
    case .declared: expected = "a real"
    }
    let text = String(decoding: field, as: UTF8.self)
    throw ColumnError(
      .unexpectedText, "expected '\(expected)', got '\(text)'", row: row + 1,
      column: names[column])
  }
}
