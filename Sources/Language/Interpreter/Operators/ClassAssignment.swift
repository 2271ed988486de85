// Setting class, tsp and row names.

extension Interpreter {
  /// `oldClass(x) <- value`: the attribute alone.
  package func assignOldClass(
    _ x: inout Value, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if value.count == 0 {
      if x.object != nil { x.changeObject { $0.setAttribute(.class_, .null) } }
      return
    }
    switch x {
    case .null: throw .error(.error("attempt to set an attribute on NULL", call: call))
    case .symbol, .missingArgument:
      throw .error(.error("cannot set attribute on a symbol", call: call))
    default: break
    }
    guard value.kind == .character, let names = value.characterVector else {
      throw .error(.error("attempt to set invalid 'class' attribute", call: call))
    }
    if names.elements.contains(Symbol.factor.handle), x.kind != .integer {
      throw .error(.error("adding class \"factor\" to an invalid object", call: call))
    }
    x.changeObject { $0.setAttribute(.class_, value) }
  }

  /// `class(x) <- value`: the name of a type converts.
  package func assignClass(
    _ x: inout Value, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    guard value.count == 1 else {
      let names = value.isNull ? value : Value(try vector(value, as: .character))
      return try assignOldClass(&x, names, call: call)
    }
    let name = try coerce(value, to: .character).firstString
    switch strings.text(name) {
    case "numeric":
      try assignOldClass(&x, .null, call: call)
      if !x.kind.isNumeric { try changeType(&x, to: .double, call: call) }
    case "matrix":
      let count = x.attribute(.dim).count
      guard count == 2 else {
        throw .error(
          .error(
            "invalid to set the class to matrix unless the dimension attribute is of length 2"
              + " (was \(count))", call: call))
      }
      try assignOldClass(&x, .null, call: call)
    case "array":
      guard x.attribute(.dim).count > 0 else {
        throw .error(
          .error(
            "cannot set class to \"array\" unless the dimension attribute has length > 0",
            call: call))
      }
      try assignOldClass(&x, .null, call: call)
    case "name", "environment", "externalptr":
      guard
        x.kind == .environment && strings.text(name) == "environment"
          || x.kind == .symbol && strings.text(name) == "name"
      else {
        throw .error(
          .error(
            "\"\(strings.text(name))\" can only be set as the class if the object has this type;"
              + " found \"\(x.kind.typeName)\"", call: call))
      }
      try assignOldClass(&x, .null, call: call)
    case "function" where x.isFunction: try assignOldClass(&x, .null, call: call)
    case let text:
      if let kind = Kind.ofVector(named: text) {
        try assignOldClass(&x, .null, call: call)
        try changeType(&x, to: kind, call: call)
      } else {
        let isPlain = value.attributes == nil && value.kind == .character
        try assignOldClass(&x, isPlain ? value : .string(name), call: call)
      }
    }
  }

  /// Converts the type and keeps the attributes.
  package func changeType(
    _ x: inout Value, to kind: Kind, call: Value? = nil
  ) throws(Unwind) {
    if x.kind == kind { return }
    let converted: Vector
    do throws(Unwind) { converted = try coerce(x, to: kind, call: call) } catch {
      throw blamed(error, call ?? currentCall())
    }
    if let source = x.object {
      converted.copyAttributes(from: source)
    }
    x = Value(converted)
  }

  func checkedTimeSeries(
    _ value: Value, of x: Value, _ call: Value
  ) throws(Unwind) -> Value {
    if value.isNull { return .null }
    guard value.kind.isNumeric, value.count == 3 else {
      throw .error(.error("'tsp' attribute must be numeric of length three", call: call))
    }
    let numbers = try coerce(value, to: .double)
    let parameters = Array(numbers.doubles)
    let (start, end, frequency) = (parameters[0], parameters[1], parameters[2])
    if x.count == 0 {
      throw .error(.error("cannot assign 'tsp' to zero-length vector", call: call))
    }
    let rows = x.attribute(.dim).integerVector.map { Int($0.elements[0]) } ?? x.count
    let length = (end - start) * frequency + 1
    guard frequency > 0, abs(length - Double(rows)) <= 1e-5 * max(1, frequency) else {
      throw .error(.error("invalid time series parameters specified", call: call))
    }
    return .doubles(parameters)
  }

  /// Row names `1:n` become `c(NA, n)`, which is shorter from three on.
  func checkedRowNames(_ value: Value, _ call: Value) throws(Unwind) -> Value {
    if value.isNull || value.kind == .character { return value }
    guard value.kind == .integer, let numbers = value.integerVector else {
      if value.kind == .double, let numbers = value.object?.vector, numbers.count == 2,
        numbers.doubles[0].isMissing
      {
        let whole = try coerce(value, to: .integer)
        return .integers([.missing, whole.integers[1]])
      }
      throw .error(
        .error(
          "row names must be 'character' or 'integer', not '\(value.kind.typeName)'", call: call)
      )
    }
    if numbers.count <= 2 { return value }
    if numbers.compactStart != 1 {
      for k in 0..<numbers.count where numbers.elements[k] != Int32(truncatingIfNeeded: k + 1) {
        return value
      }
    }
    return .integers([.missing, Int32(truncatingIfNeeded: numbers.count)])
  }
}

extension Kind {
  /// The vector type of a name that `vector`, `as.vector` and `class<-` know; nil for others.
  package static func ofVector(named name: String) -> Kind? {
    switch name {
    case "raw": .raw
    case "logical": .logical
    case "integer": .integer
    case "double", "numeric": .double
    case "complex": .complex
    case "character": .character
    case "list": .list
    case "expression": .expression
    default: nil
    }
  }
}
