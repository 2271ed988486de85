import Glibc

/// A column of a row group while it is written: its pages, and what the footer says of them.
struct ParquetChunkWriter {
  private let field: Field
  private let type: ParquetType
  private let codec: ParquetCodec
  private let rowCount: Int
  private let nullCount: Int
  /// A bit for each row that has a value; empty when all have.
  private let presence: ByteBuffer
  private let cells: [ByteBuffer]
  /// Of text: the distinct strings, and the code of each row.
  private var dictionary: StringDictionary?
  private var codes: UnsafeBufferPointer<Int32>?
  private let ownCodes = ByteBuffer()
  /// Bytes of all pages before they are compressed.
  private(set) var plainSize = 0
  private var packedSize = 0

  init(_ encoder: ArrowColumnEncoder, rowCount: Int, codec: ParquetCodec) {
    field = encoder.column.field
    type = ParquetType(field)
    self.codec = codec
    self.rowCount = rowCount
    nullCount = encoder.nullCount
    let buffers = encoder.finishBlock()
    presence = buffers[0]
    cells = Array(buffers.dropFirst())
    if field.type == .factor {
      dictionary = encoder.levels
      codes = cells[0].bytes.assumingMemoryBound(to: Int32.self)
    } else if field.type == .string {
      findStrings()
    }
    if dictionary?.count == 0 { dictionary = nil }
  }

  /// Gives the rows of text codes, unless the distinct strings are too many.
  private mutating func findStrings() {
    let table = StringTable()
    let target = ownCodes.extend(by: rowCount * 4).assumingMemoryBound(to: Int32.self)
    var size = 0
    for row in 0..<rowCount {
      target[row] = 0
      guard isPresent(row) else { continue }
      let text = text(row)
      target[row] = table.code(of: text)
      if Int(target[row]) == table.count - 1 { size += text.count }
      if size > 1 << 22, table.count > row / 4 { return }
    }
    dictionary = table.dictionary()
    codes = ownCodes.bytes.assumingMemoryBound(to: Int32.self)
  }

  @inline(__always)
  private func isPresent(_ row: Int) -> Bool {
    nullCount == 0 || presence.bytes[row >> 3] >> UInt8(row & 7) & 1 == 1
  }

