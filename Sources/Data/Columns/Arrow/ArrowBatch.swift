/// Where the parts of a record batch lie in its file.
struct ArrowBatch {
  let rowCount: Int
  /// Rows and nulls of each column.
  private let nodes: [Int64]
  /// Offset and length of each buffer in the body.
  private let buffers: [Int64]
  /// How many buffers more each column of views has.
  private let variableCounts: [Int64]
  let compression: BufferCompression?
  let bodyOffset: Int64
  let bodyLength: Int64

  init(_ table: FlatTable, bodyOffset: Int64, bodyLength: Int64) throws {
    let length = try table.integer(0, default: Int64(0))
    guard length >= 0, length < 1 << 40 else { throw FlatReader.damaged }
    rowCount = Int(length)
    nodes = try table.words(1, perStruct: 2)
    buffers = try table.words(2, perStruct: 2)
    variableCounts = try table.words(4, perStruct: 1)
    self.bodyOffset = bodyOffset
    self.bodyLength = bodyLength
    guard let compression = try table.table(3) else {
      self.compression = nil
      return
    }
    guard let codec = BufferCompression(rawValue: try compression.integer(0, default: Int8(0)))
    else { throw FlatReader.damaged }
    self.compression = codec
  }

  /// The nulls and the numbers of the buffers of each column.
  func places(of columns: [ArrowType]) throws -> [(nulls: Int, buffers: Range<Int>)] {
    guard nodes.count == 2 * columns.count else { throw FlatReader.damaged }
    var next = 0
    var views = 0
    var result: [(nulls: Int, buffers: Range<Int>)] = []
    for (column, type) in columns.enumerated() {
      var count = type.bufferCount
      if type == .textView {
        guard views < variableCounts.count, (0..<1 << 20).contains(variableCounts[views]) else {
          throw FlatReader.damaged
        }
        count += Int(variableCounts[views])
        views += 1
      }
      guard 2 * (next + count) <= buffers.count, nodes[2 * column] == rowCount else {
        throw FlatReader.damaged
      }
      result.append((Int(clamping: nodes[2 * column + 1]), next..<next + count))
      next += count
    }
    return result
  }

  /// The bytes of a buffer as they lie in the file.
  func buffer(_ number: Int, of file: MappedFile) throws -> UnsafeRawBufferPointer {
    let (offset, length) = (buffers[2 * number], buffers[2 * number + 1])
    guard offset >= 0, length >= 0, length <= bodyLength, offset <= bodyLength - length else {
      throw FlatReader.damaged
    }
    return try file.slice(bodyOffset + offset, length)
  }
}

/// A record batch while its columns are being decoded, by several threads perhaps.
final class ArrowBlock: Sendable {
  private let file: MappedFile
  private let batch: ArrowBatch
  private let places: [(nulls: Int, buffers: Range<Int>)]
  private let types: [ArrowType]
  private let expanded: Monitor<[Int: ByteBuffer]>
  private let gates: [Monitor<Void>]

  init(_ file: MappedFile, _ batch: ArrowBatch, _ types: [ArrowType]) throws {
    self.file = file
    self.batch = batch
    self.types = types
    places = try batch.places(of: types)
    expanded = Monitor([:])
    gates = batch.compression == nil ? [] : types.map { _ in Monitor(()) }
  }

  deinit {
    let start = Int(batch.bodyOffset)
    file.release(start..<start + Int(batch.bodyLength))
  }

  /// Calls `body` with the plain buffers of a column.
  func withColumn<Result>(
    _ column: Int, _ body: (ArrowCells) throws -> Result
  ) throws -> Result {
    let (nulls, range) = places[column]
    let raw = try range.map { try batch.buffer($0, of: file) }
    guard let compression = batch.compression else {
      return try body(
        ArrowCells(type: types[column], rowCount: batch.rowCount, nulls: nulls, buffers: raw))
    }
    // One thread expands the buffers of a column; the others wait, or do another column first.
    let owners = try gates[column].enter { _ in
      try zip(range, raw).map { number, bytes in try plain(number, bytes, compression) }
    }
    return try withExtendedLifetime(owners) {
      let buffers = zip(owners, raw).map { owner, raw in
        owner?.bytes ?? UnsafeRawBufferPointer(rebasing: raw[min(8, raw.count)...])
      }
      return try body(
        ArrowCells(type: types[column], rowCount: batch.rowCount, nulls: nulls, buffers: buffers))
    }
  }

  private func plain(
    _ number: Int, _ bytes: UnsafeRawBufferPointer, _ compression: BufferCompression
  ) throws -> ByteBuffer? {
    if bytes.isEmpty { return nil }
    if let known = expanded.enter({ $0[number] }) { return known }
    let buffer = try compression.plain(bytes, limit: max(1 << 28, bytes.count * 1024))
    if let buffer { expanded.enter { $0[number] = buffer } }
    return buffer
  }
}
