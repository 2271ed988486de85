// Handlers and restarts, and how a condition finds them.

/// An established handler: of `withCallingHandlers` or of `tryCatch`.
struct Handler {
  let className: StringHandle
  let function: Value
  /// The `tryCatch` to unwind to; nil for a calling handler.
  let target: Int?
  /// The position of the handler in its `tryCatch`.
  let position: Int
  /// Of the evaluation of an argument by whose class a method is chosen: it changes the message.
  var selection: MethodSelection?
}

/// An established restart.
struct Restart {
  let name: StringHandle
  let function: Value
  let target: Int
}

extension Interpreter {
  /// Runs the handlers of a condition object, innermost first; returns if all of them return.
  func signal(
    _ condition: Value, classes: [StringHandle], as written: Call? = nil
  ) throws(Unwind) {
    let saved = handlers
    defer { handlers = saved }
    var position = saved.count - 1
    while position >= 0 {
      let handler = saved[position]
      position -= 1
      guard classes.contains(handler.className) else { continue }
      if let target = handler.target {
        throw .handler(target: target, position: handler.position, condition: condition)
      }
      // While a handler runs, only those that come after it are established.
      handlers = Array(saved.prefix(position + 1))
      if let selection = handler.selection {
        guard let parts = condition.list, parts.count > 1 else { continue }
        throw signalled(
          .error(selection.condition(parts.elements[0], parts.elements[1], strings)))
      }
      _ = try call(handler.function, [Argument(condition)], as: written)
      handlers = saved
    }
  }

  /// The R object of a condition.
  package func object(of condition: Condition) -> Value {
    if let object = condition.object { return object }
    let list = ListVector([
      .string(strings.intern(condition.message)), condition.call,
    ])
    list.setAttribute(.names, .strings([strings.intern("message"), strings.intern("call")]))
    list.setAttribute(.class_, .strings(condition.classes.map { strings.intern($0) }))
    let value = Value.object(list)
    condition.object = value
    return value
  }

  /// What an error that reaches the machine becomes: handlers see it once, before anything is unwound.
  func signalled(_ failure: Unwind) -> Unwind {
    if case .interrupt = failure, machine.state.pointee.pending != 0 {
      // A kernel that does not know R has seen it first.
      machine.state.pointee.pending = 0
      return interrupted()
    }
    guard case .error(let condition) = failure, !condition.isSignalled else { return failure }
    condition.isSignalled = true
    let written = condition.object == nil ? simpleHandlerCall : nil
    let value = object(of: condition)
    do throws(Unwind) {
      try signal(value, classes: classes(of: value), as: written)
    } catch { return error }
    let end = uncaught(self, condition)
    // A session that goes on leaves by the innermost restart of that name.
    if case .toTopLevel = end, isInteractive || !option("error").isNull,
      let abort = restarts.last(where: { $0.name == strings.intern("abort") })
    {
      return .restart(target: abort.target, arguments: [])
    }
    return end
  }

  /// What an interrupt becomes once handlers have seen it.
  func interrupted() -> Unwind {
    guard !handlers.isEmpty else { return .interrupt }
    let condition = ListVector([])
    condition.setAttribute(
      .class_, .strings([strings.intern("interrupt"), strings.intern("condition")]))
    let value = Value.object(condition)
    do throws(Unwind) {
      try signal(value, classes: classes(of: value))
    } catch { return error }
    return .interrupt
  }

  /// `h(simpleError(msg, call))`: how GNU R calls handlers of errors that were no objects.
  private var simpleHandlerCall: Call? {
    guard !handlers.isEmpty else { return nil }
    func name(_ text: StaticString) -> Value { .symbol(Symbol(strings.intern(text))) }
    return Call(
      name("h"),
      [
        Argument(
          .object(
            Call(
              name("simpleError"),
              [
                Argument(name("msg")), Argument(name("call")),
              ])))
      ])
  }

  /// Runs the handlers of a warning; without any it is kept until the top level (`options(warn=)`).
  package func signalWarning(
    _ message: String, call: Value, immediately: Bool = false
  ) throws(Unwind) {
    let condition = Condition(
      message, call: call, classes: ["simpleWarning", "warning", "condition"])
    try signalWarning(object(of: condition), message, call: call, immediately: immediately)
  }

  /// A warning given as a condition object.
  func signalWarning(
    _ object: Value, _ message: String, call: Value, immediately: Bool = false
  ) throws(Unwind) {
    try withRestart("muffleWarning") { () throws(Unwind) in
      try signal(object, classes: classes(of: object))
      try defaultWarning(message, call: call, immediately: immediately)
    }
  }

  /// Runs `body` with a restart of that name that does nothing but end it.
  func withRestart(
    _ name: StaticString, _ body: () throws(Unwind) -> Void
  ) throws(Unwind) {
    nextTarget += 1
    let target = nextTarget
    restarts.append(Restart(name: strings.intern(name), function: .null, target: target))
    let count = restarts.count
    defer { restarts.removeLast(restarts.count - count + 1) }
    do throws(Unwind) { try body() } catch {
      if case .restart(target, _) = error { return }
      throw error
    }
  }

  /// What happens to a warning that no handler took.
  func defaultWarning(
    _ message: String, call: Value, immediately: Bool = false
  ) throws(Unwind) {
    let level = integerOption("warn", default: 0)
    if level < 0 { return }
    if level >= 2 {
      throw .error(.error("(converted from warning) \(message)", call: call))
    }
    if level == 1 || immediately {
      output.flush()
      printError(immediateWarning(message, call: call))
      return
    }
    if warnings.count < 50 { warnings.append((message, call)) }
  }

  private func immediateWarning(_ message: String, call: Value) -> String {
    if call.isNull { return "Warning: \(message)\n" }
    let text = callText(call)
    let separator = tooWide("Warning in \(text) :", message) ? "\n  " : " "
    return "Warning in \(text) :\(separator)\(message)\n"
  }

  /// Whether message and call do not fit on one line of the console.
  package func tooWide(_ head: String, _ message: String) -> Bool {
    let first = message.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[0]
    return head.unicodeScalars.count + 1 + first.unicodeScalars.count > 71
  }

  package func integerOption(_ name: StaticString, default value: Int) -> Int {
    switch option(name) {
    case .integer(let number): Int(number)
    case .double(let number) where abs(number) < 1e9: Int(number)
    case .logical(let truth) where truth != .min: Int(truth)
    default: value
    }
  }

  /// The value of an option; NULL if it is not set.
  package func option(_ name: StaticString) -> Value {
    let symbol = Symbol(strings.intern(name))
    return options.first { $0.name == symbol }?.value ?? .null
  }

  /// The text of an uncaught error as GNU R shows it.
  package func errorText(_ condition: Condition) -> String {
    if condition.call.isNull { return "Error: \(condition.message)\n" }
    let text = callText(condition.call)
    let head = "Error in \(text) : "
    let first = condition.message.split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let fits = head.unicodeScalars.count + first.unicodeScalars.count <= 73
    let end = condition.message.hasSuffix("\n") ? "" : "\n"
    return "\(head)\(fits ? "" : "\n  ")\(condition.message)\(end)"
  }
}
