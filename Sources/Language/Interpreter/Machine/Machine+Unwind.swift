import CRoom
import CSampling

// What happens when something ends early.

extension Interpreter {
  /// Ends the activations above `base` that `failure` passes through.
  ///
  /// Answers the value if the lowest of them returns; nil if a closure further up was returned from and
  /// its caller goes on. Throws what is not for these activations.
  func unwind(to base: Int, _ failure: Unwind) throws(Unwind) -> Value? {
    var failure = failure
    restoreTaken()
    while machine.depth > base {
      let activation = machine.current
      if case .returning(let value, let frame) = failure, activation.pointee.isFunction,
        let own = activation.pointee.environment, own.takeUnretainedValue() === frame
      {
        return try finish(activation, value, base)
      }
      if goesOnInLoop(activation, failure) { return nil }
      do throws(Unwind) { try leave(activation, returning: nil) } catch {
        // An error in `on.exit` replaces what was under way; the rest of the handlers is dropped.
        failure = signalled(error)
        drop(activation)
      }
    }
    throw failure
  }

  /// An error in an argument of a library function that was compiled as its builtin names the call of the
  /// function, where the argument would have been evaluated.
  func blamed(
    _ failure: Unwind, at place: UnsafeMutablePointer<Instruction>, _ activation: ActivationPlace
  ) -> Unwind {
    guard case .error(let condition) = failure, !condition.isSignalled, condition.object == nil
    else { return failure }
    activation.pointee.next = place + 1
    guard let inner = thinCalls(of: activation).first,
      condition.call.object === callBelow(machine.depth).object
    else { return failure }
    return .error(
      Condition(condition.message, call: .object(inner.call), classes: condition.classes))
  }

  /// The calls of library functions compiled as builtins whose arguments are being evaluated, inner ones first.
  func thinCalls(of activation: ActivationPlace) -> [ThinCall] {
    activation.pointee.code._withUnsafeGuaranteedRef { code in
      if code.thinCalls.isEmpty { return [] }
      let position = activation.pointee.next - 1 - code.instructions
      return code.thinCalls.filter { $0.arguments.contains(position) }
    }
  }

  /// Whether `break` or `next` is for a loop of this activation, which then goes on there.
  private func goesOnInLoop(_ activation: ActivationPlace, _ failure: Unwind) -> Bool {
    let target: Environment
    let isBreak: Bool
    switch failure {
    case .breaking(let environment): (target, isBreak) = (environment, true)
    case .next(let environment): (target, isBreak) = (environment, false)
    default: return false
    }
    guard activation.pointee.environment?.takeUnretainedValue() === target else { return false }
    let code = activation.pointee.code.takeUnretainedValue()
    let position = activation.pointee.next - 1 - code.instructions
    guard let loop = code.loops.first(where: { $0.body.contains(position) }) else { return false }
    activation.pointee.next = code.instructions + (isBreak ? loop.exit : loop.next)
    return true
  }

  /// The environment itself, if a loop runs in it that `break` and `next` can mean.
  func loopEnvironment(_ environment: Environment) throws(Unwind) -> Environment {
    var k = machine.depth - 1
    while k >= 0 {
      let activation = machine.activations + k
      if activation.pointee.environment?.takeUnretainedValue() === environment {
        let code = activation.pointee.code.takeUnretainedValue()
        let position = activation.pointee.next - 1 - code.instructions
        if code.loops.contains(where: { $0.body.contains(position) }) { return environment }
        if activation.pointee.isFunction { break }
      }
      k -= 1
    }
    throw .error(
      .error("no loop for break/next, jumping to top level", call: currentCall()))
  }

  private func finish(
    _ activation: ActivationPlace, _ value: Value, _ base: Int
  ) throws(Unwind) -> Value? {
    let destination = Int(activation.pointee.destination)
    do throws(Unwind) { try leave(activation, returning: value) } catch {
      drop(activation)
      return try unwind(to: base, signalled(error))
    }
    if machine.depth == base { return value }
    machine.current.pointee.registers[destination] = value
    return nil
  }

  /// If an element assignment failed after its variable had given up the value, the variable gets it back.
  private func restoreTaken() {
    let activation = machine.current
    guard !activation.pointee.isFunction else { return }
    let code = activation.pointee.code.takeUnretainedValue()
    let failed = failedInstruction - code.instructions
    guard failed > 0, failed + 1 < code.instructionCount else { return }
    let instruction = code.instructions[failed]
    let before = code.instructions[failed - 1]
    guard before.opcode == .takeVariable, before.a == instruction.a else { return }
    switch instruction.opcode {
    case .setSubset, .setSubset2, .setSubsetMatrix, .setDollar:
      let value = activation.pointee.registers[Int(instruction.a) >> 4]
      let name = code.variableSites[Int(before.b)].name
      let environment = self.environment(of: activation)
      if before.c == 1 {
        try? superAssign(name, value, from: environment)
      } else {
        try? environment.assign(name, value)
      }
    default: break
    }
  }

  func serveInterrupt() throws(Unwind) {
    if machine.state.pointee.pending & Int32(sample_is_due) != 0 {
      machine.state.pointee.pending &= ~Int32(sample_is_due)
      state { Profile() }.takeSamples(of: self)
      if machine.state.pointee.pending == 0 { return }
    }
    let isMemory = machine.state.pointee.pending == memory_is_exhausted
    machine.state.pointee.pending = 0
    if isMemory { throw .error(.error("memory exhausted (limit reached?)")) }
    throw interrupted()
  }

  /// What kernels that do not know R look at while they run.
  package var stopSignal: StopSignal { StopSignal(flag: interruptFlag) }

  /// Throws `.interrupt` when the user pressed Ctrl-C; long-running builtins call it now and then.
  package func checkInterrupt() throws(Unwind) {
    if machine.state.pointee.pending != 0 { try serveInterrupt() }
  }
}

/// Tells a long computation that its result is not wanted any more.
package struct StopSignal {
  fileprivate let flag: UnsafeMutablePointer<Int32>

  package var isRaised: Bool { flag.pointee & ~Int32(sample_is_due) != 0 }
}
