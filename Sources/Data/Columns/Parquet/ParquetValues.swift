import Glibc

/// The values of pages: what each encoding makes of them.
extension ParquetChunk {
  private static var ends: ColumnError { ThriftReader.damaged("a page ends too early") }

  private func unknown(_ page: ParquetPage) -> ColumnError {
    ThriftReader.damaged("values of encoding \(page.encoding)")
  }

  // MARK: - Cells

  /// Whole numbers, logicals or codes of text.
  func fill(_ target: UnsafeMutablePointer<Int32>, _ count: Int, _ page: ParquetPage) throws {
    guard count > 0 else { return }
    switch page.encoding {
    case 2, 8:
      guard let dictionary = integerDictionary else {
        throw ThriftReader.damaged("a column has no dictionary")
      }
      try readCodes(page, count, into: target, limit: dictionary.count)
      dictionary.withUnsafeBufferPointer { entries in
        for index in 0..<count { target[index] = entries[Int(target[index])] }
      }
    case 3 where type.storage == .boolean:
      guard page.values.count >= 4 else { throw Self.ends }
      let runs = UnsafeRawBufferPointer(rebasing: page.values[4...])
      try PackedNumbers.runs(runs, width: 1, count: count, into: target)
    default:
      switch type.storage {
      case .boolean:
        guard page.encoding == 0 else { throw unknown(page) }
        guard (count + 7) / 8 <= page.values.count else { throw Self.ends }
        for row in 0..<count { target[row] = Int32(page.values[row >> 3] >> UInt8(row & 7) & 1) }
      case .bytes, .fixed: try readText(page, count, target)
      default:
        let (stored, owner) = try stored(page, count)
        withExtendedLifetime(owner) {
          if type.width == 4, let start = stored.baseAddress {
            memcpy(target, start, count * 4)
          } else {
            target.update(repeating: missingInteger, count: count)
          }
        }
      }
    }
  }

  /// Numbers, dates and times.
  func fill(_ target: UnsafeMutablePointer<Double>, _ count: Int, _ page: ParquetPage) throws {
    guard count > 0 else { return }
    if page.encoding == 2 || page.encoding == 8 {
      guard let dictionary = doubleDictionary else {
        throw ThriftReader.damaged("a column has no dictionary")
      }
      codeBuffer.count = 0
      let codes = codeBuffer.extend(by: count * 4).assumingMemoryBound(to: Int32.self)
      try readCodes(page, count, into: codes, limit: dictionary.count)
      dictionary.withUnsafeBufferPointer { entries in
        for index in 0..<count { target[index] = entries[Int(codes[index])] }
      }
      return
    }
    if type.storage == .bytes {
      try forEachText(page, count) { target[$0] = decimal($1) }
      return
    }
    let (stored, owner) = try stored(page, count)
    withExtendedLifetime(owner) { type.convert(stored, count: count, into: target) }
  }

  /// Codes into the dictionary, all of them below `limit`.
  private func readCodes(
    _ page: ParquetPage, _ count: Int, into target: UnsafeMutablePointer<Int32>, limit: Int
  ) throws {
    guard let width = page.values.first else { throw Self.ends }
    let runs = UnsafeRawBufferPointer(rebasing: page.values[1...])
    try PackedNumbers.runs(runs, width: Int(width), count: count, into: target)
    var greatest: UInt32 = 0
    for index in 0..<count { greatest = max(greatest, UInt32(bitPattern: target[index])) }
    guard greatest < limit else { throw ThriftReader.damaged("a code is not in the dictionary") }
  }

  // MARK: - Values of one width

  /// The values as if they were plain.
  private func stored(
    _ page: ParquetPage, _ count: Int
  ) throws -> (UnsafeRawBufferPointer, ByteBuffer?) {
    switch page.encoding {
    case 0:
      guard type.width > 0, count <= page.values.count / type.width else { throw Self.ends }
      return (UnsafeRawBufferPointer(rebasing: page.values[..<(count * type.width)]), nil)
    case 5 where type.storage == .int32 || type.storage == .int64:
      let numbers = try PackedNumbers.differences(page.values, at: 0, count: count).numbers
      let buffer = ByteBuffer(capacity: count * type.width)
      if type.storage == .int64 {
        buffer.append(numbers)
      } else {
        buffer.append(numbers.map { Int32(truncatingIfNeeded: $0) })
      }
      return (buffer.bytes, buffer)
    case 7 where type.storage == .fixed:
      let buffer = ByteBuffer()
      try forEachText(page, count) { _, text in
        guard text.count == type.width else { throw Self.ends }
        if let start = text.baseAddress { buffer.append(start, text.count) }
      }
      return (buffer.bytes, buffer)
    case 9:
      let buffer = try PackedNumbers.joined(page.values, width: type.width, count: count)
      return (buffer.bytes, buffer)
    default: throw unknown(page)
    }
  }

  // MARK: - Text

  private func readText(
    _ page: ParquetPage, _ count: Int, _ target: UnsafeMutablePointer<Int32>
  ) throws {
    if type.storage == .fixed, page.encoding == 9 {
      let (stored, owner) = try stored(page, count)
      let plain = ParquetPage(
        isDictionary: false, count: count, encoding: 0, values: stored, owner: owner)
      return try withExtendedLifetime(owner) { try readText(plain, count, target) }
    }
    let isIdentifier = type.meaning == .identifier
    try forEachText(page, count) { index, bytes in
      if isIdentifier {
        var text = Self.identifier(bytes)
        target[index] = text.withUTF8 { table.code(of: $0) }
      } else {
        target[index] = table.code(of: bytes)
      }
    }
  }

