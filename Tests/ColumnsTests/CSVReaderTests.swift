import ApusColumns
import Testing

/// Reads text with the dialect of `read.csv`, as changed by `adjust`.
private func table(
  _ text: String, pieces: Int = 1, _ adjust: (inout CSVOptions) -> Void = { _ in }
) throws -> [String] {
  var options = CSVOptions()
  adjust(&options)
  let file = try CSVFile(.bytes(Array(text.utf8)), options: options)
  let table = try file.readAll(plans: file.plans(.infer))
  return table.types.indices.map { show(table.column($0)) }
}

private func show(_ values: ColumnValues?) -> String {
  switch values {
  case nil: "skipped"
  case .logical(let cells)?:
    "lgl " + cells.map { $0 == missingInteger ? "NA" : $0 == 1 ? "T" : "F" }.joined(separator: "|")
  case .integer(let cells)?:
    "int " + cells.map { $0 == missingInteger ? "NA" : "\($0)" }.joined(separator: "|")
  case .double(let cells)?:
    "num "
      + cells.map { $0.bitPattern & 0xFFFF_FFFF == 1954 ? "NA" : "\($0)" }.joined(separator: "|")
  case .string(let column)?:
    "chr "
      + column.codes.map { $0 < 0 ? "NA" : "<\(column.dictionary[Int($0)])>" }
      .joined(separator: "|")
  default: "other"
  }
}

private let fiveRows = "a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n"

@Suite struct CSVReaderTests {
  /// What GNU R 4.2.2 makes of a column of these cells.
  @Test(arguments: [
    (["T", "F"], "lgl T|F"), (["TRUE", "FALSE", "NA"], "lgl T|F|NA"),
    (["true", "FALSE"], "chr <true>|<FALSE>"), (["T", "1"], "chr <T>|<1>"),
    ([" TRUE ", "F"], "chr < TRUE >|<F>"), (["NA", "NA"], "lgl NA|NA"), (["T", " "], "lgl T|NA"),
    (["0x1A"], "num 26.0"), (["0x1.8p3"], "num 12.0"), (["1e5"], "num 100000.0"),
    (["1d5"], "chr <1d5>"), (["1e"], "num 1.0"), (["1e+"], "num 1.0"), (["."], "chr <.>"),
    ([".5", "5."], "num 0.5|5.0"), (["+5"], "int 5"), (["-"], "chr <->"), (["1L"], "chr <1L>"),
    (["2147483647", "-2147483647"], "int 2147483647|-2147483647"),
    (["2147483648"], "num 2147483648.0"), (["-2147483648"], "num -2147483648.0"),
    (["00012"], "int 12"), (["Inf", "-inf", "iNfinity"], "num inf|-inf|inf"),
    (["nan"], "num nan"), (["NAN"], "chr <NAN>"), (["\t1"], "int 1"), (["1 "], "num 1.0"),
    (["1", "abc", "NA", ""], "chr <1>|<abc>|NA|<>"), (["1", " NA"], "chr <1>|< NA>"),
    (["1.5", " "], "num 1.5|NA"), (["1e400"], "num inf"), (["1e-400"], "num 0.0"),
    (["1.5", "3", "x"], "chr <1.5>|<3>|<x>"), (["1", "2.5"], "num 1.0|2.5"),
    (["9007199254740993"], "num 9007199254740992.0"), (["NA", "", "4"], "int NA|NA|4"),
    (["0.1234567890123456789"], "num 0.12345678901234568"),
  ])
  func `finds the type that R finds`(cells: [String], expected: String) throws {
    #expect(try table("k,x\n" + cells.map { "z,\($0)\n" }.joined())[1] == expected)
  }

