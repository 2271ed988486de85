import ApusBaseBuiltins
import ApusInterpreter
import ApusRxBuiltins
import ApusStandardLibrary
import ApusStatsBuiltins
import ApusSyntax

/// A running R.
///
///     let r = Session()
///     try r.evaluate("x <- c(1, 2, 4)")
///     try r.evaluate("mean(x)").doubles          // [2.333…]
///
/// A process may have many sessions; each is used by one thread at a time.
public final class Session {
  package let interpreter: Interpreter

  /// Starts an R with its standard library.
  ///
  /// - Parameter output: receives what R prints; by default it is discarded.
  public convenience init(output: @escaping (String) -> Void = { _ in }) {
    self.init(sink: ClosureSink(output))
  }

  package init(sink: any OutputSink) {
    interpreter = Interpreter(output: sink)
    interpreter.installStandardLibrary()
  }
}

/// Hands output to a closure.
private final class ClosureSink: OutputSink {
  let body: (String) -> Void

  init(_ body: @escaping (String) -> Void) { self.body = body }

  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream) {
    body(String(decoding: bytes, as: UTF8.self))
  }

  func flush() {}
}
