/// A function name that R's grammar writes itself, such as `+` or `if`.
package enum SyntaxName: UInt8, CaseIterable, Sendable {
  case help, equals, leftAssign, superAssign, colonAssign, rightAssign, rightSuperAssign
  case tilde, or, orOr, and, andAnd, not
  case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
  case plus, minus, times, divide, special, pipe, pipeBind, range, power
  case dollar, at, namespace, internalNamespace
  case brace, parenthesis, subset, element
  case `if`, `for`, `while`, `repeat`, `break`, next, function, placeholder

  /// How R spells it in a call.
  package var spelling: StaticString {
    switch self {
    case .help: "?"
    case .equals: "="
    case .leftAssign, .rightAssign: "<-"
    case .superAssign, .rightSuperAssign: "<<-"
    case .colonAssign: ":="
    case .tilde: "~"
    case .or: "|"
    case .orOr: "||"
    case .and: "&"
    case .andAnd: "&&"
    case .not: "!"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .greater: ">"
    case .lessOrEqual: "<="
    case .greaterOrEqual: ">="
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divide: "/"
    case .special: "%%"
    case .pipe: "|>"
    case .pipeBind: "=>"
    case .range: ":"
    case .power: "^"
    case .dollar: "$"
    case .at: "@"
    case .namespace: "::"
    case .internalNamespace: ":::"
    case .brace: "{"
    case .parenthesis: "("
    case .subset: "["
    case .element: "[["
    case .if: "if"
    case .for: "for"
    case .while: "while"
    case .repeat: "repeat"
    case .break: "break"
    case .next: "next"
    case .function: "function"
    case .placeholder: "_"
    }
  }
}
