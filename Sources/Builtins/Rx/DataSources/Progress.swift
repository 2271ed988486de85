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

/// Tells how far a pass is: by lines, or by a bar where the output is a terminal.
///
/// A line is ended by the next, as in RevoScaleR. After a bar one line tells of all rows.
struct ProgressReporter {
  private let interpreter: Interpreter
  private let level: Int
  private var isOpen = false
  private var bar: ProgressBar?
  private var rows = 0

  /// `level`: 0 silent, 1 rows, 2 rows and time, 3 the same by lines also on a terminal.
  ///
  /// `total`: how many rows there are, when that is known.
  init(_ interpreter: Interpreter, level: Int, total: Int?) {
    self.interpreter = interpreter
    self.level = level
    guard level == 1 || level == 2, let width = interpreter.output.terminalWidth else { return }
    bar = ProgressBar(total: total, width: width)
  }

  /// Takes in that some rows have been read; none within a block.
  mutating func add(_ progress: PassProgress) {
    guard level > 0 else { return }
    rows = max(rows, progress.totalRows)
    if bar != nil {
      draw()
    } else if progress.rowsRead > 0 {
      write(progress)
    }
  }

  /// Draws the bar anew, if it is time.
  mutating func draw() {
    guard let line = bar?.update(rows: rows) else { return }
    interpreter.print(line)
    interpreter.output.flush()
  }

  private mutating func write(_ progress: PassProgress) {
    if isOpen { interpreter.print("\n") }
    var line = "Rows Read: \(progress.rowsRead), Total Rows Processed: \(progress.totalRows)"
    if level > 1 { line += ", Total Chunk Time: \(Self.seconds(progress.seconds))" }
    interpreter.print(line)
    isOpen = true
  }

  mutating func finish(seconds: Double) {
    guard level > 0 else { return }
    clear()
    if bar != nil, rows > 0 {
      write(PassProgress(rowsRead: rows, totalRows: rows, seconds: seconds))
    }
    interpreter.print(isOpen ? " \n" : "")
    if level > 1 { interpreter.print("Computation time: \(Self.seconds(seconds)).\n") }
  }

  mutating func abandon() {
    clear()
    if isOpen { interpreter.print("\n") }
  }

  private mutating func clear() {
    if let text = bar?.clear(), !text.isEmpty { interpreter.print(text) }
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
