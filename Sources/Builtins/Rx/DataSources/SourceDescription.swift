import ApusColumns
import ApusInterpreter
import Glibc

/// A data source as the R half describes it: a list with these elements.
struct SourceDescription {
  private let list: ListVector
  private let strings: StringPool

  init(_ list: ListVector, _ strings: StringPool) {
    self.list = list
    self.strings = strings
  }

  func value(_ name: String) -> Value {
    guard let names = list.names else { return .null }
    let handle = strings.intern(name)
    guard let position = names.elements.firstIndex(of: handle) else { return .null }
    return list.elements[position]
  }

  func list(_ name: String) -> ListVector? { value(name).list }

  func text(_ name: String) -> String? {
    texts(name)?.first
  }

  func texts(_ name: String) -> [String]? {
    strings.texts(value(name))
  }

  func integer(_ name: String, else fallback: Int) -> Int {
    switch value(name) {
    case .integer(let number) where number != .min: Int(number)
    case .double(let number) where abs(number) < 1e15: Int(number)
    default: fallback
    }
  }

  func flag(_ name: String) -> Bool? {
    if case .logical(let truth) = value(name), truth != .min { return truth != 0 }
    return nil
  }

  /// Types by column name.
  var types: [String: String] {
    let value = value("types")
    guard let types = value.characterVector, let names = value.vector?.names else { return [:] }
    defer { withExtendedLifetime(types) {} }
    let pairs = zip(names.elements, types.elements).map { (strings.text($0), strings.text($1)) }
    return Dictionary(pairs) { _, last in last }
  }

  /// Levels by column name.
  var levels: [String: [String]] {
    guard let lists = value("levels").list, let names = lists.names else { return [:] }
    var result: [String: [String]] = [:]
    for (name, value) in zip(names.elements, lists.elements) {
      result[strings.text(name)] = strings.texts(value)
    }
    return result
  }
}

extension StringPool {
  /// The strings of a character value; nil for anything else.
  func texts(_ value: Value) -> [String]? {
    guard let vector = value.characterVector else { return nil }
    return withExtendedLifetime(vector) { vector.elements.map { text($0) } }
  }
}

extension SourceDescription {
  /// The data that is described.
  func open() throws -> any DataSource {
    guard let path = text("file").map(Self.expanded) else {
      throw ColumnError(.invalidArgument, "the data source has no file")
    }
    let keep = texts("keep").map(Set.init)
    let drop = Set(texts("drop") ?? [])
    let isKept = { (name: String) in (keep?.contains(name) ?? true) && !drop.contains(name) }
    if ArrowFile.isArrow(path) { return try ArrowData(path, isKept: isKept) }
    var options = CSVOptions()
    options.skip = integer("skip", else: 0)
    options.dialect = dialect()
    try settle(&options, path)
    let (types, levels) = (types, levels)
    var data = try TextData(
      .file(path), options: options, rowsToSniff: integer("sniff", else: 10_000),
      makesFactors: flag("factors") ?? false
    ) { name in
      isKept(name) ? Self.plan(types[name], levels[name]) : .skip
    }
    data.rowsPerRead = integer("rowsPerRead", else: 500_000)
    return data
  }

  /// The path with the home directory in place of a leading tilde.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// What cannot be known without looking at the file: the delimiter and whether there is a header.
  private func settle(_ options: inout CSVOptions, _ path: String) throws {
    options.hasHeader = false
    if let delimiter = text("delimiter") {
      options.dialect.separator = delimiter.utf8.first == 32 ? nil : delimiter.utf8.first
    } else {
      var line = options
      line.dialect.separator = 1
      line.dialect.quotes = []
      let first = try CSVFile(.file(path), options: line).firstRecord().first ?? ""
      let candidates: [UInt8] = Array(",\t;|".utf8)
      let counts = candidates.map { candidate in first.utf8.count { $0 == candidate } }
      let most = counts.max() ?? 0
      options.dialect.separator =
        most == 0 ? UInt8(ascii: ",") : counts.firstIndex(of: most).map { candidates[$0] }
    }
    if let header = flag("header") {
      options.hasHeader = header
    } else {
      let fields = try CSVFile(.file(path), options: options).firstRecord()
      options.hasHeader = fields.allSatisfy { Double($0) == nil && !$0.isEmpty }
    }
  }

  private func dialect() -> CSVDialect {
    var dialect = CSVDialect()
    dialect.quotes = text("quote").map { Array($0.utf8) } ?? dialect.quotes
    dialect.decimal = text("decimal")?.utf8.first ?? dialect.decimal
    dialect.missingStrings = texts("missing") ?? ["NA"]
    return dialect
  }

  private static func plan(_ type: String?, _ levels: [String]?) -> ColumnPlan {
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
