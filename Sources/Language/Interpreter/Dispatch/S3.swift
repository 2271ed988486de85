// S3: finding and calling methods.

extension Interpreter {
  /// The class vector that dispatch uses: the attribute, else the implicit class
  /// (matrix/array, then the type, then function or numeric).
  package func classes(of value: Value) -> [StringHandle] {
    if let object = value.object, object.hasClass {
      let names = classAttribute(of: object)
      return value.isS4 && names.count == 1 ? superclasses(names[0]) : names
    }
    var names: [StaticString] = []
    let dimensions = value.attribute(.dim).count
    if !value.attribute(.dim).isNull { names += dimensions == 2 ? ["matrix", "array"] : ["array"] }
    switch value.kind {
    case .integer: names += ["integer", "numeric"]
    case .double: names += ["double", "numeric"]
    case .closure, .builtin: names += ["function"]
    case .symbol: names += ["name"]
    case .call: return names.map { strings.intern($0) } + [languageClass(of: value)]
    default:
      return names.map { strings.intern($0) } + [strings.intern(value.kind.typeName)]
    }
    return names.map { strings.intern($0) }
  }

  /// What `class(x)` says.
  package func classVector(of value: Value) -> [StringHandle] {
    if let object = value.object, object.hasClass { return classAttribute(of: object) }
    let dimensions = value.attribute(.dim)
    if !dimensions.isNull {
      return dimensions.count == 2
        ? [strings.intern("matrix"), strings.intern("array")] : [strings.intern("array")]
    }
    switch value.kind {
    case .double: return [strings.intern("numeric")]
    case .closure, .builtin: return [strings.intern("function")]
    case .symbol: return [strings.intern("name")]
    case .call: return [languageClass(of: value)]
    default: return [strings.intern(value.kind.typeName)]
    }
  }

  private func classAttribute(of object: Object) -> [StringHandle] {
    switch object.attribute(.class_) {
    case .string(let name): [name]
    case .object(let vector): (vector as? CharacterVector).map { Array($0.elements) } ?? []
    default: []
    }
  }

  private func languageClass(of value: Value) -> StringHandle {
    switch value.call?.name {
    case .if_: strings.intern("if")
    case .for_: strings.intern("for")
    case .while_: strings.intern("while")
    case .parenthesis: strings.intern("(")
    case .brace: strings.intern("{")
    case .assign_, .superAssign: strings.intern("<-")
    case .equalAssign: strings.intern("=")
    default: strings.intern("call")
    }
  }

  /// Whether `value` has the class (implicit classes count only without a class attribute).
  package func inherits(_ value: Value, _ className: StaticString) -> Bool {
    inherits(value, strings.intern(className))
  }

  package func inherits(_ value: Value, _ className: StringHandle) -> Bool {
    (value.hasClass ? classes(of: value) : classVector(of: value)).contains(className)
  }

  /// The method `generic.class` seen from the caller, else from where the generic is, else registered.
  func findMethod(
    _ generic: String, _ className: StringHandle, from caller: Environment?,
    definition: Environment?
  ) throws(Unwind) -> Value? {
    // `sort.list` orders; it is no method of `sort`.
    if className == Symbol.list.handle, generic == "sort" { return nil }
    let name = strings.symbol(generic + "." + strings.text(className))
    return try findMethod(named: name, from: caller, definition: definition)
  }

  func findMethod(
    named name: Symbol, from caller: Environment?, definition: Environment?
  ) throws(Unwind) -> Value? {
    if let found = try lookupFunction(name, from: caller) { return found }
    if let definition, let found = try lookupFunction(name, from: definition) { return found }
    guard let registered = registeredMethods[name] else { return nil }
    return try valueOf(argument: registered)
  }

  /// The method of a generic for an object's (implicit) class, `generic.default` included; nil if none.
  package func method(
    _ generic: String, for object: Value, in environment: Environment
  ) throws(Unwind) -> Value? {
    for className in classes(of: object) {
      if let found = try findMethod(generic, className, from: environment, definition: nil) {
        return found
      }
    }
    return try findMethod(
      named: strings.symbol(generic + ".default"), from: environment, definition: nil)
  }
}

// MARK: - UseMethod

