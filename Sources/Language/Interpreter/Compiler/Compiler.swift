/// Translates language objects to code.
///
/// A closure's body becomes code with locals in registers; any other expression becomes code whose variables are
/// looked up in the environment it runs in. Builtins are resolved here: `interpreter.noteRedefinition`
/// outdates the code when one of their names is bound to something else.
struct Compiler {
  let interpreter: Interpreter
  /// Where the code will run, or the closure's environment: to resolve builtins.
  let environment: Environment
  let isFunction: Bool
  var locals: [Symbol] = []
  var slots: [Symbol: Int] = [:]
  /// Locals that inner functions assign by `<<-`: their value may change while arguments wait.
  var sharedLocals: Set<Symbol> = []
  var parameterCount = 0
  /// The parameters' default expressions.
  var defaults: [Value] = []
  var usesMissing = false
  /// Which parameters were assigned must be known when it runs.
  var usesSubstitute = false
  /// Stops before each statement: see `step`.
  var isStepped = false
  /// Where the statement was written that is being compiled for stepping.
  var steppedSource = Value.null
  var assignedParameters: Set<Int> = []
  /// Parameters that surely have their value here.
  var ensured: Set<Int> = []

  var instructions: [Instruction] = []
  var constants: [Value] = []
  var scalarConstants: [Value] = []
  var variableSites: [VariableSite] = []
  var callSites: [CallSite] = []
  var switches: [SwitchTable] = []
  var calls: [(instruction: Int, call: Call)] = []
  var nextTemporary = 0
  var registerCount = 0
  /// Inner ones before outer ones.
  var thinCalls: [ThinCall] = []
  var loops: [LoopLabels] = []
  /// Loops that are complete.
  var loopRanges: [LoopRange] = []
  /// Slow paths, emitted behind the code.
  var deferred: [Deferred] = []

  /// A loop under way: where its body starts, and the jumps of `break` and `next`.
  struct LoopLabels {
    var start: Int
    var exits: [Int] = []
    var nexts: [Int] = []
  }

  /// Code to be emitted at the end: what it does, the jump that leads to it and where it goes back.
  struct Deferred {
    var jump: Int
    var back: Int
    var temporaries: Int
    var ensured: Set<Int>
    var emit: (inout Compiler) -> Void
  }

  init(_ interpreter: Interpreter, environment: Environment, isFunction: Bool) {
    self.interpreter = interpreter
    self.environment = environment
    self.isFunction = isFunction
  }
}

// MARK: - Entry points

extension Interpreter {
  /// The code of a closure's body, compiled at the first call and again when a builtin was redefined.
  func code(of closure: Closure) -> Code {
    if closure.stepping != .never || debugging.entersNextCall,
      let code = steppedCode(of: closure)
    {
      return code
    }
    let definition = closure.definition
    if let code = definition.code, code.epoch == redefinitionEpoch { return code }
    var compiler = Compiler(self, environment: closure.environment, isFunction: true)
    let code = compiler.function(definition)
    definition.code = code
    return code
  }

  /// The code of an expression to be evaluated in an environment.
  func code(of expression: Value, in environment: Environment) -> Code {
    if case .object(let object) = expression, object.kind == .call,
      let code = unsafeDowncast(object, to: Call.self).environmentCode,
      code.epoch == redefinitionEpoch, code.frame == environment.frameIdentity
    {
      return code
    }
    var compiler = Compiler(self, environment: environment, isFunction: false)
    guard let call = expression.call else { return compiler.expression(expression) }
    // The call keeps the code, which therefore must not refer to the call.
    let code = compiler.expression(.object(call.shallowCopy()))
    call.environmentCode = code
    return code
  }
}

extension Compiler {
  mutating func function(_ definition: FunctionDefinition) -> Code {
    for parameter in definition.parameters { addLocal(parameter.name) }
    parameterCount = locals.count
    defaults = definition.parameters.map(\.default)
    var scan = LocalScan()
    scan.visit(definition.body)
    for parameter in definition.parameters { scan.visit(parameter.default) }
    for name in scan.assigned {
      if let slot = slots[name], slot < parameterCount { assignedParameters.insert(slot) }
      addLocal(name)
    }
    sharedLocals = scan.superAssigned
    usesMissing = scan.usesMissing
    usesSubstitute = scan.usesSubstitute
    collectConstants(definition.body)
    startTemporaries()
    if isStepped { enterStep(definition) } else { isStepped = scan.mentionsBrowser }
    tail(definition.body)
    return finish(
      definition.parameters, looksAtCaller: scan.looksAtCaller,
      keepsArguments: scan.usesMethods && !assignedParameters.isEmpty,
      mentionsDispatch: scan.mentionsDispatch)
  }

