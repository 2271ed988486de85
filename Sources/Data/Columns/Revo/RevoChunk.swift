import CZlib

extension RevoLayout.Chunk {
  /// Refuses a stream that is damaged, or does not hold as many bytes as the rows need.
  func check(_ bytes: UnsafeRawBufferPointer) throws {
    let count = try inflate(bytes) { _ in }
    guard kind.size.map({ $0 * rowCount == count }) ?? (count >= 8 * rowCount) else {
      throw RevoLayout.Unknown()
    }
  }

  /// The field with the range of its numbers.
  func ranged(_ bytes: UnsafeRawBufferPointer) throws -> Field {
    var field = field
    guard kind != .string, kind != .factor else { return field }
    let numbers = (try values(inflated(bytes)).doubles ?? []).lazy.filter { !$0.isNaN }
    (field.low, field.high) = (numbers.min(), numbers.max())
    return field
  }

  /// The plain bytes of the column.
  func inflated(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity((kind.size ?? 8) * rowCount)
    _ = try inflate(bytes) { plain += $0 }
    return plain
  }

  /// Hands on the whole stream part by part, and returns its length.
  private func inflate(
    _ file: UnsafeRawBufferPointer, _ take: (ArraySlice<UInt8>) -> Void
  ) throws -> Int {
    let source = UnsafeRawBufferPointer(rebasing: file[range])
    var stream = z_stream()
    guard source.count < 1 << 31,
      inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw RevoLayout.Unknown() }
    defer { inflateEnd(&stream) }
    let bytes = source.bindMemory(to: UInt8.self)
    stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var total = 0
    var part = [UInt8](repeating: 0, count: 1 << 18)
    var status = Z_OK
    while status == Z_OK {
      let room = part.count
      let got = part.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(room)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return room - Int(stream.avail_out)
      }
      guard got > 0 || status == Z_STREAM_END else { throw RevoLayout.Unknown() }
      take(part[..<got])
      total += got
    }
    guard status == Z_STREAM_END, stream.avail_in == 0 else { throw RevoLayout.Unknown() }
    return total
  }

  /// The cells that the plain bytes are.
  func values(_ plain: [UInt8]) throws -> ColumnValues {
    switch kind {
    case .integer: return .integer(Self.words(plain).map { Int32(bitPattern: $0) })
    case .factor:
      let levels = field.levels
      let codes = try Self.words(plain).map { word -> Int32 in
        let index = Int32(bitPattern: word)
        if index < 0 { return missingInteger }
        guard index < levels.count else { throw RevoLayout.Unknown() }
        return index + 1
      }
      return .factor(codes: codes, levels: levels)
    case .float:
      return .double(
        Self.words(plain).map { word in
          let value = Float(bitPattern: word)
          return value.isNaN ? missingDouble : Double(value)
        })
    case .double:
      return .double(
        plain.withUnsafeBytes { bytes in
          (0..<rowCount).map {
            let word = bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)
            return Double(bitPattern: UInt64(littleEndian: word))
          }
        })
    case .string: return .string(try strings(plain))
    }
  }

  private static func words(_ plain: [UInt8]) -> [UInt32] {
    plain.withUnsafeBytes { bytes in
      (0..<(plain.count / 4)).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }

  /// Each cell is the number 1, its length, and its bytes.
  private func strings(_ plain: [UInt8]) throws -> StringColumn {
    let table = StringTable()
    var codes: [Int32] = []
    try plain.withUnsafeBytes { bytes in
      let reader = RevoBytes(bytes)
      var place = 0
      for _ in 0..<rowCount {
        let length = Int(try reader.word(place + 4))
        guard try reader.word(place) == 1, length <= bytes.count - place - 8 else {
          throw RevoLayout.Unknown()
        }
        let cell = UnsafeRawBufferPointer(rebasing: bytes[(place + 8)..<(place + 8 + length)])
        codes.append(table.code(of: cell.bindMemory(to: UInt8.self)))
        place += 8 + length
      }
      guard place == bytes.count else { throw RevoLayout.Unknown() }
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }
}