extension Interpreter {
  /// Calls the method of `generic` for `object` with the arguments of a running function.
  func useMethod(
    _ generic: String, _ object: Value, of activation: ActivationPlace, written: Value
  ) throws(Unwind) -> Value {
    let callEnvironment = callerEnvironment(of: activation)
    let closure = activation.pointee.closure?.takeUnretainedValue()
    let definition = closure.map { definingEnvironment(generic, $0) } ?? baseNamespace
    let names = classes(of: object)
    for (k, className) in names.enumerated() {
      if let found = try findMethod(
        generic, className, from: callEnvironment, definition: definition)
      {
        let context = DispatchContext(
          generic: generic, remaining: Array(names[(k + 1)...]),
          method: generic + "." + strings.text(className), object: object,
          callEnvironment: callEnvironment, definitionEnvironment: definition,
          classes: names)
        return try callMethod(found, context, of: activation)
      }
    }
    let fallback = generic + ".default"
    if let found = try findMethod(
      named: strings.symbol(fallback), from: callEnvironment, definition: definition)
    {
      let context = DispatchContext(
        generic: generic, remaining: [], method: fallback, object: object,
        callEnvironment: callEnvironment, definitionEnvironment: definition,
        classes: names)
      context.isDefault = true
      return try callMethod(found, context, of: activation)
    }
    throw .error(noMethod(generic, names, written))
  }

  private func noMethod(_ generic: String, _ names: [StringHandle], _ call: Value) -> Condition {
    let shown = names.map { strings.text($0) }
    let text =
      shown.count == 1
      ? "\"\(shown[0])\"" : "\"c(" + shown.map { "'\($0)'" }.joined(separator: ", ") + ")\""
    return .error(
      "no applicable method for '\(generic)' applied to an object of class \(text)", call: call)
  }

  private func definingEnvironment(_ generic: String, _ closure: Closure) -> Environment {
    closure.environment
  }

  private func callMethod(
    _ method: Value, _ context: DispatchContext, of activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let arguments = self.arguments(of: activation)
    let call = callOf(activation).call ?? Call(.null)
    return try applyMethod(
      method, arguments, call: call, in: context.callEnvironment, context,
      locals: locals(of: activation))
  }

  /// The variables that a generic has made: its methods see them.
  private func locals(of activation: ActivationPlace) -> [(Symbol, Value)] {
    let code = activation.pointee.code.takeUnretainedValue()
    return (code.parameterCount..<code.localCount).compactMap { slot in
      let value = activation.pointee.registers[slot]
      return value.isUnbound ? nil : (code.locals[slot], value)
    }
  }

  /// Calls a method, closure or builtin.
  func applyMethod(
    _ method: Value, _ arguments: [Argument], call: Call, in environment: Environment,
    _ context: DispatchContext, locals: [(Symbol, Value)] = []
  ) throws(Unwind) -> Value {
    if let closure = method.object as? Closure {
      return try apply(
        closure, arguments, call: named(call, context.method), in: environment, dispatch: context,
        locals: locals)
    }
    guard let builtin = method.object as? BuiltinFunction else { return .null }
    var values = arguments
    for k in values.indices { values[k].value = try valueOf(argument: values[k].value) }
    return try invoke(builtin, values, call: call, in: environment)
  }
}

extension Interpreter {
  /// The call of a generic as that of the method it led to.
  func named(_ call: Call, _ method: String) -> Call {
    Call(.symbol(strings.symbol(method)), call.arguments)
  }
}

// MARK: - NextMethod

extension Interpreter {
  /// Calls the method after the one that runs: `NextMethod()` in the function whose frame is `frame`.
  func nextMethod(
    frame: Environment, generic given: String?, extra: [Argument], written: Value
  ) throws(Unwind) -> Value {
    guard let activation = functionActivation(of: frame) else {
      throw .error(.error("'NextMethod' called from outside a function", call: written))
    }
    let call = callOf(activation).call ?? Call(.null)
    let context: DispatchContext
    if let known = activation.pointee.extra?.takeUnretainedValue().dispatch {
      context = known
    } else {
      context = try guessedContext(activation, call, given, written)
    }
    let arguments = nextArguments(of: activation, extra)
    let generic = context.generic
    for (k, className) in context.remaining.enumerated() {
      var found = try findMethod(
        generic, className, from: context.callEnvironment,
        definition: context.definitionEnvironment)
      if found == nil { found = try groupMethod(context, className) }
      if let found {
        let next = self.next(context, Array(context.remaining[(k + 1)...]), strings.text(className))
        return try applyMethod(found, arguments, call: call, in: context.callEnvironment, next)
      }
    }
    let last = next(context, [], "default")
    last.isDefault = true
    if let found = try findMethod(
      named: strings.symbol(generic + ".default"), from: context.callEnvironment,
      definition: context.definitionEnvironment)
    {
      return try applyMethod(found, arguments, call: call, in: context.callEnvironment, last)
    }
    if let function = internalDefault(generic) {
      return try applyDefault(function, arguments, call, of: activation, last)
    }
    throw .error(.error("no more methods for '\(generic)'", call: currentCall()))
  }

  private var nextMethodCall: Call { Call(.symbol(strings.symbol("NextMethod")), []) }

