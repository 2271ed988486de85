extension Lexer {
  mutating func readPunctuation(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): set(.newline)
    case 0 where position >= count: token.kind = .end
    case UInt8(ascii: ";"): set(.semicolon)
    case UInt8(ascii: ","): set(.comma)
    case UInt8(ascii: "("): set(.leftParenthesis)
    case UInt8(ascii: ")"): set(.rightParenthesis)
    case UInt8(ascii: "{"): set(.leftBrace)
    case UInt8(ascii: "}"): set(.rightBrace)
    case UInt8(ascii: "["):
      if follows("[") { set(.leftDoubleBracket, length: 2) } else { set(.leftBracket) }
    case UInt8(ascii: "]"): set(.rightBracket)
    case UInt8(ascii: "$"): set(.dollar)
    case UInt8(ascii: "@"): set(.at)
    case UInt8(ascii: "_"): set(.placeholder)
    case UInt8(ascii: "\\"): set(.lambda)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): readString(quote: byte)
    case UInt8(ascii: "%"): readSpecial()
    default: readOperator(byte)
    }
  }

  private mutating func readOperator(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): infix(.help)
    case UInt8(ascii: "~"): infix(.tilde)
    case UInt8(ascii: "+"): infix(.plus)
    case UInt8(ascii: "/"): infix(.divide)
    case UInt8(ascii: "^"): infix(.power)
    case UInt8(ascii: "*"): follows("*") ? infix(.power, length: 2) : infix(.times)
    case UInt8(ascii: "-"): readMinus()
    case UInt8(ascii: "<"): readLess()
    case UInt8(ascii: ">"): follows("=") ? infix(.greaterOrEqual, length: 2) : infix(.greater)
    case UInt8(ascii: "="): readEquals()
    case UInt8(ascii: "!"): follows("=") ? infix(.notEqual, length: 2) : set(.not)
    case UInt8(ascii: "&"): follows("&") ? infix(.andAnd, length: 2) : infix(.and)
    case UInt8(ascii: "|"): readBar()
    case UInt8(ascii: ":"): readColon()
    default: set(.invalid)
    }
  }

  private func follows(_ scalar: Unicode.Scalar, after distance: Int = 1) -> Bool {
    bytes[min(position + distance, count)] == UInt8(truncatingIfNeeded: scalar.value)
  }

  private mutating func set(_ kind: Token.Kind, length: Int = 1) {
    token.kind = kind
    position += length
  }

  private mutating func infix(_ name: SyntaxName, length: Int = 1) {
    token.name = name
    set(.infix, length: length)
  }

  private mutating func readMinus() {
    guard follows(">") else { return infix(.minus) }
    follows(">", after: 2) ? infix(.rightSuperAssign, length: 3) : infix(.rightAssign, length: 2)
  }

  private mutating func readLess() {
    if follows("-") {
      infix(.leftAssign, length: 2)
    } else if follows("<"), follows("-", after: 2) {
      infix(.superAssign, length: 3)
    } else if follows("<") {
      set(.invalid, length: 2)
    } else if follows("=") {
      infix(.lessOrEqual, length: 2)
    } else {
      infix(.less)
    }
  }

  private mutating func readEquals() {
    if follows("=") {
      infix(.equal, length: 2)
    } else if follows(">") {
      infix(.pipeBind, length: 2)
    } else {
      infix(.equals)
    }
  }

  private mutating func readBar() {
    if follows("|") {
      infix(.orOr, length: 2)
    } else if follows(">") {
      infix(.pipe, length: 2)
    } else {
      infix(.or)
    }
  }

  private mutating func readColon() {
    if follows(":") {
      let isInternal = follows(":", after: 2)
      token.name = isInternal ? .internalNamespace : .namespace
      set(.namespace, length: isInternal ? 3 : 2)
    } else if follows("=") {
      infix(.colonAssign, length: 2)
    } else {
      infix(.range)
    }
  }

  /// Reads an operator such as `%in%`.
  private mutating func readSpecial() {
    let start = position
    var end = position + 1
    while bytes[end] != UInt8(ascii: "%") {
      guard end < count, bytes[end] != UInt8(ascii: "\n") else {
        return set(.invalid, length: end - start)
      }
      end += 1
    }
    infix(.special, length: end + 1 - start)
    token.text = Tree.Text(
      offset: UInt32(start), length: UInt32(position - start), storage: .source)
  }
}
