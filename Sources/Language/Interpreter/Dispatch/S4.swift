// S4: generic functions whose method is chosen by the classes of several arguments.
//
// The tables of classes and methods are environments that R code keeps (`stdlib/methods`); what is here
// looks methods up, and remembers what would be slow to ask R code for each time.

/// What an interpreter remembers of S4 classes and methods.
package final class S4State {
  /// Builtins that have methods, with the environment of their generic function.
  var builtinTables: [Symbol: Environment] = [:]
  /// The class of an S4 object and its superclasses, nearest first.
  var linearizations: [StringHandle: [StringHandle]] = [:]
  /// Slot assignments that are known to be valid.
  var validAssignments: Set<SlotAssignment> = []
  /// The tables of generic functions as they were last used.
  var known: [ObjectIdentifier: KnownGeneric] = [:]
  /// What methods know of their dispatch, by the name of the generic function.
  var contexts: [Symbol: DispatchContext] = [:]
  /// A builtin about to be called as the default method: it looks for no S4 method.
  var suspended: Symbol?

  let methodTable: Symbol
  let signatureNames: Symbol
  let signatureLength: Symbol
  let missing: StringHandle
  let numeric: StringHandle
  let integer: StringHandle

  init(_ strings: StringPool) {
    methodTable = strings.symbol(".AllMTable")
    signatureNames = strings.symbol(".SigArgs")
    signatureLength = strings.symbol(".SigLength")
    missing = strings.intern("missing")
    numeric = Symbol.numeric.handle
    integer = Symbol.integer.handle
  }
}

/// What is remembered of a generic function until a class or a method changes.
final class KnownGeneric {
  /// The function's tables: kept so that nothing else gets their address.
  let table: Environment
  /// The arguments that its methods look at.
  let signature: [StringHandle]
  /// The methods for a class, when there is but one such argument.
  var methods: [StringHandle: Value] = [:]

  init(_ table: Environment, _ signature: [StringHandle]) {
    self.table = table
    self.signature = signature
  }
}

/// A class, one of its slots and the class of a value for it.
struct SlotAssignment: Hashable {
  var object: StringHandle
  var slot: StringHandle
  var value: StringHandle
}

/// What is being evaluated so that a method can be chosen.
struct MethodSelection {
  let argument: Symbol
  let generic: StringHandle?

  /// The error instead of one that happened meanwhile.
  func condition(_ message: Value, _ call: Value, _ strings: StringPool) -> Condition {
    let text = message.name.map { strings.text($0) } ?? ""
    let original = Call(.symbol(.simpleError), [Argument(.symbol(.msg)), Argument(.symbol(.call))])
    return .error(
      "error in evaluating the argument '\(strings.text(argument))' in selecting a method for function"
        + " '\(generic.map { strings.text($0) } ?? "")': \(text)",
      call: .object(Call(.symbol(strings.symbol("h")), [Argument(.object(original))])))
  }
}

/// The class by which an argument chooses a method, and the argument.
struct DispatchClass {
  var name: StringHandle
  var value: Value = .null
}

extension Interpreter {
  /// The class by which methods are chosen for a value.
  func dispatchClass(of value: Value) -> StringHandle {
    switch value {
    case .double: s4.numeric
    case .integer: s4.integer
    case .missingArgument: s4.missing
    case .object(let object) where object.hasClass:
      Self.handles(object.attribute(.class_)).first ?? .empty
    default: classVector(of: value).first ?? .empty
    }
  }

  /// The strings of a character vector; none of anything else.
  static func handles(_ value: Value) -> [StringHandle] {
    switch value {
    case .string(let only): [only]
    case .object(let object): (object as? CharacterVector).map { Array($0.elements) } ?? []
    default: []
    }
  }

  /// The class of an S4 object and all its superclasses.
  func superclasses(_ name: StringHandle) -> [StringHandle] {
    if let known = s4.linearizations[name] { return known }
    let found = try? callMethods(".classLinearization", [Argument(.string(name))])
    let names = found.map { Self.handles($0) } ?? [name]
    s4.linearizations[name] = names
    return names
  }

  /// Calls a function of the namespace `methods`, in a call that shows the function itself.
  package func callMethods(_ name: StaticString, _ arguments: [Argument]) throws(Unwind) -> Value {
    let symbol = Symbol(strings.intern(name))
    guard let namespace = namespaces[.methods], let function = try namespace.value(symbol) else {
      throw .error(.functionNotFound("\(name)"))
    }
    return try call(function, arguments)
  }
}

// MARK: - Generic functions

extension Interpreter {
  /// What the method of the generic function that runs answers; `table` is the function's environment.
  func standardGeneric(
    _ name: Symbol, _ table: Environment, of activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let code = activation.pointee.code.takeUnretainedValue()
    var classes: [DispatchClass] = []
    let generic = try known(table)
    for parameter in generic.signature {
      guard let slot = code.slot(of: Symbol(parameter)), slot < code.parameterCount else {
        classes.append(DispatchClass(name: s4.missing))
        continue
      }
      classes.append(try argumentClass(slot, code, table, activation))
    }
    let method = try chosenMethod(classes, generic)
    return try run(method, as: name, of: activation)
  }