  /// The error of a `NextMethod` that has nothing to go by, offered while it is on the stack.
  private func refusal(
    _ message: String, _ written: Value, _ activation: ActivationPlace
  ) -> Unwind {
    let extra = extra(of: activation)
    extra.machinery = .nextMethod
    defer { extra.machinery = .none }
    return signalled(.error(.error(message, call: written)))
  }

  /// Runs the builtin behind a generic; its errors name the call as GNU R does.
  private func applyDefault(
    _ function: BuiltinFunction, _ arguments: [Argument], _ call: Call,
    of activation: ActivationPlace, _ context: DispatchContext
  ) throws(Unwind) -> Value {
    let extra = extra(of: activation)
    extra.machinery = .nextMethod
    let outer = (standingCall, standingDepth)
    let next = nextMethodCall
    (standingCall, standingDepth) = (.passUnretained(next), machine.depth)
    defer {
      extra.machinery = .none
      (standingCall, standingDepth) = outer
    }
    let isReplacement = context.generic.hasSuffix("<-") && context.generic != "[[<-"
    let shown =
      isReplacement || context.generic.hasPrefix("as.")
      ? next
      : Call(.symbol(strings.symbol(context.method)), call.arguments)
    do throws(Unwind) {
      return try applyMethod(
        .object(function), arguments, call: shown, in: context.callEnvironment, context)
    } catch { throw signalled(error) }
  }

  private func groupMethod(
    _ context: DispatchContext, _ className: StringHandle
  ) throws(Unwind) -> Value? {
    if context.group.isEmpty { return nil }
    return try findMethod(
      context.group, className, from: context.callEnvironment,
      definition: context.definitionEnvironment)
  }

  private func next(
    _ context: DispatchContext, _ remaining: [StringHandle], _ suffix: String
  ) -> DispatchContext {
    let next = DispatchContext(
      generic: context.generic, remaining: remaining, method: context.generic + "." + suffix,
      object: context.object, group: context.group, callEnvironment: context.callEnvironment,
      definitionEnvironment: context.definitionEnvironment, classes: context.classes)
    next.isFirst = false
    return next
  }

  /// The builtin that does what the generic does without methods.
  private func internalDefault(_ generic: String) -> BuiltinFunction? {
    baseBuiltin(strings.symbol(generic)) ?? internals[strings.symbol(generic)]
  }

  /// The arguments of the method's own call, with those given to NextMethod added or replaced.
  private func nextArguments(of activation: ActivationPlace, _ extra: [Argument]) -> [Argument] {
    var arguments = currentArguments(of: activation)
    for argument in extra {
      if !argument.name.isEmpty,
        let place = arguments.firstIndex(where: { $0.name == argument.name })
      {
        arguments[place] = argument
      } else {
        arguments.append(argument)
      }
    }
    return arguments
  }

  /// The arguments of a method with the values that its parameters have now.
  private func currentArguments(of activation: ActivationPlace) -> [Argument] {
    var arguments = self.arguments(of: activation)
    guard let matching = matching(of: activation) else { return arguments }
    for (slot, number) in matching.arguments.enumerated() where number >= 0 {
      guard arguments.indices.contains(number) else { continue }
      let register = activation.pointee.registers[slot]
      if case .promise = register { continue }
      var expression = arguments[number].value
      if case .promise(let promise) = expression { expression = promise.expression }
      let value = promise(for: register, expression)
      if !value.isMissingArgument { arguments[number].value = value }
    }
    return arguments
  }

  private func matching(of activation: ActivationPlace) -> ArgumentMatching? {
    if let matching = activation.pointee.extra?.takeUnretainedValue().matching { return matching }
    return activation.pointee.site?.takeUnretainedValue().plan?.matching
  }

  /// What dispatch would have known when a method was called directly: from its name, its first
  /// argument and the generic that it names.
  private func guessedContext(
    _ activation: ActivationPlace, _ call: Call, _ given: String?, _ written: Value
  ) throws(Unwind) -> DispatchContext {
    let arguments = self.arguments(of: activation)
    let object = try valueOf(argument: arguments.first?.value ?? .null)
    guard object.hasClass else { throw refusal("object not specified", written, activation) }
    guard let generic = given, !generic.isEmpty else {
      throw refusal("generic function not specified", written, activation)
    }
    let names = classes(of: object)
    let called = call.name.map { strings.text($0) } ?? ""
    var remaining = names
    if let own = names.firstIndex(where: { called == generic + "." + strings.text($0) }) {
      remaining = Array(names[(own + 1)...])
    }
    let environment = callerEnvironment(of: activation)
    return DispatchContext(
      generic: generic, remaining: remaining, method: called, object: object,
      callEnvironment: environment, definitionEnvironment: baseNamespace, classes: names)
  }
}
