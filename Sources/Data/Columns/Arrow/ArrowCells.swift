import Glibc

/// The buffers of a column of a record batch.
struct ArrowCells {
  let type: ArrowType
  let rowCount: Int
  let nulls: Int
  let buffers: [UnsafeRawBufferPointer]

  /// The cells of some rows.
  ///
  /// `hasMarks`: whether missing numbers have R's mark in the place of the value.
  func values(_ rows: Range<Int>, hasMarks: Bool) throws -> ColumnValues {
    guard rows.upperBound <= rowCount else { throw FlatReader.damaged }
    switch type {
    case .null: return .logical([Int32](repeating: missingInteger, count: rows.count))
    case .boolean: return .logical(try booleans(rows))
    case .integer(let bits, let isSigned): return try numbers(rows, bits, isSigned, hasMarks)
    case .float(let bits): return .double(try doubles(rows, bits, hasMarks))
    case .dateInDays: return .date(try converted(rows, Int32.self) { Double($0) })
    case .dateInMilliseconds:
      return .date(try converted(rows, Int64.self) { (Double($0) / 86_400_000).rounded(.down) })
    case .time(let bits, let units, let isMoment):
      let cells =
        try bits == 32
        ? converted(rows, Int32.self) { Double($0) / units }
        : converted(rows, Int64.self) { Double($0) / units }
      return isMoment ? .dateTime(cells) : .double(cells)
    case .text, .textView: return .string(try text(rows))
    }
  }

  /// The codes of some rows, from 1.
  func codes(_ rows: Range<Int>, levels: Int) throws -> [Int32] {
    guard case .integer(let bits, let isSigned) = type, rows.upperBound <= rowCount else {
      throw FlatReader.damaged
    }
    switch (bits, isSigned) {
    case (8, true): return try codes(rows, levels, Int8.self)
    case (8, false): return try codes(rows, levels, UInt8.self)
    case (16, true): return try codes(rows, levels, Int16.self)
    case (16, false): return try codes(rows, levels, UInt16.self)
    case (32, true): return try codes(rows, levels, Int32.self)
    case (32, false): return try codes(rows, levels, UInt32.self)
    case (_, true): return try codes(rows, levels, Int64.self)
    case (_, false): return try codes(rows, levels, UInt64.self)
    }
  }

  private func codes<Stored: FixedWidthInteger>(
    _ rows: Range<Int>, _ levels: Int, _ stored: Stored.Type
  ) throws -> [Int32] {
    let source = try cells(rows, Stored.self)
    let limit = Stored(clamping: levels)
    var isWrong = false
    var result = [Int32](unsafeUninitializedCapacity: rows.count) { target, count in
      for row in 0..<rows.count {
        let code = Stored(
          littleEndian: source.loadUnaligned(
            fromByteOffset: row * MemoryLayout<Stored>.size, as: Stored.self))
        let isCode = code >= 0 && code < limit
        target[row] = isCode ? Int32(truncatingIfNeeded: code) &+ 1 : missingInteger
        if !isCode { isWrong = true }
      }
      count = rows.count
    }
    let bits = try missing(rows)
    if isWrong {
      for row in rows.indices where result[row - rows.lowerBound] == missingInteger {
        guard let bits, !bits.isSet(row) else { throw FlatReader.damaged }
      }
    }
    bits?.forEachClear(rows) { result[$0] = missingInteger }
    return result
  }

  // MARK: - Numbers

  private func numbers(
    _ rows: Range<Int>, _ bits: Int, _ isSigned: Bool, _ hasMarks: Bool
  ) throws -> ColumnValues {
    switch (bits, isSigned) {
    case (8, true): .integer(try integers(rows, Int8.self))
    case (8, false): .integer(try integers(rows, UInt8.self))
    case (16, true): .integer(try integers(rows, Int16.self))
    case (16, false): .integer(try integers(rows, UInt16.self))
    case (32, true): .integer(try integers(rows, Int32.self, skipsNulls: hasMarks))
    case (32, false): .double(try converted(rows, UInt32.self) { Double($0) })
    case (_, true): .double(try converted(rows, Int64.self) { Double($0) })
    case (_, false): .double(try converted(rows, UInt64.self) { Double($0) })
    }
  }

