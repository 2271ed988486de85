/// Writes rows to a delimited text file, which takes its name when it is finished.
package final class TextSink: BatchSink {
  package struct Options: Sendable {
    package var writer: CSVWriter
    /// Whether text and levels stand in quotes.
    package var quotes = true
    package var hasHeader = true
    /// Whether factors are written as codes.
    package var writesCodes = false

    package init(_ writer: CSVWriter) {
      self.writer = writer
    }
  }

  private let file: PartFile
  private let options: Options
  private var buffer: [UInt8] = []

  /// `appending`: whether the rows go behind those that the file has.
  package init(
    _ path: String, _ schema: Schema, _ options: Options, appending: Bool = false
  ) throws {
    self.options = options
    let old = appending ? try MappedFile(path) : nil
    file = try PartFile(path)
    if let old {
      try file.copy(0..<old.bytes.count, from: old)
      if let last = old.bytes.last, last != UInt8(ascii: "\n") { buffer = [UInt8(ascii: "\n")] }
    } else if options.hasHeader {
      buffer = options.writer.header(schema.names, corner: false)
    }
  }

  package func append(_ batch: ColumnBatch) throws {
    let isQuoted = batch.columns.map {
      options.quotes && ($0.type == .string || $0.type == .factor)
    }
    let columns = batch.columns.map { values -> ColumnValues in
      if case .factor(let codes, _) = values, options.writesCodes { return .integer(codes) }
      return values.type == .date || values.type == .dateTime ? values.asText : values
    }
    buffer += options.writer.rows(0..<batch.rowCount, of: columns, isQuoted: isQuoted)
    if buffer.count > 1 << 20 { try flush() }
  }

  package func endBlock() throws { try flush() }

  package func finish() throws {
    try flush()
    try file.finish()
  }

  package func abandon() { file.abandon() }

  private func flush() throws {
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension ColumnValues {
  /// Dates and times as text.
  fileprivate var asText: ColumnValues {
    switch self {
    case .date(let days):
      .string(
        StringColumn(days.map { $0.isNaN ? nil : CalendarDate.text(days: Int($0.rounded(.down))) }))
    case .dateTime(let seconds):
      .string(
        StringColumn(
          seconds.map { second in
            if second.isNaN { return nil }
            let days = (second / 86400).rounded(.down)
            return CalendarDate.text(days: Int(days)) + " "
              + CalendarDate.clock(seconds: second - days * 86400)
          }))
    default: self
    }
  }
}
