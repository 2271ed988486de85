// The calls that led to an error.

/// What a `tryCatch` or `withRestarts` is doing.
///
/// GNU R writes these functions in R: their inner calls are on its stack and in what it shows of it.
enum ConditionMachinery {
  case none
  /// Evaluates its expression under so many handlers.
  case guarding(Int)
  /// Runs a handler, so many from the last.
  case handling(Int)
  /// Evaluates its expression with so many restarts.
  case restarting(Int)

  /// Runs the builtin behind a generic.
  case nextMethod
  /// Runs the function of a restart, the so many-th from the innermost.
  case invokingRestart(first: Int, of: Int)

  /// The innermost of these calls as code, where it is named by what fails below it.
  var innermost: StaticString? {
    switch self {
    case .guarding(0): "tryCatchList(expr, classes, parentenv, handlers)"
    case .guarding: "doTryCatch(return(expr), name, parentenv, handler)"
    case .restarting: "doWithOneRestart(return(expr), restart)"
    default: nil
    }
  }

  /// The calls that GNU R shows, outermost first.
  var calls: [String] {
    switch self {
    case .none: []
    case .nextMethod: ["NextMethod()"]
    case .guarding(0): ["tryCatchList(expr, classes, parentenv, handlers)"]
    case .guarding(let count): (0..<count).flatMap { Self.guards($0, of: count) }
    case .handling(let count):
      (0..<count).flatMap { Self.guards($0, of: count) }.dropLast()
    case .restarting(let count): (0..<count).flatMap { Self.restarts($0, of: count) }
    case .invokingRestart(let position, let count):
      (0..<max(count - position, 0)).flatMap { Self.restarts($0, of: count) }.dropLast()
        + ["docall(restart$handler, restartArgs)", "do.call(\"fun\", lapply(args, enquote))"]
    }
  }

  private static func guards(_ level: Int, of count: Int) -> [String] {
    let list =
      level == 0
      ? "tryCatchList(expr, classes, parentenv, handlers)"
      : "tryCatchList(expr, names[-nh], parentenv, handlers[-nh])"
    let one =
      level == count - 1
      ? "tryCatchOne(expr, names, parentenv, handlers[[1L]])"
      : "tryCatchOne(tryCatchList(expr, names[-nh], parentenv, handlers[-nh]), "
        + "\n    names[nh], parentenv, handlers[[nh]])"
    return [list, one, "doTryCatch(return(expr), name, parentenv, handler)"]
  }

  private static func restarts(_ level: Int, of count: Int) -> [String] {
    let rest = "withRestartList(expr, restarts\(level == 0 ? "" : "[-nr]"))"
    let one =
      level == count - 1
      ? "withOneRestart(expr, restarts[[1L]])"
      : "withOneRestart(withRestartList(expr, restarts[-nr]), restarts[[nr]])"
    return (count == 1 ? [] : [rest]) + [one, "doWithOneRestart(return(expr), restart)"]
  }
}

extension Interpreter {
  /// `options(showErrorCalls = )`.
  package var showsCalls: Bool {
    if case .logical(0) = option("showErrorCalls") { false } else { true }
  }

  /// The line `Calls: f -> g` that a script shows below an error, outermost call first; nil if it says no more
  /// than the error itself.
  package func callsLine(_ condition: Condition) -> String? {
    guard !condition.call.isNull else { return nil }
    var names: [String] = []
    for depth in 0..<machine.depth {
      let activation = machine.activations + depth
      guard activation.pointee.isFunction else {
        names += thinNames(activation)
        continue
      }
      if isHelper(activation) { continue }
      let call = callOf(activation).call
      let name = call?.name.map { strings.text($0) } ?? "<Anonymous>"
      if ["stop", "warning"].contains(name) { break }
      let extra = activation.pointee.extra?.takeUnretainedValue()
      if let dispatch = extra?.dispatch, dispatch.isInternal { names.append(dispatch.generic) }
      names.append(name)
      if isEvaluating(activation) { names.append(name) }
      for call in extra?.machinery.calls ?? [] {
        names.append(String(call.prefix { $0 != "(" }))
      }
      names += thinNames(activation)
    }
    let failed = condition.call.call.map { $0.name.map { strings.text($0) } ?? "<Anonymous>" }
    if names.isEmpty || names.count == 1 && names[0] == failed { return nil }
    var line = ""
    for (k, name) in names.enumerated().reversed() {
      if line.utf8.count > 50 { return "Calls: \(names[0]) ... \(line)" }
      line = k == names.count - 1 ? name : "\(name) -> \(line)"
    }
    return "Calls: \(line)"
  }

  /// Library functions compiled as builtins whose arguments are being evaluated, outermost first.
  private func thinNames(_ activation: ActivationPlace) -> [String] {
    thinCalls(of: activation).reversed().map {
      $0.call.name.map { strings.text($0) } ?? "<Anonymous>"
    }
  }

  /// The calls that GNU R has as well: without those of the library's own helpers, outermost first.
  private func shownActivations() -> [ActivationPlace] {
    functionActivations().filter { !isHelper($0) }
  }

  /// Whether a function is a helper of the library: not exported, and named `.likeThis` in base and methods,
  /// `like_this` in the other packages.
  private func isHelper(_ activation: ActivationPlace) -> Bool {
    guard let name = callOf(activation).call?.name,
      let home = activation.pointee.closure?.takeUnretainedValue().environment
    else { return false }
    let text = strings.text(name)
    if home === baseNamespace {
      return text.hasPrefix(".") && text.dropFirst().first?.isLowercase == true
        && text.contains { $0.isUppercase }
    }
    guard text.hasPrefix(".") || text.contains("_"), let label = home.name else { return false }
    let package = label.dropFirst("namespace:".count)
    return ["methods", "stats", "utils", "RevoScaleR"].contains(package)
      && exports[strings.symbol(String(package))]?.binding(name) == nil
  }

  /// Whether a call of `eval` runs what it was given: then GNU R shows it twice.
  private func isEvaluating(_ activation: ActivationPlace) -> Bool {
    let depth = activation - machine.activations + 1
    return evaluations.contains { $0.depth == depth }
  }

  /// Keeps the calls that run now for `traceback()`.
  package func keepTraceback() {
    lastTraceback = shownActivations().flatMap { activation -> [[String]] in
      let own = Deparser(strings: strings).lines(of: callOf(activation))
      let inner = activation.pointee.extra?.takeUnretainedValue().machinery.calls ?? []
      let outer = isEvaluating(activation) ? [own, own] : [own]
      return outer + inner.map { $0.split(separator: "\n").map(String.init) }
    }.reversed()
  }
}
