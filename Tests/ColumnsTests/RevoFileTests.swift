import ApusColumns
import Glibc
import Testing

/// A file as RevoScaleR wrote them, made by `Fixtures/make_old_xdf.py`.
private func fixture() throws -> [UInt8] {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let file = try #require(fopen("/\(folder)/Fixtures/old.xdf", "r"))
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}

@Suite struct RevoFileTests {
  let scratch = Scratch()

  private func write(_ bytes: [UInt8]) throws -> String {
    let path = scratch.file("old.xdf")
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return path
  }

  @Test func `reads what RevoScaleR wrote`() throws {
    let path = try write(fixture())
    #expect(RevoFile.isOne(path))
    let data = try RevoFile(path)
    #expect(data.rowCount == 6 && data.blocks == [6])
    #expect(data.schema.fields[0].low == -3 && data.schema.fields[0].high == 250)
    let batch = try data.batches().joined()
    #expect(batch.names == ["ArrDelay", "CRSDepTime", "exact", "DayOfWeek", "name"])
    #expect(cells(batch)[0] == ["-3", "0", "12", "\(missingInteger)", "250", "7"])
    #expect(batch.columns[1].doubles?[0] == Double(Float(9.666666)))
    #expect(batch.columns[1].doubles?[3].isNaN == true)
    #expect(batch.columns[2].doubles?.last == 1.0 / 3)
    #expect(cells(batch)[3].first == "Monday" && cells(batch)[3].last == "Sunday")
    #expect(cells(batch)[4] == ["one", "", "drei", "f\u{fc}r vier", "one", "x"])
    let some = try RevoFile(path) { $0 == "exact" }.rows(1..<3)
    #expect(some.names == ["exact"] && some.columns[0].doubles == [1e300, -2.5])
  }

  @Test func `refuses what is laid out otherwise`() throws {
    let whole = try fixture()
    for place in [3, 100, whole.count - 60, whole.count - 36, whole.count - 1] {
      var other = whole
      other[place] ^= 1
      let path = try write(other)
      let error = #expect(throws: ColumnError.self) { _ = try RevoFile(path) }
      #expect(error?.message.contains("rxDataStep") == true)
    }
    for end in 0..<whole.count {
      let path = try write(Array(whole[..<end]))
      #expect(throws: ColumnError.self) { _ = try RevoFile(path) }
    }
  }

  @Test func `survives damaged files`() throws {
    let whole = try fixture()
    var seed: UInt64 = 11
    for _ in 0..<600 {
      var damaged = whole
      for _ in 0..<2 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[260 + Int(seed >> 33) % (whole.count - 260)] ^= 1 << UInt8(seed >> 61)
      }
      let path = try write(damaged)
      _ = try? RevoFile(path).batches().joined()
    }
  }
}
