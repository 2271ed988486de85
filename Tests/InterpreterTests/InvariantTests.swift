#if DEBUG
import ApusInterpreter
import Testing

/// What debug builds check after each top-level expression.
@Suite struct InvariantTests {
  @Test func `a fresh interpreter is whole`() {
    #expect(Interpreter(output: Silence()).brokenInvariants() == [])
  }

  @Test func `a reference that is not counted is found`() {
    let interpreter = Interpreter(output: Silence())
    let list = twiceBound(in: interpreter)
    #expect(interpreter.brokenInvariants() == [])
    list.release()
    #expect(interpreter.brokenInvariants().count == 1)
    _ = list.retain()
  }

  /// A list that only two variables refer to.
  private func twiceBound(in interpreter: Interpreter) -> Unmanaged<ListVector> {
    let list = ListVector(count: 1)
    for name in ["x", "y"] {
      interpreter.globalEnvironment.define(interpreter.strings.symbol(name), .object(list))
    }
    return .passUnretained(list)
  }
}

private final class Silence: OutputSink {
  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream) {}
  func flush() {}
}
#endif
