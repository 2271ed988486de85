import ApusColumns
import Foundation
import TestSupport
import Testing

/// Whether python3 has pyarrow; without it these tests are skipped.
private let hasPyarrow =
  (try? Program.command(["python3", "-c", "import pyarrow"]))?.status == 0

private let script = """
  import datetime as dt, sys
  import pyarrow as pa, pyarrow.feather as feather, pyarrow.ipc as ipc

  def check(path):
      table = ipc.open_file(pa.memory_map(path)).read_all()
      table.validate(full=True)
      for name, column in zip(table.column_names, table.columns):
          print(name, column.type, column.null_count, column[1])

  def write(path, compression):
      day = [dt.date(2020, 1, 1), None, dt.date(1960, 1, 1)]
      noon = [dt.datetime(2020, 1, 1, 12), None, dt.datetime(1960, 1, 1)]
      table = pa.table({
          "i8": pa.array([1, None, -3], pa.int8()),
          "i64": pa.array([1, None, 2**40]),
          "u32": pa.array([1, None, 2**32 - 1], pa.uint32()),
          "f32": pa.array([1.5, None, 2], pa.float32()),
          "date": pa.array(day, pa.date64()),
          "time": pa.array(noon, pa.timestamp("ms", "Europe/Berlin")),
          "text": ["a", None, "a string of more than twelve bytes"],
          "view": pa.array(["a", None, "a string of more than twelve bytes"], pa.string_view()),
          "flag": [True, None, False],
          "factor": pa.array(["x", None, "y"]).dictionary_encode(),
      })
      feather.write_feather(table, path, compression=compression, chunksize=2)

  def nested(path):
      feather.write_feather(pa.table({"items": [[1]]}), path)

  globals()[sys.argv[1]](*sys.argv[2:])
  """

@Suite(.enabled(if: hasPyarrow, "python3 has no pyarrow"))
struct ForeignArrowTests {
  let scratch = Scratch()

  private func python(_ words: String...) throws -> String {
    let finished = try Program.command(["python3", "-c", script] + words)
    #expect(finished.status == 0, "\(finished.output)")
    return finished.output
  }

  @Test(arguments: [nil, BufferCompression.lz4, .zstd])
  func `is understood by pyarrow`(compression: BufferCompression?) throws {
    let path = scratch.file("ours.arrow")
    try write(
      mixture(rows: 1000), to: path, rowsPerBlock: 300, options: .init(compression: compression))
    #expect(
      try python("check", path) == """
        l bool 100 True
        i int32 1 419
        d double 1 131.28571428571428
        day date32[day] 1 1999-11-24
        time timestamp[us] 1 1999-02-14 13:46:40.250000
        f dictionary<values=string, indices=int32, ordered=0> 91 two
        s large_string 77 text 19

        """)
  }

  @Test(arguments: ["uncompressed", "lz4", "zstd"])
  func `understands pyarrow`(compression: String) throws {
    let path = scratch.file("theirs.arrow")
    _ = try python("write", path, compression)
    let data = try ArrowData(path)
    #expect(data.blocks == [2, 1])
    #expect(
      data.schema.fields.map(\.type) == [
        .integer, .double, .double, .double, .date, .dateTime, .string, .string, .logical, .factor,
      ])
    #expect(data.schema.fields[5].timeZone == "Europe/Berlin")
    let batch = try data.batches().joined()
    #expect(cells(batch)[0] == ["1", "\(missingInteger)", "-3"])
    #expect(cells(batch)[6] == ["a", "missing", "a string of more than twelve bytes"])
    #expect(cells(batch)[7] == cells(batch)[6])
    #expect(cells(batch)[8] == ["1", "\(missingInteger)", "0"])
    #expect(cells(batch)[9] == ["x", "missing", "y"])
    for (column, numbers) in [
      1: [1, 0x1p40], 2: [1, 4_294_967_295], 3: [1.5, 2], 4: [18262, -3653],
      5: [1_577_880_000, -315_619_200],
    ] as [Int: [Double]] {
      let read = batch.columns[column].doubles ?? []
      #expect(read.count == 3 && read[1].bitPattern == missingDouble.bitPattern)
      #expect(read.first == numbers[0] && read.last == numbers[1])
    }
  }

  @Test func `refuses nested columns by name`() throws {
    let path = scratch.file("nested.arrow")
    _ = try python("nested", path)
    let error = #expect(throws: ColumnError.self) { _ = try ArrowData(path) }
    #expect(error?.column == "items" && error?.message.contains("list") == true)
  }
}
