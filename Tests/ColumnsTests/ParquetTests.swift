import ApusColumns
import Foundation
import TestSupport
import Testing

/// A file that another program wrote: `Parquet/write-fixtures.py` has made it.
private func fixture(_ name: String) -> String {
  Program.root.appending(path: "Tests/ColumnsTests/Parquet/\(name).parquet").path
}

@discardableResult
private func write(
  _ batch: ColumnBatch, parquet path: String, rowsPerBlock: Int = .max,
  options: ParquetSink.Options = .init()
) throws -> ColumnBatch {
  let data = MemoryData(batch, rowsPerBlock: rowsPerBlock)
  try data.batches().copy(to: ParquetSink(path, schema: data.schema, options: options))
  return batch
}

/// Whether python3 has pyarrow.
private let hasPyarrow =
  (try? Program.command(["python3", "-c", "import pyarrow"]))?.status == 0

@Suite struct ParquetTests {
  let scratch = Scratch()

  /// The rows of the fixtures, of which every fourth is missing.
  private static func wanted(_ value: (Int) -> Double) -> [UInt64] {
    (0..<10).map { $0 % 4 == 3 ? missingDouble.bitPattern : value($0).bitPattern }
  }

  @Test(arguments: [
    "none", "snappy", "gzip", "zstd", "lz4", "pages2", "delta", "lengths", "int96", "duckdb",
    "polars",
  ])
  func `understands other programs`(name: String) throws {
    let data = try ParquetData(fixture(name))
    #expect(data.blocks == (name == "duckdb" ? [10] : [6, 4]))
    #expect(
      data.schema.fields.map(\.type) == [
        .logical, .integer, .double, .double, .double, .string, .date, .dateTime,
      ])
    let batch = try data.batches().joined()
    let numbers = batch.columns.map { ($0.doubles ?? []).map(\.bitPattern) }
    #expect(numbers[0] == Self.wanted { $0 % 2 == 0 ? 1 : 0 })
    #expect(numbers[1] == Self.wanted { Double($0 * 1000 - 3) })
    #expect(numbers[2] == Self.wanted { Double($0) * 0x1p40 })
    #expect(numbers[3] == Self.wanted { Double($0) / 4 })
    #expect(numbers[4] == Self.wanted { Double($0) / 8 })
    #expect(numbers[6] == Self.wanted { Double($0 * 1000 - 5000) })
    #expect(numbers[7] == Self.wanted { 1_577_836_800.25 + Double($0) })
    let text = (0..<10).map {
      $0 % 4 == 3 ? "missing" : String(repeating: "text ", count: $0 % 3) + "end"
    }
    #expect(cells(batch)[5] == text)
    // Any rows are those of the whole.
    for start in 0..<9 {
      let some = try data.rows(start..<start + 2, of: ["text", "i32"])
      #expect(cells(some)[1] == Array(text[start..<start + 2]))
    }
  }

  @Test func `understands all types`() throws {
    let batch = try ParquetData(fixture("types")).batches().joined()
    let wanted: [Double] = [
      -128, 255, -32_768, 65_535, 4_294_967_295, 0x1p64 - 2048, 1.5, -12_345.678, 981_173_106.789,
      981_173_106.789, 3723,
    ]
    for (column, number) in zip(batch.columns, wanted) {
      #expect(column.doubles?.map(\.bitPattern) == [number, missingDouble].map(\.bitPattern))
    }
    #expect(cells(batch)[11] == ["\(missingInteger)", "\(missingInteger)"])
    #expect(cells(batch)[12] == ["abc", "missing"] && cells(batch)[13] == ["x", "missing"])
    for column in try ParquetData(fixture("decimals")).batches().joined().columns {
      #expect(column.doubles?.first == -12_345.678)
    }
  }

  @Test func `refuses nested columns by name, unless they are not wanted`() throws {
    let error = #expect(throws: ColumnError.self) { _ = try ParquetData(fixture("nested")) }
    #expect(error?.column == "items" && error?.message.contains("nested") == true)
    let rest = try ParquetData(fixture("nested")) { $0 == "items" ? .skip : .infer }
    #expect(try rest.batches().joined().columns.map(\.doubles) == [[1, 2], [3, 4]])
  }

  @Test(arguments: [ParquetCodec.none, .snappy, .zstd], [1, 999, 70_000])
  func `reads what it has written`(codec: ParquetCodec, rows: Int) throws {
    let path = scratch.file("own.parquet")
    let wanted = try write(
      mixture(rows: rows), parquet: path, rowsPerBlock: 40_000, options: .init(codec: codec))
    let data = try ParquetData(path)
    #expect(data.rowCount == rows)
    #expect(data.blocks == (rows == 70_000 ? [40_000, 30_000] : [rows]))
    #expect(data.schema.fields[5].levels == wanted.schema.fields[5].levels)
    #expect(try cells(data.batches().joined()) == cells(wanted))
    let numbers = wanted.columns[2].doubles ?? []
    let counted = data.statistics(of: "d")?.reduce(0) { $0 + $1.count }
    #expect(counted == numbers.count { !$0.isNaN })
  }

  @Test(
    .enabled(if: hasPyarrow, "python3 has no pyarrow"), arguments: [ParquetCodec.snappy, .zstd])
  func `is understood by pyarrow`(codec: ParquetCodec) throws {
    let path = scratch.file("ours.parquet")
    try write(
      mixture(rows: 1000), parquet: path, rowsPerBlock: 300, options: .init(codec: codec))
    let script = """
      import sys, pyarrow.parquet as pq
      table = pq.read_table(sys.argv[1])
      table.validate(full=True)
      for name, column in zip(table.column_names, table.columns):
          print(name, column.type, column.null_count, column[1])
      known = pq.ParquetFile(sys.argv[1]).metadata.row_group(1).column(1).statistics
      print(known.min, known.max, known.null_count)
      """
    let found = try Program.command(["python3", "-c", script, path])
    #expect(
      found.output == """
        l bool 100 True
        i int32 1 419
        d double 1 131.28571428571428
        day date32[day] 1 1999-11-24
        time timestamp[us, tz=UTC] 1 1999-02-14 13:46:40.250000+00:00
        f string 91 two
        s string 77 text 19
        -498 499 1

        """)
  }

  @Test func `keeps what is known of columns`() throws {
    let path = scratch.file("known.parquet")
    var field = Field(name: "x", type: .dateTime)
    (field.timeZone, field.description) = ("Asia/Tokyo", "When: it was")
    (field.low, field.high) = (1, 2)
    field.valueLabels = [.init(code: "1", label: "one"), .init(code: "2", label: "2:two")]
    var small = Field(name: "y", type: .integer)
    small.storage = .uint16
    let sink = try ParquetSink(path, schema: Schema([field, small]))
    try sink.write(
      block: ColumnBatch(
        names: ["x", "y"], columns: [.dateTime([0.5, 3e9]), .integer([65_535, missingInteger])]))
    try sink.finish()
    let data = try ParquetData(path)
    #expect(data.schema.fields == [field, small])
    #expect(data.file.range(of: "x") == 0.5...3e9 && data.file.range(of: "y") == 65_535...65_535)
    let batch = try data.batches().joined()
    #expect(batch.columns.map(\.doubles)[0] == [0.5, 3e9])
    #expect(cells(batch)[1] == ["65535", "\(missingInteger)"])
  }

  /// Whatever becomes of a file, it is read, or refused with its name and a cause.
  @Test(arguments: [
    "snappy", "gzip", "zstd", "lz4", "pages2", "delta", "lengths", "int96", "types",
  ])
  func `refuses damaged files`(name: String) throws {
    let whole = try Data(contentsOf: URL(filePath: fixture(name)))
    let path = scratch.file("damaged.parquet")
    var state: UInt64 = 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var refused = 0
    for round in 0..<300 {
      var bytes = whole
      if round % 5 == 0 {
        bytes.removeLast(random(bytes.count))
      } else {
        for _ in 0...random(3) { bytes[random(bytes.count)] = UInt8(random(256)) }
      }
      try bytes.write(to: URL(filePath: path))
      do {
        _ = try ParquetData(path).batches().joined()
      } catch let error as ColumnError {
        #expect(error.file == path && !error.message.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}
