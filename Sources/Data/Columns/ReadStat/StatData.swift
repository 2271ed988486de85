import CReadStat
import Glibc

/// A file of SAS or SPSS as a source of data, read by ReadStat.
package struct StatData: DataSource {
  private let path: String
  private let format: StatFormat
  private let conversions: [String: StatConversion]
  private let options: StatOptions
  package let schema: Schema
  package let rowCount: Int?

  /// `plan`: what to do with a variable of this name.
  package init(
    _ path: String, _ format: StatFormat, options: StatOptions = StatOptions(),
    plan: (String) -> ColumnPlan = { _ in .infer }
  ) throws {
    (self.path, self.format, self.options) = (path, format, options)
    let library = try ReadStatLibrary.found.get()
    let contents = StatContents(library)
    try contents.read(path, format)
    if let catalog = options.catalog { try contents.read(catalog, .sas7bcat) }
    var conversions: [String: StatConversion] = [:]
    var fields: [Field] = []
    for variable in contents.variables {
      let wish = plan(variable.name)
      if wish == .skip { continue }
      let conversion = StatConversion(
        variable, labels: contents.labels(of: variable), wish, isSAS: format.isSAS, options)
      conversions[variable.name] = conversion
      fields.append(conversion.field)
    }
    self.conversions = conversions
    schema = Schema(fields)
    rowCount = contents.rowCount
  }

  package var blocks: [Int]? { nil }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    let kept = schema.indices(of: columns).map { schema.fields[$0] }
    let conversions = kept.compactMap { self.conversions[$0.name] }
    return StatBatches(
      path, format, Schema(kept), conversions, rows, rowsPerRead: options.rowsPerRead)
  }
}

/// What a file says of its variables.
private final class StatContents {
  private let library: ReadStatLibrary
  private(set) var variables: [StatVariable] = []
  private(set) var rowCount: Int?
  private var labelSets: [String: [StatVariable.Label]] = [:]

  init(_ library: ReadStatLibrary) {
    self.library = library
  }

