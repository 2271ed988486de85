import Glibc

/// Writes rows to a delimited text file, which takes its name when it is finished.
package final class TextSink: BatchSink {
  private let path: String
  private let partPath: String
  private let writer: CSVWriter
  private let quotes: Bool
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// `appending`: whether the rows go behind those that the file has.
  package init(
    _ path: String, _ schema: Schema, writer: CSVWriter, quotes: Bool, hasHeader: Bool,
    appending: Bool
  ) throws {
    self.path = path
    self.writer = writer
    self.quotes = quotes
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    partPath = path[..<slash] + "." + path[slash...] + ".part-\(getpid())"
    descriptor = open(partPath, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path) }
    if appending {
      do { try copy(path) } catch {
        abandon()
        throw error
      }
    } else if hasHeader {
      buffer = writer.header(schema.names, corner: false)
    }
  }

  deinit { abandon() }

  package func append(_ batch: ColumnBatch) throws {
    let isQuoted = batch.columns.map { quotes && ($0.type == .string || $0.type == .factor) }
    let columns = batch.columns.map { $0.type == .date || $0.type == .dateTime ? $0.asText : $0 }
    buffer += writer.rows(0..<batch.rowCount, of: columns, isQuoted: isQuoted)
    if buffer.count > 1 << 20 { try flush() }
  }

  package func endBlock() throws { try flush() }

  package func finish() throws {
    try flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw Self.failure(path) }
    descriptor = -1
    guard rename(partPath, path) == 0 else {
      let error = Self.failure(path)
      unlink(partPath)
      throw error
    }
  }

  package func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(partPath)
  }

  private func flush() throws {
    try buffer.withUnsafeBytes { try write($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the present content of a file before the new rows.
  private func copy(_ path: String) throws {
    let old = open(path, O_RDONLY)
    guard old >= 0 else { throw Self.failure(path) }
    defer { close(old) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(old, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path) }
      if count == 0 { return }
      try bytes.withUnsafeBytes { try write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  private static func failure(_ path: String) -> ColumnError {
    ColumnError(.unwritable, String(cString: strerror(errno)), file: path)
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

extension CalendarDate {
  /// `2012-02-29`.
  static func text(days: Int) -> String {
    let (year, month, day) = parts(days: days)
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The year, month and day of a number of days since 1970-01-01.
  static func parts(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `09:05:00`, with decimals when there are any.
  static func clock(seconds: Double) -> String {
    let whole = Int(seconds.rounded(.down))
    let text = [whole / 3600, whole / 60 % 60, whole % 60].map { padded($0, 2) }
      .joined(separator: ":")
    let microseconds = Int(((seconds - Double(whole)) * 1e6).rounded())
    guard microseconds > 0, microseconds < 1_000_000 else { return text }
    var digits = padded(microseconds, 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return text + "." + digits
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
