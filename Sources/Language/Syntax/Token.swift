/// A word of R source text.
struct Token {
  enum Kind: UInt8 {
    case end, newline, semicolon, comma
    case symbol, string, constant, null, placeholder
    case infix, dollar, at, namespace, not
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace
    case leftBracket, rightBracket, leftDoubleBracket
    case `if`, `else`, `for`, `in`, `while`, `repeat`, function, lambda, next, `break`

    /// Bytes that are no token.
    case invalid

    /// A string without its closing quote.
    case incompleteString

    /// A token that is wrong in itself; the lexer holds the diagnostic.
    case failure
  }

  var kind = Kind.end

  /// The operator, of kinds `infix` and `namespace`.
  var name = SyntaxName.help

  /// What a constant is.
  var constant = Tree.Kind.null

  /// Whether a symbol was written between backquotes.
  var isQuoted = false

  var start: UInt32 = 0
  var end: UInt32 = 0

  /// The name of a symbol or the value of a string.
  var text = Tree.Text(offset: 0, length: 0, storage: .source)

  /// The value of a numeric constant.
  var number = 0.0

  var range: SourceRange { SourceRange(start: start, end: end) }
}

extension Token {
  /// What R calls the token in an error message.
  var description: String {
    switch kind {
    case .end: "end of input"
    case .newline: "end of line"
    case .symbol: "symbol"
    case .string: "string constant"
    case .constant: "numeric constant"
    case .null: "'NULL'"
    case .placeholder, .invalid, .failure: "input"
    case .incompleteString: "INCOMPLETE_STRING"
    case .infix: operatorDescription
    default: "'\(spelling)'"
    }
  }

  private var operatorDescription: String {
    switch name {
    case .leftAssign, .superAssign, .colonAssign: "assignment"
    case .rightAssign, .rightSuperAssign: "'->'"
    case .special: "SPECIAL"
    default: "'\(name.spelling)'"
    }
  }

  private var spelling: String {
    switch kind {
    case .semicolon: ";"
    case .comma: ","
    case .dollar: "$"
    case .at: "@"
    case .not: "!"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftDoubleBracket: "[["
    case .lambda: "\\\\"
    case .namespace: "\(name.spelling)"
    default: "\(kind)"
    }
  }
}
