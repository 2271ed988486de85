import ApusInterpreter

/// Attributes and what is made of them: names, dimensions, levels.
enum AttributeBuiltins {
  static var all: [Builtin] {
    [
      names, setNames, dim, setDim, dimnames, setDimnames, attr, setAttr, attributes,
      setAttributes, levels, setLevels, length, setLength, rowNamesInfo,
    ]
  }

  static let names = Builtin(.primitive, "names(x)", dispatch: .generic) { call throws(Unwind) in
    if let environment = call[0].asEnvironment, call[0].kind == .environment {
      return .strings(EnvironmentListing.names(environment, all: true, sorted: false))
    }
    if let written = call[0].call { return written.partNames.map { .strings($0) } ?? .null }
    return call[0].elementNames.map { Value($0) } ?? .null
  }

  static let setNames = Builtin(.primitive, "names<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    try call.interpreter.assignNames(&call.arguments[0], call[1], call: call.call)
    return call.takeFirst()
  }

  static let dim = Builtin(.primitive, "dim(x)", dispatch: .generic) { call throws(Unwind) in
    call[0].attribute(.dim)
  }

  static let setDim = Builtin(.primitive, "dim<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    try call.interpreter.assignDimensions(&call.arguments[0], call[1], call: call.call)
    return call.takeFirst()
  }

  static let dimnames = Builtin(.primitive, "dimnames(x)", dispatch: .generic) {
    call throws(Unwind) in
    call[0].attribute(.dimnames)
  }

  static let setDimnames = Builtin(.primitive, "dimnames<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    try call.interpreter.assignDimnames(&call.arguments[0], call[1], call: call.call)
    return call.takeFirst()
  }

  static let levels = Builtin(.primitive, "levels(x)", dispatch: .generic) {
    call throws(Unwind) in
    call[0].attribute(.levels)
  }

  static let setLevels = Builtin(.primitive, "levels<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    try call.interpreter.assignAttribute(
      &call.arguments[0], .levels, call[1], call: call.call)
    return call.takeFirst()
  }

  // MARK: - Any attribute

  static let attr = Builtin(.primitive, "attr(x, which, exact = FALSE)") { call throws(Unwind) in
    guard !call.isAbsent(1) else { throw call.error("either 2 or 3 arguments are required") }
    guard let which = call[1].characterVector else {
      throw call.error("'which' must be of mode character")
    }
    guard which.count == 1 else {
      throw call.error("exactly one attribute 'which' must be given")
    }
    let isExact = call.isAbsent(2) ? false : try call.logicals(2).elements.first == 1
    return call.interpreter.attribute(of: call[0], which.elements[0], exact: isExact)
  }

  static let setAttr = Builtin(.primitive, "attr<-(x, which, value)") { call throws(Unwind) in
    guard let which = call[1].characterVector, which.count > 0, call[1].kind == .character else {
      throw call.error("'name' must be non-null character string")
    }
    let name = Symbol(which.elements[0])
    if name.isEmpty { throw call.error("attempt to use zero-length variable name") }
    try call.interpreter.assignAttribute(&call.arguments[0], name, call[2], call: call.call)
    return call.takeFirst()
  }

  static let attributes = Builtin(.primitive, "attributes(x)") { call throws(Unwind) in
    call.interpreter.attributes(of: call[0])
  }

  static let setAttributes = Builtin(.primitive, "attributes<-(x, value)") {
    call throws(Unwind) in
    guard call[1].isNull || call[1].list != nil else {
      throw call.error("attributes must be a list or NULL")
    }
    let values = call[1].list ?? ListVector(count: 0)
    let names = call[1].namesVector
    if call[0].isNull {
      if values.count == 0 { return .null }
      throw call.error("attempt to set an attribute on NULL")
    }
    if values.count > 0, names == nil { throw call.error("attributes must be named") }
    call.interpreter.removeAttributes(&call.arguments[0])
    guard let names else { return call.takeFirst() }
    // The dimensions first: dimnames are checked against them.
    for isDimension in [true, false] {
      for k in 0..<values.count where (names.elements[k] == Symbol.dim.handle) == isDimension {
        if names.elements[k] == .empty {
          throw call.error("all attributes must have names [\(k + 1) does not]")
        }
        try call.interpreter.assignAttribute(
          &call.arguments[0], Symbol(names.elements[k]), values.elements[k], call: call.call)
      }
    }
    return call.takeFirst()
  }

  // MARK: - Length

  static let length = Builtin(.primitive, "length(x)", dispatch: .generic) {
    call throws(Unwind) in
    if call.isNotGiven(0) { throw call.error("0 arguments passed to 'length' which requires 1") }
    return .integer(call[0].count)
  }

  static let setLength = Builtin(.primitive, "length<-(x, value)", dispatch: .generic) {
    call throws(Unwind) in
    guard call[1].count == 1 else { throw call.error("wrong length for 'value' argument") }
    let numbers = try call.interpreter.coerce(call[1], to: .double, call: call.call)
    let size = numbers.firstNumber ?? .missing
    if size.isNaN, call[1].kind != .logical {
      let isInteger = call[1].kind == .integer
      throw call.error("vector size cannot be NA\(isInteger ? "" : "/NaN")")
    }
    guard size >= 0, size < 1e15 else { throw call.error("invalid value") }
    if call[0].isNull {
      if size > 0 { try call.warning("length of NULL cannot be changed") }
      return .null
    }
    guard let vector = call[0].vector else {
      throw call.error("cannot set length of non-(vector or list)")
    }
    if vector.count == Int(size) { return call[0] }
    try call.checkRoom(size, vector.kind)
    let result = vector.resized(to: Int(size))
    if let names = call[0].elementNames {
      let longer = names.resized(to: result.count)
      if result.count > names.count, let texts = longer as? CharacterVector {
        for k in names.count..<result.count { texts.elements[k] = .empty }
      }
      result.setAttribute(.names, Value(longer))
    }
    return Value(result)
  }

  /// `shortRowNames(x, type)`: for 0 the stored row names, for 1 their number, negative if automatic,
  /// for 2 their number.
  static let rowNamesInfo = Builtin(.internal, "shortRowNames(x, type)") { call throws(Unwind) in
    let stored = call[0].attribute(.rowNames)
    let type = try call.integer(1, "type")
    if type == 0 { return stored }
    var count = Int32(stored.count)
    if let rows = stored.object as? IntegerVector, rows.count == 2, rows.elements[0].isMissing {
      count = rows.elements[1]
    }
    return .integer(type == 1 || count.isMissing ? count : abs(count))
  }
}

extension Invocation {
  /// Moves the changed object out of the arguments, so that the result has the only reference.
  func takeFirst() -> Value {
    let result = arguments[0]
    arguments[0] = .null
    return result
  }
}
