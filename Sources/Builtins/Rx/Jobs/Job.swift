import ApusColumns

/// Tasks that run while the session goes on; those of a job that nobody holds any more are stopped.
final class Job {
  enum State: String, Sendable {
    case queued, running, finished, failed, canceled
  }

  private struct Board {
    var state: State?
    var message = ""
  }

  let run: TaskRun
  private let board: Monitor<Board>
  /// Nil once joined: references are counted atomically until then.
  private var thread: WorkerThread?

  init(_ run: TaskRun, threads: Int) throws {
    let board = Monitor(Board())
    self.run = run
    self.board = board
    thread = WorkerThread { Self.work(run, threads, board) }
    if thread == nil {
      throw ColumnError(.invalidArgument, "the system refuses another thread")
    }
  }

  deinit {
    run.cancel()
    thread?.join()
  }

  private static func work(_ run: TaskRun, _ threads: Int, _ board: Monitor<Board>) {
    let outcome = Result {
      try run.run(threads: threads) {
        if run.isCancelled { run.cancel() }
        return !run.isCancelled
      }
    }
    board.enter { board in
      switch outcome {
      case _ where run.isCancelled: board.state = .canceled
      case .success: board.state = .finished
      case .failure(let error):
        board.state = .failed
        board.message = "\(error)"
      }
    }
  }

  var state: State {
    guard wait(milliseconds: 0) else { return run.hasStarted ? .running : .queued }
    return board.enter { $0.state } ?? .running
  }

  /// Why it failed.
  var message: String { board.enter { $0.message } }

  /// Waits for the end, at most so long; says whether it is there.
  func wait(milliseconds: Int) -> Bool {
    guard board.wait(milliseconds: milliseconds, for: { $0.state != nil }) else { return false }
    thread?.join()
    thread = nil
    return true
  }
}