  private static func identifier(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  /// Calls `body` with each of `count` byte strings.
  private func forEachText(
    _ page: ParquetPage, _ count: Int,
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let bytes = page.values
    func slice(_ start: Int, _ length: Int) throws -> UnsafeBufferPointer<UInt8> {
      guard length >= 0, start <= bytes.count, length <= bytes.count - start else {
        throw Self.ends
      }
      return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
        .assumingMemoryBound(to: UInt8.self)
    }
    switch (page.encoding, type.storage) {
    case (0, .fixed):
      for index in 0..<count { try body(index, slice(index * type.width, type.width)) }
    case (0, .bytes):
      var place = 0
      for index in 0..<count {
        guard place + 4 <= bytes.count else { throw Self.ends }
        let length = Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        try body(index, slice(place + 4, length))
        place += 4 + length
      }
    case (6, .bytes):
      let (lengths, end) = try PackedNumbers.differences(bytes, at: 0, count: count)
      var place = end
      for index in 0..<count {
        try body(index, slice(place, Int(lengths[index])))
        place += Int(lengths[index])
      }
    case (7, _):
      let (shared, middle) = try PackedNumbers.differences(bytes, at: 0, count: count)
      let (lengths, end) = try PackedNumbers.differences(bytes, at: middle, count: count)
      var place = end
      var text: [UInt8] = []
      for index in 0..<count {
        let more = try slice(place, Int(lengths[index]))
        guard shared[index] >= 0, shared[index] <= Int64(text.count) else { throw Self.ends }
        text.removeLast(text.count - Int(shared[index]))
        text.append(contentsOf: more)
        try text.withUnsafeBufferPointer { try body(index, $0) }
        place += more.count
      }
    default: throw unknown(page)
    }
  }

  /// A decimal of any number of bytes, the highest first.
  private func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    guard case .decimal(let scale) = type.meaning else { return missingDouble }
    return ParquetType.decimal(UnsafeRawBufferPointer(bytes), scale)
  }
}

extension ParquetType {
  /// Plain values as doubles.
  func convert(
    _ stored: UnsafeRawBufferPointer, count: Int, into target: UnsafeMutablePointer<Double>
  ) {
    switch (storage, meaning) {
    case (.double, _):
      if let start = stored.baseAddress { memcpy(target, start, count * 8) }
    case (.float, _): each(stored, count, target, UInt32.self) { Double(Float(bitPattern: $0)) }
    case (.int32, .number(isSigned: false)): each(stored, count, target, UInt32.self) { Double($0) }
    case (.int64, .number(isSigned: false)): each(stored, count, target, UInt64.self) { Double($0) }
    case (.int32, _):
      let divisor = divisor
      each(stored, count, target, Int32.self) { Double($0) / divisor }
    case (.int64, .number): each(stored, count, target, Int64.self) { Double($0) }
    case (.int64, .moment(1e9)):
      // Nanoseconds are too many for a double.
      each(stored, count, target, Int64.self) { moment in
        let (seconds, rest) = moment.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Double(seconds) + Double(rest) / 1e9
      }
    case (.int64, _):
      let divisor = divisor
      each(stored, count, target, Int64.self) { Double($0) / divisor }
    case (.int96, _):
      for row in 0..<count {
        let nanoseconds = stored.loadUnaligned(fromByteOffset: row * 12, as: Int64.self)
        let day = stored.loadUnaligned(fromByteOffset: row * 12 + 8, as: Int32.self)
        target[row] = (Double(day) - 2_440_588) * 86_400 + Double(nanoseconds) / 1e9
      }
    case (.fixed, .half): each(stored, count, target, UInt16.self, ArrowCells.half)
    case (.fixed, .decimal(let scale)):
      for row in 0..<count {
        let bytes = UnsafeRawBufferPointer(rebasing: stored[row * width..<(row + 1) * width])
        target[row] = Self.decimal(bytes, scale)
      }
    default: target.update(repeating: missingDouble, count: count)
    }
  }

  /// By what whole numbers are divided.
  private var divisor: Double {
    switch meaning {
    case .decimal(let scale): pow(10, Double(scale))
    case .time(let units), .moment(let units): units
    default: 1
    }
  }

  @inline(__always)
  private func each<Stored: FixedWidthInteger>(
    _ stored: UnsafeRawBufferPointer, _ count: Int, _ target: UnsafeMutablePointer<Double>,
    _ kind: Stored.Type, _ transform: (Stored) -> Double
  ) {
    for row in 0..<count {
      target[row] = transform(
        stored.loadUnaligned(fromByteOffset: row * MemoryLayout<Stored>.size, as: Stored.self))
    }
  }

  /// The number nearest to a decimal whose digits are a whole number, its highest byte first.
  static func decimal(_ bytes: UnsafeRawBufferPointer, _ scale: Int) -> Double {
    guard let first = bytes.first else { return missingDouble }
    let isNegative = first >= 128
    let extra = max(0, bytes.count - 8)
    let sign: UInt8 = isNegative ? 255 : 0
    if bytes.prefix(extra).allSatisfy({ $0 == sign }) {
      var whole: Int64 = isNegative ? -1 : 0
      for byte in bytes.dropFirst(extra) { whole = whole << 8 | Int64(byte) }
      if extra == 0 || (whole < 0) == isNegative { return Double(whole) / pow(10, Double(scale)) }
    }
    var result = 0.0
    for byte in bytes { result = result * 256 + Double(byte ^ sign) }
    return (isNegative ? -result - 1 : result) / pow(10, Double(scale))
  }
}
