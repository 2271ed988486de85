import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Data read chunk by chunk, changed on the way, and written or returned.
enum DataSteps {
  static var all: [Builtin] { [copy, read, openReader, readNext, openWriter, writeNext, close] }

  // MARK: - All at once

  /// `rxCopyData(data, target, numCoresToUse, reportProgress)`: writes the data to a file.
  static let copy = Builtin(
    .internal, "rxCopyData(data, target, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      guard let target = call[1].list else { throw call.error("invalid target") }
      let writer = ChunkWriter(SourceDescription(target, call.strings))
      do {
        let runner = try PassRunner(call, threads: 2, report: 3)
        try runner.forEachChunk(data) { chunk in
          try writer.write(chunk.batch, as: data.schema)
          return true
        }
        try writer.finish(data.schema)
      } catch {
        writer.abandon()
        throw error
      }
      return .double(Double(writer.rowCount))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxReadData(data, cellLimit, numCoresToUse, reportProgress)`: the data as a list of vectors.
  ///
  /// `cellLimit`: the most cells, −1 for no limit; the attribute `isCut` says that there are more.
  static let read = Builtin(
    .internal, "rxReadData(data, cellLimit, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let cells = try call.double(1, "maxRowsByCols")
      var parts: [ColumnBatch] = []
      var schema = data.schema
      var count = 0
      var isCut = false
      try PassRunner(call, threads: 2, report: 3).forEachChunk(data) { chunk in
        if schema.fields.isEmpty { schema = chunk.batch.schema }
        let limit = cells < 0 ? Int.max : Int(cells) / max(1, schema.fields.count)
        let kept = min(chunk.batch.rowCount, limit - count)
        isCut = isCut || kept < chunk.batch.rowCount
        parts.append(isCut ? chunk.batch.rows(0..<kept) : chunk.batch)
        count += kept
        return !isCut
      }
      let result = list(parts, schema, call.strings)
      if isCut { result.setAttribute(call.strings.symbol("isCut"), .true) }
      return .object(result)
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  static func list(_ parts: [ColumnBatch], _ schema: Schema, _ strings: StringPool) -> ListVector {
    let arranged = parts.map { $0.arranged(as: schema) }
    let batch = ColumnBatch(joining: arranged, schema: schema)
    let vectors = zip(batch.columns, schema.fields).map { $0.vector(strings, $1) }
    let result = ListVector(vectors)
    result.setAttribute(.names, strings.characters(batch.names))
    return result
  }

  // MARK: - Chunk by chunk

  /// `rxOpenReader(data, numCoresToUse)`: a pass that `rxReadNext` takes a chunk further.
  static let openReader = Builtin(.internal, "rxOpenReader(data, numCoresToUse)") {
    call throws(Unwind) in
    do {
      let data = try RxData(call[0], call)
      let threads = Int(try call.integer(1, "numCoresToUse"))
      let wanted = threads > 0 ? min(threads, 256) : availableProcessors()
      let pass = OpenPass(data.schema, try data.chunks(of: nil, threads: wanted))
      return .object(ExternalPointer(pass))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxNextChunk(pass)`: the next chunk as a list of vectors, without any at the end.
  static let readNext = Builtin(.internal, "rxNextChunk(pass)") { call throws(Unwind) in
    do {
      guard let pass: OpenPass = payload(call[0]) else { throw call.error("not open for reading") }
      let chunk = try pass.chunks.next(isWanted: {
        do throws(Unwind) {
          try call.interpreter.checkInterrupt()
          return true
        } catch { return false }
      })
      guard let chunk else { return .object(ListVector([])) }
      return .object(list([chunk.batch], pass.schema, call.strings))
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxOpenWriter(target)`: a file that `rxWriteChunk` adds chunks to.
  static let openWriter = Builtin(.internal, "rxOpenWriter(target)") { call throws(Unwind) in
    guard let target = call[0].list else { throw call.error("invalid target") }
    return .object(
      ExternalPointer(ChunkWriter(SourceDescription(target, call.strings))))
  }

  static let writeNext = Builtin(.internal, "rxWriteChunk(writer, columns)") {
    call throws(Unwind) in
    do {
      guard let writer: ChunkWriter = payload(call[0]), let columns = call[1].list else {
        throw call.error("not open for writing")
      }
      let (batch, schema) = try RColumns.batch(columns, call.interpreter)
      try writer.write(batch, as: schema)
      return .null
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxCloseData(handle)`: ends a pass, or finishes a file.
  static let close = Builtin(.internal, "rxCloseData(handle)") { call throws(Unwind) in
    do {
      if let pass: OpenPass = payload(call[0]) { pass.chunks.close() }
      if let writer: ChunkWriter = payload(call[0]) { try writer.finish(Schema([])) }
      return .null
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  private static func payload<Payload: AnyObject>(_ value: Value) -> Payload? {
    (value.object as? ExternalPointer)?.payload as? Payload
  }
}

/// A pass over data that R code takes further.
final class OpenPass {
  let schema: Schema
  let chunks: ChunkReader

  init(_ schema: Schema, _ chunks: ChunkReader) {
    self.schema = schema
    self.chunks = chunks
  }
}

/// Writes chunks to the file that R code describes, which is made when the first comes.
final class ChunkWriter {
  private let target: SourceDescription
  private var sink: (any BatchSink)?
  private var schema = Schema([])
  private(set) var rowCount = 0

  init(_ target: SourceDescription) {
    self.target = target
  }

  /// Writes a chunk as a block.
  func write(_ batch: ColumnBatch, as wanted: Schema) throws {
    let schema = wanted.fields.isEmpty ? batch.schema : wanted
    try start(schema)
    guard Set(batch.names) == Set(self.schema.names) else {
      throw ColumnError(
        .unknownColumn,
        "the variables of the new rows are others: "
          + batch.names.joined(separator: ", "), file: target.text("file"))
    }
    try sink?.write(block: batch.arranged(as: self.schema).retyped(as: self.schema))
    rowCount += batch.rowCount
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
    if text("kind") == "RxXdfData" {
      let options = ArrowSink.Options(compressionLevel: integer("compression", else: 1))
      if !appends { return try ArrowSink(path, schema: schema, options: options) }
      let old = try ArrowData(path).schema
      _ = try appended(schema, old, path)
      schema = old
      return try ArrowSink(appendingTo: path, schema: schema, options: options)
    }
    var writer = CSVWriter()
    writer.separator = text("delimiter") ?? ","
    writer.missing = text("missing") ?? "NA"
    writer.digits = integer("digits", else: 15)
    writer.decimal = text("decimal")?.utf8.first ?? writer.decimal
    if appends { schema = try appended(schema, try openFiles().schema, path) }
    return try TextSink(
      path, schema, writer: writer, quotes: text("quote") != "",
      hasHeader: flag("header") ?? true, appending: appends)
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
        throw ColumnError(.unexpectedText, "has another type than in the file", column: field.name)
      }
      result.columns[index] = ColumnValues(joining: [columns[index]], field: open)
    }
    return result
  }
}

extension ColumnValues {
  /// Whether all numbers are integers of 32 bits, or missing.
  fileprivate var isWhole: Bool {
    (doubles ?? []).allSatisfy { $0.isNaN || Int32(exactly: $0) != nil }
  }
}