  private func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let offsets = cells[0].bytes.assumingMemoryBound(to: Int64.self)
    let bytes = cells[1].bytes.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(rebasing: bytes[Int(offsets[row])..<Int(offsets[row + 1])])
  }

  /// Writes the pages and returns the description of the chunk.
  mutating func write(to file: PartFile) throws -> [UInt8] {
    let start = file.position
    if let dictionary {
      let body = ByteBuffer()
      for entry in 0..<dictionary.count {
        let text = dictionary.bytes[dictionary.offsets[entry]..<dictionary.offsets[entry + 1]]
        try text.withUnsafeBufferPointer { try Self.append($0, to: body) }
      }
      try write(body, to: file, kind: 2) { head in
        head.structure(7) {
          $0.int(1, dictionary.count)
          $0.int(2, 0)
        }
      }
    }
    let firstPage = file.position
    let encoding = dictionary == nil ? 0 : 8
    for first in stride(from: 0, to: rowCount, by: rowsPerPiece) {
      let rows = first..<min(rowCount, first + rowsPerPiece)
      let body = ByteBuffer()
      appendLevels(rows, to: body)
      try appendValues(rows, to: body)
      try write(body, to: file, kind: 0) { head in
        head.structure(5) {
          $0.int(1, rows.count)
          $0.int(2, encoding)
          $0.int(3, 3)
          $0.int(4, 3)
        }
      }
    }
    return description(start, firstPage)
  }

  private func description(_ start: Int, _ firstPage: Int) -> [UInt8] {
    let range = range()
    return ThriftWriter.structure { chunk in
      chunk.long(2, 0)
      chunk.structure(3) { about in
        about.int(1, Int(type.storage.rawValue))
        about.list(2, ints: dictionary == nil ? [3, 0] : [3, 0, 8])
        about.list(3, texts: [field.name])
        about.int(4, Int(codec.rawValue))
        about.long(5, rowCount)
        about.long(6, plainSize)
        about.long(7, packedSize)
        about.long(9, firstPage)
        if dictionary != nil { about.long(11, start) }
        about.structure(12) { known in
          known.long(3, nullCount)
          if let range {
            known.text(5, range.high)
            known.text(6, range.low)
          }
        }
      }
    }
  }

  private mutating func write(
    _ body: ByteBuffer, to file: PartFile, kind: Int, _ about: (inout ThriftWriter) -> Void
  ) throws {
    guard body.count < 1 << 31 else {
      throw ColumnError(
        .unwritable, "the texts are too long for a Parquet file", file: file.path,
        column: field.name)
    }
    let packed = try codec.packed(body)
    let head = ThriftWriter.structure {
      $0.int(1, kind)
      $0.int(2, body.count)
      $0.int(3, packed.count)
      about(&$0)
    }
    try file.write(head)
    try file.write(packed.bytes)
    plainSize += head.count + body.count
    packedSize += head.count + packed.count
  }

  // MARK: - Pages

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to body: ByteBuffer) throws {
    guard text.count < 1 << 31 else {
      throw ColumnError(.unwritable, "a text is too long for a Parquet file")
    }
    body.extend(by: 4).storeBytes(of: UInt32(text.count), as: UInt32.self)
    if let start = text.baseAddress { body.append(start, text.count) }
  }

  /// Which rows have values: one run when all do, otherwise bits.
  private func appendLevels(_ rows: Range<Int>, to body: ByteBuffer) {
    let bytes = rows.lowerBound / 8..<(rows.upperBound + 7) / 8
    var run = ThriftWriter.variableInteger(UInt64(rows.count) << 1) + [1]
    if nullCount > 0, !rows.allSatisfy(isPresent) {
      run = ThriftWriter.variableInteger(UInt64(bytes.count) << 1 | 1) + presence.bytes[bytes]
    }
    body.extend(by: 4).storeBytes(of: UInt32(run.count), as: UInt32.self)
    body.append(run)
  }

  private func appendValues(_ rows: Range<Int>, to body: ByteBuffer) throws {
    switch type.storage {
    case .boolean: appendBits(rows, to: body)
    case .bytes:
      if let dictionary, let codes {
        appendCodes(rows, codes, count: dictionary.count, to: body)
      } else {
        for row in rows where isPresent(row) { try Self.append(text(row), to: body) }
      }
    case .int32 where type.bits == 16 && field.storage == .int16:
      appendCells(rows, to: body, Int16.self) { Int32($0) }
    case .int32 where type.bits == 16: appendCells(rows, to: body, UInt16.self) { Int32($0) }
    case .int32, .float: appendCells(rows, to: body, UInt32.self) { $0 }
    default: appendCells(rows, to: body, UInt64.self) { $0 }
    }
  }

  @inline(__always)
  private func appendCells<Cell, Stored>(
    _ rows: Range<Int>, to body: ByteBuffer, _ kind: Cell.Type, _ convert: (Cell) -> Stored
  ) {
    let source = cells[0].bytes.assumingMemoryBound(to: Cell.self)
    let width = MemoryLayout<Stored>.size
    let target = body.extend(by: rows.count * width)
    var count = 0
    for row in rows where isPresent(row) {
      target.storeBytes(of: convert(source[row]), toByteOffset: count * width, as: Stored.self)
      count += 1
    }
    body.count -= (rows.count - count) * width
  }

  private func appendBits(_ rows: Range<Int>, to body: ByteBuffer) {
    let source = cells[0].bytes
    var (bits, count) = ([UInt8](), 0)
    for row in rows where isPresent(row) {
      if count & 7 == 0 { bits.append(0) }
      bits[count >> 3] |= (source[row >> 3] >> UInt8(row & 7) & 1) << UInt8(count & 7)
      count += 1
    }
    body.append(bits)
  }

  /// Codes side by side in as few bits as they need.
  private func appendCodes(
    _ rows: Range<Int>, _ codes: UnsafeBufferPointer<Int32>, count entries: Int,
    to body: ByteBuffer
  ) {
    let width = max(1, Int.bitWidth - (entries - 1).leadingZeroBitCount)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * width / 8 + 16)
    var (word, filled, count): (UInt64, Int, Int) = (0, 0, 0)
    func add(_ code: UInt64) {
      word |= code << UInt64(filled)
      filled += width
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
        filled -= 8
      }
      count += 1
    }
    for row in rows where isPresent(row) { add(UInt64(UInt32(bitPattern: codes[row]))) }
    while count % 8 != 0 { add(0) }
    body.append([UInt8(width)])
    if count > 0 { body.append(ThriftWriter.variableInteger(UInt64(count / 8) << 1 | 1) + bytes) }
  }

  // MARK: - Statistics

  /// The least and the greatest value as plain bytes, nil when there is none.
  private func range() -> (low: [UInt8], high: [UInt8])? {
    guard nullCount < rowCount else { return nil }
    switch field.type {
    case .string, .factor: return textRange()
    case .logical:
      let source = cells[0].bytes
      let isTrue = { row in source[row >> 3] >> UInt8(row & 7) & 1 == 1 }
      let present = (0..<rowCount).lazy.filter(isPresent)
      return ([present.allSatisfy(isTrue) ? 1 : 0], [present.contains(where: isTrue) ? 1 : 0])
    case .integer where field.storage == .int16: return range(of: Int16.self) { Int32($0) }
    case .integer where field.storage == .uint16: return range(of: UInt16.self) { Int32($0) }
    case .integer, .date: return range(of: Int32.self) { $0 }
    case .dateTime: return range(of: Int64.self) { $0 }
    case .double where field.storage == .float32:
      return range(of: Float.self, isNumber: { !$0.isNaN }, { $0 })
    case .double: return range(of: Double.self, isNumber: { !$0.isNaN }, { $0 })
    }
  }

  @inline(__always)
  private func range<Cell: Comparable & Numeric, Stored: Numeric>(
    of kind: Cell.Type, isNumber: (Cell) -> Bool = { _ in true }, _ convert: (Cell) -> Stored
  ) -> (low: [UInt8], high: [UInt8])? {
    let source = cells[0].bytes.assumingMemoryBound(to: Cell.self)
    var (low, high): (Cell?, Cell?)
    for row in 0..<rowCount where isPresent(row) && isNumber(source[row]) {
      if low.map({ source[row] < $0 }) ?? true { low = source[row] }
      if high.map({ source[row] > $0 }) ?? true { high = source[row] }
    }
    guard let low, let high else { return nil }
    // Whether a zero is negative nobody can tell: the least is, the greatest is not.
    var bytes = (plain(convert(low)), plain(convert(high)))
    if field.type == .double, low == 0 { bytes.0[bytes.0.count - 1] = 128 }
    if field.type == .double, high == 0 { bytes.1[bytes.1.count - 1] = 0 }
    return bytes
  }

  private func plain(_ value: some Numeric) -> [UInt8] { withUnsafeBytes(of: value) { Array($0) } }

  private func textRange() -> (low: [UInt8], high: [UInt8])? {
    guard let dictionary, field.type == .string else { return nil }
    var (low, high): (ArraySlice<UInt8>?, ArraySlice<UInt8>?)
    for entry in 0..<dictionary.count {
      let text = dictionary.bytes[dictionary.offsets[entry]..<dictionary.offsets[entry + 1]]
      if low.map({ text.lexicographicallyPrecedes($0) }) ?? true { low = text }
      if high.map({ $0.lexicographicallyPrecedes(text) }) ?? true { high = text }
    }
    guard let low, let high, low.count <= 64, high.count <= 64 else { return nil }
    return (Array(low), Array(high))
  }
}
