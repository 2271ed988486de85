/// Writes a Parquet file, one row group for each block.
///
/// Text and factors are written by dictionaries, everything else plainly. What R knows beyond
/// that is kept in the metadata. Nothing is seen of the file before `finish`.
package final class ParquetSink: BatchSink {
  package struct Options: Sendable {
    package var codec = ParquetCodec.snappy
    /// Whether factors are written as codes from 0.
    package var writesCodes = false
    /// Of the whole file.
    package var description: String?

    package init(codec: ParquetCodec = .snappy) {
      self.codec = codec
    }

    /// The level of RevoScaleR: 0 none, 1 to 3 Snappy, up to 9 zstd; below 0 as 1.
    package init(compressionLevel level: Int, writesCodes: Bool = false) {
      codec = level == 0 ? .none : level <= 3 ? .snappy : .zstd
      self.writesCodes = writesCodes
    }
  }

  private let file: PartFile
  private let encoders: [ArrowColumnEncoder]
  private let options: Options
  private var groups: [[UInt8]] = []
  private var statistics: [[ColumnStatistics]] = []
  private var rowsBefore = 0
  private var blockRows = 0

  package init(_ path: String, schema: Schema, options: Options = Options()) throws {
    self.options = options
    encoders = schema.fields.map { field in
      var field = field
      if options.writesCodes, field.type == .factor {
        (field.type, field.levels, field.isOrdered) = (.integer, [], false)
      }
      return ArrowColumnEncoder(ArrowColumn(field, number: 0))
    }
    file = try PartFile(path)
    try file.write(ParquetFile.magic)
  }

  package func append(_ batch: ColumnBatch) throws {
    guard batch.columns.count == encoders.count else {
      throw ColumnError(.invalidArgument, "the columns are not those of the file", file: file.path)
    }
    do {
      for (encoder, values) in zip(encoders, batch.columns) {
        try encoder.append(indexed(values, for: encoder), firstRow: rowsBefore + blockRows + 1)
      }
    } catch var error as ColumnError {
      error.file = error.file ?? file.path
      throw error
    }
    blockRows += batch.rowCount
  }

  /// Codes from 0 in the place of a factor, if they are wanted.
  private func indexed(_ values: ColumnValues, for encoder: ArrowColumnEncoder) -> ColumnValues {
    guard options.writesCodes, encoder.column.field.type == .integer,
      case .factor(let codes, _) = values
    else { return values }
    return .integer(codes.map { $0 == missingInteger ? $0 : $0 - 1 })
  }

  package func endBlock() throws {
    guard blockRows > 0 else { return }
    let start = file.position
    var chunks: [[UInt8]] = []
    var plainSize = 0
    for encoder in encoders {
      var chunk = ParquetChunkWriter(encoder, rowCount: blockRows, codec: options.codec)
      chunks.append(try chunk.write(to: file))
      plainSize += chunk.plainSize
    }
    let pieces = encoders.map { $0.statistics() }
    statistics += (0..<(blockRows + rowsPerPiece - 1) / rowsPerPiece).map { piece in
      pieces.map { $0[piece] }
    }
    encoders.forEach { $0.clear() }
    groups.append(
      ThriftWriter.structure { group in
        group.list(1, structures: chunks)
        group.long(2, plainSize)
        group.long(3, blockRows)
        group.long(5, start)
        group.long(6, file.position - start)
      })
    rowsBefore += blockRows
    blockRows = 0
  }

  package func finish() throws {
    try writeFooter()
    try file.finish()
  }

  package func widened(to schema: Schema) throws -> any BatchSink {
    try writeFooter()
    let wider = try ParquetSink(file.path, schema: schema, options: options)
    try ParquetData(file.partPath).append(to: wider, as: schema)
    abandon()
    return wider
  }

  private func writeFooter() throws {
    try endBlock()
    let fields = encoders.map(\.column.field)
    let root = ThriftWriter.structure {
      $0.text(4, "schema")
      $0.int(5, fields.count)
    }
    let order = ThriftWriter.structure { $0.structure(1) }
    let footer = ThriftWriter.structure { footer in
      footer.int(1, 2)
      footer.list(2, structures: [root] + fields.map(\.parquetElement))
      footer.long(3, rowsBefore)
      footer.list(4, structures: groups)
      footer.list(5, structures: metadata(fields))
      footer.text(6, "Apus")
      footer.list(7, structures: fields.map { _ in order })
    }
    guard footer.count < 1 << 31 else {
      throw ColumnError(.unwritable, "the description of the file is too long", file: file.path)
    }
    try file.write(footer)
    try file.write((0..<4).map { UInt8(truncatingIfNeeded: footer.count >> (8 * $0)) })
    try file.write(ParquetFile.magic)
  }

  package func abandon() { file.abandon() }

  private func metadata(_ fields: [Field]) -> [[UInt8]] {
    var pairs = fields.enumerated().flatMap { number, field in
      ParquetMetadata.pairs(of: field, number: number, levels: encoders[number].levels.strings)
    }
    pairs.append((ParquetMetadata.statistics, ColumnStatistics.encoded(statistics)))
    if let text = options.description { pairs.append((ParquetMetadata.description, text)) }
    return pairs.map { key, value in
      ThriftWriter.structure {
        $0.text(1, key)
        $0.text(2, value)
      }
    }
  }
}

extension Field {
  /// The column as a leaf of a schema, its type both as new and as old programs understand it.
  fileprivate var parquetElement: [UInt8] {
    let type = ParquetType(self)
    return ThriftWriter.structure { element in
      element.int(1, Int(type.storage.rawValue))
      element.int(3, 1)
      element.text(4, name)
      switch (type.meaning, type.bits) {
      case (.text, _):
        element.int(6, 0)
        element.structure(10) { $0.structure(1) }
      case (.date, _):
        element.int(6, 6)
        element.structure(10) { $0.structure(6) }
      case (.moment, _):
        element.int(6, 10)
        element.structure(10) { kind in
          kind.structure(8) { moment in
            moment.flag(1, true)
            moment.structure(2) { $0.structure(2) }
          }
        }
      case (.number(let isSigned), 16):
        element.int(6, isSigned ? 16 : 12)
        element.structure(10) { kind in
          kind.structure(10) { integer in
            integer.byte(1, 16)
            integer.flag(2, isSigned)
          }
        }
      default: break
      }
    }
  }
}
