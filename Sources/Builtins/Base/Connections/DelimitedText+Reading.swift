import ApusColumns
import ApusInterpreter

extension DelimitedText {
  /// The columns of a file as a list; NULL for those not wanted.
  static let readTableBody = Builtin(
    .internal,
    """
    readTableBody(source, text, header, columns, classes, sep, quote, dec, fill, strip.white, \
    blank.lines.skip, comment.char, escapes, flush, na.strings, nrows, skip, numerals)
    """
  ) { call throws(Unwind) in
    let options = try bodyOptions(call)
    let columns = Int(try call.integer(3, "columns"))
    let plans = try plans(of: call, 4, count: columns)
    let rows = Int(try call.integer(15, "nrows"))
    let unescapes = try call.flag(12, "allowEscapes")
    do {
      let file = try CSVFile(origin(of: call), options: options, columnCount: columns)
      let table = try file.readAll(plans: plans, maxRows: rows > 0 ? rows : nil)
      if table.endsInQuotes {
        try call.interpreter.signalWarning("EOF within quoted string", call: scanCall(call))
      }
      let reader = ColumnConversion(
        call.interpreter, table, decimal: options.dialect.decimal, unescapes: unescapes)
      return .list((0..<columns).map { reader.vector($0, isInferred: plans[$0] == .infer) })
    } catch {
      throw failure(error, call)
    }
  }

  private static func bodyOptions(_ call: borrowing Invocation) throws(Unwind) -> CSVOptions {
    var options = CSVOptions()
    options.hasHeader = try call.flag(2, "header")
    options.skip = Int(try call.integer(16, "skip"))
    options.dialect = try dialect(of: call, sep: 5, quote: 6)
    options.dialect.decimal = try character(of: call, 7, "dec") ?? UInt8(ascii: ".")
    options.dialect.fills = try call.flag(8, "fill")
    // One value a column in R; here it holds for all.
    options.dialect.stripsWhite = try call.flag(9, "strip.white")
    options.dialect.skipsBlankLines = try call.flag(10, "blank.lines.skip")
    options.dialect.comment = try character(of: call, 11, "comment.char")
    options.dialect.ignoresRest = try call.flag(13, "flush")
    options.dialect.missingStrings = try missingStrings(call, 14)
    return options
  }

  static func missingStrings(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> [String] {
    if call[position].isNull { return [] }
    let given = try call.characters(position).elements
    return given.map { $0.isMissing ? "NA" : call.strings.text($0) }
  }

  private static func plans(
    of call: borrowing Invocation, _ position: Int, count: Int
  ) throws(Unwind) -> [ColumnPlan] {
    let classes = try call.characters(position).elements
    let plans = classes.map { handle -> ColumnPlan in
      if handle.isMissing { return .infer }
      return switch call.strings.text(handle) {
      case "NULL": .skip
      case "logical": .declared(.logical)
      case "integer": .declared(.integer)
      case "numeric", "double": .declared(.double)
      default: .declared(.string)
      }
    }
    return Array(plans.prefix(count)) + Array(repeating: .infer, count: max(0, count - plans.count))
  }

  /// Text to the narrowest type that fits all of it.
  static let typeConvert = Builtin(
    .internal, "typeConvert(x, na.strings, as.is, dec, numerals)"
  ) { call throws(Unwind) in
    let text = try call.characters(0).elements
    let missing = Set(try missingStrings(call, 1))
    let decimal = try character(of: call, 3, "dec") ?? UInt8(ascii: ".")
    let strings = call.strings
    let table = StringTable()
    let codes = text.map { $0.isMissing ? missingInteger : table.code(of: strings.bytes($0)) }
    let column = StringColumn(codes: codes, dictionary: table.dictionary())
    let conversion = TextConversion(column, missing: missing, decimal: decimal)
    if conversion.kind == .string, conversion.complexes() == nil, try !call.flag(2, "as.is") {
      return try call.interpreter.callFunction(
        "as.factor",
        [
          Argument(
            .object(
              CharacterVector(
                text.map { handle in
                  missing.contains(strings.text(handle)) ? .missing : handle
                })))
        ])
    }
    return conversion.value(strings)
  }
}

/// Makes vectors of the columns of a table.
struct ColumnConversion {
  private let strings: StringPool
  private let table: CSVTable
  private let decimal: UInt8
  private let unescapes: Bool

  init(_ interpreter: Interpreter, _ table: CSVTable, decimal: UInt8, unescapes: Bool) {
    strings = interpreter.strings
    self.table = table
    self.decimal = decimal
    self.unescapes = unescapes
  }

  func vector(_ index: Int, isInferred: Bool) -> Value {
    switch table.types[index] {
    case nil: return .null
    case .logical:
      let vector = LogicalVector(count: table.rowCount)
      vector.elements.update(repeating: missingInteger)
      table.copyIntegers(of: index, to: vector.elements)
      return Value(vector)
    case .integer:
      let vector = IntegerVector(count: table.rowCount)
      vector.elements.update(repeating: missingInteger)
      table.copyIntegers(of: index, to: vector.elements)
      return Value(vector)
    case .double, .date, .dateTime:
      let vector = DoubleVector(count: table.rowCount)
      table.copyDoubles(of: index, to: vector.elements)
      return Value(vector)
    case .string, .factor: return text(index, isInferred)
    }
  }

