import ApusColumns
import ApusInterpreter
import Glibc

extension DelimitedText {
  /// Writes columns to a file; FALSE when it cannot be opened.
  static let writeTable = Builtin(
    .internal,
    "writeTable(columns, row.labels, quoted, title, path, append, sep, eol, na, dec, doubled)"
  ) { call throws(Unwind) in
    let table = try WritableTable(call, quoted: 2)
    var writer = try writer(call, sep: 6, na: 8)
    writer.lineEnd = try call.text(7, "eol")
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (try call.flag(5, "append") ? O_APPEND : O_TRUNC)
    let descriptor = open(try call.text(4, "file"), flags, 0o666)
    guard descriptor >= 0 else { return .false }
    defer { close(descriptor) }
    if !call[3].isNull {
      let line = Array(try call.text(3, "title").utf8) + Array(writer.lineEnd.utf8)
      try write(line, to: descriptor, call)
    }
    for start in stride(from: 0, to: table.rowCount, by: 4096) {
      let rows = start..<min(table.rowCount, start + 4096)
      let text = writer.rows(rows, of: table.columns, isQuoted: table.isQuoted)
      try write(text, to: descriptor, call)
    }
    return .true
  }

  /// The same lines as strings.
  static let tableLines = Builtin(
    .internal, "tableLines(columns, row.labels, quoted, sep, na, dec, doubled)"
  ) { call throws(Unwind) in
    let table = try WritableTable(call, quoted: 2)
    var writer = try writer(call, sep: 3, na: 4)
    writer.lineEnd = ""
    return .strings(
      (0..<table.rowCount).map { row in
        let line = writer.rows(row..<row + 1, of: table.columns, isQuoted: table.isQuoted)
        return line.withUnsafeBufferPointer { call.strings.intern($0) }
      })
  }

  /// `dec` and `doubled` follow `na`.
  private static func writer(
    _ call: borrowing Invocation, sep: Int, na: Int
  ) throws(Unwind) -> CSVWriter {
    var writer = CSVWriter()
    writer.separator = try call.text(sep, "sep")
    writer.missing = try call.text(na, "na")
    writer.decimal = try character(of: call, na + 1, "dec") ?? UInt8(ascii: ".")
    writer.quoteMethod = try call.flag(na + 2, "qmethod") ? .double : .escape
    return writer
  }

  private static func write(
    _ text: [UInt8], to descriptor: Int32, _ call: borrowing Invocation
  ) throws(Unwind) {
    var rest = text[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw call.error(String(cString: strerror(errno))) }
      rest = rest.dropFirst(written)
    }
  }
}

/// The columns of a data frame, the row labels before them, as the writer takes them.
private struct WritableTable {
  private(set) var columns: [ColumnValues] = []
  private(set) var isQuoted: [Bool] = []
  private(set) var rowCount = 0

  init(_ call: borrowing Invocation, quoted: Int) throws(Unwind) {
    if let labels = call[1].characterVector {
      // The labels come quoted already.
      columns.append(.string(Self.text(labels, call.strings)))
      isQuoted.append(false)
    }
    let flags = try call.logicals(quoted).elements
    for (position, value) in try call.list(0).elements.enumerated() {
      columns.append(try Self.column(value, call))
      isQuoted.append(position < flags.count && flags[position] == 1)
    }
    rowCount = columns.map(\.count).min() ?? 0
  }

  private static func column(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> ColumnValues {
    if let levels = value.attribute(.levels).characterVector, let codes = value.integerVector {
      defer { withExtendedLifetime((levels, codes)) {} }
      let names = levels.elements.map { call.strings.text($0) }
      return .factor(codes: Array(codes.elements), levels: names)
    }
    guard let vector = value.vector else { return .logical([]) }
    defer { withExtendedLifetime(vector) {} }
    switch vector.kind {
    case .double: return .double(Array(vector.doubles))
    case .integer: return .integer(Array(vector.integers))
    case .logical: return .logical(Array(vector.integers))
    case .character:
      return .string(text(unsafeDowncast(vector, to: CharacterVector.self), call.strings))
    default:
      let converted = try call.interpreter.vector(value, as: .character)
      defer { withExtendedLifetime(converted) {} }
      return .string(text(unsafeDowncast(converted, to: CharacterVector.self), call.strings))
    }
  }

  private static func text(_ vector: CharacterVector, _ strings: StringPool) -> StringColumn {
    var dictionary = StringDictionary()
    var known: [StringHandle: Int32] = [:]
    let codes = vector.elements.map { handle -> Int32 in
      if handle.isMissing { return missingInteger }
      if let code = known[handle] { return code }
      let code = Int32(dictionary.count)
      dictionary.append(strings.bytes(handle))
      known[handle] = code
      return code
    }
    return StringColumn(codes: codes, dictionary: dictionary)
  }
}
