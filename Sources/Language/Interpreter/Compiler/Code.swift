/// What the compiler makes of a closure's body or of an expression.
///
/// The register window of an activation is: parameters, other locals, scalar constants,
/// temporaries. Code of an expression (top level, promise, `eval`) has no locals: its variables are those of
/// the environment it runs in.
final class Code {
  /// Parameters first, then every name that the body assigns.
  let locals: [Symbol]
  let localCount: Int
  let parameterCount: Int
  let parameters: [Parameter]
  /// Position of `...` among the parameters, or −1.
  let dotsParameter: Int
  /// Parameters that start as their default: constants are set at entry, others are marked.
  let defaults: [Value]
  let instructions: UnsafeMutablePointer<Instruction>
  let instructionCount: Int
  let constants: [Value]
  /// Scalar constants copied behind the locals at entry.
  let scalarConstants: [Value]
  let registerCount: Int
  let variableSites: [VariableSite]
  let callSites: [CallSite]
  let switches: [SwitchTable]
  /// Inner loops before outer ones.
  let loops: [LoopRange]
  /// The calls that instruction k belongs to, for messages: sorted by k, outer ones first.
  let calls: [(instruction: Int, call: Call)]
  /// Calls of library functions compiled as builtins, inner ones first.
  let thinCalls: [ThinCall]
  /// The redefinition epoch in which builtins were resolved.
  let epoch: UInt
  /// For an expression: the code of the function in whose frames it runs.
  let frame: UnsafeRawPointer?
  /// Looks at its caller's variables: arguments of calls to it are never evaluated early.
  let looksAtCaller: Bool
  /// A generic that assigns its parameters: methods get the arguments as they came.
  let keepsArguments: Bool
  /// Mentions `.Generic` or its like, which dispatch binds in the frame.
  let mentionsDispatch: Bool
  /// Its frame notes which parameters were assigned, for `substitute`.
  let usesSubstitute: Bool
  /// The parameters that the body assigns.
  let assignedParameters: Set<Int>
  let hot: UnsafeMutablePointer<HotCode>
  private let slots: [Symbol: Int]

  init(
    parameters: [Parameter], locals: [Symbol], defaults: [Value], instructions: [Instruction],
    constants: [Value], scalarConstants: [Value], registerCount: Int, variableSites: [VariableSite],
    callSites: [CallSite], switches: [SwitchTable], loops: [LoopRange],
    calls: [(instruction: Int, call: Call)], thinCalls: [ThinCall], epoch: UInt,
    frame: UnsafeRawPointer?, looksAtCaller: Bool, keepsArguments: Bool,
    mentionsDispatch: Bool, usesSubstitute: Bool,
    assignedParameters: Set<Int>
  ) {
    self.parameters = parameters
    self.locals = locals
    localCount = locals.count
    parameterCount = parameters.count
    dotsParameter = parameters.firstIndex { $0.name == .dots } ?? -1
    self.defaults = defaults
    self.instructions = .allocate(capacity: instructions.count)
    for (k, instruction) in instructions.enumerated() {
      (self.instructions + k).initialize(to: instruction.placed(at: k))
    }
    instructionCount = instructions.count
    self.constants = constants
    self.scalarConstants = scalarConstants
    self.registerCount = registerCount
    self.variableSites = variableSites
    self.callSites = callSites
    self.switches = switches
    self.loops = loops
    self.calls = calls
    self.thinCalls = thinCalls
    self.epoch = epoch
    self.frame = frame
    self.looksAtCaller = looksAtCaller
    self.keepsArguments = keepsArguments
    self.mentionsDispatch = mentionsDispatch
    self.usesSubstitute = usesSubstitute
    self.assignedParameters = assignedParameters
    hot = .allocate(capacity: 1)
    slots =
      locals.count > 6
      ? Dictionary(locals.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a }) : [:]
    hot.initialize(
      to: HotCode(
        code: .passUnretained(self), instructions: self.instructions,
        constants: Self.buffer(constants), scalarConstants: Self.buffer(scalarConstants),
        scalarCount: scalarConstants.count, localCount: locals.count,
        parameterCount: parameters.count, registerCount: registerCount,
        calls: Self.buffer(callSites.map { HotCall(site: .passUnretained($0)) }),
        variables: Self.buffer(variableSites.map { HotVariable(site: .passUnretained($0)) })))
  }

  private static func buffer<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let buffer = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    buffer.initialize(from: elements, count: elements.count)
    return buffer
  }

  deinit {
    instructions.deallocate()
    hot.pointee.constants.deinitialize(count: constants.count)
    hot.pointee.constants.deallocate()
    hot.pointee.scalarConstants.deallocate()
    hot.pointee.calls.deallocate()
    hot.pointee.variables.deallocate()
    hot.deallocate()
  }

  /// The register of a local variable.
  func slot(of name: Symbol) -> Int? {
    if localCount <= 6 {
      for k in 0..<localCount where locals[k] == name { return k }
      return nil
    }
    return slots[name]
  }

  /// The call that an instruction belongs to.
  func call(at instruction: Int) -> Call? { lastCall(at: instruction).map { calls[$0].call } }

  /// The `if` or `while` around a comparison that is one instruction with its jump.
  func outerCall(at instruction: Int) -> Call? {
    guard let inner = lastCall(at: instruction) else { return nil }
    let isPair = inner > 0 && calls[inner - 1].instruction == instruction
    return calls[isPair ? inner - 1 : inner].call
  }

  /// The position in `calls` of the last entry of an instruction.
  private func lastCall(at instruction: Int) -> Int? {
    var low = 0
    var high = calls.count
    while low < high {
      let middle = (low + high) / 2
      if calls[middle].instruction <= instruction { low = middle + 1 } else { high = middle }
    }
    return low > 0 && calls[low - 1].instruction == instruction ? low - 1 : nil
  }
}
