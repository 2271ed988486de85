/// What is being stepped through: the help pages of `debug` and `browser`.
final class Debugging {
  /// What `debuggingState` says.
  var isOn = true
  /// The next closure that is called is stepped through once.
  var entersNextCall = false
  /// The functions that stop at their statements, outermost first.
  var frames: [SteppedFrame] = []
}

/// A function's frame that stops at statements.
struct SteppedFrame {
  let environment: Environment
  /// Stops only in fewer loops than this: the rest of a loop is wanted at once.
  var loops = Int.max
}

extension Interpreter {
  /// Makes the frame of a function stop at its statements from now on.
  func startStepping(_ frame: Environment) {
    forgetEndedFrames()
    guard !debugging.frames.contains(where: { $0.environment === frame }) else { return }
    debugging.frames.append(SteppedFrame(environment: frame))
    for activation in functionActivations() where environment(of: activation) === frame {
      extra(of: activation).isStepped = true
    }
  }

  /// What the user wants next of a frame: `n`, `s`, `f` or `c`.
  func follow(_ command: String, in frame: Environment, loops: Int) {
    guard let place = debugging.frames.firstIndex(where: { $0.environment === frame }) else {
      return
    }
    switch command {
    case "c": debugging.frames.remove(at: place)
    case "f": debugging.frames[place].loops = loops
    case "s":
      debugging.entersNextCall = true
      outdateCallSites()
    default: break
    }
  }

  /// The function of an activation is done.
  func endStepping(_ activation: ActivationPlace, isAnnounced: Bool) {
    let frame = environment(of: activation)
    debugging.frames.removeAll { $0.environment === frame }
    debugging.entersNextCall = false
    if isAnnounced, debugging.isOn {
      print("exiting from: \(text(of: callOf(activation)))\n")
    }
  }

  /// A call as it is shown when it starts and ends.
  func text(of call: Value) -> String {
    let lines = try? deparse(call)
    return lines?.joined(separator: "\n") ?? ""
  }

  /// Frames that were left by a jump to the top level stop no more.
  func forgetEndedFrames() {
    if debugging.frames.isEmpty { return }
    let running = functionActivations().map { environment(of: $0) }
    debugging.frames.removeAll { frame in
      !running.contains { $0 === frame.environment }
    }
  }
}
