import CRoom

// Where the loop goes on when there is no memory.

/// One start of the loop, as it is handed through C.
private struct LoopStart {
  unowned(unsafe) let interpreter: Interpreter
  let base: Int
  var activation: ActivationPlace
  var pc: UnsafeMutablePointer<Instruction>
  /// Nil when the loop was left because an allocation failed.
  var outcome: Swift.Result<Value, Unwind>?

  mutating func run() {
    do throws(Unwind) {
      outcome = .success(try interpreter.run(base, &activation, &pc))
    } catch { outcome = .failure(error) }
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
    guard bytes == 0, let outcome = start.outcome else {
      (standingCall, standingDepth) = standing
      let surplus = temporaries.pointee.count - temporaryCount
      if surplus > 0 { temporaries.pointee.removeLast(surplus) }
      activation = machine.current
      pc = activation.pointee.next
      throw .cannotAllocate(Double(bytes))
    }
    activation = start.activation
    pc = start.pc
    return try outcome.get()
  }

  /// Keeps memory for errors that say there is none, now that the last one is over.
  func restoreReserve() { restore_reserve() }
}
