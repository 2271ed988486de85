// The readers that builtins take their arguments with.
//
// What they give lives at least until the builtin returns, so that its `elements` can be used without
// keeping the vector itself.

extension Invocation {
  /// Argument as doubles (attributes as they are); error if it is not an atomic vector.
  package func doubles(_ position: Int) throws(Unwind) -> DoubleVector {
    unsafeDowncast(try argument(position, as: .double), to: DoubleVector.self)
  }

  package func integers(_ position: Int) throws(Unwind) -> IntegerVector {
    unsafeDowncast(try argument(position, as: .integer), to: IntegerVector.self)
  }

  package func logicals(_ position: Int) throws(Unwind) -> LogicalVector {
    unsafeDowncast(try argument(position, as: .logical), to: LogicalVector.self)
  }

  package func characters(_ position: Int) throws(Unwind) -> CharacterVector {
    unsafeDowncast(try argument(position, as: .character), to: CharacterVector.self)
  }

  package func list(_ position: Int) throws(Unwind) -> ListVector {
    unsafeDowncast(try argument(position, as: .list), to: ListVector.self)
  }

  /// Any value as a vector of a type, kept until the builtin returns.
  package func vector(_ value: Value, as kind: Kind) throws(Unwind) -> Vector {
    let vector = try interpreter.vector(value, as: kind)
    if case .object(let object) = value, object === vector { return vector }
    interpreter.temporaries.pointee.append(vector)
    return vector
  }

  private func argument(_ position: Int, as kind: Kind) throws(Unwind) -> Vector {
    try vector(self[position], as: kind)
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
