import ApusColumns
import ApusInterpreter

/// What the first of several text files has settled for the others.
struct TextStart {
  let options: CSVOptions
  let schema: Schema
}

extension SourceDescription {
  /// A text file; what is not said of it is found out, or taken from the first of several.
  func openText(
    _ path: String, _ isKept: (String) -> Bool, _ first: inout TextStart?
  ) throws -> any DataSource {
    let options = try first?.options ?? settled(for: path)
    let (types, levels, known) = (types, levels, first?.schema)
    var data = try TextData(
      .file(path), options: options, rowsToSniff: integer("sniff", else: 10_000),
      makesFactors: flag("factors") ?? false
    ) { name in
      guard isKept(name) else { return .skip }
      let plan = Self.plan(types[name], levels[name])
      guard plan == .infer, let field = known?.fields.first(where: { $0.name == name }) else {
        return plan
      }
      return Self.plan(as: field)
    }
    data.rowsPerRead = integer("rowsPerRead", else: 500_000)
    if let known { try check(data.schema, like: known, path) }
    if first == nil { first = TextStart(options: options, schema: data.schema) }
    let narrow = text("decimalType") == "float32" ? sniffedNumbers(data.schema) : [:]
    return narrow.isEmpty ? data : try RefinedSource(data, narrow)
  }

  /// How a column is read that the first file has; numbers are looked at again, since the first
  /// may have had integers only.
  private static func plan(as field: Field) -> ColumnPlan {
    switch field.type {
    case .integer: .infer
    case .factor, .string: .declared(field.type)
    default: .sniffed(field.type)
    }
  }

  private func check(_ schema: Schema, like first: Schema, _ path: String) throws {
    for field in schema.fields {
      guard let known = first.fields.first(where: { $0.name == field.name }),
        known.type == .integer, field.type != .integer, field.type != .double
      else { continue }
      throw ColumnError(
        .unexpectedText, "is \(field.type.rName), but a number in the first file", file: path,
        column: field.name)
    }
  }

  /// Those columns of numbers whose type nobody has given: they are stored in single precision.
  private func sniffedNumbers(_ schema: Schema) -> [String: Refinement] {
    var result: [String: Refinement] = [:]
    for field in schema.fields where field.type == .double && types[field.name] == nil {
      result[field.name] = Refinement()
      result[field.name]?.storage = .float32
    }
    return result
  }

  /// The options of a file; what cannot be known without looking is the delimiter and whether
  /// there is a header.
  private func settled(for path: String) throws -> CSVOptions {
    var options = CSVOptions()
    options.skip = integer("skip", else: 0)
    options.dialect = dialect()
    options.emptyType = text("missingType") == "character" ? .string : .double
    try setFormats(&options)
    options.hasHeader = false
    if let starts = integers("starts"), let widths = integers("widths") {
      options.dialect.positions = zip(starts, widths).map {
        let start = max(0, $0 - 1)
        return start..<(start + min(max(0, $1), 1 << 30))
      }
      options.names = texts("names")
      return options
    }
    if let delimiter = text("delimiter").map({ Array($0.utf8) }), let byte = delimiter.first {
      options.dialect.separator = delimiter.count == 1 && byte == 32 ? nil : byte
      options.dialect.moreSeparators = Array(delimiter.dropFirst())
    } else {
      options.dialect.separator = try Self.sniffedDelimiter(path, options)
    }
    if let header = flag("header") {
      options.hasHeader = header
    } else {
      let records = try CSVFile(.file(path), options: options).firstRecords()
      options.hasHeader = Self.hasHeader(records, options.dialect)
    }
    return options
  }

  private func setFormats(_ options: inout CSVOptions) throws {
    let cutoff = integer("centuryCutoff", else: 20)
    let format = { (text: String) in try DateFormat(text, centuryCutoff: cutoff) }
    options.dates = try text("dateFormat").map(format)
    options.times = try text("timeFormat").map(format)
    for (name, value) in named("formats") {
      options.formats[name] = try strings.texts(value)?.first.map(format)
    }
    for (name, value) in named("cuts") {
      if case .integer(let width) = value { options.widths[name] = Int(width) }
    }
  }

  /// The elements of a list with their names.
  private func named(_ name: String) -> [(String, Value)] {
    guard let list = list(name), let names = list.names else { return [] }
    return zip(names.elements, list.elements).map { (strings.text($0), $1) }
  }

  private func dialect() -> CSVDialect {
    var dialect = CSVDialect()
    dialect.quotes = text("quote").map { Array($0.utf8) } ?? dialect.quotes
    dialect.decimal = text("decimal")?.utf8.first ?? dialect.decimal
    dialect.missingStrings = texts("missing") ?? ["NA"]
    dialect.thousands = text("thousands")?.utf8.first
    dialect.combinesSeparators = flag("combines") ?? false
    return dialect
  }

  /// Nil for white space, which is taken when nothing else separates.
  private static func sniffedDelimiter(_ path: String, _ options: CSVOptions) throws -> UInt8? {
    var line = options
    line.dialect.separator = 1
    line.dialect.quotes = []
    let first = try CSVFile(.file(path), options: line).firstRecords().first?.first ?? ""
    let quotes = options.dialect.quotes
    var counts: [UInt8: Int] = [:]
    var open: UInt8?
    for byte in first.utf8 {
      if byte == open {
        open = nil
      } else if open == nil, quotes.contains(byte) {
        open = byte
      } else if open == nil {
        counts[byte, default: 0] += 1
      }
    }
    let candidates: [UInt8] = Array(",\t;|".utf8)
    let most = candidates.compactMap { counts[$0] }.max() ?? 0
    if most > 0 { return candidates.first { counts[$0] == most } }
    return counts[32] == nil ? UInt8(ascii: ",") : nil
  }

  /// Names are above numbers: the first record is text, and the second, if there is one, has a
  /// number.
  private static func hasHeader(_ records: [[String]], _ dialect: CSVDialect) -> Bool {
    let isNumber = { (text: String) in
      var text = text
      return text.withUTF8 { field in
        let kind = NumberScanner.kind(of: field, decimal: dialect.decimal)
        let grouped = dialect.thousands.flatMap { NumberScanner.ungrouped(field, thousands: $0) }
        return kind == .integer || kind == .double || grouped != nil
      }
    }
    guard let first = records.first, !first.contains(where: isNumber),
      first.contains(where: { !$0.isEmpty })
    else { return false }
    return records.count < 2 || records[1].contains(where: isNumber)
  }

  static func plan(_ type: String?, _ levels: [String]?) -> ColumnPlan {
    switch type {
    case "logical": .declared(.logical)
    case "integer", "int16", "uint16", "int32": .declared(.integer)
    case "numeric", "float32", "double": .declared(.double)
    case "factor", "ordered": .declared(.factor, levels: levels)
    case "character": .declared(.string)
    case "Date": .declared(.date)
    case "POSIXct": .declared(.dateTime)
    default: levels.map { .declared(.factor, levels: $0) } ?? .infer
    }
  }
}
