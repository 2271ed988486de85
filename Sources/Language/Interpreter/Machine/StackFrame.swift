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

extension Interpreter {
  /// The call by which a user entered a package.
  ///
  /// That is the call of its oldest function among the newest frames that are its own or of the base package;
  /// without one that of the innermost function.
  package func callInto(_ namespace: Environment) -> Value {
    var entry: StackFrame?
    for frame in stackFrames().reversed() where frame.evaluated == nil {
      guard let closure = frame.activation.pointee.closure else { continue }
      let home = home(of: closure.takeUnretainedValue().environment)
      if home === namespace { entry = frame } else if home !== baseNamespace { break }
    }
    return entry.map { callOf($0.activation) } ?? currentCall()
  }

  /// The namespace, or the global environment, behind which an environment stands.
  private func home(of environment: Environment) -> Environment {
    var place = environment
    while place !== globalEnvironment, let parent = place.parent,
      !namespaces.values.contains(where: { $0 === place })
    {
      place = parent
    }
    return place === baseEnvironment ? baseNamespace : place
  }
}
