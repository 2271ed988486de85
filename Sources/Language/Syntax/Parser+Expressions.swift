extension Parser {
  /// Reads `prefix* operand (infix prefix* operand)*`.
  ///
  /// `allowsEquals` tells whether `=` assigns here, as it does outside of arguments.
  mutating func expression(allowsEquals: Bool) throws(Stop) -> Tree.NodeID {
    let base = pending.count
    while true {
      try readPrefixes()
      var operand = try operand(above: base)
      guard try readInfix(&operand, above: base, allowsEquals: allowsEquals) else {
        return operand
      }
    }
  }

  /// Reads the operator after `operand`; false, with everything combined, if there is none.
  private mutating func readInfix(
    _ operand: inout Tree.NodeID, above base: Int, allowsEquals: Bool
  ) throws(Stop) -> Bool {
    switch lexer.token.kind {
    case .infix:
      if try pushInfix(&operand, above: base, allowsEquals: allowsEquals) { return true }
    case .else:
      if try pushElse(&operand, above: base) { return true }
    case .newline where brackets.last == .brace:
      if awaitsElse(above: base), lexer.elseFollows() {
        try skipNewlines()
        return try pushElse(&operand, above: base)
      }
    default: break
    }
    while pending.count > base { try reduceLast(&operand) }
    return false
  }

  private mutating func pushInfix(
    _ operand: inout Tree.NodeID, above base: Int, allowsEquals: Bool
  ) throws(Stop) -> Bool {
    let name = lexer.token.name
    let precedence = name.infixPrecedence
    while pending.count > base, let last = pending.last, last.precedence >= precedence {
      if last.precedence == precedence {
        if precedence.isRightAssociative { break }
        if precedence == .comparison { return false }
      }
      try reduceLast(&operand)
    }
    if name == .equals, !assignsByEquals(above: base, allowsEquals: allowsEquals) { return false }
    try push(
      Pending(
        role: .infix, name: name, precedence: precedence,
        text: name == .special ? lexer.token.text : nil, first: operand,
        start: tree[operand].range.start, nameStart: lexer.token.start))
    try advance()
    return true
  }

  /// Whether `=` assigns after what is pending: in the body of a loop, for one, it always does.
  private func assignsByEquals(above base: Int, allowsEquals: Bool) -> Bool {
    for entry in pending[base...].reversed() where entry.name != .help || entry.role == .prefix {
      return true
    }
    return allowsEquals
  }
}

// MARK: - if and else

extension Parser {
  private func awaitsElse(above base: Int) -> Bool {
    pending[base...].contains { $0.role == .condition }
  }

  /// Whether a line ended between brackets after an `if` that an `else` might still follow: then
  /// nothing else may.
  func endsLine(above base: Int) -> Bool {
    guard lexer.hasCrossedLine, lexer.skipsNewlines, awaitsElse(above: base) else { return false }
    switch lexer.token.kind {
    case .else, .comma, .rightBrace, .rightParenthesis, .rightBracket: return false
    default: return true
    }
  }

  /// Passes `else`; false if no `if` waits for it.
  private mutating func pushElse(
    _ operand: inout Tree.NodeID, above base: Int
  ) throws(Stop) -> Bool {
    guard awaitsElse(above: base) else { return false }
    while pending.count > base, pending.last?.role != .condition { try reduceLast(&operand) }
    var entry = pending.removeLast()
    pendingWeight -= entry.weight
    if !brackets.isEmpty { nesting -= 1 }
    entry.role = .alternative
    entry.second = operand
    try push(entry)
    try advance()
    return true
  }
}

// MARK: - Before an operand

extension Parser {
  /// Reads everything that stands before an operand: signs, `if (…)`, `function(…)` and the like.
  private mutating func readPrefixes() throws(Stop) {
    while true {
      try skipNewlines()
      switch lexer.token.kind {
      case .infix:
        switch lexer.token.name {
        case .minus, .plus, .tilde, .help: try pushPrefix(lexer.token.name)
        default: return
        }
      case .not: try pushPrefix(.not)
      case .if: try pushCondition(.condition, .if)
      case .while: try pushCondition(.whileLoop, .while)
      case .for: try pushFor()
      case .repeat:
        try push(body(.repeatLoop, .repeat))
        try advance()
      case .function, .lambda: try pushFunction()
      default: return
      }
    }
  }

  private mutating func pushPrefix(_ name: SyntaxName) throws(Stop) {
    let start = lexer.token.start
    try push(
      Pending(
        role: .prefix, name: name, precedence: name.prefixPrecedence, start: start,
        nameStart: start))
    try advance()
  }

  /// An entry for the keyword that is the current token.
  private func body(_ role: Pending.Role, _ name: SyntaxName) -> Pending {
    Pending(
      role: role, name: name, precedence: .body, start: lexer.token.start,
      nameStart: lexer.token.start)
  }

  /// Passes the keyword and the parenthesis that follows it.
  private mutating func openAfterKeyword() throws(Stop) {
    try advance()
    try skipNewlines()
    guard lexer.token.kind == .leftParenthesis else { return try failUnexpected() }
    try open(.parenthesis)
  }

  private mutating func pushCondition(
    _ role: Pending.Role, _ name: SyntaxName
  ) throws(Stop) {
    var entry = body(role, name)
    try openAfterKeyword()
    entry.first = try expression(allowsEquals: false)
    try close(.rightParenthesis)
    if role == .condition, !brackets.isEmpty { try nest() }
    try push(entry)
  }

  private mutating func pushFor() throws(Stop) {
    var entry = body(.forLoop, .for)
    try openAfterKeyword()
    guard lexer.token.kind == .symbol else { return try failUnexpected() }
    entry.first = try symbol()
    try expect(.in)
    entry.second = try expression(allowsEquals: false)
    try close(.rightParenthesis)
    try push(entry)
  }

  private mutating func pushFunction() throws(Stop) {
    var entry = body(.function, .function)
    entry.parameters = scratch.count
    entry.firstNode = Tree.NodeID(tree.nodes.count)
    if lexer.token.kind == .lambda, lexer.token.start == statementStart {
      try advance()
      guard lexer.token.kind == .leftParenthesis else {
        return try failUnexpected(onSameLine: true)
      }
      try open(.parenthesis)
    } else {
      try openAfterKeyword()
    }
    // R does not look for misplaced placeholders in defaults.
    let outerPlaceholders = placeholders
    try parameters(from: entry.parameters)
    placeholders = outerPlaceholders
    try close(.rightParenthesis)
    try push(entry)
  }
}
