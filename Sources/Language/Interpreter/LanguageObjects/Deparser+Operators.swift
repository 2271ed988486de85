/// An operator of R as it is written.
struct Operator {
  enum Precedence: Int, Comparable {
    case equals, assignment, tilde, or, and, not, comparison, sum, product, special, range
    case sign, power, member, namespace

    static func < (left: Precedence, right: Precedence) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  enum Spacing {
    /// Blanks around it, and a line may end after it.
    case breakable
    /// Blanks around it.
    case spaced
    case tight
  }

  let precedence: Precedence
  var spacing = Spacing.breakable

  var isRightAssociative: Bool {
    precedence == .power || precedence == .assignment || precedence == .equals
  }

  init?(_ name: Symbol, _ strings: StringPool) {
    switch name {
    case .plus, .minus: precedence = .sum
    case .times_: precedence = .product
    case .divide: (precedence, spacing) = (.product, .tight)
    case .power: (precedence, spacing) = (.power, .tight)
    case .colon: (precedence, spacing) = (.range, .tight)
    case .modulo, .integerDivide: (precedence, spacing) = (.special, .tight)
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual:
      precedence = .comparison
    case .and, .andAnd: precedence = .and
    case .or, .orOr: precedence = .or
    case .not: precedence = .not
    case .tilde: precedence = .tilde
    case .assign_, .superAssign: (precedence, spacing) = (.assignment, .spaced)
    case .equalAssign: (precedence, spacing) = (.equals, .spaced)
    case .doubleColon, .tripleColon: (precedence, spacing) = (.namespace, .tight)
    default:
      guard Self.isSpecial(strings.bytes(name)) else { return nil }
      precedence = .special
    }
  }

  /// Whether a name is one of those between percent signs.
  static func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 2 && bytes.first == UInt8(ascii: "%") && bytes.last == UInt8(ascii: "%")
  }

  init(precedence: Precedence) { self.precedence = precedence }

  /// `$`, `@` and the brackets.
  init(member: Void) { (precedence, spacing) = (.member, .tight) }
}

extension Deparser {
  enum Side { case left, right }

  /// Writes the call of an operator with operands around it; false if it is none.
  func writeOperator(_ name: Symbol, _ call: Call) -> Bool {
    let arguments = call.arguments
    if let precedence = prefixPrecedence(name, arguments.count) {
      let operand = arguments.first?.value ?? .null
      write(strings.bytes(name))
      writeOperand(operand, needsParentheses(operand, under: precedence))
      return true
    }
    guard let infix = Operator(name, strings) else { return false }
    if infix.spacing == .spaced, arguments.count != 2 {
      writeLeft(arguments.first?.value ?? .null, under: infix)
      writeInfix(name, infix)
      writeOperand(arguments, 1)
      return true
    }
    guard isInfix(name, arguments) else { return false }
    writeChain(call)
    return true
  }

  /// The precedence that the operator has before its only operand.
  private func prefixPrecedence(_ name: Symbol, _ count: Int) -> Operator.Precedence? {
    if name == .not { return .not }
    guard count == 1 else { return nil }
    switch name {
    case .plus, .minus: return .sign
    case .tilde: return .tilde
    case .times_, .matrixProduct, .and, .andAnd, .or, .orOr, .equal, .notEqual, .less, .greater,
      .lessOrEqual, .greaterOrEqual:
      return Operator(name, strings)?.precedence
    default: return nil
    }
  }

  private func isInfix(_ name: Symbol, _ arguments: [Argument]) -> Bool {
    guard arguments.count == 2, name != .not else { return false }
    return !isUsers(name) || arguments.allSatisfy { $0.name.isEmpty }
  }

  /// Whether the operator is one that users define, such as `%in%`.
  private func isUsers(_ name: Symbol) -> Bool {
    Operator.isSpecial(strings.bytes(name)) && name != .modulo && name != .integerDivide
      && name != .matrixProduct
  }

  /// Writes an operator and its operands; left operands that are operators too, without recursion.
  private func writeChain(_ call: Call) {
    var links = [(call: call, infix: Operator(call.name ?? .empty, strings))]
    while let outer = links.last, let outerInfix = outer.infix,
      let left = outer.call.arguments[0].value.call, let name = left.name,
      let infix = Operator(name, strings), isInfix(name, left.arguments),
      !needsParentheses(outer.call.arguments[0].value, under: outerInfix, .left)
    {
      links.append((left, infix))
    }
    guard let innermost = links.last, let innermostInfix = innermost.infix else { return }
    writeLeft(innermost.call.arguments[0].value, under: innermostInfix)
    for (index, link) in links.enumerated().reversed() where !isFull {
      guard let name = link.call.name, let infix = link.infix else { continue }
      writeInfix(name, infix)
      var hasBroken = false
      if infix.spacing == .breakable { breakIfLong(&hasBroken) }
      let outer = following
      if index > 0 { following = links[index - 1].infix?.precedence }
      let right = link.call.arguments[1].value
      writeOperand(right, needsParentheses(right, under: infix, .right))
      following = outer
      if hasBroken { indent -= 1 }
    }
  }

  private func writeInfix(_ name: Symbol, _ infix: Operator) {
    if infix.spacing != .tight { write(" ") }
    write(strings.bytes(name))
    if infix.spacing != .tight { write(" ") }
  }

  /// Writes an operand, in parentheses where it would otherwise read as something else.
  private func writeOperand(_ operand: Value, _ isParenthesized: Bool) {
    guard isParenthesized else { return write(operand) }
    write("(")
    writeEnclosed { write(operand) }
    write(")")
  }

  /// Writes between brackets, where nothing follows that an operand could swallow.
  func writeEnclosed(_ body: () -> Void) {
    let outer = following
    following = nil
    body()
    following = outer
  }

  private func writeLeft(_ operand: Value, under infix: Operator) {
    let outer = following
    following = infix.precedence
    writeOperand(operand, needsParentheses(operand, under: infix, .left))
    following = outer
  }

  /// Writes what a member or an element is taken of.
  func writeObject(_ object: Value) {
    writeOperand(object, needsParentheses(object, under: Operator(member: ()), .left))
  }
}

// MARK: - Parentheses

extension Deparser {
  /// Whether the only operand of an operator needs parentheses.
  private func needsParentheses(
    _ operand: Value, under outer: Operator.Precedence
  ) -> Bool {
    needsParentheses(operand, under: Operator(precedence: outer), .right)
  }

  private func needsParentheses(_ operand: Value, under outer: Operator, _ side: Side) -> Bool {
    if operand.kind == .complex {
      let isWeak = side == .left ? outer.precedence > .sum : outer.precedence >= .sum
      return operand.count == 1 && isWeak
    }
    guard let call = operand.call, let name = call.name, call.definition == nil else {
      return false
    }
    let isFollowed = side == .left || following != nil
    switch name {
    case .if_, .for_, .while_, .repeat_: return isFollowed
    case .subset, .subset2, .dollar, .at:
      return outer.precedence == .namespace
    default: break
    }
    let count = call.arguments.count
    if let inner = prefixPrecedence(name, count) {
      return (side == .left ? outer.precedence : following ?? .equals) > inner
    }
    guard let infix = Operator(name, strings),
      count == 2 || infix.spacing == .spaced || isUsers(name)
        || (count == 1 && side == .left && name != .power)
    else { return false }
    let inner = infix.precedence
    if inner != outer.precedence { return inner < outer.precedence }
    return inner == .comparison || (side == .left) == outer.isRightAssociative
  }
}
