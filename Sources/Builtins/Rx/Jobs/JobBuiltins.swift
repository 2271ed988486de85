import ApusColumns
import ApusInterpreter

/// Tasks in the pool, waited for (`rxExec`) or not (`rxGetJobStatus` and its kin).
enum JobBuiltins {
  static var all: [Builtin] {
    [processors, runTasks, startJob, jobState, waitForJob, jobResults, cancelJob]
  }

  /// `rxProcessors()`: how many this process may use.
  static let processors = Builtin(.internal, "rxProcessors()") { _ in
    .integer(Int32(availableProcessors()))
  }

  /// `rxRunTasks(shared, tasks, threads, show)`: the results of tasks, all of them raw vectors.
  static let runTasks = Builtin(.internal, "rxRunTasks(shared, tasks, threads, show)") {
    call throws(Unwind) in
    let run = try taskRun(call)
    let threads = Int(try call.integer(2, "threads"))
    let shows = try call.flag(3, "show")
    let interpreter = call.interpreter
    var interrupt: Unwind?
    do {
      try run.run(threads: min(threads, 256)) {
        if shows { show(run, interpreter) }
        do throws(Unwind) { try interpreter.checkInterrupt() } catch { interrupt = error }
        if interrupt != nil { run.cancel() }
        return interrupt == nil
      }
    } catch {
      throw interrupt ?? .error(.error("\(error)"))
    }
    if let interrupt { throw interrupt }
    if shows { show(run, interpreter) }
    return results(run)
  }

  private static func show(_ run: TaskRun, _ interpreter: Interpreter) {
    run.takeOutput().withUnsafeBufferPointer { interpreter.output.write($0, to: .output) }
  }

  private static func results(_ run: TaskRun) -> Value {
    .list(run.outcomes.map { .object(RawVector($0.result)) })
  }

  private static func taskRun(_ call: borrowing Invocation) throws(Unwind) -> TaskRun {
    guard let start = call.interpreter.startAnother, let shared = bytes(call[0]),
      let list = call[1].list
    else { throw call.error("tasks cannot be run here") }
    var tasks: [[UInt8]] = []
    for value in list.elements {
      guard let task = bytes(value) else { throw call.error("a task must be a raw vector") }
      tasks.append(task)
    }
    return TaskRun(shared: shared, tasks: tasks, start: start)
  }

  private static func bytes(_ value: Value) -> [UInt8]? {
    guard let vector = value.vector as? RawVector else { return nil }
    return withExtendedLifetime(vector) { Array(vector.elements) }
  }

  // MARK: - Jobs

  /// `rxStartJob(shared, tasks, threads)`: a job that runs while the session goes on.
  static let startJob = Builtin(.internal, "rxStartJob(shared, tasks, threads)") {
    call throws(Unwind) in
    let run = try taskRun(call)
    let threads = Int(try call.integer(2, "threads"))
    do {
      return .object(ExternalPointer(try Job(run, threads: min(threads, 256))))
    } catch {
      throw call.error("\(error)")
    }
  }

  private static func job(_ call: borrowing Invocation) throws(Unwind) -> Job {
    guard case .object(let object) = call[0], let pointer = object as? ExternalPointer,
      let job = pointer.payload as? Job
    else { throw call.error("not a job of this session") }
    return job
  }

  /// `rxJobState(job)`: its state, and why it failed.
  static let jobState = Builtin(.internal, "rxJobState(job)") { call throws(Unwind) in
    let job = try job(call)
    let texts = [job.state.rawValue, job.message]
    return .object(CharacterVector(texts.map { call.strings.intern($0) }))
  }

  /// `rxWaitForJob(job)`: returns when it has ended; Ctrl-C ends the waiting only.
  static let waitForJob = Builtin(.internal, "rxWaitForJob(job)") { call throws(Unwind) in
    let job = try job(call)
    while !job.wait(milliseconds: 20) { try call.interpreter.checkInterrupt() }
    return .null
  }

  /// `rxJobResults(job)`: the results of the tasks that have ended, and what they printed.
  static let jobResults = Builtin(.internal, "rxJobResults(job)") { call throws(Unwind) in
    let run = try job(call).run
    let text = String(decoding: run.outcomes.flatMap(\.output), as: UTF8.self)
    return call.strings.list([
      ("results", results(run)), ("output", .string(call.strings.intern(text))),
    ])
  }

  /// `rxCancelJob(job)`: stops it, and returns when it has stopped.
  static let cancelJob = Builtin(.internal, "rxCancelJob(job)") { call throws(Unwind) in
    let job = try job(call)
    job.run.cancel()
    while !job.wait(milliseconds: 20) { try call.interpreter.checkInterrupt() }
    return .null
  }
}
