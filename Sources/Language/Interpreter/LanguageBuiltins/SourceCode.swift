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

  /// `text` holds lines, `source` the name that messages give them.
  static let parse = Builtin(
    .internal, "parse(text, n, source, keep.source)"
  ) { call throws(Unwind) in
    let limit = call[1].isNull ? Int32(-1) : try call.integer(1, "n")
    let source = try call.text(2, "source")
    let keepsSource = try call.flag(3, "keep.source")
    let text = try lines(of: call, 0)
    var values = try expressions(
      in: text, source: source, keepsSource: keepsSource, limit: limit, call)
    if limit >= 0 { values = Array(values.prefix(Int(limit))) }
    return .object(ListVector(kind: .expression, values))
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

  /// The expressions of a text; an error behind the first `limit` of them does not matter.
  private static func expressions(
    in text: [UInt8], source: String, keepsSource: Bool = false, limit: Int32 = -1,
    _ call: borrowing Invocation
  ) throws(Unwind) -> [Value] {
    let (values, result) = call.interpreter.parse(text, keepSource: keepsSource ? source : nil)
    for warning in result.warnings { try call.warning(warning.message) }
    if let error = result.error, limit < 0 || values.count < Int(limit) {
      let lowering = Lowering(result.tree, strings: call.strings)
      throw .error(.syntax(error, in: source, call: call.call, lowering: lowering))
    }
    return values
  }
}
