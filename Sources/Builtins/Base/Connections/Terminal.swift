import ApusInterpreter
import Glibc

/// `stdin()`.
final class StandardInput: Connection {
  private unowned let interpreter: Interpreter
  /// What is shown before the next line.
  var prompt = ""

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    super.init(description: "stdin", className: "terminal", mode: "r")
    isOpen = true
    canRead = true
  }

  override func close() throws(ConnectionError) {
    throw ConnectionError(code: .invalidMode, message: "cannot close standard connections")
  }

  /// The user may go on after an end of input.
  override var staysAtEnd: Bool { false }

  override func readSome(_ count: Int) throws(ConnectionError) -> [UInt8] {
    if let input = interpreter.input {
      interpreter.output.flush()
      switch input.readLine(prompt: prompt) {
      case .line(let line): return line + [0x0A]
      case .end: return []
      case .interrupted: throw ConnectionError(code: .interrupted, message: "interrupted")
      }
    }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Glibc.read(0, buffer.baseAddress, count))
    }
  }
}

/// `stdout()` or `stderr()`: what the host of the interpreter shows.
final class HostStream: Connection {
  private unowned let interpreter: Interpreter
  private let stream: OutputStream

  init(_ interpreter: Interpreter, _ stream: OutputStream) {
    self.interpreter = interpreter
    self.stream = stream
    super.init(
      description: stream == .output ? "stdout" : "stderr", className: "terminal", mode: "w")
    isOpen = true
    canWrite = true
  }

  override func close() throws(ConnectionError) {
    throw ConnectionError(code: .invalidMode, message: "cannot close standard connections")
  }

  override func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConnectionError) {
    // Messages follow `sink(type = "message")`; `stdout()` itself is never diverted.
    if stream == .output, let diversion = interpreter.output as? Diversion {
      diversion.host.write(bytes, to: stream)
    } else {
      interpreter.output.write(bytes, to: stream)
    }
  }

  override func flush() { interpreter.output.flush() }
}