  private func argumentClass(
    _ slot: Int, _ code: Code, _ table: Environment, _ activation: ActivationPlace
  ) throws(Unwind) -> DispatchClass {
    let missing = DispatchClass(name: s4.missing)
    if slot < 64, activation.pointee.missingParameters & 1 << UInt64(slot) != 0 { return missing }
    if case .missingArgument = activation.pointee.registers[slot] { return missing }
    guard slot == code.dotsParameter else {
      let value = try selecting(slot, code, activation)
      return DispatchClass(name: dispatchClass(of: value), value: value)
    }
    guard let dots = activation.pointee.registers[slot].object as? Dots else { return missing }
    var names: [StringHandle] = []
    for argument in dots.arguments {
      names.append(dispatchClass(of: try valueOf(argument: argument.value)))
    }
    if Set(names).count == 1 { return DispatchClass(name: names[0]) }
    let common = try callMethods(
      ".commonClass", [Argument(.strings(names)), Argument(.object(table))])
    return DispatchClass(name: Self.handles(common).first ?? s4.missing)
  }

  /// The value of a parameter; an error on the way says which method was being looked for.
  private func selecting(
    _ slot: Int, _ code: Code, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let register = activation.pointee.registers + slot
    guard case .promise(let promise) = register.pointee, promise.value.isUnbound else {
      return try resolve(register, slot, activation)
    }
    let generic = activation.pointee.closure?.takeUnretainedValue().attribute(.generic)
    let count = handlers.count
    handlers.append(
      Handler(
        className: Symbol.error.handle, function: .null, target: nil, position: 0,
        selection: MethodSelection(
          argument: code.parameters[slot].name, generic: generic.map(Self.handles)?.first)))
    defer { handlers.removeLast(handlers.count - count) }
    do throws(Unwind) { return try resolve(register, slot, activation) } catch {
      // Offered to the handler while it is there.
      throw signalled(error)
    }
  }

  /// What is remembered of a generic function; `table` is its environment.
  private func known(_ table: Environment) throws(Unwind) -> KnownGeneric {
    if let known = s4.known[ObjectIdentifier(table)] { return known }
    var names = try table.value(s4.signatureNames).map(Self.handles) ?? []
    if case .integer(let length)? = try table.value(s4.signatureLength) {
      names = Array(names.prefix(Int(length)))
    }
    let known = KnownGeneric(table, names)
    s4.known[ObjectIdentifier(table)] = known
    return known
  }

  /// The method for some classes, from the table of those used before or by looking at superclasses.
  private func chosenMethod(
    _ classes: [DispatchClass], _ generic: KnownGeneric
  ) throws(Unwind) -> Value {
    let isSingle = classes.count == 1
    if isSingle, let method = generic.methods[classes[0].name] { return method }
    let method = try tabledMethod(classes, generic.table)
    if isSingle { generic.methods[classes[0].name] = method }
    return method
  }

  private func tabledMethod(
    _ classes: [DispatchClass], _ table: Environment
  ) throws(Unwind) -> Value {
    let methods = try table.value(s4.methodTable) ?? .null
    if let methods = methods.environment {
      let key =
        classes.count == 1
        ? Symbol(classes[0].name)
        : strings.symbol(classes.map { strings.text($0.name) }.joined(separator: "#"))
      if let known = methods.lookup(key) { return known }
    }
    return try callMethods(
      ".inheritedMethod",
      [
        Argument(.list(classes.map { allClasses($0) })), Argument(.object(table)),
        Argument(methods),
      ])
  }

  /// The class vector of an argument, for S3 classes that nobody has registered.
  private func allClasses(_ argument: DispatchClass) -> Value {
    guard argument.value.hasClass, !argument.value.isS4 else { return .string(argument.name) }
    return classNames(of: argument.value)
  }

  /// Calls a method with the arguments of the generic function that runs.
  private func run(
    _ method: Value, as name: Symbol, of activation: ActivationPlace
  ) throws(Unwind) -> Value {
    if let closure = method.object as? Closure,
      let value = try enterMethod(closure, name, of: activation)
    {
      return value
    }
    let arguments = self.arguments(of: activation)
    let call = callOf(activation).call ?? Call(name)
    let caller = callerEnvironment(of: activation)
    if let closure = method.object as? Closure {
      return try apply(closure, arguments, call: call, in: caller, dispatch: context(name))
    }
    guard let builtin = method.object as? BuiltinFunction else {
      throw .error(.notAFunction(call: .object(call)))
    }
    return try applyDefault(builtin, arguments, call: call, in: caller)
  }

  /// What a method of `name` knows of its dispatch.
  func context(_ name: Symbol) -> DispatchContext {
    if let known = s4.contexts[name] { return known }
    let made = DispatchContext(
      generic: strings.text(name), remaining: [], method: "", object: .null,
      callEnvironment: globalEnvironment, definitionEnvironment: globalEnvironment, classes: [])
    s4.contexts[name] = made
    return made
  }

