extension Parser {
  /// The call that `left |> right` stands for.
  mutating func pipe(
    _ left: Tree.NodeID, into right: Tree.NodeID
  ) throws(Stop) -> Tree.NodeID {
    let node = tree[right]
    guard node.kind == .call || node.kind == .function else {
      try fail("The pipe operator requires a function call as RHS")
      return right
    }
    let usesPlaceholder = try fillPlaceholder(of: right, with: left)
    try checkPipeable(node)
    if !usesPlaceholder { prepend(left, to: right) }
    tree.nodes[Int(right)].range.start = tree[left].range.start
    return right
  }

  /// Puts `value` where the call has a placeholder; false if it has none.
  private mutating func fillPlaceholder(
    of call: Tree.NodeID, with value: Tree.NodeID
  ) throws(Stop) -> Bool {
    guard placeholders > 0, tree[call].kind == .call else { return false }
    let arguments = Array(tree.arguments(of: tree[call]))
    let offset = Int(tree[call].first)
    let places = arguments.indices.dropFirst().filter {
      arguments[$0].node.map(isPlaceholder) ?? false
    }
    guard let place = places.first else {
      try checkCallee(arguments.first)
      return false
    }
    if places.count > 1 {
      try fail("pipe placeholder may only appear once", kind: .misplaced(call))
    }
    if arguments[place].name == nil {
      try fail("pipe placeholder can only be used as a named argument")
    }
    tree.arguments[offset + place].value = value
    placeholders -= 1
    return true
  }

  private mutating func checkCallee(_ callee: Tree.Argument?) throws(Stop) {
    guard let id = callee?.node else { return }
    let node = tree[id]
    if node.kind == .symbol, tree.text(node).syntaxName == .placeholder {
      try fail("pipe placeholder cannot be used in the RHS function")
    }
    guard node.kind == .call, !isSyntax(node) else { return }
    let range = node.range
    for index in 0...Int(id) where isPlaceholder(Tree.NodeID(index)) {
      if tree.nodes[index].range.start >= range.start {
        return try fail("pipe placeholder cannot be used in the RHS function")
      }
    }
  }

  /// Whether `node` is a call of a name of the grammar, such as `$`.
  private func isSyntax(_ node: Tree.Node) -> Bool {
    guard let callee = tree.arguments(of: node).first?.node else { return false }
    return tree[callee].kind == .symbol && tree.text(tree[callee]).syntaxName != nil
  }

  /// Reports a call that no value can be piped into.
  private mutating func checkPipeable(_ node: Tree.Node) throws(Stop) {
    var name = "function"
    if node.kind == .call {
      guard let callee = tree.arguments(of: node).first?.node, tree[callee].kind == .symbol else {
        return
      }
      name = string(tree.text(tree[callee]))
    }
    if Self.isUnpipeable(name) {
      try fail("function '\(name)' not supported in RHS call of a pipe")
    }
  }

  private static func isUnpipeable(_ name: String) -> Bool {
    switch name {
    case "if", "while", "repeat", "for", "break", "next", "return", "function", "(", "{",
      "+", "-", "*", "/", "^", "%%", "%/%", "%*%", ":", "::", ":::", "?", "~", "@", "=>",
      "==", "!=", "<", ">", "<=", ">=", "&", "|", "&&", "||", "!", "<-", "<<-", "=",
      "[", "[[", "$", "[<-", "[[<-", "$<-", "|>":
      true
    default: false
    }
  }

  /// Makes `value` the first argument of `call`.
  private mutating func prepend(_ value: Tree.NodeID, to call: Tree.NodeID) {
    let arguments = Array(tree.arguments(of: tree[call]))
    let offset = tree.arguments.count
    tree.arguments.append(contentsOf: arguments.prefix(1))
    tree.arguments.append(Tree.Argument(name: nil, value: value))
    tree.arguments.append(contentsOf: arguments.dropFirst())
    tree.nodes[Int(call)].first = UInt32(offset)
    tree.nodes[Int(call)].second = UInt32(tree.arguments.count - offset)
  }
}