  func read(_ path: String, _ format: StatFormat) throws {
    try library.parse(path, format, self) { parser in
      _ = library.setMetadata(parser) { metadata, context in
        guard let metadata, let contents = StatContents.from(context) else { return 1 }
        if metadata.pointee.row_count >= 0, metadata.pointee.var_count > 0 {
          contents.rowCount = Int(metadata.pointee.row_count)
        }
        return 0
      }
      _ = library.setVariable(parser) { _, variable, labelSet, context in
        guard let variable, let contents = StatContents.from(context) else { return 1 }
        contents.add(variable, labelSet.map { String(cString: $0) } ?? "")
        return 0
      }
      _ = library.setLabel(parser) { labelSet, value, label, context in
        guard let labelSet, let label, let contents = StatContents.from(context) else { return 1 }
        contents.add(value, String(cString: label), to: String(cString: labelSet))
        return 0
      }
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> StatContents? {
    context.map { Unmanaged<StatContents>.fromOpaque($0).takeUnretainedValue() }
  }

  private func add(_ variable: UnsafeMutablePointer<readstat_variable_t>, _ labelSet: String) {
    let text = { (pointer: UnsafePointer<CChar>?) in pointer.map { String(cString: $0) } ?? "" }
    let type = variable.pointee.type
    let isText = type == READSTAT_TYPE_STRING || type == READSTAT_TYPE_STRING_REF
    var ranges: [ClosedRange<Double>] = []
    var texts: [String] = []
    for index in 0..<library.countMissingRanges(variable) {
      let low = library.lowMissing(variable, index)
      let high = library.highMissing(variable, index)
      if isText {
        texts.append(text(low.v.string_value))
      } else if let low = low.number, let high = high.number, low <= high {
        ranges.append(low...high)
      }
    }
    variables.append(
      StatVariable(
        name: text(library.name(variable)), label: text(library.label(variable)), isText: isText,
        isInteger: !isText && type != READSTAT_TYPE_DOUBLE && type != READSTAT_TYPE_FLOAT,
        format: text(library.format(variable)), labelSet: labelSet, missingRanges: ranges,
        missingTexts: texts))
  }

  private func add(_ value: readstat_value_t, _ label: String, to labelSet: String) {
    let set = Self.key(labelSet)
    if value.type == READSTAT_TYPE_STRING {
      let text = value.v.string_value.map { String(cString: $0) } ?? ""
      labelSets[set, default: []].append(.init(number: nil, text: text, label: label))
    } else if let number = value.number {
      labelSets[set, default: []].append(.init(number: number, text: "", label: label))
    }
  }

  /// Names of formats are the same in any case, and whatever their width.
  private static func key(_ name: String) -> String {
    var name = Substring(name.uppercased())
    if name.hasSuffix(".") { name.removeLast() }
    return String(name)
  }

  func labels(of variable: StatVariable) -> [StatVariable.Label] {
    let key = Self.key(variable.labelSet.isEmpty ? variable.format : variable.labelSet)
    if let labels = labelSets[key] { return labels.inOrder }
    let bare = key.prefix { $0 != "." }
    return labelSets[String(bare)]?.inOrder ?? []
  }
}

extension [StatVariable.Label] {
  /// Numbers in their order; texts as they come.
  fileprivate var inOrder: Self {
    sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }
}

extension readstat_value_t {
  /// The number, nil when it is missing or text.
  var number: Double? {
    if is_system_missing != 0 || is_tagged_missing != 0 { return nil }
    switch type {
    case READSTAT_TYPE_DOUBLE: return v.double_value.isNaN ? nil : v.double_value
    case READSTAT_TYPE_FLOAT: return v.float_value.isNaN ? nil : Double(v.float_value)
    case READSTAT_TYPE_INT32: return Double(v.i32_value)
    case READSTAT_TYPE_INT16: return Double(v.i16_value)
    case READSTAT_TYPE_INT8: return Double(v.i8_value)
    default: return nil
    }
  }
}

/// One pass over a file; a stretch of rows is read at once, and cut into pieces.
private final class StatBatches: BatchSource, @unchecked Sendable {
  // Invariant: `cursor`, `stretch` and `stretchStart` are used by `nextPiece` only.
  private let path: String
  private let format: StatFormat
  private let conversions: [StatConversion]
  private var cursor: PieceCursor
  private var stretch: [ColumnValues] = []
  private var stretchStart = 0
  private var stretchCount = 0
  private var isAtEnd = false
  private let rowsAtOnce: Int
  let schema: Schema

  /// About so many cells are in memory at once.
  private static let cellsAtOnce = 1 << 23

  struct Piece: Sendable {
    let columns: [ColumnValues]
    let firstRow: Int
    let endsBlock: Bool
  }

  init(
    _ path: String, _ format: StatFormat, _ schema: Schema, _ conversions: [StatConversion],
    _ rows: Range<Int>?, rowsPerRead: Int
  ) {
    (self.path, self.format, self.schema, self.conversions) = (path, format, schema, conversions)
    cursor = PieceCursor(rowsPerBlock: rowsPerRead, rows: rows)
    let fitting = max(1, Self.cellsAtOnce / max(1, conversions.count) / rowsPerPiece)
    let wanted = (rows?.upperBound ?? .max) - (rows?.lowerBound ?? 0)
    rowsAtOnce = min(wanted, fitting * rowsPerPiece)
  }

  func makeDecoder() {}

  func nextPiece() throws -> Piece? {
    while let span = cursor.next() {
      guard span.isWanted else { continue }
      if span.rows.lowerBound >= stretchStart + stretchCount {
        if isAtEnd { return nil }
        try read(from: span.rows.lowerBound)
      }
      // A piece may reach into the next stretch; it is read again from its start then.
      if span.rows.upperBound > stretchStart + stretchCount, !isAtEnd {
        try read(from: span.rows.lowerBound)
      }
      let start = span.rows.lowerBound - stretchStart
      let end = min(stretchCount, span.rows.upperBound - stretchStart)
      guard start < end else { return nil }
      return Piece(
        columns: stretch.map { $0.rows(start..<end) }, firstRow: span.rows.lowerBound,
        endsBlock: span.endsBlock)
    }
    return nil
  }

  private func read(from row: Int) throws {
    let reader = StatRows(schema.names)
    try reader.read(path, format, from: row, count: rowsAtOnce)
    stretch = reader.finish()
    stretchStart = row
    stretchCount = stretch.first?.count ?? 0
    isAtEnd = stretchCount < rowsAtOnce
  }

  func decode(_ piece: Piece, with decoder: inout Void) throws -> ColumnBatch {
    do {
      let columns = try zip(piece.columns, conversions).map { try $1.cells($0) }
      return ColumnBatch(names: schema.names, columns: columns)
    } catch var error as ColumnError {
      error.file = path
      error.row = error.row.map { $0 + piece.firstRow }
      throw error
    }
  }

  func endsBlock(_ piece: Piece) -> Bool { piece.endsBlock }
}

/// The values of some rows, as ReadStat calls them out one after another.
private final class StatRows {
  private let wanted: [String: Int]
  private var cells: [StatCells] = []
  /// The places of the variables that are read, in the order of the file.
  private var places: [Int] = []
  private var library: ReadStatLibrary?

  init(_ names: [String]) {
    wanted = Dictionary(zip(names, 0...)) { first, _ in first }
    cells = names.map { _ in StatCells() }
  }

  func read(_ path: String, _ format: StatFormat, from row: Int, count: Int) throws {
    let library = try ReadStatLibrary.found.get()
    self.library = library
    try library.parse(path, format, self) { parser in
      _ = library.setLimit(parser, count)
      _ = library.setOffset(parser, row)
      _ = library.setVariable(parser) { _, variable, _, context in
        guard let variable, let rows = StatRows.from(context) else { return 1 }
        return rows.add(variable)
      }
      _ = library.setValue(parser) { _, variable, value, context in
        guard let variable, let rows = StatRows.from(context) else { return 1 }
        let index = Int(variable.pointee.index_after_skipping)
        guard index >= 0, index < rows.places.count else { return 1 }
        rows.cells[rows.places[index]].add(value)
        return 0
      }
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> StatRows? {
    context.map { Unmanaged<StatRows>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Whether the values of a variable are wanted, as ReadStat is told.
  private func add(_ variable: UnsafeMutablePointer<readstat_variable_t>) -> Int32 {
    let name = library?.name(variable).map { String(cString: $0) } ?? ""
    guard let place = wanted[name] else { return Int32(READSTAT_HANDLER_SKIP_VARIABLE) }
    places.append(place)
    let type = variable.pointee.type
    cells[place].isText = type == READSTAT_TYPE_STRING || type == READSTAT_TYPE_STRING_REF
    return 0
  }

  func finish() -> [ColumnValues] { cells.map(\.values) }
}

/// The values of a variable.
private final class StatCells {
  var isText = false
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private lazy var table = StringTable()

  func add(_ value: readstat_value_t) {
    guard isText else {
      numbers.append(value.number ?? missingDouble)
      return
    }
    guard let text = value.v.string_value else {
      codes.append(missingInteger)
      return
    }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    codes.append(table.code(start: bytes, count: strlen(text)))
  }

  var values: ColumnValues {
    isText
      ? .string(StringColumn(codes: codes, dictionary: table.dictionary())) : .double(numbers)
  }
}
