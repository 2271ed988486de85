import Glibc

/// The cells of a column of the block that is being written.
///
/// They are gathered as they are in memory; `finishBlock` makes them what the file wants.
final class ArrowColumnEncoder {
  let column: ArrowColumn
  private var field: Field { column.field }
  /// Whole numbers, logicals and codes from 0; for text, whether a cell is missing.
  private let integers = ByteBuffer()
  private let doubles = ByteBuffer()
  private let offsets = ByteBuffer()
  private let text = ByteBuffer()
  private let table = StringTable()
  private(set) var rowCount = 0
  private(set) var nullCount = 0

  init(_ column: ArrowColumn) {
    self.column = column
    for var level in column.field.levels { _ = level.withUTF8 { table.code(of: $0) } }
  }

  /// All levels so far.
  var levels: StringDictionary { table.dictionary() }

  /// Takes in cells; `firstRow`: the number of the first, for errors.
  func append(_ values: ColumnValues, firstRow: Int) throws {
    switch field.type {
    case .logical, .integer: try appendIntegers(values, firstRow)
    case .double, .date, .dateTime:
      switch values {
      case .double(let cells), .date(let cells), .dateTime(let cells): append(cells)
      default:
        guard let cells = values.doubles else { throw wrong(values, firstRow) }
        append(cells)
      }
    case .factor: try appendCodes(values, firstRow)
    case .string: try appendText(values, firstRow)
    }
    rowCount += values.count
  }

  // MARK: - Numbers

