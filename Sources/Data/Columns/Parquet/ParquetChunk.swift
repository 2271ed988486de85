import Glibc

/// The decoded cells of a column of a row group.
final class ParquetCells: @unchecked Sendable {
  // Invariant: nothing changes.
  private let field: Field
  /// Whole numbers, logicals and codes from 0, or doubles.
  private let numbers: ByteBuffer
  private let dictionary: StringDictionary

  init(_ field: Field, _ numbers: ByteBuffer, _ dictionary: StringDictionary) {
    (self.field, self.numbers, self.dictionary) = (field, numbers, dictionary)
  }

  /// Some of the cells; text by a dictionary in order of appearance.
  func values(_ rows: Range<Int>) -> ColumnValues {
    switch field.type {
    case .logical: .logical(Array(integers(rows)))
    case .integer: .integer(Array(integers(rows)))
    case .double: .double(doubles(rows))
    case .date: .date(doubles(rows))
    case .dateTime: .dateTime(doubles(rows))
    case .factor:
      .factor(
        codes: integers(rows).map { $0 < 0 ? missingInteger : $0 + 1 }, levels: field.levels)
    case .string: .string(text(rows))
    }
  }

  private func integers(_ rows: Range<Int>) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(rebasing: numbers.bytes.assumingMemoryBound(to: Int32.self)[rows])
  }

  private func doubles(_ rows: Range<Int>) -> [Double] {
    Array(numbers.bytes.assumingMemoryBound(to: Double.self)[rows])
  }

  private func text(_ rows: Range<Int>) -> StringColumn {
    var renumbered = [Int32](repeating: -1, count: dictionary.count)
    var used = StringDictionary()
    let codes = integers(rows).map { code -> Int32 in
      if code < 0 { return missingInteger }
      if renumbered[Int(code)] < 0 {
        renumbered[Int(code)] = Int32(used.count)
        let place = dictionary.offsets[Int(code)]..<dictionary.offsets[Int(code) + 1]
        used.append(dictionary.bytes[place])
      }
      return renumbered[Int(code)]
    }
    return StringColumn(codes: codes, dictionary: used)
  }
}

/// A column of a row group while it is decoded.
final class ParquetChunk {
  let column: ParquetColumn
  let type: ParquetType
  private let file: ParquetFile
  private let rowCount: Int
  private var pages: ParquetPages
  private let place: Range<Int>
  /// The distinct texts so far; those of a factor are its levels.
  let table = StringTable()
  var integerDictionary: [Int32]?
  var doubleDictionary: [Double]?
  private let cellBuffer = ByteBuffer()
  private let scratch = ByteBuffer()
  let codeBuffer = ByteBuffer()
  private var rows = 0

  init(_ file: ParquetFile, group number: Int, column index: Int) throws {
    self.file = file
    column = file.columns[index]
    let group = file.groups[number]
    guard let type = column.type, column.leaf < group.chunks.count else {
      throw ThriftReader.damaged("a row group has too few columns")
    }
    let chunk = group.chunks[column.leaf]
    if let refusal = chunk.refusal { throw ColumnError(.invalidArgument, "the column \(refusal)") }
    self.type = type
    rowCount = group.rowCount
    let codec = try ParquetCodec(number: chunk.codec)
    // Some programs count the head of the dictionary in the size, others do not.
    guard chunk.offset >= 4, chunk.offset < Int64(file.file.bytes.count) else {
      throw ThriftReader.damaged("a column lies behind the file")
    }
    let start = Int(chunk.offset)
    let bytes = UnsafeRawBufferPointer(rebasing: file.file.bytes[start...])
    place = start..<min(file.file.bytes.count, start + Int(max(0, min(chunk.size, 1 << 40))))
    pages = ParquetPages(bytes, codec, isOptional: column.isOptional)
    for var level in column.field.levels { _ = level.withUTF8 { table.code(of: $0) } }
  }

  private var isWhole: Bool {
    switch column.field.type {
    case .logical, .integer, .factor, .string: true
    case .double, .date, .dateTime: false
    }
  }

  func cells() throws -> ParquetCells {
    while rows < rowCount {
      let page = try pages.next()
      try withExtendedLifetime(page.owner) {
        if page.isDictionary { try readDictionary(page) } else { try readData(page) }
      }
    }
    file.file.release(place)
    if column.field.type == .factor, table.count > column.field.levels.count {
      throw ThriftReader.damaged("a factor has an unknown level")
    }
    return ParquetCells(column.field, cellBuffer, table.dictionary())
  }

  private func readDictionary(_ page: ParquetPage) throws {
    let least = max(1, type.storage == .bytes ? 4 : type.width)
    guard page.count <= page.values.count / least else {
      throw ThriftReader.damaged("a dictionary ends too early")
    }
    if isWhole {
      var entries = [Int32](repeating: 0, count: page.count)
      try entries.withUnsafeMutableBufferPointer {
        if let start = $0.baseAddress { try fill(start, page.count, page) }
      }
      integerDictionary = entries
    } else {
      var entries = [Double](repeating: 0, count: page.count)
      try entries.withUnsafeMutableBufferPointer {
        if let start = $0.baseAddress { try fill(start, page.count, page) }
      }
      doubleDictionary = entries
    }
  }

  private func readData(_ page: ParquetPage) throws {
    guard page.count <= rowCount - rows else {
      throw ThriftReader.damaged("a column has too many values")
    }
    let present = try presence(page)
    if isWhole {
      let target = cellBuffer.extend(by: page.count * 4).assumingMemoryBound(to: Int32.self)
      try fill(target, present.count, page)
      Self.spread(target, page.count, present, missingInteger)
    } else {
      let target = cellBuffer.extend(by: page.count * 8).assumingMemoryBound(to: Double.self)
      try fill(target, present.count, page)
      Self.spread(target, page.count, present, missingDouble)
    }
    rows += page.count
  }

  /// Which cells of a page are there, not 0, and how many; no marks when all are.
  private func presence(
    _ page: ParquetPage
  ) throws -> (marks: UnsafeMutablePointer<Int32>?, count: Int) {
    guard let levels = page.levels, page.count > 0 else { return (nil, page.count) }
    scratch.count = 0
    let marks = scratch.extend(by: page.count * 4).assumingMemoryBound(to: Int32.self)
    if page.hasOldLevels {
      for row in 0..<page.count {
        marks[row] = Int32(levels[row >> 3] >> UInt8(7 - row & 7) & 1)
      }
    } else {
      try PackedNumbers.runs(levels, width: 1, count: page.count, into: marks)
    }
    var count = 0
    for row in 0..<page.count { count += marks[row] == 1 ? 1 : 0 }
    return (count == page.count ? nil : marks, count)
  }

  /// Puts cells that lie densely at the places where they belong.
  @inline(__always)
  private static func spread<Cell>(
    _ cells: UnsafeMutablePointer<Cell>, _ count: Int,
    _ present: (marks: UnsafeMutablePointer<Int32>?, count: Int), _ missing: Cell
  ) {
    guard let marks = present.marks else { return }
    var next = present.count
    for row in stride(from: count - 1, through: 0, by: -1) {
      if marks[row] == 1 {
        next -= 1
        cells[row] = cells[next]
      } else {
        cells[row] = missing
      }
    }
  }
}
