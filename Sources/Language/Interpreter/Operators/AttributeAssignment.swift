// Setting attributes with R's checks.

extension Interpreter {
  /// `attr(x, name) <- value`; `x` is changed in place if nobody else refers to it.
  package func assignAttribute(
    _ x: inout Value, _ name: Symbol, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    try checkAttributeTarget(x, name, value, call)
    if x.isNull { return }
    switch name {
    case .names: try assignNames(&x, value, call: call)
    case .dim:
      let extents = try checkedExtents(value, of: x, call)
      x.changeObject { $0.setAttribute(.dim, extents) }
    case .dimnames: try assignDimnames(&x, value, call: call)
    case .class_: try assignOldClass(&x, value, call: call)
    case .tsp:
      let parameters = try checkedTimeSeries(value, of: x, call)
      x.changeObject { $0.setAttribute(.tsp, parameters) }
    case .comment:
      guard value.isNull || value.kind == .character else {
        throw .error(.error("attempt to set invalid 'comment' attribute", call: call))
      }
      x.changeObject { $0.setAttribute(.comment, value) }
    case .rowNames:
      let rowNames = try checkedRowNames(value, call)
      x.changeObject { $0.setAttribute(.rowNames, rowNames) }
    default: x.changeObject { $0.setAttribute(name, value) }
    }
  }

  private func checkAttributeTarget(
    _ x: Value, _ name: Symbol, _ value: Value, _ call: Value
  ) throws(Unwind) {
    switch x {
    case .null where !value.isNull:
      throw .error(.error("attempt to set an attribute on NULL", call: call))
    case .symbol, .missingArgument:
      throw .error(.error("cannot set attribute on a symbol", call: call))
    default: break
    }
  }
}

extension Value {
  /// Changes the object of this variable (a copy of it if others refer to it), scalars boxed.
  package mutating func changeObject(_ change: (Object) -> Void) {
    guard case .object(var object) = self else {
      guard let boxed = vector else { return }
      change(boxed)
      self = Value(boxed)
      return
    }
    self = .null
    if !isKnownUniquelyReferenced(&object) { object = object.shallowCopy() }
    change(object)
    self = object.vector.map { Value($0) } ?? .object(object)
  }
}

extension Interpreter {
  /// `attributes(x) <- NULL`.
  package func removeAttributes(_ x: inout Value) {
    guard let object = x.object, object.hasAttributes else { return }
    x.changeObject { object in
      object.setAttributes(nil)
      object.flags.remove(.isS4)
    }
  }
}

// MARK: - Names

extension Interpreter {
  /// `names(x) <- value`.
  package func assignNames(
    _ x: inout Value, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if x.isNull {
      if value.isNull { return }
      throw .error(.error("attempt to set an attribute on NULL", call: call))
    }
    if let language = x.call {
      var parts: Value = .object(language.asList)
      try assignNames(&parts, value, call: call)
      x = language.replaced(by: parts)
      return
    }
    let isOneDimensional = x.attribute(.dim).count == 1
    if value.isNull {
      x.changeObject { $0.setAttribute(isOneDimensional ? .dimnames : .names, .null) }
      return
    }
    guard x.isVector || x.kind == .pairlist else {
      if x.kind == .s4 {
        let className = strings.text(dispatchClass(of: x))
        throw .error(
          .error("invalid to use names()<- on an S4 object of class '\(className)'", call: call))
      }
      throw .error(.error("names() applied to a non-vector", call: call))
    }
    let names = try checkedNames(value, count: x.count, call)
    x.changeObject { object in
      if isOneDimensional {
        object.setAttribute(.dimnames, .object(ListVector(CollectionOfOne(Value(names)))))
      } else {
        object.setAttribute(.names, Value(names))
      }
    }
  }

  /// Names as plain strings, as many as elements: missing ones are NA.
  private func checkedNames(
    _ value: Value, count: Int, _ call: Value
  ) throws(Unwind) -> Vector {
    let names = try plainStrings(value)
    if names.count > count {
      throw .error(
        .error(
          "'names' attribute [\(names.count)] must be the same length as the vector [\(count)]",
          call: call))
    }
    return names.count < count ? names.resized(to: count) : names
  }

