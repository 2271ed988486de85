// Error messages about subscripts, in R's words.

extension Condition {
  static func notSubsettable(_ kind: Kind, call: Value) -> Condition {
    error("object of type '\(kind.typeName)' is not subsettable", call: call)
  }

  static func subscriptOutOfBounds(call: Value) -> Condition {
    error("subscript out of bounds", call: call)
  }

  static func invalidSubscriptType(_ kind: Kind, call: Value) -> Condition {
    error("invalid subscript type '\(kind.typeName)'", call: call)
  }

  static func wrongDimensionCount(call: Value) -> Condition {
    error("incorrect number of dimensions", call: call)
  }

  static func wrongSubscriptCount(call: Value) -> Condition {
    error("incorrect number of subscripts", call: call)
  }
}
