/// A page of a column chunk: where its parts lie.
struct ParquetPage {
  let isDictionary: Bool
  /// Cells, with those that are missing.
  let count: Int
  let encoding: Int64
  /// Which cells are there; nil when the page does not say.
  var levels: UnsafeRawBufferPointer?
  /// Whether levels are bits, the highest first, as old files have them.
  var hasOldLevels = false
  var values: UnsafeRawBufferPointer
  /// What keeps the bytes alive when they are not those of the file.
  var owner: ByteBuffer?
}

/// Goes through the pages of a column chunk.
struct ParquetPages {
  private let bytes: UnsafeRawBufferPointer
  private let codec: ParquetCodec
  private let isOptional: Bool
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer, _ codec: ParquetCodec, isOptional: Bool) {
    self.bytes = bytes
    self.codec = codec
    self.isOptional = isOptional
  }

  mutating func next() throws -> ParquetPage {
    while true {
      var reader = ThriftReader(bytes, at: position)
      let head = try reader.structure()
      let packed = try head.count(3, "size of a page")
      let plain = try head.count(2, "size of a page")
      guard packed <= bytes.count - reader.position else {
        throw ThriftReader.damaged("a page ends behind the file")
      }
      let start = reader.position
      position = start + packed
      let body = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
      switch head.integer(1) {
      case 0: return try dataPage(head.structure(5), body, plain)
      case 2: return try dictionaryPage(head.structure(7), body, plain)
      case 3: return try secondDataPage(head.structure(8), body, plain)
      default: continue
      }
    }
  }

  private static var headless: ColumnError { ThriftReader.damaged("a page without a head") }

  private func expanded(
    _ body: UnsafeRawBufferPointer, _ size: Int
  ) throws -> (bytes: UnsafeRawBufferPointer, owner: ByteBuffer?) {
    if codec == .none { return (body, nil) }
    let buffer = try codec.plain(body, size: size)
    return (buffer.bytes, buffer)
  }

  private func dictionaryPage(
    _ head: ThriftStruct?, _ body: UnsafeRawBufferPointer, _ size: Int
  ) throws -> ParquetPage {
    guard let head else { throw Self.headless }
    let (bytes, owner) = try expanded(body, size)
    return ParquetPage(
      isDictionary: true, count: try head.count(1, "size of a dictionary"), encoding: 0,
      values: bytes, owner: owner)
  }

  /// Levels and values together, compressed together.
  private func dataPage(
    _ head: ThriftStruct?, _ body: UnsafeRawBufferPointer, _ size: Int
  ) throws -> ParquetPage {
    guard let head else { throw Self.headless }
    let (bytes, owner) = try expanded(body, size)
    let count = try head.count(1, "number of values")
    var page = ParquetPage(
      isDictionary: false, count: count, encoding: head.integer(2) ?? -1, values: bytes,
      owner: owner)
    guard isOptional else { return page }
    var (start, length) = (4, 0)
    if head.integer(3) == 4 {
      page.hasOldLevels = true
      (start, length) = (0, (count + 7) / 8)
    } else {
      guard bytes.count >= 4 else { throw ThriftReader.damaged("a page ends too early") }
      length = Int(bytes.loadUnaligned(as: UInt32.self))
    }
    guard length <= bytes.count - start else {
      throw ThriftReader.damaged("a page ends too early")
    }
    page.levels = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
    page.values = UnsafeRawBufferPointer(rebasing: bytes[(start + length)...])
    return page
  }

  /// Levels as they are, then values, compressed perhaps.
  private func secondDataPage(
    _ head: ThriftStruct?, _ body: UnsafeRawBufferPointer, _ size: Int
  ) throws -> ParquetPage {
    guard let head else { throw Self.headless }
    let levels = try head.count(5, "size of levels")
    let repetition = Int(clamping: head.integer(6) ?? 0)
    guard repetition == 0, levels <= body.count, levels <= size else {
      throw ThriftReader.damaged("a page ends too early")
    }
    let rest = UnsafeRawBufferPointer(rebasing: body[levels...])
    let isPacked = (head.flag(7) ?? true) && !rest.isEmpty
    let (values, owner) = isPacked ? try expanded(rest, size - levels) : (rest, nil)
    return ParquetPage(
      isDictionary: false, count: try head.count(1, "number of values"),
      encoding: head.integer(4) ?? -1,
      levels: isOptional ? UnsafeRawBufferPointer(rebasing: body[..<levels]) : nil,
      values: values, owner: owner)
  }
}
