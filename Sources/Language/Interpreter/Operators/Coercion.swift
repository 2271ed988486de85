// Conversion between the atomic types, and the readers that builtins take their arguments with.

extension Interpreter {
  /// `value` as a vector of another atomic type (or list), without attributes.
  ///
  /// Numbers that text does not spell become NA with R's warning. Errors: what is not a vector.
  package func coerce(_ value: Value, to kind: Kind) throws(Unwind) -> Vector { DoubleVector(count: 0) }
}

extension Invocation {
  /// Argument as doubles; error if it is not an atomic vector.
  package func doubles(_ position: Int) throws(Unwind) -> DoubleVector {
    unsafeDowncast(try interpreter.coerce(self[position], to: .double), to: DoubleVector.self)
  }

  package func integers(_ position: Int) throws(Unwind) -> IntegerVector {
    unsafeDowncast(try interpreter.coerce(self[position], to: .integer), to: IntegerVector.self)
  }

  package func logicals(_ position: Int) throws(Unwind) -> LogicalVector {
    unsafeDowncast(try interpreter.coerce(self[position], to: .logical), to: LogicalVector.self)
  }

  package func characters(_ position: Int) throws(Unwind) -> CharacterVector {
    unsafeDowncast(
      try interpreter.coerce(self[position], to: .character), to: CharacterVector.self)
  }

  package func list(_ position: Int) throws(Unwind) -> ListVector {
    unsafeDowncast(try interpreter.coerce(self[position], to: .list), to: ListVector.self)
  }

  /// A single TRUE or FALSE; `"invalid 'what' argument"` otherwise.
  package func flag(_ position: Int, _ what: StaticString) throws(Unwind) -> Bool {
    let values = try logicals(position).elements
    guard values.count >= 1, !values[0].isMissing else { throw error("invalid '\(what)' argument") }
    return values[0] != 0
  }

  /// A single integer, NA allowed.
  package func integer(_ position: Int, _ what: StaticString) throws(Unwind) -> Int32 {
    let values = try integers(position).elements
    guard values.count >= 1 else { throw error("invalid '\(what)' argument") }
    return values[0]
  }

  package func double(_ position: Int, _ what: StaticString) throws(Unwind) -> Double {
    let values = try doubles(position).elements
    guard values.count >= 1 else { throw error("invalid '\(what)' argument") }
    return values[0]
  }

  /// A single string as Swift text.
  package func text(_ position: Int, _ what: StaticString) throws(Unwind) -> String {
    guard self[position].kind == .character else { throw error("invalid '\(what)' argument") }
    let values = try characters(position).elements
    guard values.count >= 1 else { throw error("invalid '\(what)' argument") }
    return strings.text(values[0])
  }
}
