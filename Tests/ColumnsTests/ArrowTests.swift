import ApusColumns
import Glibc
import Testing

/// A folder for the files of a test, removed with it.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/columns-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in FileNames.inFolder(path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Rows of all types, some cells missing.
func mixture(rows: Int, seed: Int = 0) -> ColumnBatch {
  let numbers = (0..<rows).map { ($0 + seed) &* 7919 % 1000 }
  return ColumnBatch(
    names: ["l", "i", "d", "day", "time", "f", "s"],
    columns: [
      .logical(numbers.map { $0 % 10 == 3 ? missingInteger : Int32($0 % 2) }),
      .integer(numbers.map { $0 == 17 ? missingInteger : Int32($0) - 500 }),
      .double(numbers.map { $0 == 5 ? missingDouble : $0 == 6 ? .nan : Double($0) / 7 }),
      .date(numbers.map { $0 == 8 ? missingDouble : Double($0 + 10_000) }),
      .dateTime(numbers.map { $0 == 9 ? missingDouble : Double($0) * 1e6 + 0.25 }),
      .factor(
        codes: numbers.map { $0 % 11 == 0 ? missingInteger : Int32($0 % 3) + 1 },
        levels: ["one", "two", "thr\u{e9}e"]),
      .string(
        StringColumn(numbers.map { $0 % 13 == 1 ? nil : $0 % 13 == 2 ? "" : "text \($0 % 50)" })),
    ])
}

/// What a batch holds, cell by cell, in a form that can be compared.
func cells(_ batch: ColumnBatch) -> [[String]] {
  batch.columns.map { values in
    switch values {
    case .double(let cells), .date(let cells), .dateTime(let cells):
      cells.map { String($0.bitPattern, radix: 16) }
    case .logical(let cells), .integer(let cells): cells.map { "\($0)" }
    case .factor(let codes, let levels): codes.map { $0 < 1 ? "missing" : levels[Int($0) - 1] }
    case .string(let column): column.codes.map { $0 < 0 ? "missing" : column.dictionary[Int($0)] }
    }
  }
}

@discardableResult
func write(
  _ batch: ColumnBatch, to path: String, rowsPerBlock: Int = .max,
  options: ArrowSink.Options = .init()
) throws -> ColumnBatch {
  let data = MemoryData(batch, rowsPerBlock: rowsPerBlock)
  try data.batches().copy(to: ArrowSink(path, schema: data.schema, options: options))
  return batch
}

@Suite struct ArrowTests {
  let scratch = Scratch()

  @Test(arguments: [nil, BufferCompression.lz4, .zstd], [1, 999, 70_000])
  func `reads what it wrote`(compression: BufferCompression?, rowsPerBlock: Int) throws {
    let path = scratch.file("a.xdf")
    let rows = rowsPerBlock == 1 ? 20 : 100_000
    let batch = try write(
      mixture(rows: rows), to: path, rowsPerBlock: rowsPerBlock,
      options: .init(compression: compression))
    let data = try ArrowData(path)
    #expect(data.rowCount == rows)
    #expect(data.blocks == MemoryData(batch, rowsPerBlock: rowsPerBlock).blocks)
    #expect(data.schema == batch.schema)
    #expect(try cells(data.batches().joined()) == cells(batch))
    #expect(
      try cells(data.rows(5..<18, of: ["s", "d"])) == [2, 6].map { cells(batch.rows(5..<18))[$0] })
  }

  @Test func `keeps what is known of columns`() throws {
    let path = scratch.file("a.xdf")
    let batch = ColumnBatch(
      names: ["x", "n", "u", "f"],
      columns: [
        .double([1.5, missingDouble]), .integer([-3, missingInteger]), .integer([65_535, 0]),
        .factor(codes: [2, 1], levels: ["a", "b"]),
      ])
    var schema = batch.schema
    schema.fields[0].storage = .float32
    schema.fields[0].description = "of x"
    schema.fields[0].low = -2
    schema.fields[0].high = 1e300
    schema.fields[1].storage = .int16
    schema.fields[1].valueLabels = [.init(code: "1", label: "yes"), .init(code: "2", label: "no")]
    schema.fields[2].storage = .uint16
    schema.fields[3].isOrdered = true
    try MemoryData(batch, schema: schema).batches().copy(
      to: ArrowSink(path, schema: schema, options: .init(description: "all of it")))
    let data = try ArrowData(path)
    #expect(data.schema == schema)
    #expect(data.file.description == "all of it")
    #expect(try cells(data.batches().joined()) == cells(batch))
    let sums = try #require(data.file.statistics)[0]
    #expect(sums[0].count == 1 && sums[0].low == 1.5 && sums[0].squareSum.value == 2.25)
    #expect(sums[2].count == 2 && sums[2].high == 65_535 && sums[2].sum.value == 65_535)
  }

  @Test func `adds rows with new levels`() throws {
    let path = scratch.file("a.xdf")
    let first = try write(mixture(rows: 1000), to: path, rowsPerBlock: 300)
    var second = mixture(rows: 500, seed: 3)
    second.columns[5] = .factor(
      codes: (0..<500).map { Int32($0 % 2) + 1 }, levels: ["new", "two"])
    try MemoryData(second).batches().copy(
      to: ArrowSink(appendingTo: path, schema: second.schema))
    let data = try ArrowData(path)
    #expect(data.blocks == [300, 300, 300, 100, 500])
    #expect(data.schema.fields[5].levels == ["one", "two", "thr\u{e9}e", "new"])
    let both = try cells(data.batches().joined())
    #expect(both == zip(cells(first), cells(second)).map { $0 + $1 })
    #expect(FileNames.inFolder(scratch.path) == ["a.xdf"])
  }

  @Test func `leaves the old file when writing fails`() throws {
    let path = scratch.file("a.xdf")
    let old = try write(mixture(rows: 10), to: path)
    let sink = try ArrowSink(appendingTo: path, schema: old.schema)
    try sink.write(block: mixture(rows: 100))
    #expect(FileNames.inFolder(scratch.path).count == 2)
    sink.abandon()
    #expect(FileNames.inFolder(scratch.path) == ["a.xdf"])
    #expect(try cells(ArrowData(path).batches().joined()) == cells(old))
    #expect(throws: ColumnError.self) {
      _ = try ArrowSink(appendingTo: path, schema: Schema([Field(name: "x", type: .double)]))
    }
    close(open(scratch.file(".a.xdf.part-999999999"), O_CREAT | O_WRONLY, 0o600))
    try write(mixture(rows: 10), to: path)
    #expect(FileNames.inFolder(scratch.path) == ["a.xdf"])
  }

  @Test(arguments: [nil, BufferCompression.lz4, .zstd])
  func `survives damaged files`(compression: BufferCompression?) throws {
    let path = scratch.file("a.xdf")
    try write(
      mixture(rows: 300), to: path, rowsPerBlock: 100, options: .init(compression: compression))
    let whole = try bytes(of: path)
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var damaged = whole
      for _ in 0..<3 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(seed >> 33) % whole.count] ^= 1 << UInt8(seed >> 61)
      }
      tryReading(damaged)
    }
    for end in stride(from: 0, to: whole.count, by: 97) { tryReading(Array(whole[..<end])) }
    #expect(try ArrowData(path).rowCount == 300)
  }

  /// Reads all there is; errors are fine.
  private func tryReading(_ bytes: [UInt8]) {
    let path = scratch.file("damaged.xdf")
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    _ = try? ArrowData(path).batches().joined()
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var result = [UInt8](repeating: 0, count: 1 << 22)
    let count = fread(&result, 1, result.count, file)
    return Array(result[..<count])
  }
}
