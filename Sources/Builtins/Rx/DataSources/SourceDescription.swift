import ApusColumns
import ApusInterpreter
import Glibc

/// A data source as the R half describes it: a list with these elements.
struct SourceDescription {
  private let list: ListVector
  let strings: StringPool

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

  /// The rows that are to be read, counted from 0; nil for all.
  var rows: Range<Int>? {
    let start = max(0, integer("startRow", else: 1) - 1)
    let count = integer("numRows", else: -1)
    if count < 0 { return start == 0 ? nil : start..<Int.max }
    return start..<(count > Int.max - start ? .max : start + count)
  }

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

  func integers(_ name: String) -> [Int]? {
    guard let vector = value(name).vector, vector.kind == .integer else { return nil }
    return withExtendedLifetime(vector) { vector.integers.map { Int($0) } }
  }

  func number(_ name: String) -> Double? {
    switch value(name) {
    case .integer(let number) where number != .min: Double(number)
    case .double(let number) where !number.isNaN: number
    default: nil
    }
  }

  func flags(_ name: String) -> [Bool] {
    guard let vector = value(name).vector, vector.kind == .logical else { return [] }
    return withExtendedLifetime(vector) { vector.integers.map { $0 == 1 } }
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
  ///
  /// `frame` is a data frame, `rowCount` a number of rows that a transformation has; otherwise
  /// `file` has the paths of text or Arrow files.
  func open(_ interpreter: Interpreter) throws -> any DataSource {
    let rowsPerBlock = integer("rowsPerRead", else: .max)
    if let frame = list("frame") {
      return try RxData.memory(frame, interpreter, rowsPerBlock: rowsPerBlock)
    }
    let count = integer("rowCount", else: -1)
    if count >= 0 {
      let none = ColumnBatch(names: [], columns: [], rowCount: count)
      return MemoryData(none, rowsPerBlock: rowsPerBlock)
    }
    return try openFiles(interpreter)
  }

  /// A file, or all those of a folder or pattern, with what is known of the columns.
  ///
  /// `interpreter`: asked for interrupts between the files.
  func openFiles(_ interpreter: Interpreter? = nil) throws -> any DataSource {
    var first: TextStart?
    let sources =
      try openOutside()
      ?? paths.map { path in
        try interpreter?.checkInterrupt()
        return try openFile(path, &first)
      }
    let source: any DataSource
    if let only = sources.first, sources.count == 1 {
      source = only
    } else {
      source = try JoinedSource(sources)
    }
    let refinements = refinements
    return refinements.isEmpty ? source : try RefinedSource(source, refinements)
  }

  /// The paths of files.
  var paths: [String] { (texts("file") ?? []).map(Self.expanded) }

  /// The columns to keep, when not all of them are, and whether one is to be read.
  var choice: (keep: Set<String>?, isKept: (String) -> Bool) {
    let keep = texts("keep").map(Set.init)
    let drop = Set(texts("drop") ?? [])
    return (keep, { (keep?.contains($0) ?? true) && !drop.contains($0) })
  }

  private func openFile(_ path: String, _ first: inout TextStart?) throws -> any DataSource {
    let (keep, isKept) = choice
    if ArrowFile.isArrow(path) {
      let data = try ArrowData(path, isKept: isKept)
      try check(keep, data.schema, path)
      return try RefinedSource(data, known(data.file.schema, [data.file]))
    }
    if ArrowSet.isSet(path) {
      let data = try ArrowSetData(path, isKept: isKept)
      try check(keep, data.schema, path)
      return try RefinedSource(data, known(data.manifest.schema, data.parts))
    }
    if RevoFile.isOne(path) {
      let data = try RevoFile(path, isKept: isKept)
      try check(keep, data.schema, path)
      return try RefinedSource(data, known(data.schema, []))
    }
    guard text("kind") != "RxXdfData" else {
      throw ColumnError(
        access(path, F_OK) == 0 ? .corrupt : .missingFile,
        access(path, F_OK) == 0 ? "not an Arrow file" : "No such file or directory", file: path)
    }
    let data = try openText(path, isKept, &first)
    try check(keep, data.schema, path)
    return data
  }

  /// What the footers of files tell of their columns, and whether text is to be factors.
  private func known(_ schema: Schema, _ files: [ArrowFile]) -> [String: Refinement] {
    let makesFactors = flag("factors") ?? false
    let blocks = files.flatMap { $0.statistics ?? [] }
    var result: [String: Refinement] = [:]
    for (index, field) in schema.fields.enumerated() {
      var refinement = Refinement()
      refinement.isFactor = makesFactors && field.type == .string
      let low = blocks.map { $0[index].low }.min() ?? .infinity
      let high = blocks.map { $0[index].high }.max() ?? -.infinity
      if low <= high, field.low == nil, field.type != .factor {
        (refinement.low, refinement.high) = (low, high)
      }
      result[field.name] = refinement
    }
    return result
  }

  func check(_ keep: Set<String>?, _ schema: Schema, _ path: String?) throws {
    if let unknown = keep?.subtracting(schema.names).sorted().first {
      throw ColumnError(.unknownColumn, "is not in the data", file: path, column: unknown)
    }
  }

  /// What `colInfo` says of columns besides types and levels: parallel vectors.
  var refinements: [String: Refinement] {
    guard let lists = list("columns"), let names = lists.names else { return [:] }
    var result: [String: Refinement] = [:]
    for (name, value) in zip(names.elements, lists.elements) {
      guard let list = value.list else { continue }
      result[strings.text(name)] = SourceDescription(list, strings).refinement
    }
    return result
  }

  private var refinement: Refinement {
    var result = Refinement()
    result.newName = text("newName")
    result.description = text("description")
    result.low = number("low")
    result.high = number("high")
    result.newLevels = texts("newLevels")
    result.storage = text("type").flatMap(Field.Storage.init(rawValue:))
    result.isOrdered = text("type") == "ordered"
    result.isFactor = flag("isFactor") ?? false
    let labels = zip(texts("codes") ?? [], texts("labels") ?? [])
      .map { Field.ValueLabel(code: $0, label: $1) }
    result.valueLabels = labels.isEmpty ? nil : labels
    return result
  }

  /// The path with the home directory in place of a leading tilde.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}
