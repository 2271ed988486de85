extension Parser {
  /// Reads a constant, a name, `name :: name`, `( … )`, `{ … }`, `next` or `break`.
  mutating func primary() throws(Stop) -> Tree.NodeID {
    switch lexer.token.kind {
    case .symbol:
      let name = try symbol()
      return lexer.token.kind == .namespace ? try namespaceMember(name) : name
    case .string:
      let string = try string()
      return lexer.token.kind == .namespace ? try namespaceMember(string) : string
    case .constant, .null: return try constant()
    case .placeholder: return try placeholder()
    case .leftParenthesis: return try parenthesis()
    case .leftBrace: return try block()
    case .next: return try keywordCall(.next)
    case .break: return try keywordCall(.break)
    default:
      try failUnexpected()
      return Tree.empty
    }
  }

  mutating func symbol() throws(Stop) -> Tree.NodeID {
    let token = lexer.token
    try advance()
    return tree.appendText(.symbol, token.text, isQuoted: token.isQuoted, range: token.range)
  }

  mutating func string() throws(Stop) -> Tree.NodeID {
    let token = lexer.token
    try advance()
    return tree.appendText(.string, token.text, isQuoted: true, range: token.range)
  }

  private mutating func constant() throws(Stop) -> Tree.NodeID {
    let token = lexer.token
    try advance()
    switch token.constant {
    case .double, .imaginary:
      return tree.appendDouble(token.constant, token.number, range: token.range)
    case .integer:
      let value = Int32(exactly: token.number) ?? .max
      return tree.append(
        Tree.Node(kind: .integer, first: UInt32(bitPattern: value), range: token.range))
    default: return tree.append(Tree.Node(kind: token.constant, range: token.range))
    }
  }

  private mutating func placeholder() throws(Stop) -> Tree.NodeID {
    let range = lexer.token.range
    try advance()
    placeholders += 1
    return tree.appendText(.string, .grammar(.placeholder), range: range)
  }

  private mutating func keywordCall(_ name: SyntaxName) throws(Stop) -> Tree.NodeID {
    let range = lexer.token.range
    try advance()
    return tree.appendCall(.grammar(name), at: range.start, Tree.empty, range: range)
  }

  private mutating func namespaceMember(_ package: Tree.NodeID) throws(Stop) -> Tree.NodeID {
    let token = lexer.token
    try advance()
    let member: Tree.NodeID
    switch lexer.token.kind {
    case .symbol: member = try symbol()
    case .string: member = try string()
    default:
      try failUnexpected(onSameLine: true)
      member = package
    }
    return tree.appendCall(
      .grammar(token.name), at: token.start, package, member,
      range: SourceRange(start: tree[package].range.start, end: tree[member].range.end))
  }

  private mutating func parenthesis() throws(Stop) -> Tree.NodeID {
    let start = lexer.token.start
    try open(.parenthesis)
    let inner = try expression(allowsEquals: true)
    try close(.rightParenthesis)
    return tree.appendCall(
      .grammar(.parenthesis), at: start, inner,
      range: SourceRange(start: start, end: lexer.previousEnd))
  }

  /// Reads `'{' (expression? (newline | ';'))* '}'`.
  private mutating func block() throws(Stop) -> Tree.NodeID {
    let base = scratch.count
    let range = lexer.token.range
    let function = tree.appendText(.symbol, .grammar(.brace), range: range)
    scratch.append(Tree.Argument(name: nil, value: function))
    try open(.brace)
    try skipNewlines()
    while true {
      while lexer.token.kind == .newline || lexer.token.kind == .semicolon {
        try advance()
        statementStart = lexer.token.start
      }
      if lexer.token.kind == .rightBrace { break }
      let expression = try expression(allowsEquals: true)
      scratch.append(Tree.Argument(name: nil, value: expression))
      switch lexer.token.kind {
      case .newline, .semicolon, .rightBrace: break
      default: try failUnexpected()
      }
    }
    try close(.rightBrace)
    return finishCall(from: base, start: range.start)
  }
}
