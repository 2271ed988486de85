// Methods of builtins: internal generics and the group generics Ops, Math, Summary, Complex.

extension Interpreter {
  /// What a method of a builtin answers; nil if there is none for the arguments' classes.
  @inline(never)
  func dispatched(
    _ function: BuiltinFunction, _ arguments: UnsafeMutableBufferPointer<Value>, _ names: [Symbol],
    _ call: Call, _ activation: ActivationPlace?
  ) throws(Unwind) -> Value? {
    let generic = function.builtin.name
    if !s4.builtinTables.isEmpty, isS4Call(function.builtin.dispatch, arguments) {
      let given = withExpressions(arguments, names, call)
      if let result = try s4Method(function.name, given, call, currentEnvironment()) {
        return result
      }
    }
    switch function.builtin.dispatch {
    case .none, .methods: return nil
    case .ops:
      guard let first = arguments.first else { return nil }
      let second = arguments.count > 1 ? arguments[1] : nil
      guard first.hasClass || second?.hasClass ?? false else { return nil }
      let given = withExpressions(arguments, names, call)
      return try opsMethod(generic, first, second, given, call)
    case .generic:
      // Of the two names of that function methods have but one.
      let name = generic == "as.numeric" ? "as.double" : generic
      return try firstMethod(name, group: "", arguments, names, call)
    case .math:
      if !function.isVariadic, arguments.count > function.parameterCount { return nil }
      return try firstMethod(generic, group: "Math", arguments, names, call)
    case .summary: return try summaryMethod(generic, arguments, names, call)
    case .complex: return try firstMethod(generic, group: "Complex", arguments, names, call)
    }
  }

  /// Whether S4 methods are looked for: by the first argument, by operators also by the second.
  private func isS4Call(
    _ dispatch: Builtin.Dispatch, _ arguments: UnsafeMutableBufferPointer<Value>
  ) -> Bool {
    guard let first = arguments.first else { return false }
    if first.isS4 { return true }
    return (dispatch == .ops || dispatch == .methods) && arguments.count > 1 && arguments[1].isS4
  }

  private func firstMethod(
    _ generic: String, group: String, _ arguments: UnsafeMutableBufferPointer<Value>,
    _ names: [Symbol], _ call: Call
  ) throws(Unwind) -> Value? {
    guard let first = arguments.first, first.hasClass else { return nil }
    let environment = currentEnvironment()
    guard let (method, context) = try builtinMethod(generic, group, first, environment) else {
      return nil
    }
    return try applyMethod(
      method, withExpressions(arguments, names, call), call: call, in: environment, context)
  }

  /// Methods of group Summary always get `na.rm`, and are shown with the values they are called with.
  private func summaryMethod(
    _ generic: String, _ arguments: UnsafeMutableBufferPointer<Value>, _ names: [Symbol],
    _ call: Call
  ) throws(Unwind) -> Value? {
    guard let first = arguments.first, first.hasClass else { return nil }
    let environment = currentEnvironment()
    guard let (method, context) = try builtinMethod(generic, "Summary", first, environment) else {
      return nil
    }
    var given = arguments.enumerated().map { k, value in
      Argument(names.isEmpty ? Symbol.empty : names[k], value)
    }
    if !names.contains(.naRm) { given.append(Argument(.naRm, .false)) }
    return try applyMethod(
      method, given, call: Call(call.function, given), in: environment, context)
  }

  /// Values as evaluated promises that remember how the arguments were written.
  private func withExpressions(
    _ arguments: UnsafeMutableBufferPointer<Value>, _ names: [Symbol], _ call: Call
  ) -> [Argument] {
    let isWritten =
      call.arguments.count == arguments.count
      && !call.arguments.contains { $0.value.symbol == .dots }
    return arguments.enumerated().map { k, value in
      let name = names.isEmpty ? Symbol.empty : names[k]
      if value.isMissingArgument || !isWritten { return Argument(name, value) }
      return Argument(name, .promise(Promise(call.arguments[k].value, value: value)))
    }
  }

  /// The S3 method of a builtin for an object, by the builtin's name or its group's.
  func builtinMethod(
    _ generic: String, _ group: String, _ object: Value, _ environment: Environment
  ) throws(Unwind) -> (Value, DispatchContext)? {
    let names = classes(of: object)
    for (k, className) in names.enumerated() {
      var found = try findMethod(generic, className, from: environment, definition: nil)
      var base = generic
      if found == nil, !group.isEmpty {
        found = try findMethod(group, className, from: environment, definition: nil)
        base = group
      }
      guard let found else { continue }
      let context = DispatchContext(
        generic: generic, remaining: Array(names[(k + 1)...]),
        method: base + "." + strings.text(className), object: object, group: group,
        callEnvironment: environment, definitionEnvironment: baseNamespace, classes: names)
      context.isInternal = group.isEmpty
      return (found, context)
    }
    return nil
  }

  /// The method of an operator of the machine.
  func dispatchedOperator(
    _ name: Symbol, _ a: Value, _ b: Value?, _ pc: UnsafeMutablePointer<Instruction>,
    _ activation: ActivationPlace
  ) throws(Unwind) -> Value? {
    let call = callAt(pc, activation).call ?? Call(name)
    var given = [Argument(.promise(Promise(call.arguments.first?.value ?? .null, value: a)))]
    if let b {
      given.append(Argument(.promise(Promise(call.arguments.last?.value ?? .null, value: b))))
    }
    if !s4.builtinTables.isEmpty, a.isS4 || b?.isS4 ?? false,
      let result = try s4Method(name, given, call, currentEnvironment())
    {
      return result
    }
    return try opsMethod(strings.text(name), a, b, given, call)
  }

