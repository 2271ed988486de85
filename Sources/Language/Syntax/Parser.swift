/// What a text says, as far as it is R.
package struct ParseResult: Sendable {
  /// The tree of the expressions before the first error.
  package var tree: Tree

  /// For each top-level expression, the offset just after the newline or semicolon that ends it.
  package var expressionEnds: [Int] = []

  package var warnings: [ParseWarning] = []

  /// The first error.
  ///
  /// The expressions before it are complete and may run first, as in `Rscript`.
  package var error: Diagnostic?

  package var expressions: [Tree.NodeID] { tree.expressions }

  /// Whether the text stops inside an expression.
  package var isIncomplete: Bool { error?.kind == .incomplete }
}

/// Reads R source text.
///
/// Operators wait on a stack of their own until what follows shows their operands, so that only
/// brackets nest the parser, and R limits those to fifty.
package struct Parser {
  var lexer: Lexer
  var tree: Tree

  /// Operators, and everything else that stands before an operand, that wait for that operand.
  var pending: [Pending] = []
  var pendingWeight = 0

  /// The arguments of the calls that are being read.
  var scratch: [Tree.Argument] = []

  /// The brackets that are open.
  var brackets: [Bracket] = []

  /// What R counts as nesting: brackets, and each `if` inside one that may still get its `else`.
  var nesting = 0

  /// How many placeholders of pipes wait for a pipe to use them.
  var placeholders = 0

  /// Where the top-level expression that is being read starts.
  var expressionStart = 0

  /// Where the last statement starts that is the first thing of its line or follows a semicolon.
  var statementStart: UInt32 = 0

  var error: Diagnostic?
  private let columns: ColumnUnit

  enum Bracket { case brace, parenthesis }

  /// Thrown after `error` is set.
  struct Stop: Error {}

  /// Parses `source`, which is UTF-8.
  ///
  /// `columns` is what positions in messages count.
  package static func parse(
    _ source: [UInt8], columns: ColumnUnit = .characters
  ) -> ParseResult {
    var padded = source
    padded.append(contentsOf: repeatElement(0, count: 16))
    return padded.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress, source.count < Int(Int32.max) / 4 else {
        return ParseResult(tree: Tree(source: []))
      }
      var parser = Parser(
        lexer: Lexer(bytes: bytes, count: source.count), tree: Tree(source: source),
        columns: columns)
      return parser.parseAll()
    }
  }

  /// Parses `source`.
  package static func parse(_ source: String) -> ParseResult { parse(Array(source.utf8)) }

  private init(lexer: Lexer, tree: Tree, columns: ColumnUnit) {
    self.lexer = lexer
    self.tree = tree
    self.columns = columns
    self.tree.nodes.reserveCapacity(lexer.count / 4)
    self.tree.arguments.reserveCapacity(lexer.count / 4)
  }

  private mutating func parseAll() -> ParseResult {
    var ends: [Int] = []
    var warnings: [ParseWarning] = []
    do {
      while let expression = try topLevelExpression() {
        warnings += takeWarnings()
        tree.expressions.append(expression)
        ends.append(Int(lexer.token.end))
      }
    } catch {}
    warnings += takeWarnings()
    tree.rewritten = lexer.rewritten
    return ParseResult(tree: tree, expressionEnds: ends, warnings: warnings, error: error)
  }

  /// The remarks on the expression that is being read.
  private mutating func takeWarnings() -> [ParseWarning] {
    defer { lexer.warnings.removeAll() }
    return lexer.warnings.map {
      ParseWarning(message: $0, expression: tree.expressions.count)
    }
  }

  /// The next top-level expression; nil at the end of the text.
  private mutating func topLevelExpression() throws(Stop) -> Tree.NodeID? {
    repeat {
      expressionStart = lexer.position
      try advance()
    } while lexer.token.kind == .newline
    guard lexer.token.kind != .end else { return nil }
    statementStart = lexer.token.start
    let expression = try expression(allowsEquals: true)
    switch lexer.token.kind {
    case .newline, .semicolon, .end: break
    default: try failUnexpected()
    }
    if placeholders > 0 {
      try fail("invalid use of pipe placeholder", kind: .misplaced(expression))
    }
    return expression
  }
}

