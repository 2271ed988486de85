/// What `identical` regards as the same.
package struct IdentityRules {
  /// 0 and -0 are the same.
  package var comparesNumbersByValue = true
  /// All NaN are the same, and all NA.
  package var hasSingleMissing = true
  package var ignoresAttributeOrder = true
  package var ignoresEnvironment = false
  /// Where functions were written does not matter.
  package var ignoresSource = true

  package init() {}
}

extension Interpreter {
  /// Whether two values are exactly the same, attributes included.
  package func identical(_ a: Value, _ b: Value, _ rules: IdentityRules = IdentityRules()) -> Bool {
    switch (a, b) {
    case (.null, .null), (.missingArgument, .missingArgument): return true
    case (.symbol(let x), .symbol(let y)): return x == y
    case (.string(let x), .string(let y)): return x == y
    case (.integer(let x), .integer(let y)), (.logical(let x), .logical(let y)): return x == y
    case (.double(let x), .double(let y)): return Self.identical(x, y, rules)
    case (.object(let x), .object(let y)): return identicalObjects(x, y, rules)
    default:
      guard a.kind == b.kind, let x = a.vector, let y = b.vector else { return false }
      return identicalObjects(x, y, rules)
    }
  }

  private func identicalObjects(_ a: Object, _ b: Object, _ rules: IdentityRules) -> Bool {
    if a === b { return true }
    guard a.kind == b.kind, identicalAttributes(a, b, rules) else { return false }
    if let x = a.vector, let y = b.vector { return identicalElements(x, y, rules) }
    switch a.kind {
    case .call:
      let (x, y) = (unsafeDowncast(a, to: Call.self), unsafeDowncast(b, to: Call.self))
      return identicalCalls(x, y, rules)
    case .closure:
      let (x, y) = (unsafeDowncast(a, to: Closure.self), unsafeDowncast(b, to: Closure.self))
      return (rules.ignoresEnvironment || x.environment === y.environment)
        && identicalDefinitions(x.definition, y.definition, rules)
    case .builtin:
      return unsafeDowncast(a, to: BuiltinFunction.self).name
        == unsafeDowncast(b, to: BuiltinFunction.self).name
    case .s4: return true
    default: return false
    }
  }

  private func identicalCalls(_ a: Call, _ b: Call, _ rules: IdentityRules) -> Bool {
    guard a.arguments.count == b.arguments.count, a.label == b.label,
      identical(a.function, b.function, rules)
    else { return false }
    if let x = a.definition, let y = b.definition { return identicalDefinitions(x, y, rules) }
    for (x, y) in zip(a.arguments, b.arguments) {
      guard x.name == y.name, identical(x.value, y.value, rules) else { return false }
    }
    return true
  }

  private func identicalDefinitions(
    _ a: FunctionDefinition, _ b: FunctionDefinition, _ rules: IdentityRules
  ) -> Bool {
    if a === b { return true }
    guard a.parameters.count == b.parameters.count else { return false }
    for (x, y) in zip(a.parameters, b.parameters) {
      guard x.name == y.name, identical(x.default, y.default, rules) else { return false }
    }
    return identical(a.body, b.body, rules)
  }

  private func identicalAttributes(_ a: Object, _ b: Object, _ rules: IdentityRules) -> Bool {
    var x = a.attributes?.entries ?? []
    var y = b.attributes?.entries ?? []
    if a.kind == .closure, rules.ignoresSource {
      x.removeAll { $0.name == .srcref }
      y.removeAll { $0.name == .srcref }
    }
    guard x.count == y.count, a.flags.contains(.isS4) == b.flags.contains(.isS4) else {
      return false
    }
    for k in 0..<x.count {
      if !rules.ignoresAttributeOrder && x[k].name != y[k].name { return false }
      guard let other = b.attributes?[x[k].name] else { return false }
      let isRowNames = x[k].name == .rowNames
      let first = isRowNames ? Self.expandedRowNames(x[k].value) : x[k].value
      let second = isRowNames ? Self.expandedRowNames(other) : other
      guard identical(first, second, rules) else { return false }
    }
    return true
  }

  private func identicalElements(_ a: Vector, _ b: Vector, _ rules: IdentityRules) -> Bool {
    guard a.count == b.count else { return false }
    switch a.kind {
    case .logical, .integer: return a.integers.elementsEqual(b.integers)
    case .character: return a.strings.elementsEqual(b.strings)
    case .raw: return a.bytes.elementsEqual(b.bytes)
    case .double:
      let (x, y) = (a.doubles, b.doubles)
      for k in 0..<x.count where !Self.identical(x[k], y[k], rules) { return false }
      return true
    case .complex:
      let (x, y) = (a.complexes, b.complexes)
      for k in 0..<x.count {
        guard Self.identical(x[k].real, y[k].real, rules),
          Self.identical(x[k].imaginary, y[k].imaginary, rules)
        else { return false }
      }
      return true
    default:
      let (x, y) = (a.values, b.values)
      for k in 0..<x.count where !identical(x[k], y[k], rules) { return false }
      return true
    }
  }

  @inline(__always)
  private static func identical(_ x: Double, _ y: Double, _ rules: IdentityRules) -> Bool {
    if x.isNaN && y.isNaN {
      return rules.hasSingleMissing ? x.isMissing == y.isMissing : x.bitPattern == y.bitPattern
    }
    return rules.comparesNumbersByValue ? x == y : x.bitPattern == y.bitPattern
  }
}
