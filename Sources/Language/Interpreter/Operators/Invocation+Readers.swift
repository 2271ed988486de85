// The readers that builtins take their arguments with.

extension Invocation {
  /// Argument as doubles (attributes as they are); error if it is not an atomic vector.
  package func doubles(_ position: Int) throws(Unwind) -> DoubleVector {
    unsafeDowncast(try interpreter.vector(self[position], as: .double), to: DoubleVector.self)
  }

  package func integers(_ position: Int) throws(Unwind) -> IntegerVector {
    unsafeDowncast(try interpreter.vector(self[position], as: .integer), to: IntegerVector.self)
  }

  package func logicals(_ position: Int) throws(Unwind) -> LogicalVector {
    unsafeDowncast(try interpreter.vector(self[position], as: .logical), to: LogicalVector.self)
  }

  package func characters(_ position: Int) throws(Unwind) -> CharacterVector {
    unsafeDowncast(
      try interpreter.vector(self[position], as: .character), to: CharacterVector.self)
  }

  package func list(_ position: Int) throws(Unwind) -> ListVector {
    unsafeDowncast(try interpreter.vector(self[position], as: .list), to: ListVector.self)
  }

  /// A single TRUE or FALSE; `"invalid 'what' argument"` otherwise.
  package func flag(_ position: Int, _ what: StaticString) throws(Unwind) -> Bool {
    if case .logical(let truth) = self[position], !truth.isMissing { return truth != 0 }
    let kind = self[position].kind
    guard kind.isAtomic else { throw error("invalid '\(what)' argument") }
    let values = try logicals(position).elements
    guard values.count >= 1, !values[0].isMissing else { throw error("invalid '\(what)' argument") }
    return values[0] != 0
  }

  /// A single integer, NA allowed.
  package func integer(_ position: Int, _ what: StaticString) throws(Unwind) -> Int32 {
    if case .integer(let number) = self[position] { return number }
    guard self[position].kind.isAtomic else { throw error("invalid '\(what)' argument") }
    let values = try integers(position).elements
    guard values.count >= 1 else { throw error("invalid '\(what)' argument") }
    return values[0]
  }

  /// A single number, NA allowed.
  package func double(_ position: Int, _ what: StaticString) throws(Unwind) -> Double {
    if case .double(let number) = self[position] { return number }
    guard self[position].kind.isAtomic else { throw error("invalid '\(what)' argument") }
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
