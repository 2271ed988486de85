extension Parser {
  /// Reads `primary (call | subset | member)*`.
  ///
  /// `base` is where the operators of this expression start among the pending ones.
  mutating func operand(above base: Int) throws(Stop) -> Tree.NodeID {
    var operand = try primary()
    while true {
      if lexer.hasCrossedLine, endsLine(above: base) { try failUnexpectedLineEnd() }
      switch lexer.token.kind {
      case .leftParenthesis: operand = try call(operand)
      case .leftBracket: operand = try subset(operand, .subset, levels: 1)
      case .leftDoubleBracket: operand = try subset(operand, .element, levels: 2)
      case .dollar: operand = try member(operand, .dollar)
      case .at: operand = try member(operand, .at)
      default: return operand
      }
    }
  }

  private mutating func call(_ function: Tree.NodeID) throws(Stop) -> Tree.NodeID {
    if tree[function].kind == .string { tree.nodes[Int(function)].kind = .symbol }
    let base = scratch.count
    scratch.append(Tree.Argument(name: nil, value: function))
    try open(.parenthesis)
    if lexer.token.kind != .rightParenthesis { try arguments(until: .rightParenthesis) }
    try close(.rightParenthesis)
    return finishCall(from: base, start: tree[function].range.start)
  }

  private mutating func subset(
    _ object: Tree.NodeID, _ name: SyntaxName, levels: Int
  ) throws(Stop) -> Tree.NodeID {
    let base = scratch.count
    let function = tree.appendText(.symbol, .grammar(name), range: lexer.token.range)
    scratch.append(Tree.Argument(name: nil, value: function))
    scratch.append(Tree.Argument(name: nil, value: object))
    try open(.parenthesis, levels: levels)
    try arguments(until: .rightBracket)
    if levels == 2 { try expect(.rightBracket) }
    try close(.rightBracket, levels: levels)
    return finishCall(from: base, start: tree[object].range.start)
  }

  private mutating func member(
    _ object: Tree.NodeID, _ name: SyntaxName
  ) throws(Stop) -> Tree.NodeID {
    let start = lexer.token.start
    try advance()
    try skipNewlines()
    let member: Tree.NodeID
    switch lexer.token.kind {
    case .symbol: member = try symbol()
    case .string: member = try string()
    default:
      try failUnexpected()
      member = object
    }
    return tree.appendCall(
      .grammar(name), at: start, object, member,
      range: SourceRange(start: tree[object].range.start, end: tree[member].range.end))
  }

  /// Makes a call of everything in the scratch space from `base` on.
  mutating func finishCall(from base: Int, start: UInt32) -> Tree.NodeID {
    let offset = tree.arguments.count
    tree.arguments.append(contentsOf: scratch[base...])
    scratch.removeSubrange(base...)
    return tree.append(
      Tree.Node(
        kind: .call, first: UInt32(offset), second: UInt32(tree.arguments.count - offset),
        range: SourceRange(start: start, end: lexer.previousEnd)))
  }
}

// MARK: - Arguments

extension Parser {
  /// Reads `argument (',' argument)*`, each possibly empty.
  private mutating func arguments(until end: Token.Kind) throws(Stop) {
    while true {
      scratch.append(try argument(until: end))
      guard lexer.token.kind == .comma else { return }
      try advance()
    }
  }

  private mutating func argument(until end: Token.Kind) throws(Stop) -> Tree.Argument {
    if isArgumentEnd(end) { return Tree.Argument(name: nil, value: Tree.empty) }
    let nodeCount = tree.nodes.count
    let value = try expression(allowsEquals: false)
    guard lexer.token.kind == .infix, lexer.token.name == .equals,
      let name = try name(value, isOnlyNodeAfter: nodeCount)
    else { return Tree.Argument(name: nil, value: value) }
    tree.nodes.removeLast()
    try advance()
    if isArgumentEnd(end) { return Tree.Argument(name: name, value: Tree.empty) }
    return Tree.Argument(name: name, value: try expression(allowsEquals: false))
  }

  private func isArgumentEnd(_ end: Token.Kind) -> Bool {
    lexer.token.kind == .comma || lexer.token.kind == end
  }

  /// The argument name that `node` turns out to be, as `=` follows it.
  private mutating func name(
    _ id: Tree.NodeID, isOnlyNodeAfter nodeCount: Int
  ) throws(Stop) -> Tree.Text? {
    guard tree.nodes.count == nodeCount + 1, !isPlaceholder(id) else { return nil }
    let node = tree[id]
    switch node.kind {
    case .symbol: return tree.text(node)
    case .string:
      let text = tree.text(node)
      if text.length == 0 { try fail("attempt to use zero-length variable name") }
      return text
    case .null:
      let range = node.range
      return Tree.Text(offset: range.start, length: range.end - range.start, storage: .source)
    default: return nil
    }
  }

  /// Reads `(name ('=' expression)?) (',' …)*`.
  mutating func parameters(from base: Int) throws(Stop) {
    guard lexer.token.kind != .rightParenthesis else { return }
    let startsEmpty = lexer.token.kind == .comma
    if startsEmpty { try advance() }
    while true {
      guard lexer.token.kind == .symbol else { return try failUnexpected() }
      if startsEmpty { try fail("bad value") }
      try parameter(from: base)
      guard lexer.token.kind == .comma else { return }
      try advance()
    }
  }

  private mutating func parameter(from base: Int) throws(Stop) {
    let name = lexer.token.text
    let start = Int(lexer.token.start)
    try advance()
    var value = Tree.empty
    let index = scratch.count
    scratch.append(Tree.Argument(name: name, value: value))
    if lexer.token.kind == .infix, lexer.token.name == .equals {
      try advance()
      value = try expression(allowsEquals: false)
      scratch[index].value = value
    }
    for earlier in scratch[base..<index] where earlier.name.map({ areEqual($0, name) }) ?? false {
      try fail("repeated formal argument '\(string(name))' on line \(lexer.line(at: start))")
    }
  }
}

// MARK: - Text

extension Parser {
  /// The bytes of a text of the tree that is being built.
  func bytes(of text: Tree.Text) -> ArraySlice<UInt8> {
    let range = Int(text.offset)..<Int(text.offset) + Int(text.length)
    switch text.storage {
    case .source: return tree.source[range]
    case .rewritten: return lexer.rewritten[range]
    case .grammar: return Array(string(text).utf8)[...]
    }
  }

  func string(_ text: Tree.Text) -> String {
    if let name = text.syntaxName { return "\(name.spelling)" }
    return String(decoding: bytes(of: text), as: UTF8.self)
  }

  private func areEqual(_ left: Tree.Text, _ right: Tree.Text) -> Bool {
    left.length == right.length && bytes(of: left) == bytes(of: right)
  }
}
