import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Data given to an analysis, from wherever it comes, or such data with transformations.
enum RxData {
  case source(any DataSource)
  case transformed(TransformedData)

  init(_ value: Value, _ call: borrowing Invocation) throws {
    guard let list = value.list else {
      throw ColumnError(.invalidArgument, "data must be a data source or a data frame")
    }
    if call.interpreter.inherits(value, "data.frame") {
      self = .source(MemoryData(try Self.batch(list, call.interpreter)))
      return
    }
    let description = SourceDescription(list, call.strings)
    if description.value("transform").isNull {
      self = .source(try description.open())
    } else {
      let data = TransformedData(description, call.interpreter)
      _ = try data.sample()
      self = .transformed(data)
    }
  }

  /// The columns; levels are empty when they are not known.
  var fields: [Field] {
    get throws {
      switch self {
      case .source(let source): source.schema.fields
      case .transformed(let data):
        try data.sample().schema.fields.map { Field(name: $0.name, type: $0.type) }
      }
    }
  }

  var names: [String] {
    get throws { try fields.map(\.name) }
  }

  /// The columns of a list of vectors; `wanted`: those to take, all when nil.
  static func batch(
    _ list: ListVector, _ interpreter: Interpreter, keeping wanted: Set<String>? = nil
  ) throws(Unwind) -> ColumnBatch {
    let strings = interpreter.strings
    var names = list.names?.elements.map { strings.text($0) } ?? []
    var columns: [ColumnValues] = []
    for (name, value) in zip(names, list.elements) where wanted?.contains(name) ?? true {
      columns.append(try column(value, interpreter))
    }
    if let wanted { names.removeAll { !wanted.contains($0) } }
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
    case .double:
      let cells = Array(vector.doubles)
      let classes = strings.texts(value.attribute(.class_)) ?? []
      if classes.contains("Date") { return .date(cells) }
      return classes.contains("POSIXct") ? .dateTime(cells) : .double(cells)
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
    case .source(let source): try run(empty, over: source.batches(of: columns))
    case .transformed(let data): try run(empty, over: data.chunks(of: columns, threads: threads))
    }
  }

  private func run<State: Aggregation>(
    _ empty: State, over chunks: TransformedChunks
  ) throws -> State {
    try reporting { isWanted, report in
      try LocalExecutor(threads: threads).run(
        empty, chunks: { try chunks.next(isWanted: isWanted) }, isWanted: isWanted, report: report)
    }
  }

  private func run<State: Aggregation>(
    _ empty: State, over source: some BatchSource
  ) throws -> State {
    try reporting { isWanted, report in
      try LocalExecutor(threads: threads).run(
        empty, over: source, isWanted: isWanted, report: report)
    }
  }

  /// Runs `pass` with what asks for interrupts and what writes progress lines.
  func reporting<Result>(
    _ pass: (_ isWanted: () -> Bool, _ report: (PassProgress) -> Void) throws -> Result
  ) throws -> Result {
    var reporter = ProgressReporter(interpreter, level: reportLevel)
    var interrupt: Unwind?
    let start = Stopwatch()
    let isWanted = {
      do throws(Unwind) {
        try interpreter.checkInterrupt()
        return true
      } catch {
        interrupt = error
        return false
      }
    }
    do {
      let result = try pass(isWanted) { reporter.add($0) }
      reporter.finish(seconds: start.seconds)
      return result
    } catch {
      reporter.abandon()
      throw interrupt ?? error
    }
  }
}
