import ApusColumns
import ApusInterpreter

/// R tasks run by threads, each with an interpreter of its own; results come in the order of the
/// tasks, whichever thread ran them.
///
/// A task is bytes that the R half has serialized; what they are, and what comes back, only
/// `run_tasks` in R knows.
final class TaskRun: OrderedPipeline, @unchecked Sendable {
  // Invariant: all that changes is behind `board`.
  struct Outcome: Sendable {
    let result: [UInt8]
    let output: [UInt8]
  }

  private struct Board {
    var next = 0
    var outcomes: [Outcome] = []
    /// How many outcomes have been shown.
    var shown = 0
    var workers: [ObjectIdentifier: UnsafeMutablePointer<Int32>] = [:]
    var isCancelled = false
  }

  /// What all tasks have in common.
  private let shared: [UInt8]
  private let tasks: [[UInt8]]
  private let start: @Sendable (any OutputSink) -> Interpreter
  private let board = Monitor(Board())

  init(
    shared: [UInt8], tasks: [[UInt8]], start: @escaping @Sendable (any OutputSink) -> Interpreter
  ) {
    self.shared = shared
    self.tasks = tasks
    self.start = start
  }

  // MARK: - Pipeline

  func makeScratch() -> TaskWorker {
    let worker = TaskWorker(start)
    let (name, flag) = (ObjectIdentifier(worker), worker.interruptFlag)
    board.enter { board in
      board.workers[name] = flag
      if board.isCancelled { flag.pointee = 1 }
    }
    worker.whenGone = { [board] in board.enter { $0.workers[name] = nil } }
    return worker
  }

  func produce() -> [UInt8]? {
    board.enter { board in
      guard board.next < tasks.count, !board.isCancelled else { return nil }
      defer { board.next += 1 }
      return tasks[board.next]
    }
  }

  func process(_ task: [UInt8], with worker: inout TaskWorker) throws -> Outcome {
    try worker.run(shared, task)
  }

  func consume(_ outcome: Outcome) -> Bool {
    board.enter { $0.outcomes.append(outcome) }
    return true
  }

  // MARK: - From outside

  /// Stops the tasks at their next safe points; called until all have stopped.
  func cancel() {
    board.enter { board in
      board.isCancelled = true
      for flag in board.workers.values { flag.pointee = 1 }
    }
  }

  var isCancelled: Bool { board.enter { $0.isCancelled } }
  var hasStarted: Bool { board.enter { $0.next > 0 } }
  var outcomes: [Outcome] { board.enter { $0.outcomes } }

  /// What tasks have printed since this was last asked, in the order of the tasks.
  func takeOutput() -> [UInt8] {
    board.enter { board in
      defer { board.shown = board.outcomes.count }
      return board.outcomes[board.shown...].flatMap(\.output)
    }
  }
}

/// An interpreter for the tasks of one thread, which makes it, uses it and lets go of it.
final class TaskWorker {
  var whenGone: () -> Void = {}
  private let sink = TaskOutput()
  private let interpreter: Interpreter

  init(_ start: (any OutputSink) -> Interpreter) {
    interpreter = start(sink)
  }

  deinit { whenGone() }

  var interruptFlag: UnsafeMutablePointer<Int32> { interpreter.interruptFlag }

  func run(_ shared: [UInt8], _ task: [UInt8]) throws -> TaskRun.Outcome {
    defer { sink.bytes = [] }
    do throws(Unwind) {
      let package = interpreter.strings.symbol("RevoScaleR")
      let name = interpreter.strings.symbol("run_tasks")
      guard let function = try interpreter.namespaces[package]?.value(name) else {
        throw .error(.error("the package RevoScaleR is not there"))
      }
      let arguments = [shared, task].map { Argument(.object(RawVector($0))) }
      guard let result = try interpreter.call(function, arguments).vector as? RawVector else {
        throw .error(.error("the task gave no result"))
      }
      return TaskRun.Outcome(result: Array(result.elements), output: sink.bytes)
    } catch {
      interpreter.recover()
      throw TaskError(error)
    }
  }
}

/// Why a task ended without a result.
struct TaskError: Error, CustomStringConvertible {
  let description: String

  init(_ unwind: Unwind) {
    description =
      switch unwind {
      case .error(let condition): condition.message
      case .interrupt: "interrupted"
      case .quit(let status): "the task called quit() with status \(status)"
      default: "the task was ended"
      }
  }
}

/// Keeps what a task prints.
private final class TaskOutput: OutputSink {
  var bytes: [UInt8] = []

  func write(_ bytes: UnsafeBufferPointer<UInt8>, to stream: OutputStream) {
    self.bytes.append(contentsOf: bytes)
  }

  func flush() {}
}
