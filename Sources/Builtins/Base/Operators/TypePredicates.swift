import ApusInterpreter

/// Questions about the type of a value: `is.numeric`, `is.list` and the rest of the family.
enum TypePredicates {
  static var all: [Builtin] {
    simple + [
      isNumeric, isMatrix, isArray, isVector, isSingle, typeOf, isS4,
    ]
  }

  private static var simple: [Builtin] {
    [
      test("is.null") { $0.isNull },
      test("is.logical") { $0.kind == .logical },
      test("is.integer") { $0.kind == .integer },
      test("is.double") { $0.kind == .double },
      test("is.complex") { $0.kind == .complex },
      test("is.character") { $0.kind == .character },
      test("is.raw") { $0.kind == .raw },
      test("is.symbol") { $0.kind == .symbol },
      test("is.name") { $0.kind == .symbol },
      test("is.call") { $0.kind == .call },
      test("is.list") { $0.kind == .list || $0.kind == .pairlist },
      test("is.pairlist") { $0.isNull || $0.kind == .pairlist },
      test("is.expression") { $0.kind == .expression },
      test("is.object") { $0.hasClass || $0.object?.flags.contains(.isS4) ?? false },
      test("is.atomic") { $0.kind.isAtomic || $0.isNull },
      test("is.recursive") { value in
        !(value.kind.isAtomic || value.isNull || value.kind == .symbol
          || value.kind == .s4 || value.kind == .externalPointer || value.kind == .weakReference)
      },
      test("is.language") {
        $0.kind == .symbol || $0.kind == .call || $0.kind == .expression
      },
    ]
  }

  private static func test(
    _ name: String, _ holds: @escaping @Sendable (Value) -> Bool
  ) -> Builtin {
    Builtin(.primitive, "\(name)(x)") { call throws(Unwind) in
      guard !call.isNotGiven(0) else { throw call.wrongCount(name, requires: 1) }
      return .logical(holds(call[0]))
    }
  }

  private static let isNumeric = Builtin(.primitive, "is.numeric(x)", dispatch: .generic) {
    call throws(Unwind) in
    guard !call.isNotGiven(0) else { throw call.wrongCount("is.numeric", requires: 1) }
    let isFactor = call[0].hasClass && call.interpreter.inherits(call[0], "factor")
    return .logical(call[0].kind.isNumeric && !isFactor)
  }

  private static let isMatrix = Builtin(.primitive, "is.matrix(x)", dispatch: .generic) {
    call throws(Unwind) in
    guard !call.isNotGiven(0) else { throw call.wrongCount("is.matrix", requires: 1) }
    return .logical(call[0].attribute(.dim).count == 2)
  }

  private static let isArray = Builtin(.primitive, "is.array(x)", dispatch: .generic) {
    call throws(Unwind) in
    guard !call.isNotGiven(0) else { throw call.wrongCount("is.array", requires: 1) }
    return .logical(call[0].attribute(.dim).count > 0)
  }

  private static let isSingle = Builtin(.primitive, "is.single(x)") { call throws(Unwind) in
    throw call.error("type \"single\" unimplemented in R")
  }

  private static let isS4 = Builtin(.primitive, "isS4(object)") { call throws(Unwind) in
    guard !call.isNotGiven(0) else { throw call.wrongCount("isS4", requires: 1) }
    return .logical(call[0].object?.flags.contains(.isS4) ?? false)
  }

  private static let typeOf = Builtin(.internal, "typeof(x)") { call throws(Unwind) in
    .string(call.strings.intern(typeName(call[0])))
  }

  static func typeName(_ value: Value) -> String {
    if case .object(let object) = value, let function = object as? BuiltinFunction {
      return function.isSpecial ? "special" : "builtin"
    }
    return value.kind.typeName
  }

  /// `is.vector(x, mode)`: of that mode and without attributes other than names.
  private static let isVector = Builtin(.internal, "is.vector(x, mode)") { call throws(Unwind) in
    let x = call[0]
    guard call[1].kind == .character, call[1].count == 1 else {
      throw call.error("invalid 'mode' argument")
    }
    let mode = try call.text(1, "mode")
    let hasMode: Bool
    switch mode {
    case "any": hasMode = x.isVector
    case "numeric":
      hasMode = x.kind.isNumeric && !call.interpreter.inherits(x, "factor")
    case "name", "symbol": hasMode = x.kind == .symbol
    case "function": hasMode = false
    default: hasMode = typeName(x) == mode
    }
    guard hasMode else { return .false }
    let others = x.attributes?.entries.contains { $0.name != .names } ?? false
    return .logical(!others)
  }
}