  private func integers<Stored: FixedWidthInteger>(
    _ rows: Range<Int>, _ stored: Stored.Type, skipsNulls: Bool = false
  ) throws -> [Int32] {
    let source = try cells(rows, Stored.self)
    var result = [Int32](unsafeUninitializedCapacity: rows.count) { target, count in
      for row in 0..<rows.count {
        target[row] = Int32(
          truncatingIfNeeded: source.loadUnaligned(
            fromByteOffset: row * MemoryLayout<Stored>.size, as: Stored.self))
      }
      count = rows.count
    }
    if !skipsNulls { try missing(rows)?.forEachClear(rows) { result[$0] = missingInteger } }
    return result
  }

  private func doubles(_ rows: Range<Int>, _ bits: Int, _ hasMarks: Bool) throws -> [Double] {
    if bits == 64 {
      let source = try cells(rows, Double.self)
      var result = [Double](unsafeUninitializedCapacity: rows.count) { target, count in
        if let start = source.baseAddress, let into = target.baseAddress {
          memcpy(into, start, rows.count * 8)
        }
        count = rows.count
      }
      if !hasMarks { try missing(rows)?.forEachClear(rows) { result[$0] = missingDouble } }
      return result
    }
    if bits == 32 {
      return try converted(rows, UInt32.self) { Double(Float(bitPattern: $0)) }
    }
    return try converted(rows, UInt16.self, Self.half)
  }

