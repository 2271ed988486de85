// Calls of library functions that only hand their arguments to a builtin, compiled as calls of the builtin:
// `paste0 <- function(..., collapse = NULL, recycle0 = FALSE) .Internal(paste0(list(...), …))`.

/// What a thin closure hands to its builtin.
struct ThinClosure {
  enum Part {
    case parameter(Int)
    /// `list(...)`
    case dots
    case constant(Value)
  }
  let builtin: BuiltinFunction
  let parts: [Part]
}

/// The instructions that evaluate the arguments of a call compiled this way.
struct ThinCall {
  let arguments: Range<Int>
  let call: Call
}

extension Compiler {
  /// Compiles a call of a thin closure of base; false if this call is not one.
  mutating func thinCall(_ call: Call, into target: Int) -> Bool {
    guard !isStepped, let name = call.name, !containsDots(call),
      !call.arguments.contains(where: { $0.value.isMissingArgument }),
      let closure = baseClosure(name), closure.stepping == .never,
      let thin = thin(closure.definition),
      let values = values(of: call, thin, closure.definition)
    else { return false }
    interpreter.strings.setFlag(StringPool.isInlined, name)
    scratch { compiler in
      let base = compiler.temporaries(values.count)
      let start = compiler.instructions.count
      for (k, value) in values.enumerated() {
        compiler.scratch { $0.value(value, into: base + k) }
      }
      let end = compiler.instructions.count
      if !compiler.isLibrary {
        compiler.thinCalls.append(ThinCall(arguments: start..<end, call: call))
      }
      let sources = [ArgumentSource](repeating: .promise, count: values.count)
      let site = CallSite(call, function: nil, sources: sources, builtin: thin.builtin)
      site.standsForClosure = true
      site.isInLibrary = compiler.isLibrary
      compiler.emit(.callBuiltin, target, compiler.callSite(site), base, for: call)
    }
    return true
  }

  /// The expressions of the builtin's arguments; nil if the call does not match simply.
  private func values(
    of call: Call, _ thin: ThinClosure, _ definition: FunctionDefinition
  ) -> [Value]? {
    let names = hasNames(call) ? call.arguments.map(\.name) : []
    guard
      let matching = try? interpreter.match(
        names: names, count: call.arguments.count, to: definition.parameters, call: .null,
        expressions: { call.arguments[$0].value })
    else { return nil }
    var result: [Value] = []
    for part in thin.parts {
      switch part {
      case .constant(let value): result.append(value)
      case .dots:
        let given = matching.dots.map { call.arguments[$0] }
        result.append(.object(Call(.symbol(.list), given)))
      case .parameter(let slot):
        let number = matching.arguments[slot]
        let value = number >= 0 ? call.arguments[number].value : definition.parameters[slot].default
        if number < 0, value.isMissingArgument || value.symbol != nil || value.object != nil {
          return nil
        }
        result.append(value)
      }
    }
    return result
  }

  /// The closure of base that a name means here; nil if it may mean anything else.
  private func baseClosure(_ name: Symbol) -> Closure? {
    if isFunction, slots[name] != nil { return nil }
    var place: Environment? = environment
    while let here = place, !here.isBase {
      if here.frameCode?.slot(of: name) != nil || here.binding(name) != nil { return nil }
      if here.frameCode == nil { here.isWatched = true }
      place = here.parent
    }
    guard let found = interpreter.baseNamespace.binding(name)?.value else { return nil }
    guard case .promise(let promise) = found else { return found.object as? Closure }
    if let lazy = promise.expression.object as? LazyDefinition, lazy.mayBeThin {
      return (try? interpreter.force(promise))?.object as? Closure
    }
    return promise.value.object as? Closure
  }

  /// How the definition hands its arguments on; nil if it does anything else.
  private func thin(_ definition: FunctionDefinition) -> ThinClosure? {
    var outer = definition.body.call
    if outer?.name == .brace, outer?.arguments.count == 1 { outer = outer?.arguments[0].value.call }
    guard let body = outer, body.name == .dotInternal, body.arguments.count == 1,
      let inner = body.arguments[0].value.call, let name = inner.name,
      let builtin = interpreter.internals[name], builtin.builtin.role == .internal,
      !builtin.builtin.looksAtFrames, isBuiltinName(.list)
    else { return nil }
    var parts: [ThinClosure.Part] = []
    for argument in inner.arguments {
      guard argument.name.isEmpty else { return nil }
      switch argument.value {
      case .symbol(let symbol):
        guard let slot = definition.parameters.firstIndex(where: { $0.name == symbol }),
          symbol != .dots
        else { return nil }
        parts.append(.parameter(slot))
      case .object(let object):
        guard let call = object as? Call, call.name == .list, call.arguments.count == 1,
          call.arguments[0].value.symbol == .dots
        else { return nil }
        parts.append(.dots)
      default: parts.append(.constant(argument.value))
      }
    }
    return ThinClosure(builtin: builtin, parts: parts)
  }
}
