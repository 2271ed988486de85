// Functions by name: what a call site means.

extension Interpreter {
  /// The function that a call site means.
  func function(_ site: VariableSite, _ activation: ActivationPlace) throws(Unwind) -> Value {
    if let binding = foundBinding(site, activation), !binding.isActive,
      case .object(let object) = binding.value,
      object.kind == .closure || object.kind == .builtin
    {
      return binding.value
    }
    return try slowFunction(site, activation)
  }

  @inline(never)
  private func slowFunction(
    _ site: VariableSite, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let (own, parent) = scope(of: activation)
    if activation.pointee.isFunction {
      let code = activation.pointee.code.takeUnretainedValue()
      if let slot = code.slot(of: site.name) {
        let register = activation.pointee.registers + slot
        if !register.pointee.isUnbound {
          let value = try localFunction(register, slot, activation)
          if value.isFunction { return value }
        }
      }
    }
    if let own, own.hasExtras || !activation.pointee.isFunction,
      let value = try own.value(site.name), value.isFunction
    {
      return value
    }
    remember(site, from: parent)
    if let found = try lookupFunction(site.name, from: parent) {
      if let binding = site.binding, case .promise(let promise) = binding.value,
        !promise.value.isUnbound, promise.value.isFunction
      {
        binding.value = promise.value
      }
      return found
    }
    throw .error(
      .functionNotFound(strings.text(site.name), call: nextCall(of: activation, site.name)))
  }

  /// The call that an activation is about to make, of the function of that name.
  private func nextCall(of activation: ActivationPlace, _ name: Symbol) -> Value {
    .object(
      activation.pointee.code._withUnsafeGuaranteedRef { code in
        code.call(at: activation.pointee.next - 1 - code.instructions) ?? Call(.symbol(name))
      })
  }

  private func localFunction(
    _ register: Registers, _ slot: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    if case .missingArgument = register.pointee {
      let name = activation.pointee.code._withUnsafeGuaranteedRef { $0.parameters[slot].name }
      throw .error(.argumentMissing(strings.text(name), call: nextCall(of: activation, name)))
    }
    return try resolve(register, slot, activation)
  }
}
