/// The call stack as R shows it.
///
/// All are internals of closures in `stdlib/base/R/sys.parent.R`: what they speak about is the function that
/// called that closure.
enum Frames {
  static var all: [Builtin] {
    [
      sysCall, sysFunction, sysFrame, sysNframe, sysParent, sysCalls, sysFrames, sysParents,
      sysOnExit, parentFrame, matchCall, recall,
    ]
  }

  /// The function, or the `eval`, from which the closure around this internal was called; nil at top level.
  private static func asking(_ call: borrowing Invocation) -> StackFrame? {
    let r = call.interpreter
    guard let own = r.functionActivation(of: nil) else { return nil }
    return r.stackFrame(of: r.callerEnvironment(of: own))
  }

  /// The frames up to the asking one.
  private static func stack(_ call: borrowing Invocation) -> ArraySlice<StackFrame> {
    guard let asking = asking(call) else { return [] }
    let all = call.interpreter.stackFrames()
    return all.prefix { $0 != asking } + [asking]
  }

  /// The frame that `which` means: absolute if positive, else counted back from the asking one.
  private static func chosen(_ call: borrowing Invocation) throws(Unwind) -> StackFrame? {
    let which = try call.integer(0, "which")
    guard !which.isMissing else { throw call.error("invalid 'which' argument") }
    let known = stack(call)
    let wanted = which > 0 ? Int(which) : known.count + Int(which)
    guard wanted >= 0, wanted <= known.count else {
      throw call.error("not that many frames on the stack")
    }
    return wanted == 0 ? nil : known[known.startIndex + wanted - 1]
  }

  static let sysCall = Builtin(.internal, "sys.call(which)") { call throws(Unwind) in
    let r = call.interpreter
    return try chosen(call).map { r.callOf($0.activation) } ?? .null
  }

  static let sysFunction = Builtin(.internal, "sys.function(which)") { call throws(Unwind) in
    guard let frame = try chosen(call) else { return .null }
    if frame.evaluated != nil {
      let r = call.interpreter
      return r.internals[r.strings.symbol("eval")].map { .object($0) } ?? .null
    }
    guard let closure = frame.activation.pointee.closure else { return .null }
    return .object(closure.takeUnretainedValue())
  }

  static let sysFrame = Builtin(.internal, "sys.frame(which)") { call throws(Unwind) in
    let r = call.interpreter
    return .object(try chosen(call).map { r.environment(of: $0) } ?? r.globalEnvironment)
  }

  static let sysNframe = Builtin(.internal, "sys.nframe()") { call throws(Unwind) in
    .integer(Int32(stack(call).count))
  }

  /// The number of the frame from which a frame was called: the oldest of that environment.
  private static func parent(
    _ frame: StackFrame, among known: ArraySlice<StackFrame>, _ r: Interpreter
  ) -> Int {
    let wanted = r.callerEnvironment(of: frame)
    if wanted === r.globalEnvironment { return 0 }
    return (known.firstIndex { r.environment(of: $0) === wanted } ?? known.startIndex - 1)
      - known.startIndex + 1
  }

  static let sysParent = Builtin(.internal, "sys.parent(n)") { call throws(Unwind) in
    let r = call.interpreter
    let known = stack(call)
    var number = known.count
    for _ in 0..<max(0, Int(try call.integer(0, "n"))) where number > 0 {
      number = parent(known[known.startIndex + number - 1], among: known, r)
    }
    return .integer(Int32(number))
  }

  static let parentFrame = Builtin(.internal, "parent.frame(n)") { call throws(Unwind) in
    let r = call.interpreter
    let count = try call.integer(0, "n")
    guard count >= 1 else { throw call.error("invalid 'n' value") }
    var frame = asking(call)
    var environment = r.globalEnvironment
    for _ in 0..<count {
      guard let here = frame else { return .object(r.globalEnvironment) }
      environment = r.callerEnvironment(of: here)
      if environment === r.globalEnvironment { break }
      frame = r.stackFrame(of: environment)
    }
    return .object(environment)
  }

