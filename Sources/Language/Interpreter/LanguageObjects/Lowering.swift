import ApusSyntax

/// Makes language objects of a syntax tree.
///
/// Calls and names become the objects that `quote` hands out; a `function` expression also keeps its definition
/// and, when `source` is given, where it was written. The nodes are taken in their order, in which each comes
/// after its parts, so that deep expressions need no deep recursion. The parts of large functions are left
/// until somebody wants them.
package final class Lowering {
  private let tree: Tree
  private let strings: StringPool
  /// Nil when source references are not kept.
  fileprivate let source: SourceFile?
  /// The symbols of the names of the grammar, by number.
  private let grammar: [Symbol]

  /// Functions of fewer nodes are made at once.
  private static let deferredSize = 24

  package init(_ tree: Tree, strings: StringPool, source: SourceFile? = nil) {
    self.tree = tree
    self.strings = strings
    self.source = source
    grammar = SyntaxName.allCases.map { Symbol(strings.intern($0.spelling)) }
  }

  /// The language object or constant of a node.
  package func value(_ id: Tree.NodeID) -> Value {
    values(from: tree.firstNode(of: id), through: id) { pass in pass.take(id) }
  }

  /// The language objects of the top-level expressions.
  package func expressions() -> [Value] {
    guard let last = tree.expressions.last else { return [] }
    return values(from: 0, through: last, deferring: last + 1) { pass in
      tree.expressions.map { pass.take($0) }
    }
  }

  /// The parameters and the body of a function whose parts were left.
  fileprivate func content(
    of span: Tree.FunctionSpan
  ) -> (parameters: [Parameter], body: Value) {
    values(from: span.first, through: span.node - 1) { pass in
      pass.content(of: tree[span.node])
    }
  }

  /// Where a range of the source stands.
  package func reference(_ range: SourceRange) -> SourceReference? {
    source?.reference(to: range)
  }
}

/// A function whose parts are still nodes of a syntax tree.
struct DeferredFunction {
  fileprivate let lowering: Lowering
  fileprivate let span: Tree.FunctionSpan

  var content: (parameters: [Parameter], body: Value) { lowering.content(of: span) }
}

extension Lowering {
  /// Makes the values of a range of nodes; `body` takes those that are wanted, each once.
  ///
  /// Functions inside the range are deferred, but not one that is the whole range.
  private func values<Result>(
    from start: Tree.NodeID, through end: Tree.NodeID, deferring limit: Tree.NodeID? = nil,
    _ body: (LoweringPass) -> Result
  ) -> Result {
    let count = Int(end) - Int(start) + 1
    let made = UnsafeMutableBufferPointer<Value>.allocate(capacity: max(count, 1))
    made.initialize(repeating: .null)
    defer {
      made.deinitialize()
      made.deallocate()
    }
    guard count > 0 else { return body(pass(start, made)) }
    let spans = deferredFunctions(from: start, below: limit ?? end)
    return withExtendedLifetime(self) {
      let pass = pass(start, made)
      var next = start
      for span in spans.reversed() {
        pass.makeValues(from: next, below: span.first)
        made[Int(span.node - start)] = deferred(span)
        next = span.node + 1
      }
      pass.makeValues(from: next, below: end + 1)
      return body(pass)
    }
  }

  private func pass(
    _ start: Tree.NodeID, _ made: UnsafeMutableBufferPointer<Value>
  ) -> LoweringPass {
    LoweringPass(
      lowering: self, tree: tree, strings: strings, grammar: grammar, start: start, made: made)
  }

  private func deferred(_ span: Tree.FunctionSpan) -> Value {
    let definition = FunctionDefinition(
      DeferredFunction(lowering: self, span: span), source: reference(tree[span.node].range))
    return .object(Call(.symbol(.function_), definition: definition))
  }

  /// The outermost large functions of a range of nodes, last first.
  private func deferredFunctions(
    from start: Tree.NodeID, below limit: Tree.NodeID
  ) -> [Tree.FunctionSpan] {
    var found: [Tree.FunctionSpan] = []
    var limit = limit
    var index = tree.functions.partitioningIndex { $0.node >= limit }
    while index > 0 {
      index -= 1
      let span = tree.functions[index]
      if span.node < start { break }
      if span.node < limit, span.first >= start,
        Int(span.node) - Int(span.first) >= Self.deferredSize
      {
        found.append(span)
        limit = span.first
      }
    }
    return found
  }
}

