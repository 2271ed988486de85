import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Data given to an analysis: a text file or a data frame.
enum RxData {
  case text(OpenedText)
  case memory(ColumnBatch)

  init(_ value: Value, _ call: borrowing Invocation) throws {
    guard let list = value.list else {
      throw ColumnError(.invalidArgument, "data must be a data source or a data frame")
    }
    if call.interpreter.inherits(value, "data.frame") {
      self = .memory(try Self.batch(list, call.interpreter))
    } else {
      self = .text(try OpenedText(SourceDescription(list, call.strings)))
    }
  }

  var names: [String] {
    switch self {
    case .text(let text): text.keptNames
    case .memory(let batch): batch.names
    }
  }

  private static func batch(
    _ frame: ListVector, _ interpreter: Interpreter
  ) throws(Unwind) -> ColumnBatch {
    let strings = interpreter.strings
    let names = frame.names?.elements.map { strings.text($0) } ?? []
    var columns: [ColumnValues] = []
    for value in frame.elements { columns.append(try column(value, interpreter)) }
    return ColumnBatch(names: names, columns: columns)
  }

  private static func column(
    _ value: Value, _ interpreter: Interpreter
  ) throws(Unwind) -> ColumnValues {
    let strings = interpreter.strings
    if let levels = strings.texts(value.attribute(.levels)), let codes = value.integerVector {
      return .factor(codes: withExtendedLifetime(codes) { Array(codes.elements) }, levels: levels)
    }
    guard let vector = value.vector else { return .logical([]) }
    defer { withExtendedLifetime(vector) {} }
    switch vector.kind {
    case .logical: return .logical(Array(vector.integers))
    case .integer: return .integer(Array(vector.integers))
    case .double: return .double(Array(vector.doubles))
    default:
      let text = try interpreter.vector(value, as: .character)
      defer { withExtendedLifetime(text) {} }
      return .string(StringColumn(text.strings.map { $0.isMissing ? nil : strings.text($0) }))
    }
  }
}

/// Runs passes over data for the builtins: with progress lines, interrupts and R's errors.
struct PassRunner {
  let interpreter: Interpreter
  let threads: Int
  /// 0 silent, 1 rows, 2 rows and time.
  let reportLevel: Int

  /// `threads`: where the number of threads is among the arguments; not positive for all.
  ///
  /// `report`: where the level of reporting is.
  init(_ call: borrowing Invocation, threads: Int, report: Int) throws(Unwind) {
    interpreter = call.interpreter
    let wanted = Int(try call.integer(threads, "numCoresToUse"))
    self.threads = wanted > 0 ? min(wanted, 256) : availableProcessors()
    reportLevel = Int(try call.integer(report, "reportProgress"))
  }

  /// Takes in the named columns of the data.
  func run<State: Aggregation>(_ empty: State, _ data: RxData, columns: [String]?) throws -> State {
    switch data {
    case .text(let text): try run(empty, over: text.batches(of: columns))
    case .memory(let batch): try run(empty, over: MemoryBatches(batch))
    }
  }

  private func run<State: Aggregation>(
    _ empty: State, over source: some BatchSource
  ) throws -> State {
    var reporter = ProgressReporter(interpreter, level: reportLevel)
    var interrupt: Unwind?
    let start = Stopwatch()
    do {
      let state = try LocalExecutor(threads: threads).run(
        empty, over: source,
        isWanted: {
          do throws(Unwind) {
            try interpreter.checkInterrupt()
            return true
          } catch {
            interrupt = error
            return false
          }
        },
        report: { reporter.add($0) })
      reporter.finish(seconds: start.seconds)
      return state
    } catch {
      reporter.abandon()
      throw interrupt ?? error
    }
  }
}