  /// A text column: its distinct strings are interned at once, then its codes become handles.
  private func text(_ index: Int, _ isInferred: Bool) -> Value {
    var dictionary = StringDictionary()
    let codes = [Int32](unsafeUninitializedCapacity: table.rowCount) { buffer, count in
      dictionary = table.copyCodes(of: index, to: buffer)
      count = table.rowCount
    }
    if unescapes { dictionary = StringDictionary(dictionary.strings.map(Escapes.resolved)) }
    if isInferred {
      let column = StringColumn(codes: codes, dictionary: dictionary)
      let conversion = TextConversion(column, missing: [], decimal: decimal)
      if let complexes = conversion.complexes() { return .object(complexes) }
    }
    return dictionary.vector(codes, strings)
  }
}

extension StringDictionary {
  /// The strings that the codes stand for.
  func vector(_ codes: [Int32], _ strings: StringPool) -> Value {
    let handles = [StringHandle](unsafeUninitializedCapacity: count) { buffer, used in
      used = count
      guard let target = buffer.baseAddress else { return }
      bytes.withUnsafeBytes { bytes in
        offsets.withUnsafeBufferPointer { strings.intern(bytes, offsets: $0, into: target) }
      }
    }
    let vector = CharacterVector(count: codes.count)
    let elements = vector.elements
    handles.withUnsafeBufferPointer { handles in
      codes.withUnsafeBufferPointer { codes in
        for row in 0..<codes.count {
          elements[row] = codes[row] < 0 ? .missing : handles[Int(codes[row])]
        }
      }
    }
    return Value(vector)
  }
}

/// Finds the type of text by its distinct strings.
private struct TextConversion {
  private let column: StringColumn
  private let isMissing: [Bool]
  private let decimal: UInt8
  let kind: CellKind

  init(_ column: StringColumn, missing: Set<String>, decimal: UInt8) {
    self.column = column
    self.decimal = decimal
    let dictionary = column.dictionary
    isMissing = (0..<dictionary.count).map { missing.contains(dictionary[$0]) }
    var kind = CellKind.empty
    for entry in 0..<dictionary.count where !isMissing[entry] && kind != .string {
      dictionary.withField(entry) { field in
        if field.allSatisfy(NumberScanner.isSpace) { return }
        kind = kind.joined(NumberScanner.kind(of: field, decimal: decimal))
      }
    }
    self.kind = kind
  }

  /// The cells as complex numbers; nil when some are not.
  func complexes() -> ComplexVector? {
    guard kind == .string, column.dictionary.count > 0 else { return nil }
    var parsed: [ComplexNumber] = []
    for entry in 0..<column.dictionary.count {
      let number = column.dictionary.withField(entry) { field -> ComplexNumber? in
        if isMissing[entry] || field.allSatisfy(NumberScanner.isSpace) { return .missing }
        return NumberScanner.complex(field: field, decimal: decimal).map {
          ComplexNumber($0.real, $0.imaginary)
        }
      }
      guard let number else { return nil }
      parsed.append(number)
    }
    return ComplexVector(column.codes.map { $0 < 0 ? .missing : parsed[Int($0)] })
  }

  func value(_ strings: StringPool) -> Value {
    switch kind {
    case .empty, .skip, .logical:
      return .logicals(cells(missingInteger) { ChunkParser.logical($0) })
    case .integer: return .integers(cells(missingInteger) { NumberScanner.integer(field: $0) })
    case .double:
      return .doubles(
        cells(missingDouble) { NumberScanner.double(field: $0, decimal: decimal) })
    case .string:
      if let complexes = complexes() { return .object(complexes) }
      let codes = column.codes.map { $0 < 0 || isMissing[Int($0)] ? missingInteger : $0 }
      return column.dictionary.vector(codes, strings)
    }
  }

  private func cells<Cell>(
    _ missing: Cell, _ parse: (UnsafeBufferPointer<UInt8>) -> Cell?
  ) -> [Cell] {
    let parsed = isMissing.indices.map { entry in
      isMissing[entry] ? missing : column.dictionary.withField(entry, parse) ?? missing
    }
    return column.codes.map { $0 < 0 ? missing : parsed[Int($0)] }
  }
}

extension StringDictionary {
  func withField<Result>(_ entry: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[offsets[entry]..<offsets[entry + 1]]))
    }
  }
}

/// Escapes as C writes them.
private enum Escapes {
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    let meanings: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
      UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
    ]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      if (48...55).contains(next) {
        let digits = rest.prefix(3).prefix { (48...55).contains($0) }
        rest = rest.dropFirst(digits.count)
        result.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 48) })
      } else {
        rest = rest.dropFirst()
        if let meaning = meanings[next] { result.append(meaning) } else { result += [byte, next] }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
