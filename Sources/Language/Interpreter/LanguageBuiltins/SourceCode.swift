import ApusSyntax

/// Code as text and text as code: `deparse` and `parse`.
enum SourceCode {
  static var all: [Builtin] { [deparse, parse, stringToLanguage, stringToExpression] }

  static let deparse = Builtin(
    .internal, "deparse(expr, width.cutoff, backtick, opts, nlines)"
  ) { call throws(Unwind) in
    var cutoff = try call.integer(1, "width.cutoff")
    if cutoff.isMissing || cutoff < 20 || cutoff > 500 {
      try call.warning("invalid 'cutoff' value for 'deparse', using default")
      cutoff = 60
    }
    let limit = try call.integer(4, "nlines")
    let lines = try call.interpreter.deparse(
      call[0], options: DeparseOptions(rawValue: try call.integer(3, "opts")),
      cutoff: Int(cutoff), usesBackquotes: try call.flag(2, "backtick"),
      lineLimit: limit > 0 ? Int(limit) : .max)
    let strings = call.strings
    return .strings(lines.map { strings.intern($0) })
  }

  /// `text` holds lines, `source` the name that messages give them; with a `srcfile` the
  /// expressions remember where they were written.
  static let parse = Builtin(
    .internal, "parse(text, n, source, srcfile, is.file)"
  ) { call throws(Unwind) in
    let limit = call[1].isNull ? Int32(-1) : try call.integer(1, "n")
    let source = try call.text(2, "source")
    let text = try lines(of: call, 0)
    let columns = try call.flag(4, "is.file") ? ColumnUnit.bytes : .characters
    guard call[3].environment != nil else {
      let values = try expressions(in: text, columns: columns, source: source, limit: limit, call)
      return .object(ListVector(kind: .expression, values))
    }
    let file = call.interpreter.sourceFile(text, columns: columns, environment: call[3])
    let parsed = call.interpreter.parse(keepingSource: file)
    let values = try checked(parsed, source: source, limit: limit, call)
    let made = ListVector(kind: .expression, values)
    if limit != 0 { setReferences(made, limit: limit, parsed.result, file) }
    return .object(made)
  }

  private static func setReferences(
    _ made: ListVector, limit: Int32, _ result: ParseResult, _ file: SourceFile
  ) {
    let isWhole = limit < 0 || made.count < Int(limit)
    let end = isWhole ? file.text.bytes.count : result.expressionEnds[made.count - 1]
    let endsLine = isWhole || file.text.bytes[end - 1] == UInt8(ascii: "\n")
    let line = isWhole ? file.text.lineCount : file.text.line(at: end - 1)
    let last =
      endsLine
      ? SourcePosition(line: line + 1, column: 0, byteColumn: 0)
      : file.text.lastPosition(before: end)
    file.setReferences(
      made, parts: result.expressions.prefix(made.count).map { result.tree[$0].range },
      through: last)
  }

  static let stringToLanguage = Builtin(.internal, "str2lang(s)") { call throws(Unwind) in
    guard call[0].kind == .character, call[0].count == 1 else {
      throw call.error("argument must be a character string")
    }
    let values = try expressions(in: try lines(of: call, 0), source: "<text>", call)
    guard values.count == 1 else {
      throw call.error("parsing result not of length one, but \(values.count)")
    }
    return values[0]
  }

  static let stringToExpression = Builtin(
    .internal, "str2expression(text)"
  ) { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("argument must be character") }
    let values = try expressions(in: try lines(of: call, 0), source: "<text>", call)
    return .object(ListVector(kind: .expression, values))
  }

  /// The strings of an argument, each ended by a newline.
  private static func lines(
    of call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in try call.characters(position).elements {
      bytes.append(contentsOf: call.strings.bytes(line))
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The expressions of a text.
  private static func expressions(
    in text: [UInt8], columns: ColumnUnit = .characters, source: String, limit: Int32 = -1,
    _ call: borrowing Invocation
  ) throws(Unwind) -> [Value] {
    try checked(
      call.interpreter.parse(text, columns: columns), source: source, limit: limit, call)
  }

  /// The first `limit` expressions of a text; an error behind them does not matter.
  private static func checked(
    _ parsed: (expressions: [Value], result: ParseResult), source: String, limit: Int32,
    _ call: borrowing Invocation
  ) throws(Unwind) -> [Value] {
    let (values, result) = parsed
    for warning in result.warnings { try call.warning(warning.message) }
    if let error = result.error, limit < 0 || values.count < Int(limit) {
      let lowering = Lowering(result.tree, strings: call.strings)
      throw .error(.syntax(error, in: source, call: call.call, lowering: lowering))
    }
    return limit >= 0 ? Array(values.prefix(Int(limit))) : values
  }
}
