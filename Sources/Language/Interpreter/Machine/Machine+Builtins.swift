// Calls of builtins.

extension Interpreter {
  /// Calls the builtin of a site on values in consecutive registers.
  @inline(never)
  func callBuiltin(
    _ site: CallSite, _ base: Registers, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    guard let function = site.builtin else { return .null }
    let count = site.sources.count
    defer { for k in 0..<count { (base + k).clear() } }
    let arguments = UnsafeMutableBufferPointer(start: base, count: count)
    if count > 0, function.dispatch != .none,
      base.tag == Tag.object || count > 1 && (base + 1).tag == Tag.object,
      let result = try dispatched(function, arguments, site.names, site.call, activation)
    {
      isVisible = true
      return result
    }
    isVisible = true
    let outer = (standingCall, standingDepth)
    if site.standsForClosure {
      standingCall = .passUnretained(site.call)
      standingDepth = machine.depth
    }
    defer { (standingCall, standingDepth) = outer }
    let isPlain = site.names.isEmpty || site.standsForClosure
    if function.isVariadic || isPlain && count == function.parameterCount {
      return try function.builtin.body(
        Invocation(
          interpreter: self, arguments: arguments, names: function.isVariadic ? site.names : [],
          function: function,
          site: function.isInternal && !site.standsForClosure ? nil : site.call,
          knownEnvironment: nil))
    }
    let given = (0..<count).map { k in Argument(isPlain ? .empty : site.names[k], base[k]) }
    return try invoke(function, given, call: site.call, in: nil)
  }

  /// Calls a builtin with arguments that may be promises.
  func apply(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call, in environment: Environment?,
    shown: Call? = nil
  ) throws(Unwind) -> Value {
    if function.isSpecial {
      let expressions = arguments.map { argument -> Argument in
        switch argument.value {
        case .promise(let promise) where promise.value.isUnbound:
          return Argument(argument.name, promise.expression)
        case .promise(let promise): return Argument(argument.name, quoted(promise.value))
        default: return Argument(argument.name, quoted(argument.value))
        }
      }
      return try runSpecial(
        function, Call(call.function, expressions), environment ?? currentEnvironment())
    }
    var values = arguments
    let isIndexed = function.name == .subsetAssign || function.name == .subset2Assign
    for k in values.indices {
      if isIndexed, case .promise(let promise) = values[k].value, isMissing(promise) {
        values[k].value = .missingArgument
      } else {
        values[k].value = try valueOf(argument: values[k].value)
      }
    }
    if function.builtin.dispatch != .none, values.contains(where: { $0.value.hasClass }) {
      var raw = values.map(\.value)
      let names = values.contains { !$0.name.isEmpty } ? values.map(\.name) : []
      let result = try raw.withUnsafeMutableBufferPointer { (buffer) throws(Unwind) -> Value? in
        try dispatched(function, buffer, names, call, machine.depth > 0 ? machine.current : nil)
      }
      if let result { return result }
    }
    return try invoke(function, values, call: shown ?? call, in: environment)
  }

  /// A value as an expression that evaluates to it.
  private func quoted(_ value: Value) -> Value {
    switch value {
    case .symbol, .object:
      value.symbol != nil || value.call != nil ? .object(Call(.quote, value)) : value
    default: value
    }
  }

  /// Runs a builtin's body on values, matched to its parameters, without dispatch.
  func invoke(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call, in environment: Environment?
  ) throws(Unwind) -> Value {
    let builtin = function.builtin
    isVisible = true
    var names: [Symbol] = []
    var values: [Value]
    if builtin.isVariadic {
      values = arguments.map(\.value)
      if arguments.contains(where: { !$0.name.isEmpty }) { names = arguments.map(\.name) }
    } else {
      values = try matched(function, arguments, call: call)
    }
    return try values.withUnsafeMutableBufferPointer { (buffer) throws(Unwind) -> Value in
      try builtin.body(
        Invocation(
          interpreter: self, arguments: buffer, names: names, function: function,
          site: function.isInternal ? nil : call, knownEnvironment: environment))
    }
  }

  /// Arguments in the order of the builtin's parameters; `.missingArgument` where none was given.
  private func matched(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call
  ) throws(Unwind) -> [Value] {
    let wanted = function.parameters.count
    if function.builtin.role == .internal || arguments.allSatisfy({ $0.name.isEmpty }) {
      guard arguments.count <= wanted else {
        throw .error(
          function.builtin.role == .internal
            ? .wrongInternalArity(
              arguments.count, function.builtin.name, wanted, call: .object(call))
            : .wrongArity(arguments.count, function.builtin.name, wanted, call: .object(call)))
      }
      return arguments.map(\.value)
        + Array(repeating: .missingArgument, count: wanted - arguments.count)
    }
    let matching = try match(
      names: arguments.map(\.name), count: arguments.count,
      to: function.parameters.map { Parameter($0) }, call: .object(call),
      expressions: { arguments[$0].value })
    return matching.arguments.map { $0 < 0 ? .missingArgument : arguments[$0].value }
  }

  @inline(never)
  func callSpecial(_ site: CallSite, _ activation: ActivationPlace) throws(Unwind) -> Value {
    guard let function = site.builtin else { return .null }
    return try runSpecial(function, site.call, environment(of: activation))
  }

  /// Runs a builtin that gets its arguments as expressions.
  func runSpecial(
    _ function: BuiltinFunction, _ call: Call, _ environment: Environment
  ) throws(Unwind) -> Value {
    isVisible = true
    var values = call.arguments.map(\.value)
    let names = call.arguments.contains { !$0.name.isEmpty } ? call.arguments.map(\.name) : []
    return try values.withUnsafeMutableBufferPointer { (buffer) throws(Unwind) -> Value in
      try function.builtin.body(
        Invocation(
          interpreter: self, arguments: buffer, names: names, function: function, site: call,
          knownEnvironment: environment))
    }
  }

  /// The call for an error message of a builtin.
  func errorCall(of function: BuiltinFunction, at site: Call?) -> Value {
    site.map { .object($0) } ?? currentCall()
  }
}
