// The call stack as R numbers it: functions, and under each `eval` what it evaluates.

/// A function that runs, or the evaluation that a function runs for `eval`.
struct StackFrame: Equatable {
  let activation: ActivationPlace
  /// The number of the evaluation among those that run.
  var evaluated: Int?
}

extension Interpreter {
  /// All frames, oldest first: what `sys.call(1)`, … count.
  func stackFrames() -> [StackFrame] {
    var frames: [StackFrame] = []
    var next = 0
    for depth in 0..<machine.depth {
      let activation = machine.activations + depth
      if activation.pointee.isFunction { frames.append(StackFrame(activation: activation)) }
      while next < evaluations.count, evaluations[next].depth == depth + 1 {
        frames.append(StackFrame(activation: activation, evaluated: next))
        next += 1
      }
    }
    return frames
  }

  /// The newest frame whose code runs in an environment.
  func stackFrame(of environment: Environment) -> StackFrame? {
    let function = functionActivation(of: environment)
    let depth = function.map { $0 - machine.activations } ?? -1
    if let place = evaluations.lastIndex(where: { $0.environment === environment }),
      evaluations[place].depth > depth + 1
    {
      let evaluation = machine.activations + (evaluations[place].depth - 1)
      return StackFrame(activation: evaluation, evaluated: place)
    }
    return function.map { StackFrame(activation: $0) }
  }

  func environment(of frame: StackFrame) -> Environment {
    frame.evaluated.map { evaluations[$0].environment } ?? environment(of: frame.activation)
  }

  /// The environment from which a frame was called; an evaluation is called from the frame of `eval`.
  func callerEnvironment(of frame: StackFrame) -> Environment {
    frame.evaluated == nil
      ? callerEnvironment(of: frame.activation) : environment(of: frame.activation)
  }
}