  @Test(arguments: [
    ("a,b\n1,\"2\"\n3,\"4\"", ["int 1|3", "int 2|4"]),
    ("a,b\n\"x\",NA\n\"NA\",NA\nNA,NA", ["chr <x>|NA|NA", "lgl NA|NA|NA"]),
    ("a,b\n x ,1\n y, 2", ["chr < x >|< y>", "int 1|2"]),
    ("a,b\n1,x\"y,z\"w\n2,q", ["int 1|2", "chr <xy,zw>|<q>"]),
    ("a,b\n1,\"x\"\"y\"\n2,\"x\ny\"", ["int 1|2", "chr <x\"y>|<x\ny>"]),
    ("a,b\n1,2\n\n3,4\n", ["int 1|3", "int 2|4"]),
    ("a,b\n1,2\n  \n3,4\n", ["int 1|NA|3", "int 2|NA|4"]),
    (fiveRows + "3,4,5,6,7\n8,9", ["int 1|1|1|1|1|3|5|7|8", "int 2|2|2|2|2|4|6|NA|9"]),
    (fiveRows + "3,4,\n5,6", ["int 1|1|1|1|1|3|5", "int 2|2|2|2|2|4|6"]),
    (fiveRows + "3,4,,\n5,6", ["int 1|1|1|1|1|3|NA|5", "int 2|2|2|2|2|4|NA|6"]),
    ("a,b\nx,\n,y", ["chr <x>|<>", "chr <>|<y>"]),
    ("a,b\r\n1,x\r\n2,y\r\n", ["int 1|2", "chr <x>|<y>"]),
    ("a,b\r1,x\r2,y\r", ["int 1|2", "chr <x>|<y>"]),
    ("a,b\n", ["lgl ", "lgl "]),
    ("a,b\n1,\"x\" \n2, \"y\"", ["int 1|2", "chr <x >|< y>"]),
    ("a,b\nx\"y,1\nz\"w,2", ["chr <xy,1\nzw>", "int 2"]),
    ("\u{FEFF}a,b\n1,2", ["int 1", "int 2"]),
  ])
  func `reads what read.csv reads`(text: String, expected: [String]) throws {
    #expect(try table(text) == expected)
  }

