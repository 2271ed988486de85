extension ParseDataBuilder {
  /// Reads the next word of an operand, or what stands before one.
  mutating func readOperand() -> State {
    let start = parts.count
    let startsArgument = isAtArgument
    isAtArgument = false
    let token = peek(skipsNewlines: true)
    switch token.kind {
    case .constant, .placeholder, .next, .break:
      shift()
      return finishOperand(from: start)
    case .null, .symbol, .string:
      return readName(token, from: start, startsArgument: startsArgument)
    case .leftParenthesis: return open(.parenthesis, from: start)
    case .leftBrace:
      shift()
      pending.append(Waiting(role: .brace, start: start))
      _ = peek(skipsNewlines: true)
      return .item
    case .infix, .not:
      let name = token.kind == .not ? SyntaxName.not : token.name
      shift()
      return wait(
        Waiting(role: .prefix, precedence: name.prefixPrecedence, name: name, start: start))
    case .if, .while, .for, .repeat: return readKeyword(token, from: start)
    case .function, .lambda: return readFunction(from: start)
    default: return fail()
    }
  }

  private mutating func wait(_ entry: Waiting) -> State {
    pending.append(entry)
    return .operand
  }

  private mutating func open(_ role: Waiting.Role, from start: Int) -> State {
    shift()
    return wait(Waiting(role: role, start: start))
  }

  private mutating func finishOperand(from start: Int) -> State {
    reduce(from: start)
    isStatement = false
    return .afterOperand
  }

  /// Reads a name or string, which may turn out to be that of an argument or of a package.
  private mutating func readName(
    _ token: Token, from start: Int, startsArgument: Bool
  ) -> State {
    shift()
    if token.kind == .null, !startsArgument { return finishOperand(from: start) }
    let next = peek()
    if next.kind == .namespace {
      renameSymbol(parts.last, "SYMBOL_PACKAGE")
      shift()
      _ = peek(skipsNewlines: true)
      shift()
      return finishOperand(from: start)
    }
    guard startsArgument, next.kind == .infix, next.name == .equals else {
      return finishOperand(from: start)
    }
    renameSymbol(parts.last, "SYMBOL_SUB")
    shift(as: "EQ_SUB")
    guard isArgumentEnd(peek()) else { return .operand }
    _ = number()
    return endArgument()
  }

  private mutating func readKeyword(_ token: Token, from start: Int) -> State {
    shift()
    let role = token.kind == .if ? Waiting.Role.condition : .loop
    pending.append(Waiting(role: role, precedence: .body, start: start))
    guard token.kind != .repeat else { return .operand }
    let bracket = parts.count
    guard peek(skipsNewlines: true).kind == .leftParenthesis else { return fail() }
    guard token.kind == .for else { return open(.test, from: bracket) }
    pending.append(Waiting(role: .sequence, start: bracket))
    shift()
    shift()
    shift()
    return .operand
  }

  private mutating func readFunction(from start: Int) -> State {
    shift()
    pending.append(Waiting(role: .function, precedence: .body, start: start))
    _ = peek(skipsNewlines: true)
    shift()
    pending.append(Waiting(role: .parameters, start: parts.count))
    if peek().kind == .rightParenthesis { return endParameters() }
    return readParameter()
  }

  private mutating func readParameter() -> State {
    while true {
      guard peek().kind == .symbol else { return fail() }
      shift(as: "SYMBOL_FORMALS")
      let next = peek()
      if next.kind == .infix, next.name == .equals {
        shift(as: "EQ_FORMALS")
        return .operand
      }
      _ = number()
      guard next.kind == .comma else { return endParameters() }
      shift()
    }
  }

  private mutating func endParameters() -> State {
    guard peek().kind == .rightParenthesis else { return fail() }
    shift()
    pending.removeLast()
    return .operand
  }
}

// MARK: - After an operand

extension ParseDataBuilder {
  mutating func continueOperand() -> State {
    let token = peek()
    let start = parts.count - 1
    switch token.kind {
    case .leftParenthesis:
      renameCallee()
      shift()
      pending.append(Waiting(role: .arguments, start: start))
      return .argument
    case .leftBracket, .leftDoubleBracket:
      shift()
      let name: SyntaxName = token.kind == .leftBracket ? .subset : .element
      pending.append(Waiting(role: .elements, name: name, start: start))
      return .argument
    case .dollar, .at:
      shift()
      let member = peek(skipsNewlines: true)
      guard member.kind == .symbol || member.kind == .string else { return fail() }
      shift(as: token.kind == .at && member.kind == .symbol ? "SLOT" : nil)
      return finishOperand(from: start)
    case .infix: return readInfix(token.name)
    case .else: return readElse()
    default: return endExpression()
    }
  }