  /// A number of 16 bits: sign, 5 bits of exponent, 10 of fraction.
  static func half(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * (1024 + fraction) * scalbn(1, exponent - 25)
    }
  }

  @inline(__always)
  private func converted<Stored: FixedWidthInteger>(
    _ rows: Range<Int>, _ stored: Stored.Type, _ transform: (Stored) -> Double
  ) throws -> [Double] {
    let source = try cells(rows, Stored.self)
    var result = [Double](unsafeUninitializedCapacity: rows.count) { target, count in
      for row in 0..<rows.count {
        target[row] = transform(
          source.loadUnaligned(fromByteOffset: row * MemoryLayout<Stored>.size, as: Stored.self))
      }
      count = rows.count
    }
    try missing(rows)?.forEachClear(rows) { result[$0] = missingDouble }
    return result
  }

  private func booleans(_ rows: Range<Int>) throws -> [Int32] {
    let bits = try BitRows(buffer(1), rowCount: rowCount)
    var result = [Int32](unsafeUninitializedCapacity: rows.count) { target, count in
      for row in rows { target[row - rows.lowerBound] = bits.isSet(row) ? 1 : 0 }
      count = rows.count
    }
    try missing(rows)?.forEachClear(rows) { result[$0] = missingInteger }
    return result
  }

  // MARK: - Text

  private func text(_ rows: Range<Int>) throws -> StringColumn {
    let table = StringTable()
    let bits = try missing(rows)
    let codes = try [Int32](unsafeUninitializedCapacity: rows.count) { target, count in
      for row in rows {
        let isMissing = bits.map { !$0.isSet(row) } ?? false
        target[row - rows.lowerBound] =
          isMissing ? missingInteger : table.code(of: try textBytes(row))
      }
      count = rows.count
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }

  /// All strings, of a dictionary.
  func strings() throws -> [String] {
    let bits = try missing(0..<rowCount)
    return try (0..<rowCount).map { row in
      if let bits, !bits.isSet(row) { return "NA" }
      return String(decoding: try textBytes(row), as: UTF8.self)
    }
  }

  @inline(__always)
  private func textBytes(_ row: Int) throws -> UnsafeBufferPointer<UInt8> {
    switch type {
    case .text(offsetBits: 32): try textBytes(row, Int32.self)
    case .text: try textBytes(row, Int64.self)
    default: try viewBytes(row)
    }
  }

  @inline(__always)
  private func textBytes<Offset: FixedWidthInteger>(
    _ row: Int, _ stored: Offset.Type
  ) throws -> UnsafeBufferPointer<UInt8> {
    let width = MemoryLayout<Offset>.size
    let (offsets, data) = (buffers[1], buffers[2])
    guard (row + 2) * width <= offsets.count else { throw FlatReader.damaged }
    let start = Int(offsets.loadUnaligned(fromByteOffset: row * width, as: Offset.self))
    let end = Int(offsets.loadUnaligned(fromByteOffset: (row + 1) * width, as: Offset.self))
    guard start >= 0, start <= end, end <= data.count else { throw FlatReader.damaged }
    return UnsafeRawBufferPointer(rebasing: data[start..<end]).assumingMemoryBound(to: UInt8.self)
  }

  private func viewBytes(_ row: Int) throws -> UnsafeBufferPointer<UInt8> {
    let views = buffers[1]
    guard (row + 1) * 16 <= views.count else { throw FlatReader.damaged }
    let place = row * 16
    let length = Int(views.loadUnaligned(fromByteOffset: place, as: Int32.self))
    guard length >= 0 else { throw FlatReader.damaged }
    if length <= 12 {
      let short = views[place + 4..<place + 4 + length]
      return UnsafeRawBufferPointer(rebasing: short).assumingMemoryBound(to: UInt8.self)
    }
    let number = Int(views.loadUnaligned(fromByteOffset: place + 8, as: Int32.self))
    let start = Int(views.loadUnaligned(fromByteOffset: place + 12, as: Int32.self))
    guard number >= 0, number < buffers.count - 2 else { throw FlatReader.damaged }
    let data = buffers[2 + number]
    guard start >= 0, start + length <= data.count else { throw FlatReader.damaged }
    return UnsafeRawBufferPointer(rebasing: data[start..<start + length])
      .assumingMemoryBound(to: UInt8.self)
  }

  // MARK: - Buffers

  private func buffer(_ number: Int) throws -> UnsafeRawBufferPointer {
    guard number < buffers.count else { throw FlatReader.damaged }
    return buffers[number]
  }

  /// The stored values of some rows.
  private func cells<Stored>(
    _ rows: Range<Int>, _ stored: Stored.Type
  ) throws -> UnsafeRawBufferPointer {
    let width = MemoryLayout<Stored>.size
    let all = try buffer(1)
    guard rows.upperBound <= all.count / width else { throw FlatReader.damaged }
    return UnsafeRawBufferPointer(
      rebasing: all[rows.lowerBound * width..<rows.upperBound * width])
  }

  /// The bits that are clear where a cell is missing; nil when none is.
  private func missing(_ rows: Range<Int>) throws -> BitRows? {
    let bits = try buffer(0)
    return nulls == 0 || bits.isEmpty ? nil : try BitRows(bits, rowCount: rowCount)
  }
}

/// A bit for each row.
private struct BitRows {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer, rowCount: Int) throws {
    guard bytes.count >= (rowCount + 7) / 8 else { throw FlatReader.damaged }
    self.bytes = bytes
  }

  @inline(__always)
  func isSet(_ row: Int) -> Bool { bytes[row >> 3] >> (row & 7) & 1 == 1 }

  /// Calls `body` with the distance from the first of the rows whose bits are clear.
  @inline(__always)
  func forEachClear(_ rows: Range<Int>, _ body: (Int) -> Void) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      if row & 7 == 0, bytes[row >> 3] == 0xFF {
        row += 8
        continue
      }
      if !isSet(row) { body(row - rows.lowerBound) }
      row += 1
    }
  }
}
