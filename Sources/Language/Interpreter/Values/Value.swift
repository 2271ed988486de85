/// Any value of R, as registers, list elements and bindings hold it.
///
/// Scalars without attributes are stored in place; everything else is an object. The layout is known to the
/// machine (payload at offset 0, tag byte at offset 8, 16 bytes apart): `Machine/Register.swift`
/// depends on it, so cases may not be reordered without that file.
package enum Value {
  case double(Double)
  case integer(Int32)
  /// 1, 0 or `Int32.min` for NA.
  case logical(Int32)
  case string(StringHandle)
  case symbol(Symbol)
  case object(Object)
  case promise(Promise)
  case null
  /// The empty argument, as in `x[1, ]`.
  case missingArgument
  /// A local variable that has no value (yet).
  case unbound
  /// A parameter whose default expression has not been evaluated.
  case defaultArgument
}

extension Value {
  package static var `true`: Value { .logical(1) }
  package static var `false`: Value { .logical(0) }
  package static var missingLogical: Value { .logical(.min) }

  @inlinable package static func logical(_ truth: Bool) -> Value { .logical(truth ? 1 : 0) }
  @inlinable package static func integer(_ number: Int) -> Value {
    .integer(Int32(truncatingIfNeeded: number))
  }

  package static func doubles(_ elements: some Collection<Double>) -> Value {
    elements.count == 1
      ? .double(elements.first.unsafelyUnwrapped) : .object(DoubleVector(elements))
  }

  package static func integers(_ elements: some Collection<Int32>) -> Value {
    elements.count == 1
      ? .integer(elements.first.unsafelyUnwrapped) : .object(IntegerVector(elements))
  }

  package static func logicals(_ elements: some Collection<Int32>) -> Value {
    elements.count == 1
      ? .logical(elements.first.unsafelyUnwrapped) : .object(LogicalVector(elements))
  }

  package static func strings(_ elements: some Collection<StringHandle>) -> Value {
    elements.count == 1
      ? .string(elements.first.unsafelyUnwrapped) : .object(CharacterVector(elements))
  }

  package static func list(_ elements: some Collection<Value>) -> Value {
    .object(ListVector(elements))
  }
}

extension Value {
  /// The object, when there is one.
  @inlinable package var object: Object? {
    if case .object(let object) = self { return object }
    return nil
  }

  @inlinable package var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  @inlinable package var isMissingArgument: Bool {
    if case .missingArgument = self { return true }
    return false
  }

  @inlinable package var isUnbound: Bool {
    if case .unbound = self { return true }
    return false
  }

  package var symbol: Symbol? {
    if case .symbol(let symbol) = self { return symbol }
    return nil
  }

  package var call: Call? { object as? Call }
  package var list: ListVector? { object as? ListVector }
  package var environment: Environment? { object as? Environment }

  /// Closure, builtin or special.
  package var isFunction: Bool {
    guard case .object(let object) = self else { return false }
    return object.kind == .closure || object.kind == .builtin
  }

  /// The attributes, when there are any.
  package var attributes: Attributes? { object?.attributes }

  package var hasClass: Bool { object?.hasClass ?? false }

  package func attribute(_ name: Symbol) -> Value { object?.attributes?[name] ?? .null }

  /// The length of a vector, the size of an environment, the number of parts of a call, else 1.
  package var count: Int {
    switch self {
    case .null: 0
    case .object(let object): object.length
    default: 1
    }
  }
}
