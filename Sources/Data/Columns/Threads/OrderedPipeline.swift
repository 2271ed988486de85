/// Work on a sequence of pieces by several threads, with results taken in the order of the pieces.
///
/// Pieces are produced one at a time by whichever thread is free, processed in parallel, and
/// consumed strictly in order, so that the outcome does not depend on threads or schedule. At most
/// a few pieces a thread are under way, so that memory stays bounded.
package protocol OrderedPipeline: Sendable {
  associatedtype Piece
  associatedtype Outcome
  /// What a thread keeps between pieces.
  associatedtype Scratch

  func makeScratch() -> Scratch
  /// The next piece, nil at the end.
  ///
  /// Never called by two threads at once.
  func produce() throws -> Piece?
  func process(_ piece: Piece, with scratch: inout Scratch) throws -> Outcome
  /// Called in the order of pieces, never by two threads at once.
  ///
  /// False ends the work early.
  func consume(_ outcome: Outcome) throws -> Bool
}

extension OrderedPipeline {
  /// Runs all pieces.
  ///
  /// `poll` is called on this thread every few milliseconds; when it says false,
  /// the work is abandoned with `.cancelled`.
  package func run(threads: Int, poll: () -> Bool = { true }) throws {
    let state = PipelineState(self, threads: max(1, threads))
    let workers = (0..<max(1, threads)).compactMap { _ in
      WorkerThread { state.work() }
    }
    if workers.isEmpty { state.work() }
    let refused = max(1, threads) - max(1, workers.count)
    state.board.enter { $0.working -= refused }
    while !state.board.wait(milliseconds: 20, for: { $0.working == 0 }) {
      if !poll() { state.stop(ColumnError(.cancelled, "interrupted")) }
    }
    workers.forEach { $0.join() }
    if let failure = state.board.enter({ $0.failure }) { throw failure }
  }
}

/// The board on which the threads of a pipeline meet.
private final class PipelineState<Pipeline: OrderedPipeline>: @unchecked Sendable {
  struct Board {
    var produced = 0
    var consumed = 0
    var isProducing = false
    var isConsuming = false
    var isFinished = false
    var isClosed = false
    var working: Int
    var waiting: [Int: Result<Pipeline.Outcome, any Error>] = [:]
    var failure: (any Error)?
  }

  let pipeline: Pipeline
  let board: Monitor<Board>
  let window: Int

  init(_ pipeline: Pipeline, threads: Int) {
    self.pipeline = pipeline
    window = threads * 3
    board = Monitor(Board(working: threads))
  }

  func stop(_ error: any Error) {
    board.enter {
      $0.isFinished = true
      if $0.failure == nil { $0.failure = error }
    }
  }

  func work() {
    var scratch = pipeline.makeScratch()
    while let (number, produced) = next() {
      let outcome = produced.flatMap { piece in
        Result { try pipeline.process(piece, with: &scratch) }
      }
      board.enter { $0.waiting[number] = outcome }
      drain()
    }
    board.enter { $0.working -= 1 }
  }

  /// Produces the next piece, or waits until that is allowed.
  private func next() -> (Int, Result<Pipeline.Piece, any Error>)? {
    let limit = window
    let number = board.enter(
      when: { $0.isFinished || (!$0.isProducing && $0.produced - $0.consumed < limit) }
    ) { board -> Int? in
      if board.isFinished { return nil }
      board.isProducing = true
      return board.produced
    }
    guard let number else { return nil }
    let piece = Result { try pipeline.produce() }
    let isLast = if case .success(nil) = piece { true } else { false }
    board.enter {
      $0.isProducing = false
      if isLast { $0.isFinished = true } else { $0.produced += 1 }
      if case .failure = piece { $0.isFinished = true }
    }
    switch piece {
    case .success(let piece?): return (number, .success(piece))
    case .success(nil): return nil
    case .failure(let error): return (number, .failure(error))
    }
  }

  /// Consumes what is ready, in order; only one thread does it at a time.
  private func drain() {
    while true {
      let outcome = board.enter { board -> Result<Pipeline.Outcome, any Error>? in
        guard !board.isConsuming, !board.isClosed, board.failure == nil,
          let outcome = board.waiting.removeValue(forKey: board.consumed)
        else { return nil }
        board.isConsuming = true
        return outcome
      }
      guard let outcome else { return }
      let goesOn = Result { try pipeline.consume(outcome.get()) }
      board.enter { board in
        board.isConsuming = false
        board.consumed += 1
        switch goesOn {
        case .success(true): break
        case .success(false):
          board.isFinished = true
          board.isClosed = true
        case .failure(let error):
          board.isFinished = true
          if board.failure == nil { board.failure = error }
        }
      }
    }
  }
}
