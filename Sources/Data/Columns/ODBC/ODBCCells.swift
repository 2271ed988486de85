import Glibc

/// Cells of a column as drivers write and read them: some rows of fixed width.
final class ODBCCells {
  enum Form: Equatable {
    case integer, bigInteger, double, date, dateTime
    /// Text as UTF-16, or as UTF-8.
    case wide, bytes

    var cType: Int16 {
      switch self {
      case .integer: ODBC.CType.integer
      case .bigInteger: ODBC.CType.bigInteger
      case .double: ODBC.CType.double
      case .date: ODBC.CType.date
      case .dateTime: ODBC.CType.timestamp
      case .wide: ODBC.CType.wideText
      case .bytes: ODBC.CType.bytes
      }
    }

    var sqlType: Int16 {
      switch self {
      case .integer: ODBC.SQLType.integer
      case .bigInteger: ODBC.SQLType.bigInteger
      case .double: ODBC.SQLType.double
      case .date: ODBC.SQLType.date
      case .dateTime: ODBC.SQLType.timestamp
      case .wide: ODBC.SQLType.wideText
      case .bytes: ODBC.SQLType.text
      }
    }

    func width(characters: Int) -> Int {
      switch self {
      case .integer: 4
      case .bigInteger, .double: 8
      case .date: 6
      case .dateTime: 16
      case .wide: 2 * (characters + 1)
      case .bytes: 4 * (characters + 1)
      }
    }
  }

  let form: Form
  let width: Int
  let values: UnsafeMutableRawPointer
  let lengths: UnsafeMutablePointer<Int>

  /// `characters`: the longest text without its end.
  init(_ form: Form, characters: Int = 0, rows: Int) {
    self.form = form
    width = form.width(characters: characters)
    values = .allocate(byteCount: width * rows, alignment: 8)
    lengths = .allocate(capacity: rows)
    lengths.initialize(repeating: ODBC.missing, count: rows)
  }

  deinit {
    values.deallocate()
    lengths.deallocate()
  }

  /// What drivers are told of the size of a parameter.
  var parameterSize: Int {
    switch form {
    case .integer: 10
    case .bigInteger: 19
    case .double: 15
    case .date: 10
    case .dateTime: 26
    case .wide: max(1, width / 2 - 1)
    case .bytes: max(1, width - 1)
    }
  }

  // MARK: - Reading

  func isMissing(_ row: Int) -> Bool { lengths[row] == ODBC.missing }

  /// Whether the text of a cell is longer than there was room.
  func isCut(_ row: Int) -> Bool {
    guard form == .wide || form == .bytes else { return false }
    return lengths[row] == ODBC.noTotal || lengths[row] > width - (form == .wide ? 2 : 1)
  }

  func bigInteger(_ row: Int) -> Int64 {
    values.load(fromByteOffset: row * width, as: Int64.self)
  }

  func double(_ row: Int) -> Double {
    values.load(fromByteOffset: row * width, as: Double.self)
  }

  private func short(_ row: Int, _ index: Int) -> Int {
    Int(values.load(fromByteOffset: row * width + index * 2, as: Int16.self))
  }

  /// Days since 1970-01-01 of a date or date-time.
  func days(_ row: Int) -> Int {
    CalendarDate.days(year: short(row, 0), month: short(row, 1), day: short(row, 2))
  }

  /// Seconds since 1970-01-01; the fraction is in units of 10⁻⁹.
  func seconds(_ row: Int) -> Double {
    let clock = short(row, 3) * 3600 + short(row, 4) * 60 + short(row, 5)
    let fraction = values.load(fromByteOffset: row * width + 12, as: UInt32.self)
    return Double(days(row) * 86400 + clock) + Double(fraction) / 1e9
  }

  /// The text of a cell as UTF-8: what was there already, or transcoded into `room`.
  func text(_ row: Int, _ room: inout [UInt8]) -> UnsafeRawBufferPointer? {
    let start = values + row * width
    let bytes = UnsafeRawBufferPointer(start: start, count: max(0, lengths[row]))
    if form == .bytes { return bytes }
    Self.transcode(bytes, into: &room)
    return nil
  }

  /// UTF-16 as UTF-8.
  static func transcode(_ bytes: UnsafeRawBufferPointer, into room: inout [UInt8]) {
    let units = bytes.bindMemory(to: UInt16.self)
    room.removeAll(keepingCapacity: true)
    room.reserveCapacity(units.count)
    for unit in units {
      guard unit < 0x80 else {
        room = Array(String(decoding: units, as: UTF16.self).utf8)
        return
      }
      room.append(UInt8(truncatingIfNeeded: unit))
    }
  }

  // MARK: - Writing

  func setMissing(_ row: Int) { lengths[row] = ODBC.missing }

  func set(_ row: Int, integer: Int32) {
    values.storeBytes(of: integer, toByteOffset: row * width, as: Int32.self)
    lengths[row] = 4
  }

  func set(_ row: Int, double: Double) {
    values.storeBytes(of: double, toByteOffset: row * width, as: Double.self)
    lengths[row] = 8
  }

  /// A date, or a date-time with so many seconds of its day.
  func set(_ row: Int, days: Int, seconds: Double) {
    let date = CalendarDate.parts(days: days)
    let whole = Int(seconds.rounded(.down))
    let parts = [date.year, date.month, date.day, whole / 3600, whole / 60 % 60, whole % 60]
    for (index, part) in parts.enumerated() where index < (form == .date ? 3 : 6) {
      values.storeBytes(
        of: Int16(clamping: part), toByteOffset: row * width + index * 2, as: Int16.self)
    }
    if form == .dateTime {
      let microseconds = ((seconds - Double(whole)) * 1e6).rounded()
      values.storeBytes(
        of: UInt32(min(999_999, max(0, microseconds))) * 1000, toByteOffset: row * width + 12,
        as: UInt32.self)
    }
    lengths[row] = width
  }

