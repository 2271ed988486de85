/// Variables and their values, with a parent: R's environment.
///
/// An environment is either a table of bindings, or the frame of a closure's activation: then the variables
/// known to the compiler live in the registers (of the machine while the closure runs, in a copy of
/// their own afterwards) and only names made dynamically go to the table.
package final class Environment: Object {
  package var parent: Environment?
  /// The code whose locals are in `registers`.
  let frameCode: Code?
  /// The window of the activation, then a buffer of this environment's own.
  var registers: UnsafeMutablePointer<Value>?
  var isOnStack: Bool
  /// The parameters that were not given (bit k: parameter k).
  var missingParameters: UInt64 = 0
  /// The parameters that were assigned, if the code uses `substitute`.
  var assignedParameters: UInt64 = 0
  /// Shared between `package:base` and the namespace of base.
  private(set) var table: BindingTable?
  package var isLocked = false
  /// What hears of it when this environment goes, if some code relies on which names it has: see
  /// `Interpreter.searchEpoch`.
  private var watcher: StateCell?
  /// Listed by hash value as GNU R's hashed environments are, not newest first.
  package var isHashed = true
  /// For `environmentName` and printing: "R_GlobalEnv", "base", "namespace:stats".
  package var name: String?
  package unowned(unsafe) let interpreter: Interpreter

  package init(parent: Environment?, interpreter: Interpreter) {
    self.parent = parent
    self.interpreter = interpreter
    frameCode = nil
    isOnStack = false
    table = nil
    super.init(kind: .environment)
  }

  /// The same variables as another environment under another parent.
  init(parent: Environment?, sharing other: Environment, interpreter: Interpreter) {
    self.parent = parent
    self.interpreter = interpreter
    frameCode = nil
    isOnStack = false
    let shared = other.table ?? BindingTable()
    other.table = shared
    table = shared
    super.init(kind: .environment)
  }

  /// Whether this is base, as a namespace or on the search path.
  package var isBase: Bool { table === interpreter.baseEnvironment.table }

  /// Forgets all variables, to break reference cycles.
  package func removeAll() { table?.removeAll() }

  /// Forgets all variables of a frame that nobody will look at any more.
  func forgetVariables() {
    table?.removeAll()
    guard let frameCode, let registers, !isOnStack else { return }
    for slot in 0..<frameCode.localCount { registers[slot] = .unbound }
  }

  func forEachBinding(_ body: (Binding) -> Void) { table?.forEach(body) }

  /// The frame of an activation of `code`.
  init(
    frameOf code: Code, registers: UnsafeMutablePointer<Value>, parent: Environment?,
    interpreter: Interpreter
  ) {
    self.parent = parent
    self.interpreter = interpreter
    frameCode = code
    self.registers = registers
    isOnStack = true
    table = nil
    super.init(kind: .environment)
  }

  deinit {
    // Another environment may come to lie where this one was.
    if let watcher { watcher.pointer.pointee.searchEpoch += 1 }
    if let registers, !isOnStack, let frameCode {
      registers.deinitialize(count: frameCode.localCount)
      registers.deallocate()
    }
  }

  /// Whether some code relies on which names this environment has.
  package var isWatched: Bool {
    get { watcher != nil }
    set { watcher = newValue ? interpreter.machine.cell : nil }
  }

  package override var length: Int { symbols.count }

  /// Where code that runs here looks up names which are no locals of the frame; nil if that is not certain.
  var scope: UnsafeRawPointer? {
    if frameCode == nil { return UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()) }
    guard !hasExtras, let parent else { return nil }
    return UnsafeRawPointer(Unmanaged.passUnretained(parent).toOpaque())
  }

  /// The code whose frame this is, to compare.
  var frameIdentity: UnsafeRawPointer? {
    frameCode.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }
  }

  /// Moves the locals from the machine's registers, where they become unbound, to the heap.
  func leaveStack() {
    guard isOnStack, let frameCode, let window = registers else { return }
    let count = frameCode.localCount
    let own = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
    own.moveInitialize(from: window, count: count)
    window.initialize(repeating: .unbound, count: count)
    registers = own
    isOnStack = false
  }
}

// MARK: - Variables

extension Environment {
  /// What the variable holds here (parents are not asked): may be a promise, a missing argument or
  /// an argument's default that was not evaluated yet; nil if there is no such variable.
  package func lookup(_ name: Symbol) -> Value? {
    if let slot = frameCode?.slot(of: name), let registers {
      let value = registers[slot]
      if !value.isUnbound { return value }
    }
    return table?[name]?.value
  }

  /// The binding of a name that is not a local known to the compiler.
  package func binding(_ name: Symbol) -> Binding? { table?[name] }

