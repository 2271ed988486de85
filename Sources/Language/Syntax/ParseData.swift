/// What `getParseData` tells of a text: its tokens and comments, and the constructs made of them.
///
/// Items are numbered as R's parser numbers them: each token when it is read, newlines too, each
/// construct when it is complete, also those that are left out as they hold a single other one.
package struct ParseData: Sendable {
  package struct Item: Sendable {
    /// What R calls the token or construct.
    package var token: StaticString
    package var range: SourceRange
    package var id: Int32

    /// The number of the construct that it is part of; 0 if of none.
    ///
    /// A comment between top-level expressions has the negative number of the one that follows.
    package var parent: Int32 = 0
    package var isTerminal: Bool
    var isComment = false
  }

  /// By their places, constructs before their parts.
  package private(set) var items: [Item]

  /// The data of a text that parses without an error; of any other, that of its start.
  package init(_ source: [UInt8]) {
    var padded = source
    padded.append(contentsOf: repeatElement(0, count: 16))
    items = padded.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress else { return [] }
      var builder = ParseDataBuilder(lexer: Lexer(bytes: bytes, count: source.count))
      builder.run()
      return builder.items
    }
    items.sort { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      if left.range.end != right.range.end { return left.range.end > right.range.end }
      return left.id < right.id
    }
    setParentsOfComments()
  }

  private mutating func setParentsOfComments() {
    let roots = items.indices.filter { !items[$0].isComment && items[$0].parent == 0 }
      .map { items[$0].id }.sorted()
    // The constructs around a place, outermost first.
    var around: [Item] = []
    for index in items.indices {
      let item = items[index]
      if !item.isTerminal {
        while let last = around.last, last.range.end < item.range.end { around.removeLast() }
        around.append(item)
      }
      guard item.isComment else { continue }
      while let last = around.last, last.range.end < item.range.end { around.removeLast() }
      if let last = around.last {
        items[index].parent = last.id
      } else {
        items[index].parent = -(roots.first { $0 > item.id } ?? 0)
      }
    }
  }
}

extension Token {
  /// What parse data call the token.
  var parseDataName: StaticString {
    switch kind {
    case .semicolon: "';'"
    case .comma: "','"
    case .symbol: "SYMBOL"
    case .string: "STR_CONST"
    case .constant: "NUM_CONST"
    case .null: "NULL_CONST"
    case .placeholder: "PLACEHOLDER"
    case .infix: name.parseDataName
    case .namespace: name == .namespace ? "NS_GET" : "NS_GET_INT"
    case .dollar: "'$'"
    case .at: "'@'"
    case .not: "'!'"
    case .leftParenthesis: "'('"
    case .rightParenthesis: "')'"
    case .leftBrace: "'{'"
    case .rightBrace: "'}'"
    case .leftBracket: "'['"
    case .rightBracket: "']'"
    case .leftDoubleBracket: "LBB"
    case .if: "IF"
    case .else: "ELSE"
    case .for: "FOR"
    case .in: "IN"
    case .while: "WHILE"
    case .repeat: "REPEAT"
    case .function: "FUNCTION"
    case .lambda: "'\\\\'"
    case .next: "NEXT"
    case .break: "BREAK"
    default: "ERROR"
    }
  }
}

extension SyntaxName {
  fileprivate var parseDataName: StaticString {
    switch self {
    case .help: "'?'"
    case .equals: "EQ_ASSIGN"
    case .leftAssign, .superAssign, .colonAssign: "LEFT_ASSIGN"
    case .rightAssign, .rightSuperAssign: "RIGHT_ASSIGN"
    case .tilde: "'~'"
    case .or: "OR"
    case .orOr: "OR2"
    case .and: "AND"
    case .andAnd: "AND2"
    case .equal: "EQ"
    case .notEqual: "NE"
    case .less: "LT"
    case .greater: "GT"
    case .lessOrEqual: "LE"
    case .greaterOrEqual: "GE"
    case .plus: "'+'"
    case .minus: "'-'"
    case .times: "'*'"
    case .divide: "'/'"
    case .special: "SPECIAL"
    case .pipe: "PIPE"
    case .pipeBind: "PIPEBIND"
    case .range: "':'"
    case .power: "'^'"
    default: "ERROR"
    }
  }
}
