import ApusInterpreter

/// Sets attributes with R's checks: what `names<-`, `dim<-`, `attr<-` and their like share.
struct AttributeChange {
  private let interpreter: Interpreter
  /// The object that is changed; nobody else refers to it.
  private(set) var target: Object
  /// The call for error messages.
  private let site: Value

  /// Takes argument 0 of a call for change: the object itself if nobody else holds it, else a copy.
  init(_ call: borrowing Invocation) throws(Unwind) {
    interpreter = call.interpreter
    site = call.call
    switch call[0] {
    case .null: throw call.error("attempt to set an attribute on NULL")
    case .symbol, .missingArgument: throw call.error("cannot set attribute on a symbol")
    case .object: target = Self.takeObject(call.arguments)
    default: target = call[0].vector ?? ListVector(count: 0)
    }
  }

  /// Changes a new vector that nobody else has seen.
  init(_ vector: Vector, site: Value, _ interpreter: Interpreter) {
    self.interpreter = interpreter
    self.site = site
    target = vector
  }

  private static func takeObject(
    _ arguments: UnsafeMutableBufferPointer<Value>
  ) -> Object {
    guard case .object(var object) = arguments[0] else { return ListVector(count: 0) }
    arguments[0] = .null
    let isOwn = isKnownUniquelyReferenced(&object)
    return isOwn ? object : object.shallowCopy()
  }

  var result: Value {
    if let vector = target as? Vector { return Value(vector) }
    return .object(target)
  }

  private func fail(_ message: String) -> Unwind { .error(.error(message, call: site)) }

  /// Sets any attribute; NULL removes it.
  mutating func set(_ name: Symbol, _ value: Value) throws(Unwind) {
    switch name {
    case .names: try setNames(value)
    case .dim: try setDimensions(value)
    case .dimnames: try setDimensionNames(value)
    case .class_: try setClass(value)
    case .rowNames: target.setAttribute(.rowNames, RowNames.compact(value))
    case .tsp: try setTimeSeries(value)
    default: target.setAttribute(name, value)
    }
  }

  mutating func removeAll() { target.setAttributes(nil) }
}

// MARK: - Names

extension AttributeChange {
  mutating func setNames(_ value: Value) throws(Unwind) {
    if let call = target as? Call { return try setNames(value, of: call) }
    guard let vector = target as? Vector else {
      if value.isNull { return }
      throw fail("names() applied to a non-vector")
    }
    if value.isNull {
      if Value.object(target).dimensions?.count == 1 { target.setAttribute(.dimnames, .null) }
      target.setAttribute(.names, .null)
      return
    }
    let names = try text(value)
    guard names.count <= vector.count else {
      throw fail(
        "'names' attribute [\(names.count)] must be the same length as the vector [\(vector.count)]"
      )
    }
    let full = names.count == vector.count ? names : names.resized(to: vector.count)
    if Value.object(target).dimensions?.count == 1 {
      target.setAttribute(.dimnames, .list([Value(full)]))
    } else {
      target.setAttribute(.names, Value(full))
    }
  }

  private mutating func setNames(_ value: Value, of call: Call) throws(Unwind) {
    let names = value.isNull ? nil : try text(value).elements
    let arguments = call.arguments.enumerated().map { k, argument in
      let name = names.map { k + 1 < $0.count ? $0[k + 1] : .empty } ?? .empty
      return Argument(name.isMissing ? .empty : Symbol(name), argument.value)
    }
    let changed = Call(call.function, arguments)
    changed.copyAttributes(from: call)
    target = changed
  }

  /// A value as plain strings; factors and other objects by their method of `as.character`.
  private func text(_ value: Value) throws(Unwind) -> CharacterVector {
    var value = value
    if value.hasClass {
      value = try interpreter.callFunction("as.character", [Argument(value)])
    }
    let vector = try interpreter.coerce(value, to: .character)
    return unsafeDowncast(vector, to: CharacterVector.self)
  }
}

// MARK: - Dimensions

extension AttributeChange {
  mutating func setDimensions(_ value: Value) throws(Unwind) {
    guard let vector = target as? Vector else {
      throw fail("invalid first argument, must be vector (list or atomic)")
    }
    target.setAttribute(.dimnames, .null)
    if value.isNull { return target.setAttribute(.dim, .null) }
    let sizes = unsafeDowncast(
      try interpreter.coerce(value, to: .integer), to: IntegerVector.self)
    guard sizes.count > 0 else { throw fail("length-0 dimension vector is invalid") }
    var product = 1
    for size in sizes.elements {
      if size.isMissing { throw fail("the dims contain missing values") }
      if size < 0 { throw fail("the dims contain negative values") }
      product *= Int(size)
    }
    guard product == vector.count else {
      throw fail(
        "dims [product \(product)] do not match the length of object [\(vector.count)]")
    }
    let stored = IntegerVector(sizes.elements)
    if let names = value.namesVector { stored.setAttribute(.names, Value(names)) }
    target.setAttribute(.dim, .object(stored))
  }

