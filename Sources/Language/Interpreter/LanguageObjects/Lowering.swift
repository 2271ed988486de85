import ApusSyntax

/// Makes language objects of a syntax tree.
///
/// Calls and names become the objects that `quote` hands out; a `function` expression also keeps its definition
/// and, when `source` is given, where it was written.
package struct Lowering {
  let tree: Tree
  let strings: StringPool
  /// Nil when source references are not kept.
  let source: SourceFile?
  let text: SourceText?

  package init(_ tree: Tree, strings: StringPool, source: SourceFile? = nil) {
    self.tree = tree
    self.strings = strings
    self.source = source
    text = source.map { SourceText($0.bytes) }
  }

  /// The language object or constant of a node.
  package func value(_ id: Tree.NodeID) -> Value {
    let node = tree[id]
    switch node.kind {
    case .null: return .null
    case .true: return .true
    case .false: return .false
    case .integer: return .integer(tree.integer(node))
    case .double: return .double(tree.double(node))
    case .imaginary:
      return .object(ComplexVector(CollectionOfOne(ComplexNumber(0, tree.double(node)))))
    case .string: return .string(handle(tree.text(node)))
    case .symbol: return .symbol(Symbol(handle(tree.text(node))))
    case .missingLogical: return .missingLogical
    case .missingInteger: return .integer(Int32.missing)
    case .missingDouble: return .double(.missing)
    case .missingComplex: return .object(ComplexVector(CollectionOfOne(.missing)))
    case .missingString: return .string(.missing)
    case .call: return call(node)
    case .function: return function(node)
    }
  }

  private func handle(_ text: Tree.Text) -> StringHandle {
    tree.withBytes(of: text) { strings.intern($0) }
  }

  private func call(_ node: Tree.Node) -> Value {
    let parts = tree.arguments(of: node)
    guard let function = parts.first?.node else { return .null }
    return .object(Call(value(function), parts.dropFirst().map(argument)))
  }

  private func argument(_ argument: Tree.Argument) -> Argument {
    Argument(
      argument.name.map { Symbol(handle($0)) } ?? .empty,
      argument.node.map(value) ?? .missingArgument)
  }

  private func function(_ node: Tree.Node) -> Value {
    let parts = tree.arguments(of: node)
    guard let last = parts.last, let bodyNode = last.node else { return .null }
    let parameters = parts.dropLast().map { part in
      Parameter(
        part.name.map { Symbol(handle($0)) } ?? .empty,
        default: part.node.map(value) ?? .missingArgument)
    }
    let definition = FunctionDefinition(
      parameters: parameters, body: value(bodyNode), source: reference(node.range))
    return .object(Call(definition))
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
    return (result.expressions.map(lowering.value), result)
  }
}
