/// A file that RevoScaleR wrote in its own format, version 4.2, with one block.
///
/// The format was never published. What is read here is what was seen in such files: the columns one
/// after another as zlib streams, then where they lie, what they are, and a trailer. Everything is
/// checked against everything else; a file that is laid out otherwise is refused.
package struct RevoFile: DataSource {
  private let file: MappedFile
  private let chunks: [RevoLayout.Chunk]
  private let kept: [Int]
  private let count: Int
  package let schema: Schema

  /// `isKept`: which columns the data has.
  package init(_ path: String, isKept: (String) -> Bool = { _ in true }) throws {
    file = try MappedFile(path)
    do {
      let layout = try RevoLayout(file.bytes)
      (chunks, count) = (layout.chunks, layout.rowCount)
      for chunk in chunks { try chunk.check(file.bytes) }
      kept = chunks.indices.filter { [chunks] in isKept(chunks[$0].field.name) }
      schema = Schema(try kept.map { [chunks, file] in try chunks[$0].ranged(file.bytes) })
    } catch is RevoLayout.Unknown {
      throw Self.refusal(path)
    }
  }

  static let magic: [UInt8] = [0xF4, 0xD3, 0xD2, 0xD1]

  /// Whether a file begins as those of RevoScaleR do.
  package static func isOne(_ path: String) -> Bool {
    guard let file = try? MappedFile(path) else { return false }
    return file.bytes.prefix(4).elementsEqual(magic)
  }

  /// That a file is not laid out as it is known.
  static func refusal(_ path: String?) -> ColumnError {
    ColumnError(
      .invalidArgument,
      "the file was written by RevoScaleR in a format of its own; there, export it by "
        + "rxDataStep(inData, RxTextData(\"name.csv\")) and read that", file: path)
  }

  package var rowCount: Int? { count }

  package var blocks: [Int]? { [count] }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    let wanted = schema.indices(of: columns)
    do {
      let values = try wanted.map { index in
        let chunk = chunks[kept[index]]
        return try chunk.values(chunk.inflated(file.bytes))
      }
      let fields = Schema(wanted.map { schema.fields[$0] })
      let batch = ColumnBatch(names: fields.names, columns: values, rowCount: count)
      return try MemoryData(batch, schema: fields)
        .batches(of: nil, rows: rows, blocksPerRead: blocksPerRead)
    } catch is RevoLayout.Unknown {
      throw Self.refusal(file.path)
    }
  }
}