  mutating func expression(_ expression: Value) -> Code {
    collectConstants(expression)
    startTemporaries()
    tail(expression)
    return finish([], looksAtCaller: false, keepsArguments: false, mentionsDispatch: false)
  }

  private mutating func addLocal(_ name: Symbol) {
    guard slots[name] == nil else { return }
    slots[name] = locals.count
    locals.append(name)
  }

  private mutating func startTemporaries() {
    nextTemporary = locals.count + scalarConstants.count
    registerCount = nextTemporary + 1
  }

  private mutating func finish(
    _ parameters: [Parameter], looksAtCaller: Bool, keepsArguments: Bool, mentionsDispatch: Bool
  ) -> Code {
    var next = 0
    while next < deferred.count {
      let part = deferred[next]
      instructions[part.jump].b = Int32(instructions.count)
      nextTemporary = part.temporaries
      ensured = part.ensured
      part.emit(&self)
      emit(.jump, 0, part.back)
      next += 1
    }
    let defaults = parameters.map { parameter -> Value in
      switch parameter.default {
      case .missingArgument: .missingArgument
      case .symbol, .object, .promise: .defaultArgument
      default: parameter.default
      }
    }
    return Code(
      parameters: parameters, locals: locals, defaults: defaults, instructions: instructions,
      constants: constants, scalarConstants: scalarConstants, registerCount: registerCount,
      variableSites: variableSites, callSites: callSites, switches: switches, loops: loopRanges,
      calls: calls, thinCalls: thinCalls,
      epoch: interpreter.redefinitionEpoch, frame: isFunction ? nil : environment.frameIdentity,
      looksAtCaller: looksAtCaller, keepsArguments: keepsArguments,
      mentionsDispatch: mentionsDispatch, usesSubstitute: usesSubstitute,
      assignedParameters: assignedParameters)
  }

  /// Gives the numbers in an expression registers of their own, as many as are cheap to copy at entry.
  private mutating func collectConstants(_ expression: Value) {
    guard scalarConstants.count < 24 else { return }
    switch expression {
    case .double, .integer, .logical:
      if constantRegister(expression) == nil { scalarConstants.append(expression) }
    case .object(let object):
      guard let call = object as? Call, call.name != .function_, call.name != .quote else { return }
      for argument in call.arguments { collectConstants(argument.value) }
    default: break
    }
  }

  func constantRegister(_ value: Value) -> Int? {
    for (k, constant) in scalarConstants.enumerated() {
      switch (constant, value) {
      case (.double(let a), .double(let b)) where a.bitPattern == b.bitPattern:
        return locals.count + k
      case (.integer(let a), .integer(let b)) where a == b: return locals.count + k
      case (.logical(let a), .logical(let b)) where a == b: return locals.count + k
      default: continue
      }
    }
    return nil
  }
}

// MARK: - Emitting

extension Compiler {
  @discardableResult
  mutating func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
    instructions.append(Instruction(opcode, a, b, c))
    return instructions.count - 1
  }

  @discardableResult
  mutating func emit(_ opcode: Opcode, _ a: Int, _ b: Int, _ c: Int, for call: Call) -> Int {
    calls.append((instructions.count, call))
    let place = emit(opcode, a, b, c)
    if let relation = Relation(call.name) { instructions[place].detail = relation.rawValue }
    return place
  }

  mutating func temporary() -> Int {
    let register = nextTemporary
    nextTemporary += 1
    registerCount = max(registerCount, nextTemporary + 1)
    return register
  }

  /// `count` registers in a row.
  mutating func temporaries(_ count: Int) -> Int {
    let first = nextTemporary
    nextTemporary += count
    registerCount = max(registerCount, nextTemporary + 1)
    return first
  }

  mutating func constant(_ value: Value) -> Int {
    constants.append(value)
    return constants.count - 1
  }

  mutating func variableSite(_ name: Symbol) -> Int {
    variableSites.append(VariableSite(name))
    return variableSites.count - 1
  }

  mutating func callSite(_ site: CallSite) -> Int {
    callSites.append(site)
    return callSites.count - 1
  }

  /// Makes the jump at `place` go to the next instruction.
  mutating func land(_ place: Int) {
    switch instructions[place].opcode {
    case .jumpUnless, .branch, .branchTrue:
      instructions[place].c = Int32(instructions.count)
    default: instructions[place].b = Int32(instructions.count)
    }
  }

  mutating func land(_ places: [Int]) {
    for place in places { land(place) }
  }

  /// Emits what gives a parameter its value, unless that has surely happened.
  mutating func ensure(_ slot: Int) {
    guard slot < parameterCount, ensured.insert(slot).inserted else { return }
    let place = emit(.ensure, slot)
    let expression = defaults[slot]
    guard isPlainDefault(expression), expression.call != nil || expression.symbol != nil else {
      return
    }
    deferred.append(
      Deferred(
        jump: place, back: instructions.count, temporaries: nextTemporary, ensured: ensured
      ) { $0.value(expression, into: slot) })
  }

  /// Whether a default expression may be evaluated by the function's own code: it calls builtins only.
  private func isPlainDefault(_ expression: Value) -> Bool {
    if expression.symbol == .dots { return false }
    guard let call = expression.call else { return expression.object == nil }
    guard let name = call.name, let builtin = builtin(name), !builtin.isSpecial,
      !builtin.builtin.looksAtFrames, !containsDots(call)
    else { return false }
    return call.arguments.allSatisfy { isPlainDefault($0.value) }
  }

  /// What is ensured in `body` is so only there: it may not run.
  mutating func branch<Result>(_ body: (inout Compiler) -> Result) -> Result {
    let saved = ensured
    defer { ensured = saved }
    return body(&self)
  }

  /// Temporaries taken in `body` are free again after it.
  mutating func scratch<Result>(_ body: (inout Compiler) -> Result) -> Result {
    let saved = nextTemporary
    defer { nextTemporary = saved }
    return body(&self)
  }
}

