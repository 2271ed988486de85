/// The native half of the package methods: slots, the choice of methods and their calls.
enum S4Builtins {
  static var all: [Builtin] {
    [
      slot, assignSlot, standardGeneric, setBit, makeObject, hasSlot, rawSlot, setRawSlot, dataPart,
      setBuiltinTable, forgetClasses, forgetMethods, dispatchClass, methodFrame, nextCall,
      applyCall, applyDefault,
      genericName, makePointer,
    ]
  }

  // MARK: - Slots

  static let slot = Builtin(.primitive, "@(object, name)") { call throws(Unwind) in
    try call.checkComplete()
    let r = call.interpreter
    let name = try slotName(call[1], call)
    if let value = r.slot(name, of: call[0]) { return value }
    throw .error(.error(r.noSlot(name, call[0]), call: r.currentCall()))
  }

  static let assignSlot = Builtin(.primitive, "@<-(object, name, value)") { call throws(Unwind) in
    let r = call.interpreter
    let name = try slotName(call[1], call)
    let place = SlotAssignment(
      object: r.dispatchClass(of: call[0]), slot: name.handle,
      value: r.dispatchClass(of: call[2]))
    if !r.s4.validAssignments.contains(place) {
      _ = try r.callMethods(
        "checkAtAssignment",
        [
          Argument(r.classNames(of: call[0])), Argument(.string(name.handle)),
          Argument(r.classNames(of: call[2])),
        ])
      r.s4.validAssignments.insert(place)
    }
    var object = call.take(0)
    r.setSlot(name, of: &object, to: call[2])
    return object
  }