// MARK: - Tokens and brackets

extension Parser {
  @inline(__always)
  mutating func advance() throws(Stop) {
    lexer.advance()
    if lexer.token.kind == .failure { try fail(lexer.failure) }
  }

  /// Passes newlines, which mean nothing where an operand is due.
  mutating func skipNewlines() throws(Stop) {
    while lexer.token.kind == .newline { try advance() }
  }

  /// Passes a token of the given kind, which must be there.
  mutating func expect(_ kind: Token.Kind) throws(Stop) {
    guard lexer.token.kind == kind else { return try failUnexpected() }
    try advance()
  }

  /// Passes an opening bracket.
  mutating func open(_ bracket: Bracket, levels: Int = 1) throws(Stop) {
    try nest(levels)
    brackets.append(bracket)
    lexer.skipsNewlines = bracket == .parenthesis
    try advance()
  }

  /// Passes a closing bracket, which must be there.
  mutating func close(_ kind: Token.Kind, levels: Int = 1) throws(Stop) {
    guard lexer.token.kind == kind else { return try failUnexpected() }
    nesting -= levels
    brackets.removeLast()
    lexer.skipsNewlines = brackets.last == .parenthesis
    try advance()
  }

  mutating func nest(_ levels: Int = 1) throws(Stop) {
    nesting += levels
    if nesting > 50 { try fail("contextstack overflow at line \(lexer.currentLine)") }
  }
}

// MARK: - Errors

extension Parser {
  mutating func fail(_ diagnostic: Diagnostic?) throws(Stop) {
    error = diagnostic
    throw Stop()
  }

  mutating func fail(
    _ message: String, kind: Diagnostic.Kind = .message
  ) throws(Stop) {
    try fail(Diagnostic(kind: kind, message: message, line: lexer.currentLine, column: 0))
  }

  /// Reports that the current token cannot stand here.
  ///
  /// `onSameLine` tells that the line may not end here, whatever would follow.
  mutating func failUnexpected(onSameLine: Bool = false) throws(Stop) {
    let token = lexer.token
    let source = SourceText(tree.source, columns: columns)
    switch token.kind {
    case .end, .newline:
      let isLine = token.kind == .newline || (onSameLine && !lexer.skipsNewlines)
      try fail(
        Diagnostic.unexpectedEnd(
          isLine ? "end of line" : token.description, kind: isLine ? .unexpectedToken : .incomplete,
          at: Int(token.start), expressionStart: expressionStart, in: source))
    default:
      var diagnostic = Diagnostic.unexpected(
        token.description, at: Int(token.start), end: Int(token.end),
        expressionStart: expressionStart, in: source)
      if token.kind == .incompleteString { diagnostic.kind = .incomplete }
      try fail(diagnostic)
    }
  }

  /// Reports that a line ended before the current token.
  mutating func failUnexpectedLineEnd() throws(Stop) {
    let token = lexer.token
    let source = SourceText(tree.source, columns: columns)
    if token.kind == .end {
      try fail(
        Diagnostic.unexpectedEnd(
          "end of line", kind: .incomplete, at: Int(token.start),
          expressionStart: expressionStart, in: source))
    }
    try fail(
      Diagnostic.unexpected(
        "end of line", at: Int(token.start), end: Int(token.end),
        expressionStart: expressionStart, in: source))
  }

  /// Whether the node is the `_` of a pipe, a string of its own for R.
  func isPlaceholder(_ id: Tree.NodeID) -> Bool {
    let node = tree[id]
    return node.kind == .string && tree.text(node).syntaxName == .placeholder
  }
}
