import ApusColumns
import Glibc
import Testing

@Suite struct ArrowSetTests {
  let scratch = Scratch()
  var path: String { scratch.file("set") }

  private func removeSet() {
    for folder in ["set/data", "set/metadata"] {
      for name in FileNames.inFolder(scratch.file(folder)) {
        unlink(scratch.file("\(folder)/\(name)"))
      }
      rmdir(scratch.file(folder))
    }
    rmdir(path)
  }

  @discardableResult
  private func writeSet(_ batch: ColumnBatch, rowsPerBlock: Int = 100) throws -> ColumnBatch {
    let data = MemoryData(batch, rowsPerBlock: rowsPerBlock)
    try data.batches().copy(to: ArrowSetSink(path, schema: data.schema, blocksPerFile: 2))
    return batch
  }

  @Test func `reads what it wrote, and what is added`() throws {
    defer { removeSet() }
    let first = try writeSet(mixture(rows: 530))
    var data = try ArrowSetData(path)
    #expect(data.blocks == [100, 100, 100, 100, 100, 30] && data.parts.count == 3)
    #expect(try cells(data.batches().joined()) == cells(first))
    #expect(try cells(data.rows(150..<420)) == cells(first.rows(150..<420)))
    var second = mixture(rows: 50, seed: 3)
    second.columns[5] = .factor(codes: (0..<50).map { Int32($0 % 2) + 1 }, levels: ["new", "two"])
    try MemoryData(second).batches().copy(
      to: ArrowSetSink(path, schema: second.schema, appending: true))
    data = try ArrowSetData(path)
    #expect(data.schema.fields[5].levels == ["one", "two", "thr\u{e9}e", "new"])
    #expect(try cells(data.batches().joined()) == zip(cells(first), cells(second)).map { $0 + $1 })
    var change = Refinement()
    (change.newName, change.newLevels) = ("g", ["1", "2", "3", "4"])
    try ArrowSet.describe(path, ["f": change], description: "all")
    data = try ArrowSetData(path)
    #expect(data.schema.names[5] == "g" && data.manifest.description == "all")
    #expect(try cells(data.batches().joined())[5].last == "2")
  }

  @Test func `leaves the old set when writing fails`() throws {
    defer { removeSet() }
    let old = try writeSet(mixture(rows: 250))
    let sink = try ArrowSetSink(path, schema: old.schema, blocksPerFile: 1)
    for _ in 0..<3 { try sink.write(block: mixture(rows: 10)) }
    #expect(try cells(ArrowSetData(path).batches().joined()) == cells(old))
    sink.abandon()
    #expect(FileNames.inFolder("\(path)/data") == ["set_1.xdfd", "set_2.xdfd"])
    close(open("\(path)/data/set_9.xdfd", O_CREAT | O_WRONLY, 0o600))
    close(open("\(path)/data/other", O_CREAT | O_WRONLY, 0o600))
    try writeSet(mixture(rows: 10))
    #expect(FileNames.inFolder("\(path)/data") == ["other", "set_3.xdfd"])
    #expect(try ArrowSetData(path).rowCount == 10)
  }

  @Test func `widens integers while it writes`() throws {
    defer { removeSet() }
    var schema = Schema([Field(name: "x", type: .integer)])
    let sink = try ArrowSetSink(path, schema: schema, blocksPerFile: 1)
    for _ in 0..<3 {
      try sink.write(block: ColumnBatch(names: ["x"], columns: [.integer([1, 2])]))
    }
    schema.fields[0].type = .double
    let wider = try sink.widened(to: schema)
    try wider.write(block: ColumnBatch(names: ["x"], columns: [.double([0.5])]))
    try wider.finish()
    let data = try ArrowSetData(path)
    #expect(data.blocks == [2, 2, 2, 1])
    #expect(try data.batches().joined().columns[0].doubles == [1, 2, 1, 2, 1, 2, 0.5])
  }

  /// What a killed process leaves when it adds rows: the journal, and whatever it has written.
  @Test func `finds the old end of a file`() throws {
    let file = scratch.file("a.xdf")
    let old = try write(mixture(rows: 100), to: file)
    let size = try #require(length(of: file))
    for garbage in [[], [1, 2, 3], Array("ARROW1".utf8), Array(repeating: 0, count: 5000)] {
      let stream = try #require(fopen(file, "a"))
      fwrite(garbage as [UInt8], 1, garbage.count, stream)
      fclose(stream)
      let journal = try #require(fopen(scratch.file(".a.xdf.part-999999999.journal"), "w"))
      fputs("\(size)\n", journal)
      fclose(journal)
      #expect(try cells(ArrowData(file).batches().joined()) == cells(old))
    }
    try MemoryData(old).batches().copy(to: ArrowSink(appendingTo: file, schema: old.schema))
    #expect(try ArrowData(file).rowCount == 200)
    #expect(FileNames.inFolder(scratch.path) == ["a.xdf"])
  }

  private func length(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  @Test func `survives damaged sets`() throws {
    defer { removeSet() }
    try writeSet(mixture(rows: 300))
    let file = "\(path)/metadata/set.xdfm"
    let size = try #require(length(of: file))
    let whole = try #require(fopen(file, "r"))
    var bytes = [UInt8](repeating: 0, count: size)
    fread(&bytes, 1, size, whole)
    fclose(whole)
    var seed: UInt64 = 3
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<3 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(seed >> 33) % size] ^= 1 << UInt8(seed >> 61)
      }
      let stream = try #require(fopen(file, "w"))
      fwrite(damaged, 1, size, stream)
      fclose(stream)
      _ = try? ArrowSetData(path).batches().joined()
    }
  }
}
