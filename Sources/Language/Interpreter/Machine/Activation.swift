/// What runs: a closure's call, or an expression in an environment.
///
/// References are held without counting where something else surely lives longer: code by its
/// closure or by `keep`.
struct Activation {
  var code: Unmanaged<Code>
  var hot: UnsafeMutablePointer<HotCode>
  var registers: Registers
  /// Where to go on when what it called returns.
  var next: UnsafeMutablePointer<Instruction>
  /// The register of the caller that gets the result; −1 when Swift code waits for it.
  var destination: Int32
  var isFunction: Bool
  /// Of an expression that runs in a function's frame: that function's registers.
  var frame: Registers?
  /// Number of the activation whose environment is this call's `parent.frame`.
  var caller: Int32
  /// Bit k: parameter k was not given.
  var missingParameters: UInt64
  /// Where lookups of free names start; nil if the frame has names that code does not know.
  var scope: UnsafeRawPointer?
  /// Held: the closure that runs.
  var closure: Unmanaged<Closure>?
  /// Held: the frame's environment once somebody wanted it, or where the expression runs.
  var environment: Unmanaged<Environment>?
  /// Where the arguments came from, when the call was compiled.
  var site: Unmanaged<CallSite>?
  /// Held: the promise whose expression runs, and its code.
  var promise: Unmanaged<Promise>?
  var keptCode: Unmanaged<Code>?
  /// Held: everything that is rare.
  var extra: Unmanaged<ActivationExtra>?
}

/// The rare parts of an activation.
final class ActivationExtra {
  /// The call, when it was not compiled or its arguments came through `...`.
  var call: Call?
  /// The arguments as they came, matched or not.
  var arguments: [Argument]?
  /// What each parameter was matched with in `arguments`.
  var matching: ArgumentMatching?
  var onExit: [Value] = []
  /// What the function is about to return while `onExit` runs.
  var returning: Value?
  var dispatch: DispatchContext?
  /// `parent.frame()` when it is not that of the calling activation.
  var callerEnvironment: Environment?
  /// The code of an expression, kept alive.
  var code: Code?
  /// Stops at each statement, or did.
  var isStepped = false
  /// Says when it is done: its function is debugged.
  var announcesEnd = false
  /// What a `tryCatch` or `withRestarts` is doing, where GNU R has calls on the stack.
  var machinery = ConditionMachinery.none
}

/// What a method knows of the dispatch that chose it.
final class DispatchContext {
  let generic: String
  /// Classes after the one whose method runs.
  let remaining: [StringHandle]
  /// The method's full name.
  let method: String
  let object: Value
  let group: String
  /// Where methods are looked for: the generic's caller and the generic's own environment.
  let callEnvironment: Environment
  let definitionEnvironment: Environment
  /// The class vector that dispatch ran on.
  let classes: [StringHandle]
  /// Whether a builtin looked for the method itself.
  var isInternal = false
  /// Whether it led to the default method: of `UseMethod`, or of `NextMethod`.
  var isDefault = false

  /// What `.Class` holds: the class of the method that runs and those after it.
  var dispatchedClasses: Value {
    if isDefault { return isFirst ? .null : .strings([]) }
    return .strings(Array(classes.suffix(remaining.count + 1)))
  }

  /// Whether no other method has run before.
  var isFirst = true

  init(
    generic: String, remaining: [StringHandle], method: String, object: Value, group: String = "",
    callEnvironment: Environment, definitionEnvironment: Environment, classes: [StringHandle]
  ) {
    self.generic = generic
    self.remaining = remaining
    self.method = method
    self.object = object
    self.group = group
    self.callEnvironment = callEnvironment
    self.definitionEnvironment = definitionEnvironment
    self.classes = classes
  }
}
