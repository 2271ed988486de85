/// `debug` and its relatives, and what `browser` needs of the machine.
enum SteppingBuiltins {
  static var all: [Builtin] { [step, debug, isDebugged, state, follow, levels, returnValue] }

  /// Stops before a statement if the function that runs is stepped through; compiled into functions that
  /// are debugged or call `browser`.
  static let step = Builtin(.internal, "step(statement, label, loops, source)") {
    call throws(Unwind) in
    let r = call.interpreter
    let label = try call.text(1, "label")
    guard label == "enter" || !r.debugging.frames.isEmpty else { return .null }
    let frame = call.environment
    if label == "enter" { enter(frame, r) }
    r.debugging.entersNextCall = false
    let loops = Int(try call.integer(2, "loops"))
    guard let place = r.debugging.frames.firstIndex(where: { $0.environment === frame }),
      r.debugging.isOn, loops < r.debugging.frames[place].loops
    else { return .null }
    r.debugging.frames[place].loops = .max
    let visible = r.isVisible
    let answer = try r.callFunction(
      ".debugStep",
      [
        Argument(call[0]), Argument(label == "enter" ? .string(call.strings.intern("")) : call[1]),
        Argument(call[3]), Argument(.object(frame)),
      ])
    r.isVisible = visible
    guard case .string(let command) = answer else { return .null }
    var wanted = call.strings.text(command)
    if wanted == "n", call[0].call?.name == .useMethod { wanted = "s" }
    r.follow(wanted, in: frame, loops: loops)
    return .null
  }

  /// A debugged function starts.
  private static func enter(_ frame: Environment, _ r: Interpreter) {
    r.startStepping(frame)
    guard let activation = r.functionActivation(of: frame) else { return }
    let extra = r.extra(of: activation)
    extra.announcesEnd = true
    // The closure may get other code while this runs.
    extra.code = activation.pointee.code.takeUnretainedValue()
    if let closure = activation.pointee.closure?.takeUnretainedValue(), closure.stepping == .once {
      closure.stepping = .never
      r.outdateCallSites()
    }
    r.print("debugging in: \(r.text(of: r.callOf(activation)))\n")
  }

  /// Sets whether calls of a function are stepped through: 0 never, 1 once, 2 always; answers what was.
  static let debug = Builtin(.internal, "debug(fun, mode, frame)") { call throws(Unwind) in
    guard let closure = try target(call, lookedUpFrom: 2) else { return .null }
    let was = closure.stepping == .always
    switch try call.integer(1, "mode") {
    case 0: if was { closure.stepping = .never }
    case 1: closure.stepping = .once
    default: closure.stepping = .always
    }
    call.interpreter.outdateCallSites()
    return .logical(was)
  }

  static let isDebugged = Builtin(.internal, "isdebugged(fun, frame)") { call throws(Unwind) in
    .logical(try target(call, lookedUpFrom: 1).map { $0.stepping == .always } ?? false)
  }

  /// The function that is meant, given itself or by its name; nil for a builtin.
  private static func target(
    _ call: borrowing Invocation, lookedUpFrom position: Int
  ) throws(Unwind) -> Closure? {
    var function = call[0]
    if case .string(let name) = function, case .object(let frame) = call[position] {
      let found = try call.interpreter.lookupFunction(Symbol(name), from: frame as? Environment)
      guard let found else {
        throw call.error("could not find function \"\(call.strings.text(name))\"")
      }
      function = found
    }
    guard function.isFunction else { throw call.error("argument must be a function") }
    guard case .object(let object) = function else { return nil }
    return object as? Closure
  }

  static let state = Builtin(.internal, "debuggingState(on)") { call throws(Unwind) in
    let r = call.interpreter
    let was = r.debugging.isOn
    if !call[0].isNull {
      r.debugging.isOn = try call.flag(0, "on")
      r.outdateCallSites()
    }
    return .logical(was)
  }

  /// `browser` was told how to go on: the function that called it stops at its next statement.
  static let follow = Builtin(.internal, "debugFollow(frame, command)") { call throws(Unwind) in
    let r = call.interpreter
    guard case .object(let object) = call[0], let frame = object as? Environment else {
      return .null
    }
    let command = try call.text(1, "command")
    if command != "c" { r.startStepping(frame) }
    r.follow(command, in: frame, loops: 0)
    return .null
  }

  /// What a function whose `on.exit` code runs is about to return.
  static let returnValue = Builtin(.internal, "returnValue(frame, default)") {
    call throws(Unwind) in
    guard let frame = call[0].object as? Environment,
      let activation = call.interpreter.functionActivation(of: frame),
      let returning = activation.pointee.extra?.takeUnretainedValue().returning
    else { return call[1] }
    return returning
  }

  /// How many functions are being stepped through, and whether that of a frame is one of them.
  static let levels = Builtin(.internal, "debugLevels(frame)") { call throws(Unwind) in
    let debugging = call.interpreter.debugging
    call.interpreter.forgetEndedFrames()
    let frame = call[0].object
    let isStepped = debugging.frames.contains { $0.environment === frame }
    let levels = [Int32(debugging.frames.count), isStepped ? 1 : 0]
    return .object(IntegerVector(levels))
  }
}