  /// Calls a method that has the parameters of its generic function with what that function was given;
  /// nil if the parameters differ.
  private func enterMethod(
    _ closure: Closure, _ name: Symbol, of activation: ActivationPlace
  ) throws(Unwind) -> Value? {
    let generic = activation.pointee.code.takeUnretainedValue()
    let code = self.code(of: closure)
    let count = code.parameterCount
    guard count == generic.parameterCount, count < 64, code.dotsParameter == generic.dotsParameter,
      code.locals.prefix(count) == generic.locals.prefix(count)
    else { return nil }
    let window = machine.top
    try checkRoom(window, code.registerCount)
    let absent = activation.pointee.missingParameters
    var missing: UInt64 = 0
    for slot in 0..<count {
      var value = activation.pointee.registers[slot]
      if slot != code.dotsParameter, absent & 1 << UInt64(slot) != 0 || value.isMissingArgument {
        value = absentArgument(slot, code, generic, activation)
        missing |= 1 << UInt64(slot)
      } else if case .promise(let promise) = value, !promise.value.isUnbound {
        value = promise.value
      }
      (window + slot).initialize(to: value)
    }
    enter(code, window, closure, missing, caller: activation.pointee.caller)
    hand(name, from: activation)
    return try execute(above: machine.depth - 1)
  }

  /// What a method finds for an argument that was not given: its own default, if its generic function
  /// has one too, else that of the generic function.
  private func absentArgument(
    _ slot: Int, _ code: Code, _ generic: Code, _ activation: ActivationPlace
  ) -> Value {
    if slot == code.dotsParameter { return code.defaults[slot] }
    let general = generic.defaults[slot]
    if general.isMissingArgument { return .missingArgument }
    guard code.defaults[slot].isMissingArgument else { return code.defaults[slot] }
    guard case .defaultArgument = general else { return general }
    return .promise(
      Promise(generic.parameters[slot].default, in: environment(of: activation)))
  }

  /// Tells the method that was entered how its generic function was called.
  private func hand(_ name: Symbol, from activation: ActivationPlace) {
    let extra = ActivationExtra()
    if let given = activation.pointee.extra?.takeUnretainedValue() {
      extra.call = given.call
      extra.arguments = given.arguments
      extra.matching = given.matching
      extra.callerEnvironment = given.callerEnvironment
    }
    extra.dispatch = context(name)
    let method = machine.current
    method.pointee.site = activation.pointee.site
    method.pointee.extra = .passRetained(extra)
    if method.pointee.code.takeUnretainedValue().mentionsDispatch {
      bind(context(name), in: environment(of: method))
    }
  }

  /// Calls a builtin as the default method: S3 methods count, S4 methods do not.
  func applyDefault(
    _ builtin: BuiltinFunction, _ arguments: [Argument], call: Call, in environment: Environment
  ) throws(Unwind) -> Value {
    if builtin.dispatch != .none, !arguments.isEmpty { s4.suspended = builtin.name }
    defer { s4.suspended = nil }
    return try apply(builtin, arguments, call: call, in: environment)
  }
}

// MARK: - Builtins

extension Interpreter {
  /// What an S4 method of a builtin answers; nil if there is none for these arguments.
  ///
  /// Only to be asked when an argument is an S4 object.
  @inline(never)
  func s4Method(
    _ name: Symbol, _ arguments: [Argument], _ call: Call, _ environment: Environment
  ) throws(Unwind) -> Value? {
    guard let table = s4.builtinTables[name] else { return nil }
    if s4.suspended == name {
      s4.suspended = nil
      return nil
    }
    let generic = try known(table)
    let classes = try classes(of: arguments, signature: generic.signature)
    guard let closure = try chosenMethod(classes, generic).object as? Closure else {
      return nil
    }
    // A method of group Math gets nothing but the object, if it takes nothing else: `log(x, 2)`.
    let code = self.code(of: closure)
    let isAlone =
      arguments.count > 1 && code.parameterCount == 1 && code.dotsParameter < 0
      && strings.text(name) == "log"
    return try apply(
      closure, isAlone ? Array(arguments.prefix(1)) : arguments, call: call, in: environment,
      dispatch: context(name))
  }

  /// The classes of the arguments of a builtin: those with a name of the signature, the others in order.
  private func classes(
    of arguments: [Argument], signature: [StringHandle]
  ) throws(Unwind) -> [DispatchClass] {
    var classes = signature.map { _ in DispatchClass(name: s4.missing) }
    var isTaken = signature.map { _ in false }
    var rest: [Argument] = []
    for argument in arguments {
      if let place = signature.firstIndex(of: argument.name.handle), !argument.name.isEmpty {
        classes[place] = try dispatchClass(of: argument)
        isTaken[place] = true
      } else if argument.name.isEmpty || rest.isEmpty {
        rest.append(argument)
      }
    }
    var place = 0
    for argument in rest {
      while place < classes.count, isTaken[place] { place += 1 }
      guard place < classes.count else { break }
      classes[place] = try dispatchClass(of: argument)
      place += 1
    }
    return classes
  }

  private func dispatchClass(of argument: Argument) throws(Unwind) -> DispatchClass {
    let value = try valueOf(argument: argument.value)
    return DispatchClass(name: dispatchClass(of: value), value: value)
  }
}
