extension CSVFile {
  /// Reads all rows, or the first `maxRows`, by several threads.
  package func readAll(
    plans: [ColumnPlan], maxRows: Int? = nil, threads: Int = availableProcessors(),
    poll: () -> Bool = { true }
  ) throws -> CSVTable {
    precondition(plans.count == columnCount, "every column needs a plan")
    do {
      let job = WholeFile(self, plans)
      if let maxRows {
        try job.readSerially(maxRows)
      } else {
        try job.run(threads: threads, poll: poll)
      }
      return try job.table(threads: threads, poll: poll)
    } catch var error as ColumnError {
      error.file = name
      throw error
    }
  }

  func makeParser(_ plans: [ColumnPlan], _ kinds: [CellKind]) -> ChunkParser {
    ChunkParser(dialect: options.dialect, names: columnNames, plans: plans, kinds: kinds)
  }
}

extension ColumnPlan {
  /// The kind of cell to try first.
  var firstKind: CellKind {
    switch self {
    case .skip: .skip
    case .infer: .empty
    case .sniffed(let type), .declared(let type, _):
      switch type {
      case .logical: .logical
      case .integer: .integer
      case .double: .double
      case .date, .dateTime, .factor, .string: .string
      }
    }
  }
}

/// The parallel reading of a whole file: text stays until all types are known, because a number
/// in a column that turns out to be text must come out as it was written.
private final class WholeFile: OrderedPipeline, @unchecked Sendable {
  // Invariant: `produce` and `consume` are each called by one thread at a time, and nothing else
  // touches what they change while the pipeline runs.
  private let file: CSVFile
  private let plans: [ColumnPlan]
  private var texts: [TextChunk] = []
  private var chunks: [ParsedChunk] = []
  private var guesses: [CellKind]
  private var rowCount = 0

  init(_ file: CSVFile, _ plans: [ColumnPlan]) {
    self.file = file
    self.plans = plans
    guesses = plans.map(\.firstKind)
  }

  func makeScratch() -> ChunkParser { file.makeParser(plans, plans.map(\.firstKind)) }

  func produce() throws -> TextChunk? {
    try file.reader.next(size: 1 << 20)
  }

  func process(_ piece: TextChunk, with parser: inout ChunkParser) throws -> (
    TextChunk, ParsedChunk
  ) {
    (piece, try parser.parse(piece))
  }

  func consume(_ outcome: (TextChunk, ParsedChunk)) throws -> Bool {
    texts.append(outcome.0)
    chunks.append(outcome.1)
    rowCount += outcome.1.rowCount
    return true
  }

  func readSerially(_ maxRows: Int) throws {
    let parser = makeScratch()
    while rowCount < maxRows,
      let text = try file.reader.next(size: 1 << 20, limit: maxRows - rowCount)
    {
      _ = try consume((text, try parser.parse(text)))
    }
  }

  /// The columns, after those chunks were read again that took a number for what is text.
  func table(threads: Int, poll: () -> Bool) throws -> CSVTable {
    let first = plans.map(\.firstKind)
    let kinds = chunks.reduce(first) { zip($0, $1.kinds).map { $0.joined($1) } }
    let stale = chunks.indices.filter { chunk in
      zip(kinds, chunks[chunk].kinds).contains { $0 == .string && $1 != .string }
    }
    if !stale.isEmpty {
      let again = Rereading(file, kinds, stale.map { (texts[$0], chunks[$0]) })
      try again.run(threads: threads, poll: poll)
      for (chunk, parsed) in zip(stale, again.results) { chunks[chunk] = parsed }
    }
    return CSVTable(rowCount: rowCount, types: kinds.map(\.type), chunks: chunks)
  }
}

extension CellKind {
  /// The type of a finished column; nil when skipped.
  var type: ColumnType? {
    switch self {
    case .skip: nil
    case .empty, .logical: .logical
    case .integer: .integer
    case .double: .double
    case .string: .string
    }
  }
}

/// Reads the text columns of some chunks once more.
private final class Rereading: OrderedPipeline, @unchecked Sendable {
  // Invariant: as in `WholeFile`.
  private let file: CSVFile
  private let kinds: [CellKind]
  private var pieces: [(TextChunk, ParsedChunk)]
  private(set) var results: [ParsedChunk] = []

  init(_ file: CSVFile, _ kinds: [CellKind], _ pieces: [(TextChunk, ParsedChunk)]) {
    self.file = file
    self.kinds = kinds.map { $0 == .string ? .string : .skip }
    self.pieces = pieces.reversed()
  }

  func makeScratch() -> ChunkParser {
    file.makeParser(kinds.map { $0 == .skip ? .skip : .infer }, kinds)
  }

  func produce() throws -> (TextChunk, ParsedChunk)? { pieces.popLast() }

  func process(
    _ piece: (TextChunk, ParsedChunk), with parser: inout ChunkParser
  ) throws -> ParsedChunk {
    let text = try parser.parse(piece.0)
    var merged = piece.1
    for column in kinds.indices where kinds[column] == .string {
      merged.columns[column] = text.columns[column]
      merged.kinds[column] = .string
    }
    return merged
  }

  func consume(_ outcome: ParsedChunk) throws -> Bool {
    results.append(outcome)
    return true
  }
}