  /// The value of a variable of this environment: forces promises and default arguments and calls
  /// active bindings.
  ///
  /// Nil if there is no such variable.
  package func value(_ name: Symbol) throws(Unwind) -> Value? {
    if frameCode == nil {
      guard let binding = table?[name] else { return nil }
      if binding.isActive { return try interpreter.call(binding.value) }
      if case .promise(let promise) = binding.value { return try interpreter.force(promise) }
      return binding.value
    }
    guard let raw = lookup(name) else { return nil }
    switch raw {
    case .promise(let promise): return try interpreter.force(promise)
    case .defaultArgument: return try interpreter.defaultArgument(name, of: self)
    default:
      if let binding = table?[name], binding.isActive {
        return try interpreter.call(binding.value)
      }
      return raw
    }
  }

  /// Whether a parameter was given something that is the empty argument: `f(formals(g)$x)`.
  func wasGivenEmpty(_ name: Symbol) -> Bool {
    if case .promise = lookup(name) { return true }
    return false
  }

  /// Binds a variable here, whether or not it existed.
  ///
  /// Errors: locked binding or environment.
  package func assign(_ name: Symbol, _ value: Value) throws(Unwind) {
    if let slot = frameCode?.slot(of: name), let registers, table?[name] == nil {
      registers[slot] = value
      if slot < 64 {
        missingParameters &= ~(1 << UInt64(slot))
        assignedParameters |= 1 << UInt64(slot)
      }
      return
    }
    if let binding = table?[name] {
      if binding.isLocked {
        throw .error(
          .lockedBinding(interpreter.strings.text(name), call: interpreter.currentCall()))
      }
      if binding.isActive {
        let given = Promise(interpreter.baseQuoted(value), value: value)
        _ = try interpreter.call(binding.value, [Argument(.promise(given))])
        return
      }
      if value.isFunction { interpreter.noteRedefinition(of: name, in: self) }
      binding.value = value
      return
    }
    if isLocked {
      throw .error(addingRefused(name))
    }
    define(name, value)
  }

  /// Binds a variable without any check, for set-up code.
  package func define(_ name: Symbol, _ value: Value) {
    if let slot = frameCode?.slot(of: name), let registers, table?[name] == nil, !value.isUnbound {
      registers[slot] = value
      return
    }
    if let binding = table?[name] {
      binding.value = value
      return
    }
    insert(name, value)
  }

  /// A new binding in the table, whatever the frame's code knows.
  private func insert(_ name: Symbol, _ value: Value) {
    if value.isFunction { interpreter.noteRedefinition(of: name, in: self) }
    if frameCode != nil {
      interpreter.noteExtra(in: self)
    } else if isWatched {
      interpreter.invalidateLookups()
    }
    let table = self.table ?? BindingTable()
    self.table = table
    let binding = Binding(name, value)
    // What the library itself adds to base is as locked as the rest of it.
    binding.isLocked = isLocked && isBase
    table.insert(binding)
  }

  private func addingRefused(_ name: Symbol) -> Condition {
    let call = interpreter.currentCall()
    guard isBase else { return .lockedEnvironment(call: call) }
    let text = interpreter.strings.text(name)
    return .error("cannot add binding of '\(text)' to the base environment", call: call)
  }

  /// The binding of a name, made if there is none; not for locals known to the compiler.
  package func makeBinding(_ name: Symbol) -> Binding {
    if let binding = table?[name] { return binding }
    define(name, .unbound)
    return (table?[name]).unsafelyUnwrapped
  }

  /// Turns a compiled local into an ordinary binding, so that it can be locked or active.
  package func bindingForMarking(_ name: Symbol) -> Binding? {
    if let slot = frameCode?.slot(of: name), let registers, !registers[slot].isUnbound {
      let value = registers[slot]
      registers[slot] = .unbound
      insert(name, value)
    }
    return table?[name]
  }

  /// Removes a variable; answers whether it was there.
  @discardableResult
  package func remove(_ name: Symbol) -> Bool {
    if let slot = frameCode?.slot(of: name), let registers, !registers[slot].isUnbound {
      registers[slot] = .unbound
      return true
    }
    guard table?.remove(name) ?? false else { return false }
    interpreter.invalidateLookups()
    return true
  }

  /// The names of all variables, in no particular order.
  package var symbols: [Symbol] {
    var names: [Symbol] = []
    if let frameCode, let registers {
      for slot in 0..<frameCode.localCount where !registers[slot].isUnbound {
        let name = frameCode.locals[slot]
        if case .missingArgument = registers[slot], name == .dots { continue }
        names.append(name)
      }
    }
    table?.forEach { names.append($0.name) }
    return names
  }

  /// Whether names were added that the compiler did not know.
  var hasExtras: Bool { (table?.count ?? 0) > 0 }
}