  /// Renames the name that the operand, which is called, ends with.
  private mutating func renameCallee() {
    guard let callee = parts.last else { return }
    let id = items[callee].id
    let last = items.indices.reversed().first { items[$0].isTerminal && items[$0].parent == id }
    renameSymbol(last, "SYMBOL_FUNCTION_CALL")
  }

  private mutating func readInfix(_ name: SyntaxName) -> State {
    let precedence = name.infixPrecedence
    while let last = pending.last, !last.role.isBracket, last.precedence >= precedence {
      if last.precedence == precedence, precedence.isRightAssociative { break }
      reduceLast()
    }
    if name == .equals || name == .help { finishStatement() }
    let start = parts.count - 1
    shift()
    pending.append(Waiting(role: .infix, precedence: precedence, name: name, start: start))
    return .operand
  }

  private mutating func readElse() -> State {
    while let last = pending.last, last.role != .condition {
      if last.role.isBracket { return fail() }
      reduceLast()
    }
    finishStatement()
    shift()
    pending[pending.count - 1].role = .alternative
    return .operand
  }

  private mutating func reduceLast() {
    let entry = pending.removeLast()
    switch entry.role {
    case .infix where entry.name == .equals || entry.name == .help:
      finishStatement()
      reduce(
        entry.name == .equals || !isInArguments ? "expr_or_assign_or_help" : "expr_or_help",
        from: entry.start)
      isStatement = true
      return
    case .prefix where entry.name == .help, .condition, .alternative, .loop, .function:
      finishStatement()
    default: break
    }
    reduce(from: entry.start)
    isStatement = false
  }

  /// Whether `=` does not assign here.
  private var isInArguments: Bool {
    switch pending.last(where: { $0.role.isBracket })?.role {
    case .arguments, .elements, .parameters, .test, .sequence: true
    default: false
    }
  }

  /// Ends the expression that stands in a bracket, and what of the bracket its end decides.
  private mutating func endExpression() -> State {
    while let last = pending.last, !last.role.isBracket { reduceLast() }
    finishStatement()
    switch pending[pending.count - 1].role {
    case .parenthesis: return close()
    case .test:
      guard peek().kind == .rightParenthesis else { return fail() }
      shift()
      pending.removeLast()
      _ = number()
      return .operand
    case .sequence:
      guard peek().kind == .rightParenthesis else { return fail() }
      shift()
      reduce("forcond", from: pending.removeLast().start)
      return .operand
    case .arguments, .elements:
      _ = number()
      return endArgument()
    case .parameters:
      _ = number()
      guard peek().kind == .comma else { return endParameters() }
      shift()
      return readParameter()
    case .brace:
      _ = number()
      return .item
    default: return endTopLevel()
    }
  }

  private mutating func close() -> State {
    let role = pending[pending.count - 1].role
    guard peek().kind == (role == .elements ? .rightBracket : .rightParenthesis) else {
      return fail()
    }
    shift()
    let entry = pending.removeLast()
    return finishOperand(from: entry.start)
  }
}

// MARK: - Arguments

extension ParseDataBuilder {
  fileprivate func isArgumentEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .rightParenthesis, .rightBracket: true
    default: false
    }
  }

  mutating func readArgument() -> State {
    if isArgumentEnd(peek()) { return endArgument() }
    isAtArgument = true
    return .operand
  }

  /// Passes what follows an argument.
  fileprivate mutating func endArgument() -> State {
    _ = number()
    if peek().kind == .comma {
      shift()
      return .argument
    }
    if pending[pending.count - 1].name == .element {
      guard peek().kind == .rightBracket else { return fail() }
      shift()
    }
    return close()
  }
}

// MARK: - Statements

extension ParseDataBuilder {
  /// Passes the lines before a top-level expression.
  mutating func startTopLevel() -> State {
    while peek().kind == .newline {
      ahead = nil
      _ = number()
    }
    return peek().kind == .end ? .finished : .operand
  }

  private mutating func endTopLevel() -> State {
    let token = peek()
    guard token.kind == .newline || token.kind == .semicolon else { return .finished }
    shift()
    parts.removeAll()
    _ = number()
    return startTopLevel()
  }

  /// Passes what stands between the statements in braces.
  mutating func readItems() -> State {
    while true {
      let entry = pending[pending.count - 1]
      let token = peek()
      switch token.kind {
      case .rightBrace:
        shift()
        pending.removeLast()
        return finishOperand(from: entry.start)
      case .semicolon, .newline: break
      default: return .operand
      }
      shift()
      let next = peek()
      guard next.kind == .semicolon || next.kind == .newline || next.kind == .rightBrace else {
        return .operand
      }
      if token.kind == .newline {
        _ = number()
        continue
      }
      let isEmpty = parts.count == entry.start + 2
      reduce(
        "exprlist", from: entry.start + 1,
        begins: isEmpty ? items[parts[entry.start]].range.start : nil)
    }
  }
}