  mutating func setDimensionNames(_ value: Value) throws(Unwind) {
    guard let sizes = Value.object(target).dimensions else {
      if value.isNull { return }
      throw fail("'dimnames' applied to non-array")
    }
    if value.isNull { return target.setAttribute(.dimnames, .null) }
    guard let list = value.list else { throw fail("'dimnames' must be a list") }
    guard list.count <= sizes.count else {
      throw fail(
        "length of 'dimnames' [\(list.count)] must match that of 'dims' [\(sizes.count)]")
    }
    if list.count == 0 { return target.setAttribute(.dimnames, .null) }
    let result = ListVector(count: sizes.count)
    for k in 0..<list.count {
      result.elements[k] = try dimensionNames(list.elements[k], size: sizes[k], k)
    }
    if let names = value.namesVector {
      result.setAttribute(.names, Value(names.resized(to: names.count)))
      if names.count < sizes.count {
        let full = names.resized(to: sizes.count) as? CharacterVector
        for k in names.count..<sizes.count { full?.elements[k] = .empty }
        if let full { result.setAttribute(.names, .object(full)) }
      }
    }
    target.setAttribute(.dimnames, .object(result))
  }

  private func dimensionNames(
    _ value: Value, size: Int, _ k: Int
  ) throws(Unwind) -> Value {
    if value.isNull { return .null }
    guard value.isVectorLike else {
      throw fail("invalid type (\(value.kind.typeName)) for 'dimnames' (must be a vector)")
    }
    if value.count == 0 { return .null }
    guard value.count == size else {
      throw fail("length of 'dimnames' [\(k + 1)] not equal to array extent")
    }
    if value.kind == .character, value.attributes == nil { return value }
    return Value(try text(value))
  }
}

// MARK: - Class and others

extension AttributeChange {
  /// Sets the class attribute as it is given.
  mutating func setClass(_ value: Value) throws(Unwind) {
    if value.isNull { return target.setAttribute(.class_, .null) }
    guard let classes = value.characterVector else {
      throw fail("attempt to set invalid 'class' attribute")
    }
    if classes.count == 0 { return target.setAttribute(.class_, .null) }
    if classes.elements.contains(Symbol.factor.handle), target.kind != .integer {
      throw fail("adding class \"factor\" to an invalid object")
    }
    target.setAttribute(.class_, value)
  }

  /// Replaces the object by one of another type, attributes kept.
  mutating func convert(to kind: Kind) throws(Unwind) {
    let converted = try interpreter.coerce(.object(target), to: kind)
    let own = converted === target ? converted.resized(to: converted.count) : converted
    own.setAttributes(target.attributes)
    target = own
  }

  private mutating func setTimeSeries(_ value: Value) throws(Unwind) {
    if value.isNull { return target.setAttribute(.tsp, .null) }
    guard value.count == 3, value.kind.isNumeric else {
      throw fail("'tsp' attribute must be numeric of length three")
    }
    let parameters = unsafeDowncast(
      try interpreter.coerce(value, to: .double), to: DoubleVector.self)
    let (start, end, frequency) = (
      parameters.elements[0], parameters.elements[1], parameters.elements[2]
    )
    guard frequency > 0 else { throw fail("invalid time series parameters specified") }
    let rows = Value.object(target).dimensions?[0] ?? target.length
    guard rows > 0 else { throw fail("cannot assign 'tsp' to zero-length vector") }
    guard abs(end - start - Double(rows - 1) / frequency) <= 1e-5 else {
      throw fail("invalid time series parameters specified")
    }
    target.setAttribute(.tsp, .object(DoubleVector(parameters.elements)))
  }
}

/// Row names of data frames: 1, 2, … n are stored as `c(NA, -n)`.
enum RowNames {
  static func compact(_ value: Value) -> Value {
    guard value.kind == .integer, let rows = value.vector as? IntegerVector,
      rows.count != 2 || !rows.elements[0].isMissing
    else { return value }
    if rows.compactStart != 1 {
      for (k, row) in rows.elements.enumerated() where row != Int32(k + 1) { return value }
    }
    return .object(IntegerVector([.missing, -Int32(rows.count)]))
  }

  /// What `attr(x, "row.names")` shows.
  static func expanded(_ value: Value) -> Value {
    guard let rows = value.object as? IntegerVector, rows.count == 2, rows.elements[0].isMissing
    else { return value }
    return .object(IntegerVector(from: 1, count: Int(abs(rows.elements[1]))))
  }
}
