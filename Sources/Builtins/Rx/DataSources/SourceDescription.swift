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

/// A text file opened as a source describes it, with a plan for each column.
struct OpenedText {
  let file: CSVFile
  let names: [String]
  private(set) var plans: [ColumnPlan]
  private let description: SourceDescription
  private let makesFactors: Bool

  init(_ description: SourceDescription) throws {
    self.description = description
    guard let path = description.text("file").map(Self.expanded) else {
      throw ColumnError(.invalidArgument, "the data source has no file")
    }
    makesFactors = description.flag("factors") ?? false
    var options = CSVOptions()
    options.skip = description.integer("skip", else: 0)
    options.dialect = Self.dialect(description)
    try Self.settle(&options, path, description)
    file = try CSVFile(.file(path), options: options)
    if path.hasSuffix(".gz"), !file.isCompressed {
      throw ColumnError(.corrupt, "not a gz file", file: path)
    }
    names = file.columnNames
    if let header = file.header, header.count != file.columnCount {
      throw ColumnError(
        .tooFewFields,
        "the header has \(header.count) names, but there are \(file.columnCount) columns",
        file: path)
    }
    plans = Self.plans(description, names, makesFactors)
    plans = try file.sniff(plans, rows: description.integer("sniff", else: 10_000))
  }

  /// The path with the home directory in place of a leading tilde.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// What cannot be known without looking at the file: the delimiter and whether there is a header.
  private static func settle(
    _ options: inout CSVOptions, _ path: String, _ description: SourceDescription
  ) throws {
    options.hasHeader = false
    if let delimiter = description.text("delimiter") {
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
    if let header = description.flag("header") {
      options.hasHeader = header
    } else {
      let fields = try CSVFile(.file(path), options: options).firstRecord()
      options.hasHeader = fields.allSatisfy { Double($0) == nil && !$0.isEmpty }
    }
  }

  private static func dialect(_ description: SourceDescription) -> CSVDialect {
    var dialect = CSVDialect()
    dialect.quotes = description.text("quote").map { Array($0.utf8) } ?? dialect.quotes
    dialect.decimal = description.text("decimal")?.utf8.first ?? dialect.decimal
    dialect.missingStrings = description.texts("missing") ?? ["NA"]
    return dialect
  }

  private static func plans(
    _ description: SourceDescription, _ names: [String], _ makesFactors: Bool
  ) -> [ColumnPlan] {
    let types = description.types
    let levels = description.levels
    let keep = description.texts("keep").map(Set.init)
    let drop = Set(description.texts("drop") ?? [])
    return names.map { name in
      if let keep, !keep.contains(name) { return .skip }
      if drop.contains(name) { return .skip }
      return switch types[name] {
      case "logical": .declared(.logical)
      case "integer", "int16", "uint16", "int32": .declared(.integer)
      case "numeric", "float32", "double": .declared(.double)
      case "factor", "ordered": .declared(.factor, levels: levels[name])
      case "character": .declared(.string)
      case "Date": .declared(.date)
      default: levels[name].map { .declared(.factor, levels: $0) } ?? .infer
      }
    }
  }

  /// Whether a text column is to be taken as a factor.
  func isFactor(_ index: Int) -> Bool {
    switch plans[index] {
    case .declared(.factor, _): true
    case .sniffed(.string): makesFactors
    default: false
    }
  }

  /// The columns that the source keeps.
  var keptNames: [String] {
    names.indices.filter { plans[$0] != .skip }.map { names[$0] }
  }

  /// A batch with factors where the source makes factors of text.
  func settled(_ batch: ColumnBatch) -> ColumnBatch {
    guard makesFactors else { return batch }
    let columns = batch.columns.map { values -> ColumnValues in
      guard case .string = values, let (codes, levels) = values.categories else { return values }
      return .factor(codes: codes, levels: levels)
    }
    return ColumnBatch(names: batch.names, columns: columns, rowCount: batch.rowCount)
  }

  /// Batches of some of the kept columns; of all when nil.
  func batches(of wanted: [String]?) -> CSVBatches {
    var plans = plans
    if let wanted {
      let wanted = Set(wanted)
      for index in plans.indices where !wanted.contains(names[index]) { plans[index] = .skip }
    }
    return CSVBatches(
      file, plans: plans, rowsPerRead: description.integer("rowsPerRead", else: 500_000))
  }
}