/// What must be known of a body before it is compiled: the names it assigns.
struct LocalScan {
  var assigned: [Symbol] = []
  var superAssigned: Set<Symbol> = []
  var usesMissing = false
  var usesSubstitute = false
  var usesMethods = false
  /// Mentions functions that reach the caller's frame.
  var looksAtCaller = false
  /// Mentions `.Generic` or its like, which dispatch then binds in the frame.
  var mentionsDispatch = false
  /// Stops for the user, who may then go on step by step.
  var mentionsBrowser = false
  private var isInner = false

  mutating func visit(_ expression: Value) {
    if case .symbol(let name) = expression { visit(name: name) }
    guard let call = expression.call else { return }
    if let definition = call.definition {
      visit(inner: definition)
      return
    }
    switch call.name {
    case .assign_, .equalAssign:
      if call.arguments.count == 2 { visit(target: call.arguments[0].value) }
    case .superAssign:
      if let name = call.arguments.first.flatMap({ Self.variable(of: $0.value) }) {
        superAssigned.insert(name)
      }
    case .for_:
      if let name = call.arguments.first?.value.symbol, !isInner { assigned.append(name) }
    case .quote, .tilde: return
    default: break
    }
    visit(call.function)
    for argument in call.arguments { visit(argument.value) }
  }

  private mutating func visit(name: Symbol) {
    switch name {
    case .missing: usesMissing = true
    case .useMethod: usesMethods = usesMethods || !isInner
    case .dotGeneric, .dotClass, .dotMethod, .dotGroup, .dotGenericCallEnv, .dotGenericDefEnv:
      mentionsDispatch = true
    case .browser: mentionsBrowser = mentionsBrowser || !isInner
    case .parentFrame, .sysCall, .sysFunction, .sysFrame, .sysFrames, .evalParent, .assign, .eval,
      .evalq, .environment, .delayedAssign, .matchCall, .substitute, .local:
      if isInner { return }
      if name == .substitute { usesSubstitute = true }
      looksAtCaller = looksAtCaller || name != .substitute && name != .matchCall
    default: break
    }
  }

  private mutating func visit(target: Value) {
    if let name = Self.variable(of: target), !isInner { assigned.append(name) }
  }

  /// In an inner function only `<<-` matters.
  private mutating func visit(inner definition: FunctionDefinition) {
    let outer = isInner
    isInner = true
    visit(definition.body)
    for parameter in definition.parameters { visit(parameter.default) }
    isInner = outer
  }

  /// The variable that an assignment to `target` changes: `x` in `names(x)[2]`.
  static func variable(of target: Value) -> Symbol? {
    switch target {
    case .symbol(let name): name
    case .string(let name): Symbol(name)
    default: target.call == nil ? nil : innermost(of: target).symbol
    }
  }

  /// What a place to assign to begins with: the `x` of `names(x$a)[2]`; NULL if there is nothing.
  static func innermost(of target: Value) -> Value {
    var place = target
    while let call = place.call { place = call.arguments.first?.value ?? .null }
    return place
  }
}
