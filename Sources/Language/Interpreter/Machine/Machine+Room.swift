import CRoom

// Where the loop goes on when there is no memory.

/// One start of the loop, as it is handed through C.
private struct LoopStart {
  unowned(unsafe) let interpreter: Interpreter
  let base: Int
  var activation: ActivationPlace
  var pc: UnsafeMutablePointer<Instruction>
  var value = Value.null
  var failure: Unwind?

  mutating func run() {
    do throws(Unwind) {
      value = try interpreter.run(base, &activation, &pc)
    } catch { failure = error }
  }
}

extension Interpreter {
  /// Runs the loop; an allocation that fails in what it calls is an error of the code that runs.
  func runWithRoom(
    _ base: Int, _ activation: inout ActivationPlace,
    _ pc: inout UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    var start = LoopStart(interpreter: self, base: base, activation: activation, pc: pc)
    let standing = (standingCall, standingDepth)
    let temporaryCount = temporaries.pointee.count
    let bytes = withUnsafeMutablePointer(to: &start) { place in
      with_room({ $0?.assumingMemoryBound(to: LoopStart.self).pointee.run() }, place)
    }
    if bytes > 0 {
      (standingCall, standingDepth) = standing
      let surplus = temporaries.pointee.count - temporaryCount
      if surplus > 0 { temporaries.pointee.removeLast(surplus) }
      activation = machine.current
      pc = activation.pointee.next
      throw .cannotAllocate(Double(bytes))
    }
    activation = start.activation
    pc = start.pc
    if let failure = start.failure { throw failure }
    return start.value
  }

  /// Keeps memory for errors that say there is none, now that the last one is over.
  func restoreReserve() { restore_reserve() }
}
