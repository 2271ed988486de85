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

  /// The activation of the function that called the closure around this internal.
  private static func asking(_ call: borrowing Invocation) -> ActivationPlace? {
    let r = call.interpreter
    guard let own = r.functionActivation(of: nil) else { return nil }
    return r.functionActivation(of: r.callerEnvironment(of: own))
  }

  /// The number of an activation among the functions, from 1; 0 for none.
  private static func number(_ activation: ActivationPlace?, _ r: Interpreter) -> Int {
    guard let activation else { return 0 }
    return (r.functionActivations().firstIndex(of: activation) ?? -1) + 1
  }

  /// The activation that `which` means: absolute if positive, else counted back from the asking function.
  private static func chosen(
    _ call: borrowing Invocation, _ position: Int = 0
  ) throws(Unwind) -> ActivationPlace? {
    let r = call.interpreter
    let which = Int(try call.integer(position, "which"))
    let all = r.functionActivations()
    let current = number(asking(call), r)
    let wanted = which > 0 ? which : current + which
    if wanted < 0 || wanted > all.count { throw call.error("not that many frames on the stack") }
    return wanted == 0 ? nil : all[wanted - 1]
  }

  static let sysCall = Builtin(.internal, "sys.call(which)") { call throws(Unwind) in
    let r = call.interpreter
    return try chosen(call).map { r.callOf($0) } ?? .null
  }

  static let sysFunction = Builtin(.internal, "sys.function(which)") { call throws(Unwind) in
    guard let closure = try chosen(call)?.pointee.closure else { return .null }
    return .object(closure.takeUnretainedValue())
  }

  static let sysFrame = Builtin(.internal, "sys.frame(which)") { call throws(Unwind) in
    let r = call.interpreter
    return .object(try chosen(call).map { r.environment(of: $0) } ?? r.globalEnvironment)
  }

  static let sysNframe = Builtin(.internal, "sys.nframe()") { call throws(Unwind) in
    .integer(number(asking(call), call.interpreter))
  }

  static let sysParent = Builtin(.internal, "sys.parent(n)") { call throws(Unwind) in
    let r = call.interpreter
    var activation = asking(call)
    for _ in 0..<max(0, Int(try call.integer(0, "n"))) {
      activation = activation.flatMap { r.functionActivation(of: r.callerEnvironment(of: $0)) }
    }
    return .integer(number(activation, r))
  }

  static let parentFrame = Builtin(.internal, "parent.frame(n)") { call throws(Unwind) in
    let r = call.interpreter
    let count = try call.integer(0, "n")
    guard count >= 1 else { throw call.error("invalid 'n' value") }
    var activation = asking(call)
    var environment = r.globalEnvironment
    for _ in 0..<count {
      guard let here = activation else { return .object(r.globalEnvironment) }
      environment = r.callerEnvironment(of: here)
      activation = r.functionActivation(of: environment)
    }
    return .object(environment)
  }

  /// All functions up to the asking one.
  private static func stack(_ call: borrowing Invocation) -> [ActivationPlace] {
    let r = call.interpreter
    return Array(r.functionActivations().prefix(number(asking(call), r)))
  }

  static let sysCalls = Builtin(.internal, "sys.calls()") { call throws(Unwind) in
    let r = call.interpreter
    let calls = stack(call).map { r.callOf($0) }
    return calls.isEmpty ? .null : .object(ListVector(kind: .pairlist, calls))
  }

  static let sysFrames = Builtin(.internal, "sys.frames()") { call throws(Unwind) in
    let r = call.interpreter
    let frames = stack(call).map { Value.object(r.environment(of: $0)) }
    return frames.isEmpty ? .null : .object(ListVector(kind: .pairlist, frames))
  }

  static let sysParents = Builtin(.internal, "sys.parents()") { call throws(Unwind) in
    let r = call.interpreter
    return .integers(
      stack(call).map { Int32(number(r.functionActivation(of: r.callerEnvironment(of: $0)), r)) })
  }

  static let sysOnExit = Builtin(.internal, "sys.on.exit()") { call throws(Unwind) in
    guard let extra = asking(call)?.pointee.extra?.takeUnretainedValue() else { return .null }
    if extra.onExit.count == 1 { return extra.onExit[0] }
    return extra.onExit.isEmpty
      ? .null : .object(Call(.symbol(.brace), extra.onExit.map { Argument($0) }))
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
    let arguments = r.promised(
      call.arguments.enumerated().map { Argument(call.name($0.offset), $0.element) },
      in: call.environment)
    return try r.call(
      .object(closure), arguments, in: call.environment, as: r.callOf(activation).call)
  }
}
