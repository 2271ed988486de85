import ApusDistributions
import ApusInterpreter
import Glibc

/// The random numbers of one session, kept in step with the variable `.Random.seed`.
final class RandomState {
  let stream = RandomStream(seed: 0)
  /// The vector last put into `.Random.seed`: while it is there, `stream` is where it says.
  private var published: IntegerVector?

  /// Draws random numbers: takes up `.Random.seed` before and renews it afterwards.
  static func draw<Result>(
    _ call: borrowing Invocation, _ body: (RandomStream) throws(Unwind) -> Result
  ) throws(Unwind) -> Result {
    let interpreter = call.interpreter
    let state = interpreter.state { RandomState() }
    try state.takeUp(interpreter, call)
    let result = try body(state.stream)
    state.publish(interpreter)
    return result
  }

  private func takeUp(
    _ interpreter: Interpreter, _ call: borrowing Invocation
  ) throws(Unwind) {
    let name = interpreter.strings.symbol(".Random.seed")
    guard let value = interpreter.globalEnvironment.lookup(name), !value.isUnbound else {
      stream.seed(Self.seedFromTime())
      return
    }
    if let published, value.object === published { return }
    guard value.kind == .integer, let words = value.integerVector else {
      let kind = value.kind.typeName
      try call.warning("'.Random.seed' is not an integer vector but of type '\(kind)', so ignored")
      stream.seed(Self.seedFromTime())
      return
    }
    guard stream.restore(Array(words.elements)) else {
      throw call.error("'.Random.seed' has wrong length")
    }
  }

  /// Shows the state of the stream as `.Random.seed`.
  func publish(_ interpreter: Interpreter) {
    let words = IntegerVector(count: stream.wordCount)
    stream.copyWords(into: words.elements)
    published = words
    interpreter.globalEnvironment.define(
      interpreter.strings.symbol(".Random.seed"), .object(words))
  }

  static func seedFromTime() -> UInt32 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let process = UInt32(truncatingIfNeeded: getpid())
    return UInt32(truncatingIfNeeded: now.tv_sec) ^ UInt32(truncatingIfNeeded: now.tv_nsec << 2)
      ^ (process << 16)
  }
}
