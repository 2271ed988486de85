import ApusColumns
import ApusInterpreter

/// Writes chunks to the file that R code describes, which is made when the first comes.
final class ChunkWriter {
  private let target: SourceDescription
  private var sink: (any BatchSink)?
  private var schema = Schema([])
  private(set) var rowCount = 0

  init(_ target: SourceDescription) {
    self.target = target
  }

  /// Writes a chunk as a block; `isWanted` is asked now and then.
  func write(
    _ batch: ColumnBatch, as wanted: Schema, isWanted: @escaping () -> Bool = { true }
  ) throws {
    let schema = wanted.fields.isEmpty ? batch.schema : wanted
    try start(schema)
    guard Set(batch.names) == Set(self.schema.names) else {
      throw ColumnError(
        .unknownColumn,
        "the variables of the new rows are others: "
          + batch.names.joined(separator: ", "), file: target.text("file"))
    }
    try widen(for: batch)
    let arranged = batch.arranged(as: self.schema)
    do {
      try write(isText ? arranged : arranged.retyped(as: self.schema), isWanted)
    } catch var error as ColumnError {
      if error.file == nil, error.code == .unexpectedText {
        error.row = error.row.map { $0 + rowCount }
      }
      error.file = error.file ?? target.text("file")
      throw error
    }
    rowCount += batch.rowCount
  }

  private func write(_ block: ColumnBatch, _ isWanted: @escaping () -> Bool) throws {
    if let sink = sink as? ArrowSink {
      sink.isWanted = isWanted
      defer { sink.isWanted = { true } }
      return try sink.write(block: block)
    }
    for start in stride(from: 0, to: block.rowCount, by: rowsPerPiece) {
      guard isWanted() else { throw ColumnError(.cancelled, "interrupted") }
      try sink?.append(block.rows(start..<min(block.rowCount, start + rowsPerPiece)))
    }
    try sink?.endBlock()
  }

  private var isText: Bool { target.text("kind") == "RxTextData" }

  /// Goes over to doubles where a column that began with integers has fractions.
  private func widen(for batch: ColumnBatch) throws {
    guard let sink, !isText, target.text("connection") == nil,
      !(target.flag("appends") ?? false)
    else {
      return
    }
    var wider = schema
    for (index, field) in schema.fields.enumerated() where field.type == .integer {
      guard let values = batch[field.name], !values.isWhole else { continue }
      wider.fields[index].type = .double
      wider.fields[index].storage = nil
    }
    if wider == schema { return }
    schema = wider
    self.sink = try sink.widened(to: wider)
  }

  /// Ends the file; without rows it has the given columns.
  func finish(_ schema: Schema) throws {
    try start(schema)
    try sink?.finish()
    sink = nil
  }

  func abandon() {
    sink?.abandon()
    sink = nil
  }

  private func start(_ schema: Schema) throws {
    guard sink == nil, self.schema.fields.isEmpty else { return }
    self.schema = schema
    sink = try target.makeSink(&self.schema)
  }
}

extension SourceDescription {
  /// A sink for the described file.
  ///
  /// Appending changes the schema to that of the file.
  func makeSink(_ schema: inout Schema) throws -> any BatchSink {
    if let connection = text("connection") { return try makeTable(connection, schema) }
    guard let path = text("file").map(Self.expanded) else {
      throw ColumnError(.invalidArgument, "the data source has no file")
    }
    let appends = flag("appends") ?? false
    if text("kind") == "RxParquetData" {
      let options = ParquetSink.Options(
        compressionLevel: integer("compression", else: 1), writesCodes: flag("writesCodes") ?? false
      )
      return try ParquetSink(path, schema: schema, options: options)
    }
    guard text("kind") == "RxTextData" else { return try makeArrowSink(path, appends, &schema) }
    if appends { schema = try appended(schema, try openFiles().schema, path) }
    let options = textOptions
    if let suffix = text("fileSet") {
      let rows = integer("rowsPerFile", else: 0)
      return try TextSetSink(
        path, extension: suffix, schema, options, rowsPerFile: rows > 0 ? rows : nil)
    }
    return try TextSink(path, schema, options, appending: appends)
  }

  private var textOptions: TextSink.Options {
    var writer = CSVWriter()
    writer.separator = text("delimiter") ?? ","
    writer.missing = text("missing") ?? "NA"
    writer.digits = integer("digits", else: 15)
    writer.decimal = text("decimal")?.utf8.first ?? writer.decimal
    var options = TextSink.Options(writer)
    options.quotes = text("quote") != ""
    options.hasHeader = flag("header") ?? true
    options.writesCodes = flag("writesCodes") ?? false
    return options
  }

  private func makeArrowSink(
    _ path: String, _ appends: Bool, _ schema: inout Schema
  ) throws -> any BatchSink {
    let options = ArrowSink.Options(compressionLevel: integer("compression", else: 1))
    let isSet = flag("isSet") ?? false
    if appends {
      let old = isSet ? try ArrowSetData(path).schema : try ArrowData(path).schema
      _ = try appended(schema, old, path)
      schema = old
    }
    if isSet {
      return try ArrowSetSink(
        path, schema: schema, blocksPerFile: integer("blocksPerFile", else: 3),
        appending: appends, options: options)
    }
    return appends
      ? try ArrowSink(appendingTo: path, schema: schema, options: options)
      : try ArrowSink(path, schema: schema, options: options)
  }

  /// The schema of a file to which rows of another are added: the same names.
  private func appended(_ new: Schema, _ old: Schema, _ path: String) throws -> Schema {
    guard Set(new.names) == Set(old.names) else {
      throw ColumnError(
        .unknownColumn, "the variables to append are not those of the file", file: path)
    }
    return Schema(old.names.compactMap { name in new.fields.first { $0.name == name } })
  }
}

extension ColumnBatch {
  /// The columns with the types of a file that they are added to.
  func retyped(as schema: Schema) throws -> ColumnBatch {
    var result = self
    for (index, field) in schema.fields.enumerated() where columns[index].type != field.type {
      var open = field
      open.levels = []
      let isNumber = columns[index].doubles != nil && columns[index].type != .factor
      let isText = columns[index].categories != nil && columns[index].type != .logical
      let wantsText = field.type == .factor || field.type == .string
      guard wantsText ? isText : isNumber, field.type != .integer || columns[index].isWhole else {
        throw ColumnError(
          .unexpectedText, "has another type than in the file",
          row: field.type == .integer ? columns[index].firstFraction : nil, column: field.name)
      }
      result.columns[index] = ColumnValues(joining: [columns[index]], field: open)
    }
    return result
  }
}

extension ColumnValues {
  /// The row, counted from 1, of the first number that is not an integer of 32 bits.
  fileprivate var firstFraction: Int? {
    guard case .double(let cells) = self else { return nil }
    return cells.firstIndex { !$0.isNaN && Int32(exactly: $0) == nil }.map { $0 + 1 }
  }
}
