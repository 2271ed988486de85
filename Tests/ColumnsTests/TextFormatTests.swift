import ApusColumns
import Testing

@Suite struct TextFormatTests {
  @Test(arguments: [
    ("[%y[-][/]%m[-][/]%d]", "1970-01-02", 1.0), ("[%y[-][/]%m[-][/]%d]", "70/1/2", 1),
    ("[%y[-][/]%m[-][/]%d]", "19700102", 1), ("[%y[-][/]%m[-][/]%d]", "700102", 1),
    ("%d. %m %Y", "2. January 1970", 1), ("%d%m%y", "2Jan70", 1), ("%m/%d/%y", "1/2/05", 12785),
    ("%w %d.%m.%Y%$c", "Friday 2.1.1970, noon", 1), ("%%%[%y%]-%m-%d", "%[1970]-1-2", 1),
    ("%3c%Y%m%d", "abc19700102", 1), ("%y-%m-%d", "1970-02-30", .nan), ("%y-%m-%d", "", .nan),
    ("%y-%m-%d", "1970-1-2x", .nan), ("%H:%M", "10:00", .nan),
  ])
  func `reads dates in any format`(format: String, text: String, expected: Double) throws {
    let days = try DateFormat(format).days(from: text)
    #expect(days == (expected.isNaN ? nil : expected))
  }

  @Test(arguments: [
    ("1970-01-01 01:02", 3720.0), ("70/01/01 12:00:01AM", 1), ("1970-01-01 3:00PM", 54000),
    ("1970-01-01 13:00PM", .nan), ("1970-01-01 24:00", .nan),
  ])
  func `reads times of day`(text: String, expected: Double) throws {
    let format = try DateFormat("%y[-][/]%m[-][/]%d [%H:%M[:%S]][%p]")
    #expect(format.seconds(from: text) == (expected.isNaN ? nil : expected))
  }

  @Test(arguments: [(20, 2019, 19), (20, 1920, 20), (0, 1900, 0), (100, 2099, 99)])
  func `knows the century`(cutoff: Int, year: Int, written: Int) throws {
    let short = try DateFormat("%y-%m-%d", centuryCutoff: cutoff)
    let text = written < 10 ? "0\(written)" : "\(written)"
    #expect(
      try short.days(from: "\(text)-01-01") == DateFormat("%Y-%m-%d").days(from: "\(year)-01-01"))
  }

  @Test func `survives any format`() {
    var seed: UInt64 = 5
    let letters = Array("%%%[]cdmyYHMSnNpw$ 19a-/".utf8)
    for _ in 0..<5000 {
      var format = ""
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        format.unicodeScalars.append(Unicode.Scalar(letters[Int(seed >> 33) % letters.count]))
      }
      _ = try? DateFormat(format).seconds(from: "19-1 1a")
    }
  }

  private func data(_ text: String, _ adjust: (inout CSVOptions) -> Void) throws -> TextData {
    var options = CSVOptions()
    adjust(&options)
    return try TextData(.bytes(Array(text.utf8)), options: options)
  }

  @Test func `cuts lines at fixed positions`() throws {
    let text = (0..<1000).map { "\($0 % 10)ab\($0 % 7).5\r\n\n" }.joined() + "9"
    let data = try data(text) {
      $0.hasHeader = false
      $0.dialect.positions = [0..<1, 1..<3, 3..<6, 40..<50]
      $0.names = ["k", "t", "x", "none"]
    }
    let batch = try data.batches().joined()
    #expect(batch.names == ["k", "t", "x", "none"] && batch.rowCount == 1001)
    #expect(batch.columns[2].doubles?[999] == 5.5)
    #expect(cells(batch)[1][0] == "ab" && cells(batch)[1][1000] == "")
    #expect(try data.rows(3..<5).columns[0].doubles == [3, 4])
  }

  @Test func `reads thousands and combines separators`() throws {
    let data = try data("a-b\n1.234,5---1.000\n2,5-1.2.3\n") {
      $0.dialect.separator = UInt8(ascii: "-")
      $0.dialect.combinesSeparators = true
      $0.dialect.decimal = UInt8(ascii: ",")
      $0.dialect.thousands = UInt8(ascii: ".")
    }
    let batch = try data.batches().joined()
    #expect(batch.columns[0].doubles == [1234.5, 2.5])
    #expect(cells(batch)[1] == ["1.000", "1.2.3"])
  }
}
