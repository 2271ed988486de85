import ApusInterpreter

/// Conversion to a type: `as.integer` and its family, `as.vector`, `as.call`, `storage.mode<-`.
enum Conversions {
  static var all: [Builtin] {
    [
      conversion("as.integer", .integer), conversion("as.double", .double),
      conversion("as.numeric", .double), conversion("as.character", .character),
      conversion("as.logical", .logical), conversion("as.complex", .complex),
      conversion("as.raw", .raw), asVector, asCall, storageMode,
    ]
  }

  /// Methods of `as.numeric` are those of `as.double`, too.
  private static func conversion(_ name: String, _ kind: Kind) -> Builtin {
    let parameters = kind == .raw ? "x" : "x, ..."
    return Builtin(.primitive, "\(name)(\(parameters))", dispatch: .generic) {
      call throws(Unwind) in
      if kind == .raw, call.isNotGiven(0) { throw call.wrongCount(name, requires: 1) }
      guard call.count > 0 else { return .object(Vector.make(kind, count: 0)) }
      if call[0].kind == kind, call[0].attributes == nil { return call[0] }
      do throws(Unwind) {
        if kind == .logical, call[0].hasClass, call.interpreter.inherits(call[0], "factor") {
          let labels = try call.interpreter.callFunction("as.character", [Argument(call[0])])
          return Value(try call.interpreter.coerce(labels, to: kind))
        }
        return Value(try call.interpreter.coerce(call[0], to: kind))
      } catch {
        // What is no vector at all is an error of this call.
        guard case .error(let condition) = error, call[0].vector == nil,
          condition.message.hasPrefix("cannot coerce type")
        else { throw error }
        if call[0].kind == .call {
          throw .error(.listCannotCoerce(.call, to: kind, call: call.interpreter.currentCall()))
        }
        if call[0].kind == .s4, kind == .character, let written = call.call.call {
          let method = Call(
            .symbol(call.strings.symbol("as.character.default")), written.arguments)
          throw .error(
            .error("no method for coercing this S4 class to a vector", call: .object(method)))
        }
        throw call.error(condition.message)
      }
    }
  }

  /// `as.vector(x, mode)`: atomic vectors lose all attributes; lists keep theirs.
  private static let asVector = Builtin(.internal, "as.vector(x, mode)", dispatch: .generic) {
    call throws(Unwind) in
    guard call[1].kind == .character, call[1].count == 1 else {
      throw call.error("invalid 'mode' argument")
    }
    let mode = try call.text(1, "mode")
    return try vector(call[0], mode: mode, call)
  }

  private static func vector(
    _ x: Value, mode: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    switch mode {
    case "any": return try anyVector(x, call)
    case "symbol", "name": return try symbol(x, call)
    case "pairlist":
      let list = try listed(x, kind: .pairlist, call)
      return list.count == 0 ? .null : list
    case "list": return try listed(x, kind: .list, call)
    case "expression":
      if x.kind == .expression { return x }
      return .object(try convert(x, to: .expression, mode, call))
    default:
      guard let kind = Kind.ofVector(named: mode) else {
        throw call.error("invalid 'mode' argument")
      }
      if x.kind == kind, x.attributes == nil { return x }
      return Value(try convert(x, to: kind, mode, call))
    }
  }

  private static func anyVector(
    _ x: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if x.kind.isAtomic {
      guard let object = x.object, object.hasAttributes, let vector = object.vector else {
        return x
      }
      return Value(vector.withoutAttributes())
    }
    if x.isNull || x.kind.isList || x.kind == .call { return x }
    throw refusal(x, "any", call)
  }

  private static func convert(
    _ x: Value, to kind: Kind, _ mode: String, _ call: borrowing Invocation
  ) throws(Unwind) -> Vector {
    let isConvertible =
      x.isNull || x.isVector || x.kind == .pairlist || x.kind == .call
      || x.kind == .symbol && (kind == .character || kind.isList)
    guard isConvertible else {
      throw refusal(x, mode, call)
    }
    return try call.interpreter.coerce(x, to: kind)
  }

  private static func refusal(
    _ x: Value, _ mode: String, _ call: borrowing Invocation
  ) -> Unwind {
    if x.kind == .s4 {
      return .error(
        .error(
          "no method for coercing this S4 class to a vector",
          call: call.interpreter.currentCall()))
    }
    let written = Call(
      call.strings.symbol("as.vector"), .symbol(.x), .symbol(call.strings.symbol("mode")))
    return .error(
      .error(
        "cannot coerce type '\(x.kind.typeName)' to vector of type '\(mode == "numeric" ? "double" : mode)'",
        call: .object(written)))
  }

  /// A list of the elements, with their names.
  private static func listed(
    _ x: Value, kind: Kind, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if x.kind == kind { return x }
    if kind == .list, x.kind == .expression, let vector = x.vector {
      let list = ListVector(vector.values)
      list.copyAttributes(from: vector)
      return .object(list)
    }
    if let language = x.call {
      let parts = language.asList
      let list = ListVector(kind: kind, parts.elements)
      list.copyAttributes(from: parts)
      return .object(list)
    }
    let list = try convert(x, to: kind, kind.typeName, call)
    if x.kind.isAtomic {
      if let names = x.elementNames { list.setAttribute(.names, Value(names)) }
      return .object(list)
    }
    if kind == .pairlist, x.kind.isList, let source = x.object {
      list.copyAttributes(from: source)
      return .object(list)
    }
    for entry in x.attributes?.entries ?? [] where entry.name != .class_ && entry.name != .levels {
      list.setAttribute(entry.name, entry.value)
    }
    return .object(list)
  }

  private static func symbol(
    _ x: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if x.kind == .symbol { return x }
    if x.isVector, x.count == 0 {
      throw call.error("invalid data of mode '\(x.kind.typeName)' (too short)")
    }
    if x.kind == .s4 { throw refusal(x, "symbol", call) }
    guard x.isVector, let vector = x.vector else {
      throw call.error("invalid type/length (symbol/\(x.count)) in vector allocation")
    }
    if vector.kind == .list || vector.kind == .expression {
      return try symbol(vector.values[0], call)
    }
    let text = try call.vector(vector.value(at: 0), as: .character).strings[0]
    if text == .empty { throw call.error("attempt to use zero-length variable name") }
    return .symbol(Symbol(text.isMissing ? Symbol.na_.handle : text))
  }

  private static let asCall = Builtin(.primitive, "as.call(x)") { call throws(Unwind) in
    if call[0].kind == .call { return call[0] }
    guard let list = call[0].list else { throw call.error("invalid argument list") }
    if list.count == 0 { throw call.error("invalid length 0 argument") }
    guard let made = list.asCall.call, !made.label.isEmpty else { return list.asCall }
    return .object(Call(made.function, made.arguments))
  }

  private static let storageMode = Builtin(.primitive, "storage.mode<-(x, value)") {
    call throws(Unwind) in
    guard call[1].kind == .character, call[1].count == 1 else {
      throw call.error("'value' must be non-null character string")
    }
    let mode = try call.text(1, "value")
    if mode == "real" || mode == "single" {
      throw call.error("use of '\(mode)' is defunct: use 'double' instead")
    }
    guard let kind = Kind.ofVector(named: mode) else { throw call.error("invalid value") }
    if call[0].kind == kind { return call[0] }
    if call.interpreter.inherits(call[0], "factor") {
      throw call.error("invalid to change the storage mode of a factor")
    }
    try call.interpreter.changeType(&call.arguments[0], to: kind, call: call.call)
    return call[0]
  }
}