  private func append(_ cells: [Double]) {
    cells.withUnsafeBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      doubles.append(start, cells.count * 8)
      var nulls = 0
      for cell in cells { nulls &+= Self.isMissing(cell) ? 1 : 0 }
      nullCount += nulls
    }
  }

  @inline(__always)
  private static func isMissing(_ cell: Double) -> Bool {
    cell.bitPattern & 0x7FF0_0000_FFFF_FFFF == 0x7FF0_0000_0000_07A2
  }

  private func append(_ cells: [Int32]) {
    cells.withUnsafeBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      integers.append(start, cells.count * 4)
      var nulls = 0
      for cell in cells { nulls &+= cell == missingInteger ? 1 : 0 }
      nullCount += nulls
    }
  }

  private func appendIntegers(_ values: ColumnValues, _ firstRow: Int) throws {
    switch values {
    case .logical(let cells), .integer(let cells), .factor(let cells, _):
      try checkRange(cells, firstRow)
      append(cells)
    case .double(let cells), .date(let cells), .dateTime(let cells):
      let whole = cells.map { $0.isNaN ? missingInteger : Int32(exactly: $0) ?? missingInteger }
      let wrong = cells.indices.first { whole[$0] == missingInteger && !cells[$0].isNaN }
      if let wrong {
        throw ColumnError(
          .unexpectedText, "\(cells[wrong]) is not an integer", row: firstRow + wrong,
          column: field.name)
      }
      try checkRange(whole, firstRow)
      append(whole)
    case .string: throw wrong(values, firstRow)
    }
  }

  private func checkRange(_ cells: [Int32], _ firstRow: Int) throws {
    guard let storage = field.storage, storage != .float32 else { return }
    let allowed = storage == .int16 ? Int32(Int16.min)...Int32(Int16.max) : 0...65_535
    let wrong = cells.firstIndex { $0 != missingInteger && !allowed.contains($0) }
    guard let wrong else { return }
    throw ColumnError(
      .invalidArgument, "\(cells[wrong]) does not fit \(storage.rawValue)",
      row: firstRow + wrong, column: field.name)
  }

  private func wrong(_ values: ColumnValues, _ firstRow: Int) -> ColumnError {
    ColumnError(
      .unexpectedText, "the column is \(values.type.rawValue), not \(field.type.rawValue)",
      row: firstRow, column: field.name)
  }

  // MARK: - Text

  private func appendCodes(_ values: ColumnValues, _ firstRow: Int) throws {
    let (cells, dictionary, first) = try texts(values, firstRow)
    let map = dictionary.codes(in: table)
    append(cells.map { $0 < first ? missingInteger : map[Int($0 - first)] + 1 })
  }

  /// Codes, the dictionary they point into, and its first code.
  private func texts(
    _ values: ColumnValues, _ firstRow: Int
  ) throws -> (codes: [Int32], dictionary: StringDictionary, first: Int32) {
    switch values {
    case .string(let column): (column.codes, column.dictionary, 0)
    case .factor(let codes, let levels): (codes, StringDictionary(levels), 1)
    case .integer(let cells):
      try numbered(StringColumn(cells.map { $0 == missingInteger ? nil : String($0) }))
    case .logical(let cells) where cells.allSatisfy { $0 == missingInteger }:
      (cells, StringDictionary(), 0)
    case .logical: try numbered(Self.logicals(values))
    default: throw wrong(values, firstRow)
    }
  }

  private func numbered(
    _ column: StringColumn
  ) throws -> (codes: [Int32], dictionary: StringDictionary, first: Int32) {
    (column.codes, column.dictionary, 0)
  }

  private static func logicals(_ values: ColumnValues) -> StringColumn {
    guard let (codes, levels) = values.categories else { return StringColumn([]) }
    return StringColumn(codes.map { $0 < 1 ? nil : levels[Int($0) - 1] })
  }

  private func appendText(_ values: ColumnValues, _ firstRow: Int) throws {
    let (cells, dictionary, first) = try texts(values, firstRow)
    integers.append(cells.map { $0 < first ? missingInteger : 0 })
    nullCount += cells.count { $0 < first }
    let starts = dictionary.offsets
    dictionary.bytes.withUnsafeBytes { bytes in
      for cell in cells {
        offsets.extend(by: 8).storeBytes(of: Int64(text.count), as: Int64.self)
        guard cell >= first, let base = bytes.baseAddress else { continue }
        let (start, end) = (starts[Int(cell - first)], starts[Int(cell - first) + 1])
        text.append(base + start, end - start)
      }
    }
  }

  // MARK: - Blocks

  /// The buffers of the block.
  func finishBlock() -> [ByteBuffer] {
    var buffers = [validity()]
    switch field.type {
    case .logical: buffers.append(packed())
    case .integer:
      buffers.append(
        field.storage == .int16 || field.storage == .uint16
          ? stored(integers, as: Int32.self) { UInt16(truncatingIfNeeded: $0) } : integers)
    case .factor:
      buffers.append(
        stored(integers, as: Int32.self) { $0 == missingInteger ? 0 : UInt32(bitPattern: $0 - 1) })
    case .double:
      buffers.append(
        field.storage == .float32
          ? stored(doubles, as: Double.self) { Float($0).bitPattern } : doubles)
    case .date:
      buffers.append(
        stored(doubles, as: Double.self) {
          UInt32(bitPattern: Int32(exactly: $0.rounded(.down)) ?? missingInteger)
        })
    case .dateTime:
      buffers.append(
        stored(doubles, as: Double.self) {
          UInt64(bitPattern: Int64(exactly: ($0 * 1e6).rounded()) ?? .min)
        })
    case .string:
      offsets.extend(by: 8).storeBytes(of: Int64(text.count), as: Int64.self)
      buffers += [offsets, text]
    }
    return buffers
  }

  /// What is known of the numbers of the block, piece by piece, as the file will have them.
  func statistics() -> [ColumnStatistics] {
    stride(from: 0, to: rowCount, by: rowsPerPiece).map { start in
      let rows = start..<min(rowCount, start + rowsPerPiece)
      switch field.type {
      case .string, .factor: return ColumnStatistics()
      case .logical, .integer:
        let cells = integers.bytes.assumingMemoryBound(to: Int32.self)[rows]
        return ColumnValues.doubles(of: UnsafeBufferPointer(rebasing: cells))
          .withUnsafeBufferPointer { ColumnStatistics($0) }
      case .double where field.storage == .float32:
        let cells = doubles.bytes.assumingMemoryBound(to: Double.self)[rows]
        return cells.map { Double(Float($0)) }.withUnsafeBufferPointer { ColumnStatistics($0) }
      case .double, .date, .dateTime:
        let cells = doubles.bytes.assumingMemoryBound(to: Double.self)[rows]
        return ColumnStatistics(UnsafeBufferPointer(rebasing: cells))
      }
    }
  }

  /// Forgets the block, but for the levels.
  func clear() {
    for buffer in [integers, doubles, offsets, text] { buffer.count = 0 }
    (rowCount, nullCount) = (0, 0)
  }

  /// Bits that are clear where a cell is missing; none when none is.
  private func validity() -> ByteBuffer {
    let bits = ByteBuffer(capacity: (rowCount + 7) / 8)
    guard nullCount > 0 else { return bits }
    if field.type == .double || field.type == .date || field.type == .dateTime {
      let cells = doubles.bytes.assumingMemoryBound(to: Double.self)
      pack(into: bits) { !Self.isMissing(cells[$0]) }
    } else {
      let cells = integers.bytes.assumingMemoryBound(to: Int32.self)
      pack(into: bits) { cells[$0] != missingInteger }
    }
    return bits
  }

  /// Logical cells as bits.
  private func packed() -> ByteBuffer {
    let bits = ByteBuffer(capacity: (rowCount + 7) / 8)
    let cells = integers.bytes.assumingMemoryBound(to: Int32.self)
    pack(into: bits) { cells[$0] != 0 && cells[$0] != missingInteger }
    return bits
  }

  @inline(__always)
  private func pack(into bits: ByteBuffer, _ isSet: (Int) -> Bool) {
    let bytes = bits.extend(by: (rowCount + 7) / 8).assumingMemoryBound(to: UInt8.self)
    for byte in 0..<(rowCount + 7) / 8 {
      var packed: UInt8 = 0
      for bit in 0..<min(8, rowCount - byte * 8) where isSet(byte * 8 + bit) {
        packed |= 1 << UInt8(bit)
      }
      bytes[byte] = packed
    }
  }

  @inline(__always)
  private func stored<Cell, Stored>(
    _ cells: ByteBuffer, as type: Cell.Type, _ convert: (Cell) -> Stored
  ) -> ByteBuffer {
    let source = cells.bytes.assumingMemoryBound(to: Cell.self)
    let result = ByteBuffer(capacity: rowCount * MemoryLayout<Stored>.size)
    let target = result.extend(by: rowCount * MemoryLayout<Stored>.size)
      .assumingMemoryBound(to: Stored.self)
    for row in 0..<rowCount { target[row] = convert(source[row]) }
    return result
  }
}

extension ByteBuffer {
  func append<Element>(_ elements: [Element]) {
    elements.withUnsafeBytes { if let start = $0.baseAddress { append(start, $0.count) } }
  }
}
