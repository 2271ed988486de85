/// R code as R's own nodes: constants, symbols, calls and functions.
///
/// Operators, `if`, loops, `{` and `(` are calls of a symbol, as R has them; a pipe is the call it
/// stands for. Nodes lie in one array, each after the nodes it is made of, so that a walk over the
/// array in order can build any other representation without recursion.
package struct Tree: Sendable {
  package typealias NodeID = UInt32

  /// The text that was parsed, which texts and ranges point into.
  package let source: [UInt8]

  package internal(set) var nodes: [Node] = []

  /// What calls and functions are made of; see `arguments(of:)`.
  package internal(set) var arguments: [Argument] = []

  /// The function definitions, in the order of their nodes.
  package internal(set) var functions: [FunctionSpan] = []

  /// Strings and names that differ from how they are written.
  package internal(set) var rewritten: [UInt8] = []

  /// The top-level expressions.
  package internal(set) var expressions: [NodeID] = []

  init(source: [UInt8]) { self.source = source }
}

extension Tree {
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, integer, double, imaginary, string, symbol
    case missingLogical, missingInteger, missingDouble, missingComplex, missingString

    /// A call; its first argument is the function.
    case call

    /// A function definition; its last argument is the body, those before are the parameters.
    case function
  }

  package struct Node: Sendable {
    package var kind: Kind

    /// Whether a symbol was written between backquotes or as a string.
    package var isQuoted = false

    /// Of calls and functions: where their arguments start; of others: half of the value.
    package internal(set) var first: UInt32 = 0

    /// Of calls and functions: how many arguments they have; of others: half of the value.
    package internal(set) var second: UInt32 = 0
    package var range: SourceRange
  }

  /// An argument of a call or a parameter of a function.
  package struct Argument: Sendable {
    package var name: Text?

    /// The value, or `Tree.empty`.
    package internal(set) var value: NodeID

    /// The value, or nil if it is empty, as in `x[, 1]`.
    package var node: NodeID? { value == Tree.empty ? nil : value }
  }

  /// Bytes in the source, in the rewritten strings, or a name of the grammar.
  package struct Text: Sendable {
    package enum Storage: UInt8, Sendable { case source, rewritten, grammar }

    /// Where the bytes start, or the number of a name of the grammar.
    package let offset: UInt32
    package let length: UInt32
    package let storage: Storage

    static func grammar(_ name: SyntaxName) -> Text {
      Text(offset: UInt32(name.rawValue), length: 0, storage: .grammar)
    }

    /// The name, if the grammar itself wrote it.
    package var syntaxName: SyntaxName? {
      storage == .grammar ? SyntaxName(rawValue: UInt8(truncatingIfNeeded: offset)) : nil
    }
  }

  /// Stands for no node.
  package static var empty: NodeID { .max }

  /// The nodes of a function definition: its parts lie from `first` up to its own node.
  package struct FunctionSpan: Sendable {
    package let first: NodeID
    package let node: NodeID
  }
}

// MARK: - Reading

extension Tree {
  package subscript(id: NodeID) -> Node { nodes[Int(id)] }

  /// The first of the nodes that `id` is made of; all others lie between it and `id`.
  package func firstNode(of id: NodeID) -> NodeID {
    var first = id
    while self[first].kind == .call || self[first].kind == .function {
      let parts = arguments(of: self[first]).lazy.compactMap(\.node)
      guard let least = parts.min() else { break }
      first = least
    }
    return first
  }

  /// The function and arguments of a call, or the parameters and body of a function.
  package func arguments(of node: Node) -> ArraySlice<Argument> {
    arguments[Int(node.first)..<Int(node.first) + Int(node.second)]
  }

  /// The value of an integer node.
  package func integer(_ node: Node) -> Int32 { Int32(bitPattern: node.first) }

  /// The value of a double node, or the imaginary part of an imaginary one.
  package func double(_ node: Node) -> Double {
    Double(bitPattern: UInt64(node.second) << 32 | UInt64(node.first))
  }

  /// The text of a string or symbol node.
  package func text(_ node: Node) -> Text {
    Text(
      offset: node.first, length: node.second & 0x3FFF_FFFF,
      storage: Text.Storage(rawValue: UInt8(node.second >> 30)) ?? .source)
  }

  /// Calls `body` with the UTF-8 bytes of `text`.
  package func withBytes<Result>(
    of text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(text.offset)..<Int(text.offset) + Int(text.length)
    switch text.storage {
    case .source:
      return source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    case .rewritten:
      return rewritten.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    case .grammar:
      let spelling = (text.syntaxName ?? .brace).spelling
      return body(
        UnsafeBufferPointer(start: spelling.utf8Start, count: spelling.utf8CodeUnitCount))
    }
  }

  package func string(_ text: Text) -> String {
    withBytes(of: text) { String(decoding: $0, as: UTF8.self) }
  }

  func areEqual(_ left: Text, _ right: Text) -> Bool {
    withBytes(of: left) { left in withBytes(of: right) { left.elementsEqual($0) } }
  }

  /// Whether the name of the function that `call` calls is `name`.
  func calls(_ name: SyntaxName, _ call: Node) -> Bool {
    guard call.kind == .call, let callee = arguments(of: call).first?.node else { return false }
    let node = self[callee]
    return node.kind == .symbol && text(node).syntaxName == name
  }
}

// MARK: - Building

extension Tree {
  mutating func append(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(nodes.count - 1)
  }

  mutating func appendText(
    _ kind: Kind, _ text: Text, isQuoted: Bool = false, range: SourceRange
  ) -> NodeID {
    append(
      Node(
        kind: kind, isQuoted: isQuoted, first: text.offset,
        second: text.length | UInt32(text.storage.rawValue) << 30, range: range))
  }

  mutating func appendDouble(_ kind: Kind, _ value: Double, range: SourceRange) -> NodeID {
    let bits = value.bitPattern
    return append(
      Node(
        kind: kind, first: UInt32(truncatingIfNeeded: bits), second: UInt32(bits >> 32),
        range: range))
  }

  /// Appends the call of a name of the grammar with unnamed arguments.
  mutating func appendCall(
    _ function: Text, at functionStart: UInt32, _ first: NodeID, _ second: NodeID = empty,
    _ third: NodeID = empty, range: SourceRange
  ) -> NodeID {
    let name = appendText(
      .symbol, function, range: SourceRange(start: functionStart, end: functionStart))
    let offset = arguments.count
    arguments.append(Argument(name: nil, value: name))
    if first != Tree.empty { arguments.append(Argument(name: nil, value: first)) }
    if second != Tree.empty { arguments.append(Argument(name: nil, value: second)) }
    if third != Tree.empty { arguments.append(Argument(name: nil, value: third)) }
    return append(
      Node(
        kind: .call, first: UInt32(offset), second: UInt32(arguments.count - offset),
        range: range))
  }
}