  private static func slotName(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Symbol {
    switch value {
    case .string(let name): return Symbol(name)
    case .symbol(let name): return name
    default: throw call.error("invalid type or length for slot name")
    }
  }

  /// `rawSlot(object, name)`: the slot, or NULL.
  static let rawSlot = Builtin(.internal, "rawSlot(object, name)") { call throws(Unwind) in
    let r = call.interpreter
    return r.slot(try slotName(call[1], call), of: call[0]) ?? .null
  }

  static let hasSlot = Builtin(.internal, "hasSlot(object, name)") { call throws(Unwind) in
    .logical(call[0].attributes?[try slotName(call[1], call)] != nil)
  }

  /// `setRawSlot(object, name, value)`: without a check.
  static let setRawSlot = Builtin(.internal, "setRawSlot(object, name, value)") {
    call throws(Unwind) in
    let name = try slotName(call[1], call)
    var object = call.take(0)
    call.interpreter.setSlot(name, of: &object, to: call[2])
    return object
  }

  static let dataPart = Builtin(.internal, "dataPart(object)") { call throws(Unwind) in
    call.interpreter.dataPart(of: call[0])
  }

  // MARK: - Objects

  /// `setS4Bit(object, flag)`.
  static let setBit = Builtin(.internal, "setS4Bit(object, flag)") { call throws(Unwind) in
    let isS4 = try call.flag(1, "flag")
    if call[0].isS4 == isS4 || call[0].isNull || call[0].symbol != nil { return call[0] }
    let object: Object? = call[0].object?.shallowCopy() ?? call[0].vector
    if isS4 { object?.flags.insert(.isS4) } else { object?.flags.remove(.isS4) }
    return object.map { .object($0) } ?? call[0]
  }

  /// An object that will be given slots.
  static let makeObject = Builtin(.internal, "makeS4Object()") { call throws(Unwind) in
    .object(S4Object())
  }

  /// A key that is equal to no other.
  static let makePointer = Builtin(.internal, "makeExternalPointer()") { call throws(Unwind) in
    .object(ExternalPointer())
  }

  static let dispatchClass = Builtin(.internal, "dispatchClass(x)") { call throws(Unwind) in
    .string(call.interpreter.dispatchClass(of: call[0]))
  }

  // MARK: - Tables

  /// `setBuiltinTable(name, environment)`: the builtin has methods from now on; NULL: no longer.
  static let setBuiltinTable = Builtin(.internal, "setBuiltinTable(name, table)") {
    call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    call.interpreter.s4.builtinTables[name] = call[1].environment
    return .null
  }

  /// Methods have changed: nothing that was remembered of them counts.
  static let forgetMethods = Builtin(.internal, "forgetMethods()") { call throws(Unwind) in
    call.interpreter.s4.known = [:]
    return .null
  }

  /// Classes have changed: nothing that was remembered of them counts.
  static let forgetClasses = Builtin(.internal, "forgetClasses()") { call throws(Unwind) in
    call.interpreter.s4.known = [:]
    call.interpreter.s4.linearizations = [:]
    call.interpreter.s4.validAssignments = []
    return .null
  }

  // MARK: - Calls

  static let standardGeneric = Builtin(.primitive, "standardGeneric(f, fdef)") {
    call throws(Unwind) in
    let r = call.interpreter
    guard case .string(let name) = call[0], !Symbol(name).isEmpty else {
      throw call.error(
        "argument to 'standardGeneric' must be a non-empty character string")
    }
    let current: ActivationPlace? =
      r.machine.depth > 0 && r.machine.current.pointee.isFunction && call.knownEnvironment == nil
      ? r.machine.current : r.functionActivation(of: call.environment)
    guard let activation = current,
      let closure = activation.pointee.closure?.takeUnretainedValue()
    else { throw r.notInGeneric(name) }
    if let table = r.genericTable(closure.environment, name) {
      return try r.standardGeneric(Symbol(name), table, of: activation)
    }
    let found = try r.callMethods(
      ".genericTable", [Argument(.string(name)), Argument(.object(closure))])
    guard let table = found.environment else { throw r.notInGeneric(name) }
    return try r.standardGeneric(Symbol(name), table, of: activation)
  }

  /// `methodFrame(frame)`: the method that runs in `frame` or called what runs there, and its frame.
  static let methodFrame = Builtin(.internal, "methodFrame(frame)") { call throws(Unwind) in
    let r = call.interpreter
    guard let (activation, method) = r.method(around: call[0].environment) else { return .null }
    return .list([.object(method), .object(r.environment(of: activation))])
  }

  /// `genericName(frame)`: the generic function by which the method that runs in `frame` was called.
  static let genericName = Builtin(.internal, "genericName(frame)") { call throws(Unwind) in
    let r = call.interpreter
    let context = r.firstCaller(of: call[0].environment) {
      $0.pointee.extra?.takeUnretainedValue().dispatch
    }
    return context.map { .string(r.strings.intern($0.generic)) } ?? .null
  }

  /// `nextCall(frame, name, isNamed)`: a call with the arguments that the function of `frame` was given;
  /// without names an argument that was left empty stays so, as the `i` of `x[, j]`.
  static let nextCall = Builtin(.internal, "nextCall(frame, name, isNamed)") {
    call throws(Unwind) in
    let r = call.interpreter
    guard let frame = call[0].environment, let activation = r.functionActivation(of: frame) else {
      throw call.error("the frame is not that of a function")
    }
    let isNamed = try call.flag(2, "isNamed")
    let method = isNamed ? nil : r.method(around: frame)
    let written = method.map { r.arguments(of: $0.activation).count { $0.name.isEmpty } } ?? 0
    let code = activation.pointee.code.takeUnretainedValue()
    var arguments: [Argument] = []
    for (slot, parameter) in code.parameters.enumerated() {
      let isBeforeDots = code.dotsParameter < 0 || slot < code.dotsParameter
      if try r.isMissing(slot, in: frame) {
        if isBeforeDots, slot < written { arguments.append(Argument(.missingArgument)) }
      } else if slot == code.dotsParameter {
        arguments.append(Argument(.symbol(.dots)))
      } else {
        let name = isNamed || !isBeforeDots ? parameter.name : Symbol.empty
        arguments.append(Argument(name, .symbol(parameter.name)))
      }
    }
    return .object(Call(.symbol(r.strings.symbol(try call.text(1, "name"))), arguments))
  }

  /// `applyCall(function, call, frame, generic)`: calls a method of `generic` with the arguments of
  /// `call`, promised in `frame`.
  static let applyCall = Builtin(.internal, "applyCall(fun, call, frame, generic)") {
    call throws(Unwind) in
    let r = call.interpreter
    guard let written = call[1].call, let frame = call[2].environment,
      let closure = call[0].object as? Closure
    else { throw call.error("attempt to apply non-function") }
    let generic = call.strings.symbol(try call.text(3, "generic"))
    return try r.apply(
      closure, try r.promised(written.arguments, in: frame), call: written, in: frame,
      dispatch: r.context(generic))
  }

  /// As `applyCall`, of a builtin that looks for no S4 method.
  static let applyDefault = Builtin(.internal, "applyDefault(fun, call, frame)") {
    call throws(Unwind) in
    let r = call.interpreter
    guard let written = call[1].call, let frame = call[2].environment,
      let builtin = call[0].object as? BuiltinFunction
    else { return .null }
    return try r.applyDefault(
      builtin, try r.promised(written.arguments, in: frame), call: written, in: frame)
  }
}

extension Interpreter {
  /// What is found at the function that runs in a frame, or at those that called it: the helpers of a
  /// method are not deeper.
  fileprivate func firstCaller<Found>(
    of frame: Environment?, _ find: (ActivationPlace) -> Found?
  ) -> Found? {
    var activation = functionActivation(of: frame)
    for _ in 0..<3 {
      guard let here = activation else { return nil }
      if let found = find(here) { return found }
      activation = functionActivation(of: callerEnvironment(of: here))
    }
    return nil
  }

