/// Evaluating, forcing, options.
enum Evaluation {
  static var all: [Builtin] {
    [
      eval, force, forceAndCall, withVisible, delayedAssign, options, interactive, quit,
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
    let arguments = r.promised(
      (2..<call.count).map { Argument(call.name($0), call[$0]) }, in: call.environment)
    if function.object is Closure {
      let count = try r.vector(r.evaluate(call[0], in: call.environment), as: .integer)
      let first = (count as? IntegerVector)?.elements.first ?? 0
      for argument in arguments.prefix(max(0, Int(first))) {
        if case .promise(let promise) = argument.value { _ = try r.force(promise) }
      }
    }
    let written = (2..<call.count).map { Argument(call.name($0), call[$0]) }
    return try r.call(function, arguments, in: call.environment, as: Call(call[1], written))
  }

  static let withVisible = Builtin(.special, "withVisible(x)") { call throws(Unwind) in
    let r = call.interpreter
    guard call.count == 1 else { throw call.error("argument \"x\" is missing, with no default") }
    let value = try r.evaluate(call[0], in: call.environment)
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
  static let options = Builtin(.internal, "options(arguments)") { call throws(Unwind) in
    let r = call.interpreter
    let given = try call.list(0)
    let names = given.attribute(.names).vector as? CharacterVector
    if given.count == 0 { return r.optionList(r.options) }
    var old: [(name: Symbol, value: Value)] = []
    var isSetting = false
    for k in 0..<given.count {
      let name = names.map { $0.elements[k] } ?? .empty
      if name != .empty {
        old.append((Symbol(name), r.setOption(Symbol(name), given.elements[k])))
        isSetting = true
      } else if case .string(let asked) = given.elements[k] {
        old.append((Symbol(asked), r.options.first { $0.name.handle == asked }?.value ?? .null))
      } else {
        throw call.error("invalid argument")
      }
    }
    r.isVisible = !isSetting
    return r.optionList(old)
  }

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
      let all = functionActivations()
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

  func optionList(_ options: [(name: Symbol, value: Value)]) -> Value {
    let list = ListVector(options.map(\.value))
    list.setAttribute(.names, .strings(options.map(\.name.handle)))
    return .object(list)
  }

  /// Sets an option (NULL removes it) and answers the old value.
  ///
  /// Options stay sorted by name.
  @discardableResult
  package func setOption(_ name: Symbol, _ value: Value) -> Value {
    if name == strings.symbol("expressions") {
      if case .double(let number) = value { expressionLimit = Int(max(25, min(number, 200_000))) }
      if case .integer(let number) = value { expressionLimit = Int(max(25, min(number, 200_000))) }
    }
    if let place = options.firstIndex(where: { $0.name == name }) {
      let old = options[place].value
      if value.isNull { options.remove(at: place) } else { options[place].value = value }
      return old
    }
    if !value.isNull {
      let text = strings.text(name)
      let place = options.firstIndex { strings.text($0.name) > text } ?? options.count
      options.insert((name, value), at: place)
    }
    return .null
  }
}
