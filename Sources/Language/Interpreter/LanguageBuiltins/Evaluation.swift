/// Evaluating, forcing, quitting.
enum Evaluation {
  static var all: [Builtin] {
    [
      eval, force, forceAndCall, withVisible, delayedAssign, interactive, quit,
      commandArguments, dotPrimitive,
    ]
  }

  static let eval = Builtin(.internal, "eval(expr, envir, enclos)") { call throws(Unwind) in
    let r = call.interpreter
    let environment = try r.evaluationEnvironment(call[1], enclosure: call[2], call)
    r.evaluations.append(EvaluationContext(environment: environment, depth: r.machine.depth))
    let outcome: Swift.Result<Value, Unwind>
    do throws(Unwind) {
      outcome = .success(try evaluated(call[0], in: environment, r))
    } catch { outcome = .failure(r.signalled(error)) }
    try r.endEvaluation()
    return try outcome.get()
  }

  private static func evaluated(
    _ expression: Value, in environment: Environment, _ r: Interpreter
  ) throws(Unwind) -> Value {
    var value = Value.null
    do throws(Unwind) {
      if let list = expression.list, list.kind == .expression {
        for element in Array(list.elements) { value = try r.evaluate(element, in: environment) }
      } else {
        value = try r.evaluate(expression, in: environment)
      }
    } catch {
      // `return` in evaluated code ends the evaluation.
      guard case .returning(let result, let frame) = error, frame === environment else {
        throw error
      }
      value = result
    }
    return value
  }

  static let force = Builtin(.internal, "force(x)") { call throws(Unwind) in call[0] }

  static let forceAndCall = Builtin(.special, "forceAndCall(n, FUN, ...)") { call throws(Unwind) in
    let r = call.interpreter
    guard call.count >= 2 else { throw call.error("argument \"FUN\" is missing") }
    let function = try r.evaluate(call[1], in: call.environment)
    let written = (2..<call.count).map { Argument(call.name($0), call[$0]) }
    let arguments = try r.promised(written, in: call.environment)
    if function.object is Closure {
      let count = try r.coerce(r.evaluate(call[0], in: call.environment), to: .integer)
      let first = count.count > 0 ? Int(count.firstInteger) : 0
      for argument in arguments.prefix(max(0, first)) {
        if case .promise(let promise) = argument.value { _ = try r.force(promise) }
      }
    }
    return try r.call(function, arguments, in: call.environment, as: Call(call[1], written))
  }

  /// In the frame of the closure `withVisible(x)`.
  static let withVisible = Builtin(.special, ".withVisibleFrame()") { call throws(Unwind) in
    let r = call.interpreter
    let value: Value
    if case .promise(let promise)? = call.environment.lookup(.x) {
      value = try r.force(promise)
    } else {
      value = try r.evaluate(.symbol(.x), in: call.environment)
    }
    let list = ListVector([value, .logical(r.isVisible)])
    let names: [StaticString] = ["value", "visible"]
    list.setAttribute(.names, .strings(names.map { r.strings.intern($0) }))
    r.isVisible = true
    return .object(list)
  }

  static let delayedAssign = Builtin(
    .internal, "delayedAssign(x, value, eval.env, assign.env)"
  ) { call throws(Unwind) in
    guard let source = call[2].environment, let target = call[3].environment else {
      throw call.error("invalid 'envir' argument")
    }
    let name = call.strings.symbol(try call.text(0, "x"))
    try target.assign(name, .promise(Promise(call[1], in: source)))
    call.interpreter.isVisible = false
    return .null
  }

  /// `options(list)`: sets the named ones and answers the old values; without any, all of them.
  static let interactive = Builtin(.primitive, "interactive()") { call throws(Unwind) in
    .logical(call.interpreter.isInteractive)
  }

  static let quit = Builtin(.internal, "quit(save, status, runLast)") { call throws(Unwind) in
    let r = call.interpreter
    let wanted = try call.text(0, "save")
    guard var policy = wanted == "default" ? r.savePolicy : SavePolicy(rawValue: wanted) else {
      throw call.error("unrecognized value of 'save'")
    }
    if policy == .ask, !r.isInteractive {
      try call.warning(
        "save=\"ask\" in non-interactive use: command-line default will be used")
      policy = r.savePolicy == .ask ? .no : r.savePolicy
    }
    var status = try call.integer(1, "status")
    if status.isMissing {
      try call.warning("invalid 'status', 0 assumed")
      status = 0
    }
    try r.prepareToQuit(policy, runsLast: try call.flag(2, "runLast"))
    throw .quit(status: status)
  }

  static let commandArguments = Builtin(.internal, "commandArgs()") { call throws(Unwind) in
    .strings(call.interpreter.commandArguments.map { call.strings.intern($0) })
  }

  static let dotPrimitive = Builtin(.primitive, ".Primitive(name)") { call throws(Unwind) in
    let name = try call.text(0, "name")
    guard let function = call.interpreter.baseBuiltin(call.strings.symbol(name)) else {
      throw call.error("no such primitive function")
    }
    return .object(function)
  }
}

/// One `eval` that runs.
struct EvaluationContext {
  let environment: Environment
  /// The number of activations, that of `eval` included.
  let depth: Int
  /// What `on.exit` in the evaluated code asked for.
  var onExit: [Value] = []
}

extension Interpreter {
  /// Runs what the innermost `eval` has to do at its end.
  func endEvaluation() throws(Unwind) {
    let ended = evaluations.removeLast()
    let visible = isVisible
    for expression in ended.onExit { _ = try evaluate(expression, in: ended.environment) }
    isVisible = visible
  }

  /// The environment that `eval` means: an environment, a list or data frame, or a frame number.
  func evaluationEnvironment(
    _ value: Value, enclosure: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Environment {
    if let environment = value.environment { return environment }
    switch value {
    case .null:
      return Environment(parent: enclosure.environment ?? baseNamespace, interpreter: self)
    case .integer, .double:
      let all = stackFrames()
      var number = Int(try call.integer(1, "envir"))
      if number < 0 { number += all.count }
      guard number >= 0, number <= all.count else {
        throw call.error("not that many frames on the stack")
      }
      return number == 0 ? globalEnvironment : environment(of: all[number - 1])
    default:
      if value.kind == .integer || value.kind == .double {
        throw call.error("numeric 'envir' arg not of length one")
      }
      if let environment = value.asEnvironment { return environment }
      guard let list = value.list else {
        throw call.error("invalid 'envir' argument of type '\(value.kind.typeName)'")
      }
      let environment = Environment(
        parent: enclosure.environment ?? baseNamespace, interpreter: self)
      let names = list.attribute(.names).vector as? CharacterVector
      for (k, element) in list.elements.enumerated() {
        guard let name = names?.elements[k], name != .empty else { continue }
        environment.define(Symbol(name), element)
      }
      return environment
    }
  }
}