  /// The method that runs in a frame or called what runs there.
  fileprivate func method(
    around frame: Environment?
  ) -> (activation: ActivationPlace, function: Closure)? {
    firstCaller(of: frame) { activation in
      let closure = activation.pointee.closure?.takeUnretainedValue()
      return closure.flatMap { $0.flags.contains(.isS4) ? (activation, $0) : nil }
    }
  }

  /// The environment of a generic function's tables, if `environment` is one for `name`.
  func genericTable(_ environment: Environment, _ name: StringHandle) -> Environment? {
    guard environment.frameCode == nil,
      let own = environment.lookup(.dotGeneric), Self.handles(own).first == name
    else { return nil }
    return environment
  }

  func notInGeneric(_ name: StringHandle) -> Unwind {
    .error(
      .error(
        "call to standardGeneric(\"\(strings.text(name))\") apparently not from the body of that"
          + " generic function", call: currentCall()))
  }

  /// A slot of an object; nil if there is none.
  func slot(_ name: Symbol, of object: Value) -> Value? {
    if name == .dotData { return dataPart(of: object) }
    guard let value = object.attributes?[name] else {
      return name == .dotS3Class ? classNames(of: object) : nil
    }
    // A slot that holds NULL is kept as the name that says so.
    if let mark = value.symbol, mark == strings.nullMark { return .null }
    return name == .rowNames ? Self.expandedRowNames(value) : value
  }

  func noSlot(_ name: Symbol, _ object: Value) -> String {
    let className = strings.text(dispatchClass(of: object))
    let text = strings.text(name)
    if object.isS4 {
      return "no slot of name \"\(text)\" for this object of class \"\(className)\""
    }
    return "trying to get slot \"\(text)\" from an object"
      + (object.hasClass
        ? " (class \"\(className)\") that is not an S4 object "
        : " of a basic class (\"\(className)\") with no slots")
  }

  func setSlot(_ name: Symbol, of object: inout Value, to value: Value) {
    if name == .dotData { return setDataPart(of: &object, to: value) }
    if object.isNull { return }
    let kept: Value = value.isNull ? .symbol(strings.nullMark) : value
    object.changeObject { $0.setAttribute(name, kept) }
  }

  /// What an object is without its slots: dimensions stay.
  func dataPart(of object: Value) -> Value {
    guard let source = object.object, source.hasAttributes, source.kind != .environment else {
      return object
    }
    if source.kind == .s4 { return slot(.dotXData, of: object) ?? object }
    let data = source.shallowCopy()
    data.setAttributes(nil)
    data.flags.remove(.isS4)
    for name in [Symbol.dim, .dimnames, .tsp] { data.setAttribute(name, source.attribute(name)) }
    return data.vector.map { Value($0) } ?? .object(data)
  }

  /// Puts other data under an object's slots.
  private func setDataPart(of object: inout Value, to value: Value) {
    guard let source = object.object, source.kind != .s4 else {
      return object.changeObject { $0.setAttribute(.dotXData, value) }
    }
    guard let data = value.object?.shallowCopy() ?? value.vector else { return }
    let shape = [Symbol.dim, .dimnames, .tsp, .names].map { ($0, data.attribute($0)) }
    data.setAttributes(nil)
    for (name, part) in shape { data.setAttribute(name, part) }
    for entry in source.attributes?.entries ?? []
    where !shape.contains(where: { $0.0 == entry.name && !$0.1.isNull }) {
      data.setAttribute(entry.name, entry.value)
    }
    if source.flags.contains(.isS4) { data.flags.insert(.isS4) }
    object = .object(data)
  }
}
