// Reading attributes as R shows them.

extension Interpreter {
  /// What `names(x)` gives without dispatch.
  package func names(of x: Value) -> Value {
    guard case .object(let object) = x else { return .null }
    if let vector = object.vector { return vector.names.map { Value($0) } ?? .null }
    switch object.kind {
    case .call: return unsafeDowncast(object, to: Call.self).asList.attribute(.names)
    case .environment:
      let symbols = unsafeDowncast(object, to: Environment.self).symbols
      return .strings(symbols.map(\.handle))
    default: return object.attribute(.names)
    }
  }

  /// What `attr(x, name)` gives; partial names are completed unless `exact`.
  package func attribute(of x: Value, _ name: StringHandle, exact: Bool) -> Value {
    let symbol = Symbol(name)
    if symbol == .names { return names(of: x) }
    guard let attributes = x.attributes else { return .null }
    if let found = attributes[symbol] {
      return symbol == .rowNames ? Self.expandedRowNames(found) : found
    }
    if exact { return .null }
    let start = strings.bytes(name)
    let candidates = attributes.entries.filter { strings.bytes($0.name).starts(with: start) }
    guard candidates.count == 1, let only = candidates.first else { return .null }
    return only.name == .rowNames ? Self.expandedRowNames(only.value) : only.value
  }

  /// What `attributes(x)` gives.
  package func attributes(of x: Value) -> Value {
    var entries = x.attributes?.entries ?? []
    if x.kind == .call {
      let names = self.names(of: x)
      if !names.isNull { entries.insert((.names, names), at: 0) }
    }
    if entries.isEmpty { return .null }
    let list = ListVector(
      entries.map { $0.name == .rowNames ? Self.expandedRowNames($0.value) : $0.value })
    list.setAttribute(.names, .object(CharacterVector(entries.map { $0.name.handle })))
    return .object(list)
  }

  /// Row names `1:n` are kept as `c(NA, n)`, negative n when nobody has set them.
  package static func expandedRowNames(_ value: Value) -> Value {
    guard let compact = value.integerVector, compact.count == 2, compact.elements[0].isMissing,
      !compact.elements[1].isMissing
    else { return value }
    let count = Int(compact.elements[1].magnitude)
    return Value(IntegerVector(from: 1, count: count))
  }

  /// What `class(x)` gives: the attribute, else the implicit class.
  package func classNames(of x: Value) -> Value {
    let explicit = x.attribute(.class_)
    if explicit.count > 0 { return explicit }
    if let extents = x.object?.vector?.dimensions {
      return extents.count == 2
        ? .strings([Symbol.matrix.handle, Symbol.array.handle]) : .string(Symbol.array.handle)
    }
    return .string(implicitClass(of: x))
  }

  private func implicitClass(of x: Value) -> StringHandle {
    switch x.kind {
    case .double: return Symbol.numeric.handle
    case .closure, .builtin: return Symbol.function_.handle
    case .symbol: return strings.intern("name")
    case .call:
      let special: [Symbol] = [
        .if_, .while_, .for_, .equalAssign, .assign_, .parenthesis, .brace,
      ]
      if let name = x.call?.name, special.contains(name) { return name.handle }
      return Symbol.call.handle
    default: return strings.intern(x.kind.typeName)
    }
  }

  /// The attribute-free value of `unclass(x)`.
  package func unclass(_ x: Value) -> Value {
    guard case .object(let object) = x, object.hasClass, object.kind != .environment else {
      return x
    }
    let copy = object.shallowCopy()
    copy.setAttribute(.class_, .null)
    return copy.vector.map { Value($0) } ?? .object(copy)
  }
}
