/// How strongly an operator binds, weakest first.
enum Precedence: UInt8, Comparable {
  case help, body, equals, leftAssign, rightAssign, tilde, or, and, not, comparison
  case sum, product, special, pipeBind, range, sign, power

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  var isRightAssociative: Bool { self == .equals || self == .leftAssign || self == .power }
}

extension SyntaxName {
  /// The precedence of the operator between two operands.
  var infixPrecedence: Precedence {
    switch self {
    case .equals: .equals
    case .leftAssign, .superAssign, .colonAssign: .leftAssign
    case .rightAssign, .rightSuperAssign: .rightAssign
    case .tilde: .tilde
    case .or, .orOr: .or
    case .and, .andAnd: .and
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: .comparison
    case .plus, .minus: .sum
    case .times, .divide: .product
    case .special, .pipe: .special
    case .pipeBind: .pipeBind
    case .range: .range
    case .power: .power
    default: .help
    }
  }

  /// The precedence of the operator before its only operand.
  var prefixPrecedence: Precedence {
    switch self {
    case .plus, .minus: .sign
    case .not: .not
    case .tilde: .tilde
    default: .help
    }
  }
}
