import ApusInterpreter

/// A value as the key of a table: equal if `identical()`, NA and NaN apart.
struct ValueKey: Hashable {
  let value: Value

  static func == (left: ValueKey, right: ValueKey) -> Bool {
    isSame(left.value, right.value)
  }

  /// Looks at type, length and the first and last elements only: enough to spread.
  func hash(into hasher: inout Hasher) {
    hasher.combine(value.kind)
    guard let vector = value.vector else { return }
    hasher.combine(vector.count)
    guard vector.count > 0 else { return }
    for k in Set([0, vector.count / 2, vector.count - 1]).sorted() {
      switch vector.elementValue(k) {
      case .double(let number): hasher.combine(canonicalKey(number))
      case .integer(let number), .logical(let number): hasher.combine(number)
      case .string(let string): hasher.combine(string)
      case .symbol(let symbol): hasher.combine(symbol)
      default: break
      }
    }
  }

  /// Whether two values have the same type, elements and attributes.
  static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null), (.missingArgument, .missingArgument): return true
    case (.symbol(let one), .symbol(let other)): return one == other
    case (.double(let one), .double(let other)): return canonicalKey(one) == canonicalKey(other)
    case (.integer(let one), .integer(let other)): return one == other
    case (.logical(let one), .logical(let other)): return one == other
    case (.string(let one), .string(let other)): return one == other
    default: break
    }
    guard left.kind == right.kind, haveSameAttributes(left, right) else { return false }
    if let one = left.vector, let other = right.vector { return haveSameElements(one, other) }
    if let one = left.call, let other = right.call { return isSameCall(one, other) }
    guard let one = left.object, let other = right.object else { return false }
    if let one = one as? Closure, let other = other as? Closure {
      return one.environment === other.environment
        && (one.definition === other.definition
          || isSame(one.definition.body, other.definition.body)
            && haveSameParameters(one.definition, other.definition))
    }
    if let one = one as? BuiltinFunction, let other = other as? BuiltinFunction {
      return one.name == other.name
    }
    return one === other
  }

  private static func isSameCall(_ one: Call, _ other: Call) -> Bool {
    guard one.arguments.count == other.arguments.count, isSame(one.function, other.function) else {
      return false
    }
    return zip(one.arguments, other.arguments).allSatisfy {
      $0.name == $1.name && isSame($0.value, $1.value)
    }
  }

  private static func haveSameParameters(
    _ one: FunctionDefinition, _ other: FunctionDefinition
  ) -> Bool {
    guard one.parameters.count == other.parameters.count else { return false }
    return zip(one.parameters, other.parameters).allSatisfy {
      $0.name == $1.name && isSame($0.default, $1.default)
    }
  }

  private static func haveSameAttributes(_ left: Value, _ right: Value) -> Bool {
    let one = left.attributes?.entries ?? []
    let other = right.attributes
    guard one.count == other?.entries.count ?? 0 else { return false }
    return one.allSatisfy { entry in
      guard let match = other?[entry.name] else { return false }
      return isSame(entry.value, match)
    }
  }

  private static func haveSameElements(_ one: Vector, _ other: Vector) -> Bool {
    guard one.count == other.count else { return false }
    switch (one, other) {
    case (let one as DoubleVector, let other as DoubleVector):
      return zip(one.elements, other.elements).allSatisfy { canonicalKey($0) == canonicalKey($1) }
    case (let one as CharacterVector, let other as CharacterVector):
      return one.elements.elementsEqual(other.elements)
    case (let one as ComplexVector, let other as ComplexVector):
      return zip(one.elements, other.elements).allSatisfy { ComplexKey($0) == ComplexKey($1) }
    case (let one as RawVector, let other as RawVector):
      return one.elements.elementsEqual(other.elements)
    case (let one as ListVector, let other as ListVector):
      return zip(one.elements, other.elements).allSatisfy { isSame($0, $1) }
    default: return one.wholeNumbers.elementsEqual(other.wholeNumbers)
    }
  }
}

/// A complex number as the key of a table.
struct ComplexKey: Hashable {
  private let real: UInt64
  private let imaginary: UInt64

  init(_ number: ComplexNumber) {
    // NA in either part makes the whole number NA; NaN is compared part by part.
    let isMissing = number.real.isMissing || number.imaginary.isMissing
    real = canonicalKey(isMissing ? .missing : number.real)
    imaginary = isMissing ? 0 : canonicalKey(number.imaginary)
  }
}
