/// Something read already that waits for the operand that follows it.
struct Pending {
  enum Role: UInt8 {
    /// An operator whose left operand is known.
    case infix
    case prefix

    /// `if` with its condition, which may get an `else` later.
    case condition

    /// `if`, its condition and its first branch, after `else`.
    case alternative
    case whileLoop, forLoop, repeatLoop

    /// A function definition, its parameters lie in the parser's scratch space.
    case function
  }

  var role: Role
  var name: SyntaxName
  var precedence: Precedence

  /// The name of an operator such as `%in%`.
  var text: Tree.Text?

  /// The left operand, the condition, or the loop's variable.
  var first = Tree.empty

  /// The first branch or the loop's sequence.
  var second = Tree.empty

  /// Where the parameters start in the scratch space.
  var parameters = 0

  /// The first node of the function definition.
  var firstNode = Tree.empty

  /// Where the whole starts.
  var start: UInt32

  /// Where the operator or keyword is written.
  var nameStart: UInt32

  /// How much of R's parser stack it occupies.
  var weight: Int {
    switch role {
    case .prefix, .repeatLoop: 1
    case .infix, .condition, .whileLoop, .forLoop: 2
    case .alternative: 4
    case .function: 5
    }
  }
}

extension Parser {
  /// R's parser gives up at this weight.
  private static let weightLimit = 9990

  mutating func push(_ entry: Pending) throws(Stop) {
    pendingWeight += entry.weight
    if pendingWeight > Self.weightLimit { try fail("out of memory while parsing") }
    pending.append(entry)
  }

  /// Gives the last pending entry its operand, which becomes the result.
  mutating func reduceLast(_ operand: inout Tree.NodeID) throws(Stop) {
    let entry = pending.removeLast()
    pendingWeight -= entry.weight
    let range = SourceRange(start: entry.start, end: tree[operand].range.end)
    switch entry.role {
    case .infix: operand = try combine(entry, operand, range: range)
    case .prefix, .repeatLoop:
      operand = tree.appendCall(
        .grammar(entry.name), at: entry.nameStart, operand, range: range)
    case .condition:
      if !brackets.isEmpty { nesting -= 1 }
      fallthrough
    case .whileLoop:
      operand = tree.appendCall(
        .grammar(entry.name), at: entry.nameStart, entry.first, operand, range: range)
    case .alternative, .forLoop:
      operand = tree.appendCall(
        .grammar(entry.name), at: entry.nameStart, entry.first, entry.second, operand,
        range: range)
    case .function: operand = finishFunction(entry, body: operand, range: range)
    }
  }

  private mutating func combine(
    _ entry: Pending, _ right: Tree.NodeID, range: SourceRange
  ) throws(Stop) -> Tree.NodeID {
    switch entry.name {
    case .pipe: return try pipe(entry.first, into: right)
    case .pipeBind:
      try fail(
        "'=>' is disabled; set '_R_USE_PIPEBIND_' envvar to a true value to enable it")
      return right
    case .rightAssign, .rightSuperAssign:
      return tree.appendCall(
        .grammar(entry.name), at: entry.nameStart, right, entry.first, range: range)
    default:
      return tree.appendCall(
        entry.text ?? .grammar(entry.name), at: entry.nameStart, entry.first, right,
        range: range)
    }
  }

  private mutating func finishFunction(
    _ entry: Pending, body: Tree.NodeID, range: SourceRange
  ) -> Tree.NodeID {
    let offset = tree.arguments.count
    tree.arguments.append(contentsOf: scratch[entry.parameters...])
    tree.arguments.append(Tree.Argument(name: nil, value: body))
    scratch.removeSubrange(entry.parameters...)
    let function = tree.append(
      Tree.Node(
        kind: .function, first: UInt32(offset), second: UInt32(tree.arguments.count - offset),
        range: range))
    tree.functions.append(Tree.FunctionSpan(first: entry.firstNode, node: function))
    return function
  }
}
