import ApusInterpreter

/// The help page of `reg.finalizer`, and `gc`, which looks for environments that nobody else holds.
///
/// Memory is given back as soon as nothing refers to it; what has a finalizer is held here until then.
final class Finalizers {
  static let all = [register, collectGarbage]

  private struct Entry {
    var environment: Environment
    let function: Value
    let runsAtExit: Bool
  }

  private var entries: [Entry] = []

  static let register = Builtin(.internal, "reg.finalizer(e, f, onexit)") { call throws(Unwind) in
    guard let environment = call[0].environment else {
      throw call.error("first argument must be environment or external pointer")
    }
    let entry = Entry(
      environment: environment, function: call[1], runsAtExit: try call.flag(2, "onexit"))
    call.interpreter.finalizers.entries.append(entry)
    return .null
  }

  /// Runs what is due, then tells the memory in use.
  static let collectGarbage = Builtin(.internal, "gc()") { call throws(Unwind) in
    let due = call.interpreter.finalizers.takeUnreferenced()
    try run(due, call.interpreter)
    let bytes = Double(ProcessMemory.residentBytes)
    return .doubles([bytes / 56, bytes / 0x1p20])
  }

  private func takeUnreferenced() -> [Entry] {
    var due: [Entry] = []
    var kept: [Entry] = []
    while var entry = entries.popLast() {
      if isKnownUniquelyReferenced(&entry.environment) {
        due.append(entry)
      } else {
        kept.append(entry)
      }
    }
    entries = kept.reversed()
    return due.reversed()
  }

  private static func run(_ due: [Entry], _ interpreter: Interpreter) throws(Unwind) {
    for entry in due {
      _ = try interpreter.call(entry.function, [Argument(.object(entry.environment))])
    }
  }

  /// Runs, at the end of a session, what wants to be run then.
  fileprivate func runAtExit(_ interpreter: Interpreter) {
    let due = entries.filter(\.runsAtExit)
    entries = []
    for entry in due { try? Self.run([entry], interpreter) }
  }
}

extension Interpreter {
  fileprivate var finalizers: Finalizers { state { Finalizers() } }

  /// Runs the finalizers that were registered with `onexit = TRUE`.
  package func runExitFinalizers() { finalizers.runAtExit(self) }
}