  @Test func `reads other dialects`() throws {
    #expect(
      try table("a;b\n1,5;x") {
        $0.dialect.separator = UInt8(ascii: ";")
        $0.dialect.decimal = UInt8(ascii: ",")
      } == ["num 1.5", "chr <x>"])
    #expect(
      try table("a b\n1  'x y'\n2\tz # c\n") {
        $0.dialect.separator = nil
        $0.dialect.quotes = Array("\"'".utf8)
        $0.dialect.comment = UInt8(ascii: "#")
      } == ["int 1|2", "chr <x y>|<z>"])
    #expect(
      try table("a,b\n1,2 # c\n#3\n3,4") { $0.dialect.comment = UInt8(ascii: "#") } == [
        "int 1|3", "num 2.0|4.0",
      ])
    #expect(
      try table("a,b\n  x  ,y \n'x' ,y \n") {
        $0.dialect.stripsWhite = true
        $0.dialect.quotes = Array("'".utf8)
      } == ["chr <x>|<x>", "chr <y>|<y>"])
    #expect(
      try table("junk\na,b\n-,2\n3,4") {
        $0.skip = 1
        $0.dialect.missingStrings = ["-"]
      } == ["int NA|3", "int 2|4"])
    #expect(
      try table("a,b\n1,2\n\n3,4") { $0.dialect.skipsBlankLines = false } == [
        "int 1|NA|3", "int 2|NA|4",
      ])
  }

  @Test func `keeps a header that lacks the row names`() throws {
    let file = try CSVFile(.bytes(Array("a,b\n1,2,3\n4,5,6".utf8)), options: CSVOptions())
    #expect(file.header == ["a", "b"] && file.columnCount == 3)
  }

  @Test func `takes no more rows than asked for`() throws {
    let file = try CSVFile(.bytes(Array("a\n1\n2\nx\n".utf8)), options: CSVOptions())
    let table = try file.readAll(plans: file.plans(.infer), maxRows: 2)
    #expect(table.rowCount == 2 && table.types == [.integer])
  }

  @Test func `reads text as it was written when a late cell is text`() throws {
    var text = "a,b\n"
    for row in 0..<400_000 { text += "\(row).50,\(row)\n" }
    text += "x,1\n"
    let file = try CSVFile(.bytes(Array(text.utf8)), options: CSVOptions())
    let table = try file.readAll(plans: file.plans(.infer), threads: 3)
    #expect(table.rowCount == 400_001 && table.types == [.string, .integer])
    guard case .string(let column)? = table.column(0) else { return #expect(Bool(false)) }
    #expect(column.dictionary[Int(column.codes[7])] == "7.50")
    #expect(column.dictionary[Int(column.codes[400_000])] == "x")
  }

  @Test func `names file, row and column of bad cells`() throws {
    let file = try CSVFile(.bytes(Array("a,b\n1,2\n1,abc\n".utf8)), options: CSVOptions())
    let error = #expect(throws: ColumnError.self) {
      try file.readAll(plans: file.plans(.declared(.double)))
    }
    #expect(error?.description == "row 2, column 'b': expected 'a real', got 'abc'")
    let missing = #expect(throws: ColumnError.self) {
      _ = try CSVFile(.file("/no/such/file.csv"), options: CSVOptions())
    }
    #expect(missing?.code == .missingFile)
    let corrupt = #expect(throws: ColumnError.self) {
      let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 1, 2, 3]
      _ = try CSVFile(.bytes(bytes), options: CSVOptions())
    }
    #expect(corrupt?.code == .corrupt)
  }

  @Test(arguments: [1, 7, 1000])
  func `cuts batches anywhere`(rowsPerRead: Int) throws {
    var text = "n,s\n"
    for row in 0..<500 { text += "\(row),\"a \"\"\(row % 7)\"\"\n\"\n" }
    let file = try CSVFile(.bytes(Array(text.utf8)), options: CSVOptions())
    let plans = try file.sniff(file.plans(.infer), rows: 10)
    let batches = CSVBatches(file, plans: plans, rowsPerRead: rowsPerRead)
    var decoder = batches.makeDecoder()
    var numbers: [Double] = []
    while let piece = try batches.nextPiece() {
      let batch = try batches.decode(piece, with: &decoder)
      #expect(batch.rowCount <= rowsPerRead)
      numbers += batch["n"]?.doubles ?? []
    }
    #expect(numbers == (0..<500).map(Double.init))
  }

  @Test func `says how to export files of RevoScaleR`() {
    let bytes: [UInt8] = [0xF4, 0xD3, 0xD2, 0xD1] + Array(repeating: 0, count: 256)
    let error = #expect(throws: ColumnError.self) {
      _ = try TextData(.bytes(bytes), options: CSVOptions())
    }
    #expect(error?.message.contains("rxDataStep") == true)
  }

  @Test func `writes what write.csv writes`() {
    let columns: [ColumnValues] = [
      .double([1e5, 123456, 0.1, missingDouble, 1e-20, 1.0 / 3]),
      .integer([1, 2, missingInteger, 4, 5, 6]),
      .string(StringColumn(["a", "b\"c", nil, "", "d,e", "f"])),
      .logical([1, 0, 1, 0, 1, missingInteger]),
    ]
    let text =
      CSVWriter().header(["x", "y", "z", "w"], corner: false)
      + CSVWriter().rows(0..<6, of: columns, isQuoted: [false, false, true, false])
    #expect(
      String(decoding: text, as: UTF8.self) == """
        "x","y","z","w"
        1e+05,1,"a",TRUE
        123456,2,"b""c",FALSE
        0.1,NA,NA,TRUE
        NA,4,"",FALSE
        1e-20,5,"d,e",TRUE
        0.333333333333333,6,"f",NA

        """)
  }
}