  /// Ops methods of both sides: they must agree, else R warns and uses neither.
  private func opsMethod(
    _ generic: String, _ a: Value, _ b: Value?, _ arguments: [Argument], _ call: Call
  ) throws(Unwind) -> Value? {
    let environment = currentEnvironment()
    var left = a.hasClass ? try builtinMethod(generic, "Ops", a, environment) : nil
    var right: (Value, DispatchContext)?
    if let b, b.hasClass { right = try builtinMethod(generic, "Ops", b, environment) }
    if let (leftMethod, leftContext) = left, let (rightMethod, rightContext) = right,
      leftMethod.object !== rightMethod.object, leftContext.method != rightContext.method,
      !areSameFunction(leftMethod, rightMethod)
    {
      if rightContext.method == "Ops.difftime", isTimeMethod(leftContext) {
        right = nil
      } else if leftContext.method == "Ops.difftime", isTimeMethod(rightContext) {
        left = nil
      } else {
        try signalWarning(
          "Incompatible methods (\"\(leftContext.method)\", \"\(rightContext.method)\") for \"\(generic)\"",
          call: .null)
        return nil
      }
    }
    guard let (method, context) = left ?? right else { return nil }
    var methods: [StringHandle] = []
    let own = strings.intern(context.method)
    methods.append(left != nil ? own : .empty)
    if b != nil { methods.append(right != nil ? own : .empty) }
    guard let closure = method.object as? Closure else {
      return try applyMethod(method, arguments, call: call, in: environment, context)
    }
    return try apply(
      closure, arguments, call: named(call, context.method), in: environment, dispatch: context,
      locals: [(.dotGeneric, .string(strings.intern(generic))), (.dotMethod, .strings(methods))])
  }

  /// Whether the method adds to or subtracts from a date or time, which takes a time difference.
  private func isTimeMethod(_ context: DispatchContext) -> Bool {
    ["+.POSIXt", "-.POSIXt", "+.Date", "-.Date"].contains(context.method)
  }

  private func areSameFunction(_ a: Value, _ b: Value) -> Bool {
    guard let first = a.object as? Closure, let second = b.object as? Closure else { return false }
    return first.definition === second.definition
  }

  /// A builtin whose first argument (r[object]) has a class: its method with the other arguments promised, else
  /// the builtin on the values.
  @inline(never)
  func callDispatching(
    _ site: CallSite, _ register: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    guard let function = site.builtin else { return .null }
    let object = try resolve(register, number, activation)
    let frame = environment(of: activation)
    var arguments = try promised(Array(site.call.arguments.dropFirst()), in: frame)
    if function.name == .dollar, site.call.arguments.count > 1,
      let member = Compiler.memberName(site.call.arguments[1].value)
    {
      arguments = [Argument(.string(member.handle))]
    }
    let first = site.call.arguments.first ?? Argument(.null)
    arguments.insert(
      Argument(first.name, .promise(Promise(first.value, value: object))), at: 0)
    if object.isS4, !s4.builtinTables.isEmpty,
      let result = try s4Method(function.name, arguments, site.call, frame)
    {
      return result
    }
    if let (method, context) = try builtinMethod(function.builtin.name, "", object, frame) {
      return try applyMethod(method, arguments, call: site.call, in: frame, context)
    }
    for k in arguments.indices { arguments[k].value = try valueOf(argument: arguments[k].value) }
    return try invoke(function, arguments, call: site.call, in: nil)
  }

  /// A call of a replacement function (or a getter on the way to one) whose object and value are in registers.
  @inline(never)
  func callReplacement(
    _ site: CallSite, _ base: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let frame = environment(of: activation)
    let object = try resolve(base, number, activation)
    let hasValue = !site.sources.isEmpty
    let value = hasValue ? try resolve(base + 1, number + 1, activation) : .null
    defer {
      base.pointee = .null
      if hasValue { (base + 1).pointee = .null }
    }
    let callee: Value
    if let name = site.function {
      callee = try function(name, activation)
    } else {
      callee = try evaluate(site.call.function, in: frame)
    }
    var arguments = try promised(Array(site.call.arguments.dropFirst()), in: frame)
    if let name = site.call.name, name == .dollarAssign || name == .dollar || name == .atAssign,
      site.call.arguments.count > 1, let member = Compiler.memberName(site.call.arguments[1].value)
    {
      arguments = [Argument(.string(member.handle))]
    }
    arguments.insert(
      Argument(.promise(Promise(.symbol(.temporary), value: object))), at: 0)
    var call = site.call
    if hasValue {
      let expression = site.valueExpression ?? value
      arguments.append(Argument(.value, .promise(Promise(expression, value: value))))
      let shown = site.isInLibrary && callee.object is Closure ? expression : value
      call = Call(call.function, call.arguments + [Argument(.value, shown)])
    }
    if let builtin = callee.object as? BuiltinFunction, let assignment = site.assignment {
      return try apply(builtin, arguments, call: call, in: frame, shown: assignment)
    }
    return try apply(callee, arguments, call: call, in: frame)
  }

  /// Calls any function with arguments that may be promises.
  func apply(
    _ function: Value, _ arguments: [Argument], call: Call, in environment: Environment
  ) throws(Unwind) -> Value {
    switch function.object {
    case let closure as Closure:
      return try apply(closure, arguments, call: call, in: environment)
    case let builtin as BuiltinFunction:
      return try apply(builtin, arguments, call: call, in: environment)
    default: throw .error(.notAFunction(call: currentCall()))
    }
  }
}
