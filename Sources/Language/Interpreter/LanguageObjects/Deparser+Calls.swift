extension Deparser {
  func write(_ call: Call) {
    if let definition = call.definition { return writeFunction(definition) }
    guard let name = call.name else { return writeComputedCall(call) }
    if writeSyntax(name, call) || writeOperator(name, call) { return }
    writeName(name)
    enclosing.append(name)
    writeArguments(call.arguments)
    enclosing.removeLast()
  }

  /// A call of what an expression gives, such as `f(x)(y)`.
  private func writeComputedCall(_ call: Call) {
    let isParenthesized = needsParentheses(asFunction: call.function)
    if isParenthesized { write("(") }
    write(call.function)
    if isParenthesized { write(")") }
    writeArguments(call.arguments)
  }

  private func needsParentheses(asFunction function: Value) -> Bool {
    guard let call = function.call else { return function.object?.kind == .closure }
    guard let name = call.name else { return call.definition == nil }
    switch name {
    case .if_, .for_, .while_, .repeat_, .function_, .break_, .next_, .return_:
      return true
    case .dollar, .at, .doubleColon, .tripleColon: return false
    default: return Operator(name, strings) != nil
    }
  }

  func writeArguments(
    _ arguments: some Collection<Argument>, open: StaticString = "(", close: StaticString = ")"
  ) {
    write(open)
    var hasBroken = false
    var isFirst = true
    for argument in arguments {
      if !isFirst {
        write(", ")
        breakIfLong(&hasBroken)
      }
      isFirst = false
      writeEnclosed { write(argument) }
      if isFull { break }
    }
    if hasBroken { indent -= 1 }
    write(close)
  }

  private func write(_ argument: Argument) {
    if !argument.name.isEmpty {
      writeTag(argument.name)
      write(" = ")
    }
    writeProtected(argument.value)
  }

  /// A value where `=` would name an argument.
  func writeProtected(_ value: Value) {
    let isAssignment = value.call?.name == .equalAssign
    if isAssignment { write("(") }
    write(value)
    if isAssignment { write(")") }
  }
}

// MARK: - Functions

extension Deparser {
  /// A `function` expression.
  func writeFunction(_ definition: FunctionDefinition) {
    write("function(")
    writeParameters(definition.parameters)
    write(") ")
    write(definition.body)
  }

  /// A closure, whose body starts on a line of its own.
  func write(_ closure: Closure) {
    let definition = closure.definition
    if options.contains(.useSource), let source = strings.sourceLines(closure.attribute(.srcref)) {
      return write(source)
    }
    write("function (")
    writeParameters(definition.parameters)
    write(") ")
    languageDepth += 1
    breakLine()
    write(definition.body)
    languageDepth -= 1
  }

  private func writeParameters(_ parameters: [Parameter]) {
    languageDepth += 1
    var hasBroken = false
    for (index, parameter) in parameters.enumerated() {
      if index > 0 {
        write(", ")
        breakIfLong(&hasBroken)
      }
      writeTag(parameter.name)
      if !parameter.default.isMissingArgument {
        write(" = ")
        writeProtected(parameter.default)
      }
    }
    if hasBroken { indent -= 1 }
    languageDepth -= 1
  }

  /// Writes lines of source text.
  func write(_ source: [some Sequence<UInt8>]) {
    for (index, text) in source.enumerated() {
      if index > 0 { breakLine() }
      write { line in Array(text).withUnsafeBufferPointer { line.append($0) } }
    }
  }
}

// MARK: - Control flow

extension Deparser {
  /// Writes what has a syntax of its own; false if the call has none.
  func writeSyntax(_ name: Symbol, _ call: Call) -> Bool {
    let arguments = call.arguments
    switch name {
    case .brace: writeBlock(arguments)
    case .break_, .next_: writeName(plain: name)
    case .function_: return writeFunction(of: arguments)
    case .parenthesis:
      write("(")
      writeEnclosed { writeOperand(arguments, 0) }
      write(")")
    case .if_: writeIf(arguments)
    case .for_: writeFor(arguments)
    case .while_:
      write("while (")
      writeOperand(arguments, 0)
      write(") ")
      writeOperand(arguments, 1)
    case .repeat_:
      write("repeat ")
      writeOperand(arguments, 0)
    case .subset: writeSubset(arguments, open: "[", close: "]")
    case .subset2: writeSubset(arguments, open: "[[", close: "]]")
    case .dollar, .at: return writeMember(name, arguments)
    default: return false
    }
    return true
  }

  private func writeName(plain name: Symbol) { write(strings.bytes(name)) }

  /// An argument, or NULL if there are fewer.
  func writeOperand(_ arguments: [Argument], _ index: Int) {
    if index < arguments.count { write(arguments[index].value) } else { write("NULL") }
  }

  private func writeBlock(_ statements: [Argument]) {
    writeEnclosed { writeStatements(statements) }
  }

  private func writeStatements(_ statements: [Argument]) {
    write("{")
    braces += 1
    indent += 1
    breakLine()
    for statement in statements where !isFull {
      write(statement.value)
      breakLine()
    }
    indent -= 1
    write("}")
    braces -= 1
  }

  private func writeIf(_ arguments: [Argument]) {
    write("if (")
    writeEnclosed { writeOperand(arguments, 0) }
    write(") ")
    guard braces > 0, !isPartOfList, !enclosing.contains(where: keepsLine) else {
      writeOperand(arguments, 1)
      if arguments.count > 2 {
        write(" else ")
        write(arguments[2].value)
      }
      return
    }
    let isBlock = arguments.count > 1 && arguments[1].value.call?.name == .brace
    if !isBlock {
      breakLine()
      indent += 1
    }
    writeOperand(arguments, 1)
    if !isBlock { indent -= 1 }
    if arguments.count > 2 {
      breakLine()
      write("else ")
      write(arguments[2].value)
    }
  }

  private func writeFor(_ arguments: [Argument]) {
    write("for (")
    writeOperand(arguments, 0)
    write(" in ")
    writeOperand(arguments, 1)
    write(") ")
    writeOperand(arguments, 2)
  }

  /// A call of `function` that was made from its parts.
  private func writeFunction(of arguments: [Argument]) -> Bool {
    guard arguments.count > 1 else { return false }
    var parameters: [Parameter] = []
    if let formals = arguments[0].value.list {
      guard formals.kind == .pairlist, let names = formals.names else { return false }
      parameters = zip(names.elements, formals.elements).map { Parameter(Symbol($0), default: $1) }
    } else if !arguments[0].value.isNull {
      return false
    }
    writeFunction(FunctionDefinition(parameters: parameters, body: arguments[1].value))
    return true
  }

  private func writeSubset(_ arguments: [Argument], open: StaticString, close: StaticString) {
    writeObject(arguments.first?.value ?? .null)
    writeArguments(arguments.dropFirst(), open: open, close: close)
  }

  /// `x$name`, if the second argument is a name.
  private func writeMember(_ name: Symbol, _ arguments: [Argument]) -> Bool {
    guard arguments.count == 2 else { return false }
    switch arguments[1].value {
    case .symbol(let member):
      writeObject(arguments[0].value)
      writeName(plain: name)
      writeVariable(member)
    case .string(let member) where !member.isMissing:
      writeObject(arguments[0].value)
      writeName(plain: name)
      let bytes = strings.bytes(member)
      if Self.isPlainName(bytes) {
        write(bytes)
      } else {
        write { $0.appendEscaped(bytes, quote: UInt8(ascii: "\"")) }
      }
    default: return false
    }
    return true
  }
}
