import ApusExecutors
import ApusInterpreter
import Glibc

/// Seconds since it was made.
struct Stopwatch {
  private let start = Self.now()

  var seconds: Double { Self.now() - start }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Writes the lines that tell how far a pass is.
///
/// A line is ended by the next, as in RevoScaleR.
struct ProgressReporter {
  private let interpreter: Interpreter
  private let level: Int
  private var isOpen = false

  init(_ interpreter: Interpreter, level: Int) {
    self.interpreter = interpreter
    self.level = level
  }

  mutating func add(_ progress: PassProgress) {
    guard level > 0 else { return }
    if isOpen { interpreter.print("\n") }
    var line = "Rows Read: \(progress.rowsRead), Total Rows Processed: \(progress.totalRows)"
    if level > 1 { line += ", Total Chunk Time: \(Self.seconds(progress.seconds))" }
    interpreter.print(line)
    isOpen = true
  }

  func finish(seconds: Double) {
    guard level > 0 else { return }
    interpreter.print(isOpen ? " \n" : "")
    if level > 1 { interpreter.print("Computation time: \(Self.seconds(seconds)).\n") }
  }

  func abandon() {
    if isOpen { interpreter.print("\n") }
  }

  /// With three decimals, as `0.678 seconds`.
  private static func seconds(_ value: Double) -> String {
    guard value >= 0.001 else { return "Less than .001 seconds" }
    let thousandths = Int((value * 1000).rounded())
    var digits = String(thousandths % 1000)
    while digits.count < 3 { digits = "0" + digits }
    return "\(thousandths / 1000).\(digits) seconds"
  }
}
