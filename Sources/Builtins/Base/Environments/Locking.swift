import ApusInterpreter

/// Locks of bindings and environments, and active bindings.
enum Locking {
  static var all: [Builtin] {
    [
      lockBinding, unlockBinding, bindingIsLocked, lockEnvironment, environmentIsLocked,
      makeActiveBinding, bindingIsActive, activeBindingFunction,
    ]
  }

  private static func name(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Symbol {
    if case .symbol(let symbol) = call[position] { return symbol }
    guard let names = call[position].characterVector, names.count > 0 else {
      throw call.error("not a symbol")
    }
    return Symbol(names.elements[0])
  }

  private static func binding(_ call: borrowing Invocation) throws(Unwind) -> Binding {
    let symbol = try name(call, 0)
    let environment = try call.environment(1, "not an environment")
    guard let binding = environment.bindingForMarking(symbol) else {
      throw call.error("no binding for \"\(call.strings.text(symbol))\"")
    }
    return binding
  }

  static let lockBinding = Builtin(.internal, "lockBinding(sym, env)") { call throws(Unwind) in
    try binding(call).isLocked = true
    call.interpreter.isVisible = false
    return .null
  }

  static let unlockBinding = Builtin(.internal, "unlockBinding(sym, env)") { call throws(Unwind) in
    try binding(call).isLocked = false
    call.interpreter.isVisible = false
    return .null
  }

  static let bindingIsLocked = Builtin(.internal, "bindingIsLocked(sym, env)") {
    call throws(Unwind) in
    .logical(try binding(call).isLocked)
  }

  static let lockEnvironment = Builtin(.internal, "lockEnvironment(env, bindings)") {
    call throws(Unwind) in
    let environment = try call.environment(0, "not an environment")
    environment.isLocked = true
    if try call.flag(1, "bindings") {
      for symbol in environment.symbols {
        environment.bindingForMarking(symbol)?.isLocked = true
      }
    }
    call.interpreter.isVisible = false
    return .null
  }

  static let environmentIsLocked = Builtin(.internal, "environmentIsLocked(env)") {
    call throws(Unwind) in
    .logical(try call.environment(0, "not an environment").isLocked)
  }

  static let makeActiveBinding = Builtin(.internal, "makeActiveBinding(sym, fun, env)") {
    call throws(Unwind) in
    let symbol = try name(call, 0)
    guard call[1].isFunction else { throw call.error("not a function") }
    let environment = try call.environment(2, "not an environment")
    if let old = environment.bindingForMarking(symbol) {
      guard old.isActive else { throw call.error("symbol already has a regular binding") }
      if old.isLocked { throw call.error("cannot change active binding if binding is locked") }
      old.value = call[1]
    } else {
      if environment.isLocked {
        throw call.error("cannot add bindings to a locked environment")
      }
      let binding = environment.makeBinding(symbol)
      binding.value = call[1]
      binding.isActive = true
    }
    call.interpreter.isVisible = false
    return .null
  }

  static let bindingIsActive = Builtin(.internal, "bindingIsActive(sym, env)") {
    call throws(Unwind) in
    .logical(try binding(call).isActive)
  }

  static let activeBindingFunction = Builtin(.internal, "activeBindingFunction(sym, env)") {
    call throws(Unwind) in
    let found = try binding(call)
    guard found.isActive else {
      throw call.error("no active binding for \"\(call.strings.text(found.name))\"")
    }
    return found.value
  }
}