  /// Any value as strings without attributes; objects by their `as.character` method.
  private func plainStrings(_ value: Value) throws(Unwind) -> Vector {
    if value.hasClass {
      return try coerce(callFunction("as.character", [Argument(value)]), to: .character)
    }
    return try coerce(value, to: .character)
  }
}

// MARK: - Dimensions

extension Interpreter {
  /// `dim(x) <- value`: removes names and dimnames.
  package func assignDimensions(
    _ x: inout Value, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if x.isNull {
      if value.isNull { return }
      throw .error(.error("attempt to set an attribute on NULL", call: call))
    }
    if value.isNull, x.attribute(.dim).isNull, x.attribute(.names).isNull { return }
    let extents = try checkedExtents(value, of: x, call)
    x.changeObject { object in
      object.setAttribute(.dimnames, .null)
      object.setAttribute(.names, .null)
      object.setAttribute(.dim, extents)
    }
  }

  private func checkedExtents(
    _ value: Value, of x: Value, _ call: Value
  ) throws(Unwind) -> Value {
    if value.isNull { return .null }
    func failure(_ message: String) -> Unwind { .error(.error(message, call: call)) }
    guard x.isVector || x.kind == .pairlist else {
      throw failure("invalid first argument, must be vector (list or atomic)")
    }
    guard value.kind.isAtomic else {
      throw failure("invalid second argument, must be vector or NULL")
    }
    let whole = try coerce(value, to: .integer, call: call)
    let extents = Array(whole.integers)
    if extents.isEmpty { throw failure("length-0 dimension vector is invalid") }
    if extents.contains(.missing) { throw failure("the dims contain missing values") }
    if extents.contains(where: { $0 < 0 }) { throw failure("the dims contain negative values") }
    let product = extents.reduce(1.0) { $0 * Double($1) }
    if product > Double(Int32.max) { throw failure("dims do not match the length of object") }
    guard Int(product) == x.count else {
      throw failure("dims [product \(Int(product))] do not match the length of object [\(x.count)]")
    }
    guard let titles = value.object?.vector?.names else { return .integers(extents) }
    let named = IntegerVector(extents)
    named.setAttribute(.names, Value(titles))
    return .object(named)
  }

  /// `dimnames(x) <- value`.
  package func assignDimnames(
    _ x: inout Value, _ value: Value, call: Value = .null
  ) throws(Unwind) {
    if value.isNull {
      if x.object != nil { x.changeObject { $0.setAttribute(.dimnames, .null) } }
      return
    }
    let dimnames = try checkedDimnames(value, of: x, call: call)
    x.changeObject { $0.setAttribute(.dimnames, dimnames) }
  }

  /// Dimnames for an array as they are stored: strings for each extent.
  package func checkedDimnames(
    _ value: Value, of x: Value, call: Value = .null
  ) throws(Unwind) -> Value {
    func failure(_ message: String) -> Unwind { .error(.error(message, call: call)) }
    guard let extents = x.object?.vector?.dimensions else {
      throw failure("'dimnames' applied to non-array")
    }
    guard let given = value.list else { throw failure("'dimnames' must be a list") }
    if given.count == 0 { return .null }
    if given.count > extents.count {
      throw failure(
        "length of 'dimnames' [\(given.count)] must match that of 'dims' [\(extents.count)]")
    }
    let result = ListVector(count: extents.count)
    for k in 0..<given.count {
      let names = given.elements[k]
      if names.isNull { continue }
      guard names.isVector else {
        throw failure(
          "invalid type (\(names.kind.typeName)) for 'dimnames' (must be a vector)")
      }
      if names.count == 0, extents[k] != 0 { continue }
      guard names.count == extents[k] else {
        throw failure("length of 'dimnames' [\(k + 1)] not equal to array extent")
      }
      if names.count > 0 { result.elements[k] = Value(try plainStrings(names)) }
    }
    if let titles = given.attribute(.names).characterVector {
      let padded = titles.copy(resizedTo: extents.count)
      for k in titles.count..<extents.count { padded.elements[k] = .empty }
      result.setAttribute(.names, Value(padded))
    }
    return .object(result)
  }
}
