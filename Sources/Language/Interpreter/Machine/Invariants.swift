#if DEBUG
import CSwiftRuntime

// What must hold between two top-level expressions; checked by debug builds.

extension Interpreter {
  /// What does not hold although nothing runs; empty if all is well.
  package func brokenInvariants() -> [String] {
    var broken: [String] = []
    if machine.depth != 0 { broken.append("\(machine.depth) activations are left") }
    if machine.nativeDepth != 0 { broken.append("\(machine.nativeDepth) native calls are left") }
    if handlers.count != globalHandlers.count { broken.append("handlers are left") }
    if !restarts.isEmpty { broken.append("restarts are left") }
    if !temporaries.pointee.isEmpty { broken.append("temporary vectors are left") }
    if standingDepth >= 0 { broken.append("a builtin stands for a closure") }
    broken += staleRegisters
    var audit = ReferenceAudit()
    audit.visit(globalEnvironment)
    return broken + audit.problems
  }

  /// Registers above all windows hold nothing that is counted.
  private var staleRegisters: [String] {
    var register = machine.top
    while register < machine.untouched {
      if register.isCounted {
        return ["register \(register - machine.registers) still holds a reference"]
      }
      register += 1
    }
    return []
  }
}

/// Compares the reference counts of what the global environment leads to with the references found on the way.
///
/// References from code, from arrays (calls, `...`), from the stack or from Swift are not looked for, so a count may
/// be larger, never smaller.
private struct ReferenceAudit {
  private var found: [ObjectIdentifier: Int64] = [:]
  /// Attributes may be shared: their values are counted once.
  private var seen: Set<ObjectIdentifier> = []
  private var waiting: [Object] = []
  /// Keeps what was visited, once each.
  private var visited: [Object] = []

  /// Follows all references that start in an environment.
  mutating func visit(_ root: Environment) {
    note(root)
    while let object = waiting.popLast() {
      visited.append(object)
      follow(object)
    }
  }

  var problems: [String] {
    visited.compactMap { object in
      // One reference more is that of `visited`, and one that of the closure's parameter.
      let counted = retain_count(Unmanaged.passUnretained(object).toOpaque())
      let known = found[ObjectIdentifier(object)] ?? 0
      return counted >= known + 2
        ? nil : "\(object.kind) has \(known) references but counts \(counted)"
    }
  }

  private mutating func note(_ object: Object?) {
    guard let object else { return }
    let isNew = found[ObjectIdentifier(object)] == nil
    found[ObjectIdentifier(object), default: 0] += 1
    if isNew { waiting.append(object) }
  }

  private mutating func note(_ value: Value) {
    switch value {
    case .object(let object): note(object)
    case .promise(let promise): note(promise)
    default: break
    }
  }

  private mutating func follow(_ object: Object) {
    if let attributes = object.attributes, seen.insert(ObjectIdentifier(attributes)).inserted {
      for entry in attributes.entries { note(entry.value) }
    }
    switch object {
    case let list as ListVector:
      for element in list.elements { note(element) }
    case let closure as Closure: note(closure.environment)
    case let promise as Promise:
      note(promise.environment)
      note(promise.value)
      note(promise.expression)
    case let environment as Environment: follow(environment)
    default: break
    }
  }

  /// Stops at the library: what it holds is not the user's.
  private mutating func follow(_ environment: Environment) {
    guard environment.name == nil || environment.name == "R_GlobalEnv" else { return }
    note(environment.parent)
    for name in environment.symbols {
      if let binding = environment.binding(name) { note(binding.value) }
    }
    guard let registers = environment.registers, let code = environment.frameCode else { return }
    for slot in 0..<code.localCount { note(registers[slot]) }
  }
}
#endif
