import ApusColumns
import ApusInterpreter

/// The native half of `read.table`, `count.fields`, `type.convert` and `write.table`.
enum DelimitedText {
  static var all: [Builtin] {
    [readTableHead, readTableBody, countFields, typeConvert, writeTable, tableLines]
  }

  /// The fields of the first line and the number of columns, as a list of `empty`, `columns`,
  /// `first` and whether the first lines open quotes that never end.
  static let readTableHead = Builtin(
    .internal,
    "readTableHead(source, text, sep, quote, skip, blank.lines.skip, comment.char, strip.white, escapes)"
  ) { call throws(Unwind) in
    var options = CSVOptions()
    options.hasHeader = false
    options.skip = Int(try call.integer(4, "skip"))
    options.dialect = try dialect(of: call, sep: 2, quote: 3)
    options.dialect.skipsBlankLines = try call.flag(5, "blank.lines.skip")
    options.dialect.comment = try character(of: call, 6, "comment.char")
    options.dialect.stripsWhite = try call.flag(7, "strip.white")
    do {
      let file = try CSVFile(origin(of: call), options: options)
      let first = try file.firstRecord()
      return headList(
        call, columns: file.columnCount, first: first, isOpen: file.headEndsInQuotes)
    } catch {
      if let error = error as? ColumnError, error.code == .empty {
        return headList(call, columns: 0, first: [], isOpen: false)
      }
      throw failure(error, call)
    }
  }

  private static func headList(
    _ call: borrowing Invocation, columns: Int, first: [String], isOpen: Bool
  ) -> Value {
    let result = ListVector([
      .logical(columns == 0), .integer(columns), .strings(first.map { call.strings.intern($0) }),
      .logical(isOpen),
    ])
    let names = ["empty", "columns", "first", "open"].map { call.strings.intern($0) }
    result.setAttribute(.names, .strings(names))
    return .object(result)
  }

  /// The number of fields of each line, NA where it ends inside quotes.
  static let countFields = Builtin(
    .internal, "countFields(source, text, sep, quote, skip, blank.lines.skip, comment.char)"
  ) { call throws(Unwind) in
    var options = CSVOptions()
    options.hasHeader = false
    options.skip = Int(try call.integer(4, "skip"))
    options.dialect = try dialect(of: call, sep: 2, quote: 3)
    options.dialect.skipsBlankLines = try call.flag(5, "blank.lines.skip")
    options.dialect.comment = try character(of: call, 6, "comment.char")
    do {
      let counts = try CSVFile.fieldCounts(origin(of: call), options: options)
      return counts.isEmpty ? .null : .integers(counts)
    } catch {
      throw failure(error, call)
    }
  }

  // MARK: - Arguments

  /// A file name, or the lines of a text.
  static func origin(of call: borrowing Invocation) throws(Unwind) -> TextOrigin {
    guard try call.flag(1, "text") else { return .file(try call.text(0, "file")) }
    var bytes: [UInt8] = []
    for line in try call.characters(0).elements {
      bytes.append(contentsOf: call.strings.bytes(line))
      bytes.append(UInt8(ascii: "\n"))
    }
    return .bytes(bytes)
  }

  static func dialect(
    of call: borrowing Invocation, sep: Int, quote: Int
  ) throws(Unwind) -> CSVDialect {
    var dialect = CSVDialect()
    dialect.separator = try character(of: call, sep, "sep")
    dialect.quotes = []
    if !call[quote].isNull { dialect.quotes = Array(try call.text(quote, "quote").utf8) }
    return dialect
  }

  /// The only byte of a string; nil for an empty one.
  static func character(
    of call: borrowing Invocation, _ position: Int, _ name: StaticString
  ) throws(Unwind) -> UInt8? {
    let bytes = Array(try call.text(position, name).utf8)
    guard bytes.count <= 1 else {
      throw call.error("invalid '\(name)' value: must be one byte")
    }
    return bytes.first
  }

  // MARK: - Errors

  /// What went wrong as the error that R raises.
  static func failure(_ error: any Error, _ call: borrowing Invocation) -> Unwind {
    if let unwind = error as? Unwind { return unwind }
    guard let error = error as? ColumnError else { return call.error("\(error)") }
    switch error.code {
    case .cancelled: return .interrupt
    case .unexpectedText:
      return .error(Condition.error("scan() \(error.message)", call: scanCall(call)))
    case .tooFewFields:
      let words = "line \(error.row ?? 0) \(error.message)"
      return .error(Condition.error(words, call: scanCall(call)))
    case .corrupt:
      do {
        try call.warning("invalid or incomplete compressed data")
        return call.error("error reading from the connection")
      } catch {
        return error
      }
    case .unreadable, .missingFile:
      return call.error("cannot read file '\(error.file ?? "")': \(error.message)")
    default: return call.error(error.description)
    }
  }

  /// The call that R's reader names in its errors.
  static func scanCall(_ call: borrowing Invocation) -> Value {
    let strings = call.strings
    let plain = [
      "file", "what", "sep", "quote", "dec", "nmax", "skip", "na.strings", "quiet", "fill",
      "strip.white", "blank.lines.skip", "multi.line", "comment.char", "allowEscapes", "flush",
      "encoding", "skipNul",
    ]
    let special: [String: Value] = [
      "nmax": .symbol(strings.symbol("nrows")), "skip": .double(0), "quiet": .true,
      "multi.line": .false,
    ]
    let arguments = plain.map { name in
      Argument(strings.symbol(name), special[name] ?? .symbol(strings.symbol(name)))
    }
    return .object(Call(.symbol(strings.symbol("scan")), arguments))
  }
}