  static let sysCalls = Builtin(.internal, "sys.calls()") { call throws(Unwind) in
    let r = call.interpreter
    let calls = stack(call).map { r.callOf($0.activation) }
    return calls.isEmpty ? .null : .object(ListVector(kind: .pairlist, calls))
  }

  static let sysFrames = Builtin(.internal, "sys.frames()") { call throws(Unwind) in
    let r = call.interpreter
    let frames = stack(call).map { Value.object(r.environment(of: $0)) }
    return frames.isEmpty ? .null : .object(ListVector(kind: .pairlist, frames))
  }

  static let sysParents = Builtin(.internal, "sys.parents()") { call throws(Unwind) in
    let r = call.interpreter
    let known = stack(call)
    return .integers(known.map { Int32(parent($0, among: known, r)) })
  }

  static let sysOnExit = Builtin(.internal, "sys.on.exit()") { call throws(Unwind) in
    guard let frame = asking(call) else { return .null }
    let actions =
      frame.evaluated.map { call.interpreter.evaluations[$0].onExit }
      ?? frame.activation.pointee.extra?.takeUnretainedValue().onExit ?? []
    if actions.count == 1 { return actions[0] }
    return actions.isEmpty
      ? .null : .object(Call(.symbol(.brace), actions.map { Argument($0) }))
  }

  static let matchCall = Builtin(
    .internal, "match.call(definition, call, expand.dots, envir)"
  ) { call throws(Unwind) in
    let r = call.interpreter
    guard let closure = call[0].object as? Closure else {
      throw call.error("invalid 'definition' argument")
    }
    guard let written = call[1].call else { throw call.error("invalid 'call' argument") }
    let expand = try call.flag(2, "expand.dots")
    let arguments = expandedDots(written, call[3].environment, r)
    let parameters = closure.definition.parameters
    let matching = try r.match(
      names: arguments.map(\.name), count: arguments.count, to: parameters, call: call[1],
      expressions: { arguments[$0].value })
    var result: [Argument] = []
    for (slot, parameter) in parameters.enumerated() {
      if parameter.name == .dots {
        let rest = matching.dots.map { arguments[$0] }
        if expand {
          result += rest
        } else if !rest.isEmpty {
          let list = ListVector(kind: .pairlist, rest.map(\.value))
          if rest.contains(where: { !$0.name.isEmpty }) {
            list.setAttribute(.names, .strings(rest.map(\.name.handle)))
          }
          result.append(Argument(.dots, .object(list)))
        }
      } else if matching.arguments[slot] >= 0 {
        let value = arguments[matching.arguments[slot]].value
        if value.isMissingArgument { continue }
        result.append(Argument(parameter.name, value))
      }
    }
    return .object(Call(written.function, result))
  }

  /// The arguments of a call with its `...` replaced by what was given for it in a frame: constants as
  /// they are, others as `..1`, `..2` and so on.
  private static func expandedDots(
    _ call: Call, _ frame: Environment?, _ r: Interpreter
  ) -> [Argument] {
    call.arguments.flatMap { argument -> [Argument] in
      guard argument.value.symbol == .dots else { return [argument] }
      guard let dots = r.lookupRaw(.dots, from: frame)?.object as? Dots else { return [] }
      return dots.arguments.indices.map { k in
        let expression = dots.expressions[k]
        let isConstant = expression.symbol == nil && expression.call == nil
        return Argument(
          dots.arguments[k].name,
          isConstant ? expression : .symbol(r.strings.symbol("..\(k + 1)")))
      }
    }
  }

  static let recall = Builtin(.special, "Recall(...)") { call throws(Unwind) in
    let r = call.interpreter
    guard let activation = r.functionActivation(of: call.environment),
      let closure = activation.pointee.closure?.takeUnretainedValue()
    else { throw call.error("'Recall' called from outside a closure") }
    let arguments = try r.promised(
      call.arguments.enumerated().map { Argument(call.name($0.offset), $0.element) },
      in: call.environment)
    return try r.call(
      .object(closure), arguments, in: call.environment, as: r.callOf(activation).call)
  }
}
