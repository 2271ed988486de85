// Error messages about types, in R's words.

extension Condition {
  static func cannotCoerce(_ from: Kind, to: Kind, call: Value = .null) -> Condition {
    error(
      "cannot coerce type '\(from.typeName)' to vector of type '\(to.typeName)'", call: call)
  }

  package static func listCannotCoerce(_ from: Kind, to: Kind, call: Value = .null) -> Condition {
    error("'\(from.typeName)' object cannot be coerced to type '\(to.typeName)'", call: call)
  }
}
