import ApusAnalytics
import ApusColumns
import Glibc

/// One pass of an aggregation over a source.
final class Pass<State: Aggregation, Source: BatchSource>: OrderedPipeline, Sendable {
  private struct Board {
    var state: State
    var rows = 0
    var blockRows = 0
    var blockStart: Double
    var finished: [PassProgress] = []
  }

  struct Outcome {
    let state: State
    let rows: Int
    let endsBlock: Bool
  }

  private let source: Source
  private let empty: State
  private let board: Monitor<Board>

  /// `state`: what the states of the pieces are merged into.
  init(_ empty: State, _ source: Source, onto state: State) {
    self.source = source
    self.empty = empty
    board = Monitor(Board(state: state, blockStart: Clock.seconds()))
  }

  func makeScratch() -> Source.Decoder { source.makeDecoder() }

  func produce() throws -> Source.Piece? { try source.nextPiece() }

  func process(_ piece: Source.Piece, with decoder: inout Source.Decoder) throws -> Outcome {
    let batch = try source.decode(piece, with: &decoder)
    var state = empty
    try state.update(with: batch)
    return Outcome(state: state, rows: batch.rowCount, endsBlock: source.endsBlock(piece))
  }

  func consume(_ outcome: Outcome) -> Bool {
    board.enter { board in
      board.state.merge(outcome.state)
      board.rows += outcome.rows
      board.blockRows += outcome.rows
      if outcome.endsBlock { Self.closeBlock(&board) }
    }
    return true
  }

  private static func closeBlock(_ board: inout Board) {
    let time = Clock.seconds()
    board.finished.append(
      PassProgress(
        rowsRead: board.blockRows, totalRows: board.rows, seconds: time - board.blockStart))
    board.blockRows = 0
    board.blockStart = time
  }

  /// The merged state, once all pieces are in; the last block is closed.
  func state() -> State {
    board.enter { $0.state }
  }

  /// How many rows were taken in so far.
  var rowCount: Int { board.enter { $0.rows } }

  func takeProgress() -> [PassProgress] {
    board.enter { board in
      defer { board.finished = [] }
      return board.finished
    }
  }

  /// Closes the block that the end of the data left open.
  func finish() {
    board.enter { if $0.blockRows > 0 { Self.closeBlock(&$0) } }
  }
}

enum Clock {
  /// Seconds since some moment before the process began.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
