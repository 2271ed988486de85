import ApusSyntax

/// Makes language objects of a syntax tree.
///
/// Calls and names become the objects that `quote` hands out; a `function` expression also keeps its definition
/// and, when `source` is given, where it was written. The nodes are taken in their order, in which each comes
/// after its parts, so that deep expressions need no deep recursion.
package struct Lowering {
  let tree: Tree
  let strings: StringPool
  /// Nil when source references are not kept.
  let source: SourceFile?
  let text: SourceText?
  /// The symbols of the names of the grammar, by number.
  private let grammar: [Symbol]

  package init(_ tree: Tree, strings: StringPool, source: SourceFile? = nil) {
    self.tree = tree
    self.strings = strings
    self.source = source
    text = source.map { SourceText($0.bytes) }
    grammar = SyntaxName.allCases.map { Symbol(strings.intern($0.spelling)) }
  }

  /// The language object or constant of a node.
  package func value(_ id: Tree.NodeID) -> Value {
    values(from: Int(tree.firstNode(of: id)), through: Int(id)) { nodes in nodes(id) }
  }

  /// The language objects of the top-level expressions.
  package func expressions() -> [Value] {
    guard let last = tree.expressions.last else { return [] }
    return values(from: 0, through: Int(last)) { nodes in tree.expressions.map(nodes) }
  }

  /// Makes the values of a range of nodes; `body` takes those that are wanted, each once.
  private func values<Result>(
    from start: Int, through end: Int, _ body: (_ nodes: (Tree.NodeID) -> Value) -> Result
  ) -> Result {
    let made = UnsafeMutableBufferPointer<Value>.allocate(capacity: end - start + 1)
    made.initialize(repeating: .null)
    defer {
      made.deinitialize()
      made.deallocate()
    }
    tree.source.withUnsafeBufferPointer { source in
      tree.rewritten.withUnsafeBufferPointer { rewritten in
        var pass = LoweringPass(
          lowering: self, source: source, rewritten: rewritten, grammar: grammar, start: start,
          made: made)
        tree.nodes.withUnsafeBufferPointer { nodes in
          tree.arguments.withUnsafeBufferPointer { arguments in
            for index in start...end {
              made[index - start] = pass.value(of: nodes[index], arguments)
            }
          }
        }
      }
    }
    return body { made[Int($0) - start] }
  }

  /// Where a range of the source stands.
  package func reference(_ range: SourceRange) -> SourceReference? {
    guard let source, let text else { return nil }
    let first = text.position(at: Int(range.start))
    let last = text.lastPosition(before: Int(range.end))
    return SourceReference(
      file: source, firstLine: Int32(first.line), firstColumn: Int32(first.column),
      lastLine: Int32(last.line), lastColumn: Int32(last.column), start: Int32(range.start),
      end: Int32(range.end))
  }
}

/// One pass over the nodes of a tree.
private struct LoweringPass {
  let lowering: Lowering
  let source: UnsafeBufferPointer<UInt8>
  let rewritten: UnsafeBufferPointer<UInt8>
  let grammar: [Symbol]
  let start: Int
  /// The values of the nodes before; each is moved into what it is a part of.
  let made: UnsafeMutableBufferPointer<Value>

  mutating func value(
    of node: Tree.Node, _ arguments: UnsafeBufferPointer<Tree.Argument>
  ) -> Value {
    switch node.kind {
    case .symbol: return .symbol(symbol(lowering.tree.text(node)))
    case .call: return call(parts(node, arguments))
    case .string: return .string(symbol(lowering.tree.text(node)).handle)
    case .double: return .double(lowering.tree.double(node))
    case .integer: return .integer(lowering.tree.integer(node))
    case .function: return function(parts(node, arguments), node.range)
    case .null: return .null
    case .true: return .true
    case .false: return .false
    case .imaginary: return complex(ComplexNumber(0, lowering.tree.double(node)))
    case .missingLogical: return .missingLogical
    case .missingInteger: return .integer(Int32.missing)
    case .missingDouble: return .double(.missing)
    case .missingComplex: return complex(.missing)
    case .missingString: return .string(.missing)
    }
  }

  private func complex(_ number: ComplexNumber) -> Value {
    .object(ComplexVector(CollectionOfOne(number)))
  }

  private func parts(
    _ node: Tree.Node, _ arguments: UnsafeBufferPointer<Tree.Argument>
  ) -> UnsafeBufferPointer<Tree.Argument> {
    let first = Int(node.first)
    return UnsafeBufferPointer(rebasing: arguments[first..<first + Int(node.second)])
  }

  private func symbol(_ text: Tree.Text) -> Symbol {
    let range = Int(text.offset)..<Int(text.offset) + Int(text.length)
    switch text.storage {
    case .source:
      return Symbol(lowering.strings.intern(UnsafeBufferPointer(rebasing: source[range])))
    case .rewritten:
      return Symbol(lowering.strings.intern(UnsafeBufferPointer(rebasing: rewritten[range])))
    case .grammar: return grammar[Int(text.offset)]
    }
  }

  /// Takes the value of a part.
  private func take(_ part: Tree.Argument) -> Value {
    guard part.value != Tree.empty, let base = made.baseAddress else { return .missingArgument }
    let place = base + (Int(part.value) - start)
    let value = place.move()
    place.initialize(to: .null)
    return value
  }

  private func name(_ part: Tree.Argument) -> Symbol { part.name.map(symbol) ?? .empty }

  private func call(_ parts: UnsafeBufferPointer<Tree.Argument>) -> Value {
    let arguments = [Argument](unsafeUninitializedCapacity: parts.count - 1) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      for index in 1..<max(parts.count, 1) {
        let argument = Argument(name(parts[index]), take(parts[index]))
        (base + index - 1).initialize(to: argument)
      }
      count = parts.count - 1
    }
    return .object(Call(take(parts[0]), arguments))
  }

  private func function(
    _ parts: UnsafeBufferPointer<Tree.Argument>, _ range: SourceRange
  ) -> Value {
    let parameters = parts.dropLast().map { Parameter(name($0), default: take($0)) }
    let definition = FunctionDefinition(
      parameters: parameters, body: take(parts[parts.count - 1]),
      source: lowering.reference(range))
    return .object(Call(definition))
  }
}

extension Call {
  /// The `function` expression of a definition.
  package convenience init(_ definition: FunctionDefinition) {
    let formals = ListVector(kind: .pairlist, definition.parameters.map(\.default))
    if !definition.parameters.isEmpty {
      formals.setAttribute(.names, .strings(definition.parameters.map(\.name.handle)))
    }
    self.init(
      .symbol(.function_),
      [
        Argument(definition.parameters.isEmpty ? .null : .object(formals)),
        Argument(definition.body), Argument(.null),
      ], definition: definition)
  }
}

extension Interpreter {
  /// Parses a text; what is before the first error is in the result.
  package func parse(
    _ source: [UInt8], keepSource name: String? = nil
  ) -> (expressions: [Value], result: ParseResult) {
    let result = Parser.parse(source)
    let file = name.map { SourceFile(name: $0, bytes: source) }
    let lowering = Lowering(result.tree, strings: strings, source: file)
    return (lowering.expressions(), result)
  }
}