extension [Tree.FunctionSpan] {
  /// The first index whose element satisfies a condition that all after it satisfy too.
  fileprivate func partitioningIndex(where belongs: (Tree.FunctionSpan) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// One pass over nodes of a tree.
private struct LoweringPass {
  unowned let lowering: Lowering
  let tree: Tree
  let strings: StringPool
  let grammar: [Symbol]
  let start: Tree.NodeID
  /// The values of the nodes before; each is moved into what it is a part of.
  let made: UnsafeMutableBufferPointer<Value>

  /// Makes the values of a range of nodes.
  func makeValues(from first: Tree.NodeID, below end: Tree.NodeID) {
    guard first < end else { return }
    tree.nodes.withUnsafeBufferPointer { nodes in
      tree.arguments.withUnsafeBufferPointer { arguments in
        for index in Int(first)..<Int(end) {
          made[index - Int(start)] = value(of: nodes[index], arguments)
        }
      }
    }
  }

  private func value(
    of node: Tree.Node, _ arguments: UnsafeBufferPointer<Tree.Argument>
  ) -> Value {
    switch node.kind {
    case .symbol: return .symbol(symbol(tree.text(node)))
    case .call: return call(parts(node, arguments), node.range)
    case .string: return .string(symbol(tree.text(node)).handle)
    case .double: return .double(tree.double(node))
    case .integer: return .integer(tree.integer(node))
    case .function: return function(parts(node, arguments), node.range)
    case .null: return .null
    case .true: return .true
    case .false: return .false
    case .imaginary: return complex(ComplexNumber(0, tree.double(node)))
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
    case .source: return Symbol(intern(tree.source, range))
    case .rewritten: return Symbol(intern(tree.rewritten, range))
    case .grammar: return grammar[Int(text.offset)]
    }
  }

  @inline(__always)
  private func intern(_ bytes: [UInt8], _ range: Range<Int>) -> StringHandle {
    bytes.withUnsafeBufferPointer { strings.intern(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Takes the value of a node.
  func take(_ id: Tree.NodeID) -> Value {
    guard id != Tree.empty, let base = made.baseAddress else { return .missingArgument }
    let place = base + Int(id - start)
    let value = place.move()
    place.initialize(to: .null)
    return value
  }

  private func name(_ part: Tree.Argument) -> Symbol { part.name.map(symbol) ?? .empty }

  private func call(
    _ parts: UnsafeBufferPointer<Tree.Argument>, _ range: SourceRange
  ) -> Value {
    let arguments = [Argument](unsafeUninitializedCapacity: parts.count - 1) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      for index in 1..<parts.count {
        let argument = Argument(name(parts[index]), take(parts[index].value))
        (base + index - 1).initialize(to: argument)
      }
      count = parts.count - 1
    }
    let call = Call(take(parts[0].value), arguments)
    if let source = lowering.source { keepSource(of: call, source, parts, range) }
    return .object(call)
  }

  /// Blocks remember where their statements were written.
  private func keepSource(
    of call: Call, _ source: SourceFile, _ parts: UnsafeBufferPointer<Tree.Argument>,
    _ range: SourceRange
  ) {
    let function = tree[parts[0].value]
    guard function.kind == .symbol, tree.text(function).syntaxName == .brace else { return }
    source.setReferences(
      call, parts: parts.compactMap { $0.node.map { tree[$0].range } },
      through: source.text.lastPosition(before: Int(range.end)))
  }

  private func function(
    _ parts: UnsafeBufferPointer<Tree.Argument>, _ range: SourceRange
  ) -> Value {
    let (parameters, body) = content(of: parts)
    let definition = FunctionDefinition(
      parameters: parameters, body: body, source: lowering.reference(range))
    return .object(Call(definition))
  }

  private func content(
    of parts: some Collection<Tree.Argument>
  ) -> (parameters: [Parameter], body: Value) {
    let parameters = parts.dropLast().map { Parameter(name($0), default: take($0.value)) }
    return (parameters, take(parts.map(\.value).last ?? Tree.empty))
  }

  /// The parameters and the body of a function whose parts are made.
  func content(of function: Tree.Node) -> (parameters: [Parameter], body: Value) {
    content(of: tree.arguments(of: function))
  }
}

extension Call {
  /// The `function` expression of a definition.
  package convenience init(_ definition: FunctionDefinition) {
    self.init(.symbol(.function_), definition: definition)
  }
}

extension Interpreter {
  /// Parses a text; what is before the first error is in the result.
  package func parse(
    _ source: [UInt8], columns: ColumnUnit = .characters
  ) -> (expressions: [Value], result: ParseResult) {
    let result = Parser.parse(source, columns: columns)
    return (Lowering(result.tree, strings: strings).expressions(), result)
  }

  /// Parses a text whose functions and blocks remember where they were written.
  package func parse(
    keepingSource file: SourceFile
  ) -> (expressions: [Value], result: ParseResult) {
    let result = Parser.parse(file.text.bytes, columns: file.text.columns)
    return (Lowering(result.tree, strings: strings, source: file).expressions(), result)
  }

  /// Parses what was typed; `options(keep.source = )` says whether the text is kept.
  package func parse(typed source: [UInt8]) -> (expressions: [Value], result: ParseResult) {
    keepsSource ? parse(keepingSource: sourceFile(source)) : parse(source)
  }

  /// What `options(keep.source = )` says.
  package var keepsSource: Bool {
    if case .logical(1) = option("keep.source") { return true }
    return false
  }
}