  /// Text that fits, as this form has it.
  func set(_ row: Int, text: UnsafeRawBufferPointer) {
    let room = UnsafeMutableRawBufferPointer(start: values + row * width, count: width)
    room.copyMemory(from: text)
    lengths[row] = text.count
  }
}

/// A column of a result that is being read.
final class ODBCColumn {
  let index: Int
  let plan: ColumnPlan
  /// Whether integers are codes from 0 into the levels.
  let isIndex: Bool
  let name: String
  let cells: ODBCCells
  private let trims: Bool
  private var integers: [Int32] = []
  private var doubles: [Double] = []
  private var table = StringTable()
  private var room: [UInt8] = []

  init(
    _ index: Int, _ name: String, _ plan: ColumnPlan, isIndex: Bool, _ cells: ODBCCells,
    trims: Bool
  ) {
    (self.index, self.name, self.plan, self.isIndex) = (index, name, plan, isIndex)
    (self.cells, self.trims) = (cells, trims)
  }

  /// Takes over cells of the rows just fetched.
  func take(_ rows: Range<Int>, from statement: ODBCStatement) throws {
    switch cells.form {
    case .integer, .bigInteger: try takeIntegers(rows)
    case .double:
      for row in rows { doubles.append(cells.isMissing(row) ? missingDouble : cells.double(row)) }
    case .date:
      for row in rows {
        doubles.append(cells.isMissing(row) ? missingDouble : Double(cells.days(row)))
      }
    case .dateTime:
      for row in rows {
        doubles.append(cells.isMissing(row) ? missingDouble : cells.seconds(row))
      }
    case .wide, .bytes:
      for row in rows { integers.append(try code(row, statement)) }
    }
  }

  private func takeIntegers(_ rows: Range<Int>) throws {
    for row in rows {
      guard !cells.isMissing(row) else {
        integers.append(missingInteger)
        continue
      }
      guard let value = Int32(exactly: cells.bigInteger(row)), value != missingInteger else {
        throw ColumnError(
          .unexpectedText,
          "\(cells.bigInteger(row)) is too large for an integer; read the column as \"numeric\"",
          row: integers.count + 1, column: name)
      }
      integers.append(value)
    }
  }

  /// The code of a text in the table of this piece.
  private func code(_ row: Int, _ statement: ODBCStatement) throws -> Int32 {
    if cells.isMissing(row) { return missingInteger }
    if cells.isCut(row) {
      let bytes = try statement.longCell(index, row: row, as: cells.form.cType)
      return bytes.withUnsafeBytes { bytes in
        guard cells.form == .wide else { return code(bytes) }
        ODBCCells.transcode(bytes, into: &room)
        return room.withUnsafeBytes(code)
      }
    }
    if let bytes = cells.text(row, &room) { return code(bytes) }
    return room.withUnsafeBytes(code)
  }

  private func code(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var text = bytes[...]
    if trims {
      while let last = text.last, last <= 32 { text = text.dropLast() }
      text = text.drop { $0 <= 32 }
    }
    return table.code(of: UnsafeRawBufferPointer(rebasing: text).bindMemory(to: UInt8.self))
  }

  /// The cells taken so far, which are forgotten.
  func finishPiece() -> ColumnValues {
    defer {
      (integers, doubles) = ([], [])
      table.removeAll()
    }
    switch cells.form {
    case .integer, .bigInteger: return .integer(integers)
    case .double: return .double(doubles)
    case .date: return .date(doubles)
    case .dateTime: return .dateTime(doubles)
    case .wide, .bytes:
      return .string(StringColumn(codes: integers, dictionary: table.dictionary()))
    }
  }
}

extension ODBCColumn {
  /// The cells of a piece as the plan wants them.
  static func converted(_ values: ColumnValues, _ plan: ColumnPlan, isIndex: Bool) -> ColumnValues {
    guard let type = plan.type else { return values }
    switch (values, type) {
    case (.integer(let codes), .factor) where isIndex:
      guard case .declared(_, let levels) = plan else { return values }
      let count = Int32(levels?.count ?? 0)
      return .factor(
        codes: codes.map { (0..<count).contains($0) ? $0 + 1 : missingInteger },
        levels: levels ?? [])
    case (.integer(let cells), .logical):
      return .logical(cells.map { $0 == missingInteger ? $0 : $0 == 0 ? 0 : 1 })
    case (.date(let days), .dateTime): return .dateTime(days.map { $0 * 86400 })
    case (.dateTime(let seconds), .date): return .date(seconds.map { ($0 / 86400).rounded(.down) })
    case (.string(let text), .logical):
      return .logical(text.mapped(truth).map { $0 ?? missingInteger })
    default: return plan.converted(values, rows: values.count)
    }
  }

  private static func truth(_ text: String) -> Int32? {
    switch text.lowercased() {
    case "1", "t", "true", "y", "yes", "-1": 1
    case "0", "f", "false", "n", "no": 0
    default: nil
    }
  }
}

extension ColumnPlan {
  /// The type that is wished or was found.
  var type: ColumnType? {
    switch self {
    case .skip, .infer: nil
    case .sniffed(let type), .declared(let type, _): type
    }
  }
}
