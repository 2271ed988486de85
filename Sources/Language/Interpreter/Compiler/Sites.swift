/// A use of a variable in code, with what the last lookup found.
///
/// A found binding stays right while the interpreter's search epoch is the same: names added to or removed
/// from a watched environment start a new epoch. Frames between the use and the binding are
/// passed only if they are of the code seen then and have no names made dynamically.
final class VariableSite {
  let name: Symbol
  var epoch: UInt = 0
  /// Number of frames to pass before `environment` or the frame that has the slot.
  var depth = 0
  var passed0: Unmanaged<Code>?
  var passed1: Unmanaged<Code>?
  /// Where the binding is; nil if nothing was found yet.
  var start: Unmanaged<Environment>?
  var binding: Binding?
  /// The frame's code and slot when the variable is a local of an enclosing function.
  var frameCode: Unmanaged<Code>?
  var slot = 0

  init(_ name: Symbol) { self.name = name }
}

/// How an argument of a call comes to its value.
enum ArgumentSource {
  case constant(Value)
  /// A local of the caller, handed over as it is if it holds a plain value.
  case local(Int)
  /// A temporary computed before the call from plain numbers; unbound if they were none.
  case eager(Int)
  /// A temporary with the value: `forceAndCall`.
  case forced(Int)
  /// Anything else: a promise.
  case promise
  case empty
  case dots
}

/// A call in code: what is called with what, and how the arguments matched the last time.
final class CallSite {
  let call: Call
  /// Nil if the function is computed.
  let function: VariableSite?
  let sources: [ArgumentSource]
  /// Empty when no argument has a name.
  let names: [Symbol]
  let hasDots: Bool
  /// For builtins resolved by the compiler.
  let builtin: BuiltinFunction?
  /// The builtin is called in the name of the closure around it.
  var standsForClosure = false
  /// For a replacement call the assignment it is part of: builtins report errors in its name.
  var assignment: Call?
  /// What a replacement call's value was written as.
  var valueExpression: Value?
  /// Stands in a package: GNU R has compiled that, and words some calls differently.
  var isInLibrary = false
  /// How the arguments went to the parameters of the closure called last.
  var plan: CallPlan?
  /// Keeps the closure alive that the hot part of the site refers to.
  var closure: Closure?

  init(
    _ call: Call, function: VariableSite?, sources: [ArgumentSource],
    builtin: BuiltinFunction? = nil
  ) {
    self.call = call
    self.function = function
    self.sources = sources
    self.builtin = builtin
    let hasNames = call.arguments.contains { !$0.name.isEmpty }
    names = hasNames ? call.arguments.map(\.name) : []
    hasDots = sources.contains { if case .dots = $0 { true } else { false } }
  }
}

/// The arms of a `switch`: where each name or position goes.
struct SwitchTable {
  /// `.empty` for arms without a name.
  var names: [Symbol]
  /// For each arm the instruction to go to; arms without an expression go where the next one goes,
  /// −1 if none follows.
  var targets: [Int]
  /// The arms without an expression.
  var empty: Set<Int>
  /// The arm without a name, or −1.
  var fallback: Int
  /// Where to go when no arm is chosen.
  var end: Int
  /// What is wrong if the choice is by name: more than one arm without a name.
  var problem: String?
}

/// How one parameter gets its value at a call.
struct ArgumentStep {
  enum Kind: UInt8 {
    case constant, local, eager, promise, missing, `default`, dots
  }
  var kind: Kind
  /// The caller's register, for `local` and `eager`.
  var register: Int32
  /// The number of the argument.
  var argument: Int32
  /// For `constant` and `default`.
  var value: Value
}

extension UnsafeMutablePointer where Pointee == ArgumentStep {
  /// Where the step's value lies.
  @inline(__always) var valuePlace: Registers {
    (UnsafeMutableRawPointer(self) + 16).assumingMemoryBound(to: Value.self)
  }
}

/// The steps of calling one code from one site.
final class CallPlan {
  let code: Code
  let matching: ArgumentMatching
  let steps: UnsafeMutablePointer<ArgumentStep>
  let count: Int
  let missingParameters: UInt64

  init(code: Code, matching: ArgumentMatching, steps: [ArgumentStep]) {
    self.code = code
    self.matching = matching
    count = steps.count
    self.steps = .allocate(capacity: max(count, 1))
    self.steps.initialize(from: steps, count: count)
    var missing: UInt64 = 0
    for (k, step) in steps.prefix(64).enumerated() {
      if step.kind == .default || step.kind == .missing { missing |= 1 << UInt64(k) }
    }
    missingParameters = missing
  }

  deinit {
    steps.deinitialize(count: count)
    steps.deallocate()
  }
}

/// The instructions of a loop's body, where `next` and `break` go.
struct LoopRange {
  var body: Range<Int>
  var next: Int
  var exit: Int
}
