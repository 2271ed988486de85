/// What an object or a value is: the types of R.
///
/// The atomic vector kinds are in the order in which R coerces them.
package enum Kind: UInt8, Comparable, Sendable {
  case null, raw, logical, integer, double, complex, character
  case list, expression, pairlist
  case symbol, call, promise, dots
  case closure, builtin, environment, s4, externalPointer, weakReference, bytecode

  package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

  package var isAtomic: Bool { self >= .raw && self <= .character }
  package var isVector: Bool { self >= .raw && self <= .expression }
  package var isNumeric: Bool { self == .integer || self == .double }
  package var isList: Bool { self >= .list && self <= .pairlist }

  /// The name that `typeof` gives.
  package var typeName: String {
    switch self {
    case .null: "NULL"
    case .raw: "raw"
    case .logical: "logical"
    case .integer: "integer"
    case .double: "double"
    case .complex: "complex"
    case .character: "character"
    case .list: "list"
    case .expression: "expression"
    case .pairlist: "pairlist"
    case .symbol: "symbol"
    case .call: "language"
    case .promise: "promise"
    case .dots: "..."
    case .closure: "closure"
    case .builtin: "builtin"
    case .environment: "environment"
    case .s4: "S4"
    case .externalPointer: "externalptr"
    case .weakReference: "weakref"
    case .bytecode: "bytecode"
    }
  }
}

extension Value {
  package var kind: Kind {
    switch self {
    case .double: .double
    case .integer: .integer
    case .logical: .logical
    case .string: .character
    case .symbol, .missingArgument: .symbol
    case .object(let object): object.kind
    case .promise: .promise
    case .null, .unbound, .defaultArgument: .null
    }
  }
}
