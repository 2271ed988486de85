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
        try runner.forEachChunk(data) { chunk, isWanted in
          try writer.write(chunk.batch, as: data.schema, isWanted: isWanted)
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
