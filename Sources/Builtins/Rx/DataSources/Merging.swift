import ApusColumns
import ApusExecutors
import ApusInterpreter

/// Merging two sets of data of any size.
enum Merging {
  static var all: [Builtin] { [merge] }

  /// `rxMergeData(first, second, target, plan, numCoresToUse, reportProgress)`: the merged rows,
  /// written to a file, or as a list of vectors when there is no target.
  ///
  /// `plan`: what a sort wants, and `type` (`"inner"`, `"left"`, `"right"`, `"full"` or
  /// `"union"`), `first` and `second` (the names of the columns), `sorts` and `rowsPerBlock`.
  static let merge = Builtin(
    .internal, "rxMergeData(first, second, target, plan, numCoresToUse, reportProgress)"
  ) { call throws(Unwind) in
    do {
      guard let list = call[3].list else { throw call.error("invalid plan") }
      let plan = SourceDescription(list, call.strings)
      let runner = try PassRunner(call, threads: 4, report: 5)
      let sets = try MergedSets(
        RxData(call[0], call), RxData(call[1], call), plan, threads: runner.threads)
      if plan.text("type") == "union" {
        return try Sorting.deliver(sets.union(), call[2], call.strings, runner)
      }
      return try Sorting.deliver(sets.matched(runner), call[2], call.strings, runner)
    } catch {
      throw DataSources.failure(error, call)
    }
  }
}

/// Two sets of data that become one.
private struct MergedSets {
  private let first: RxData
  private let second: RxData
  private let plan: SourceDescription
  private let threads: Int

  init(_ first: RxData, _ second: RxData, _ plan: SourceDescription, threads: Int) throws {
    (self.first, self.second, self.plan) = (first, second, plan)
    self.threads = threads
    for (data, name) in [(first, "first"), (second, "second")]
    where plan.texts(name)?.count != data.names.count {
      throw ColumnError(.invalidArgument, "the columns of the \(name) set are not known")
    }
  }

  private func names(_ set: String) -> [String] { plan.texts(set) ?? [] }

  private func fields(_ data: RxData, _ names: [String]) -> [Field] {
    zip(data.schema.fields, names).map { field, name in
      var field = field
      field.name = name
      return field
    }
  }

  private var rowsPerBlock: Int {
    let wanted = plan.integer("rowsPerBlock", else: -1)
    if wanted > 0 { return wanted }
    let means = [first, second].map { data -> Int in
      let sizes = data.source.blocks ?? []
      return sizes.isEmpty ? 500_000 : sizes.reduce(0, +) / sizes.count
    }
    return max(10_000, means.min() ?? 0)
  }

  // MARK: - Union

  /// The second set behind the first.
  func union() throws -> any BatchSource {
    let (ones, others) = (names("first"), names("second"))
    for (name, field) in zip(ones, first.schema.fields) {
      guard let place = others.firstIndex(of: name) else { continue }
      let (mine, other) = (field.type, second.schema.fields[place].type)
      let areNumbers = [mine, other].allSatisfy { $0 == .integer || $0 == .double }
      guard mine == other || areNumbers else {
        throw ColumnError(
          .invalidArgument, "is \(mine.rName) in one set and \(other.rName) in the other",
          column: name)
      }
    }
    return try JoinedSource([
      renamed(first.source, first.names, ones), renamed(second.source, second.names, others),
    ]).batches()
  }

  private func renamed(
    _ source: any DataSource, _ old: [String], _ new: [String]
  ) throws -> any DataSource {
    var refinements: [String: Refinement] = [:]
    for (old, new) in zip(old, new) where old != new {
      refinements[old, default: Refinement()].newName = new
    }
    return try RefinedSource(source, refinements)
  }

  // MARK: - Matches

  /// Rows that agree in the match variables.
  func matched(_ runner: PassRunner) throws -> any BatchSource {
    let order = Sorting.order(plan)
    var ones = Schema(fields(first, names("first")))
    var others = Schema(fields(second, names("second")))
    for key in order.keys {
      guard let one = ones.index(of: key.name), let other = others.index(of: key.name) else {
        throw ColumnError(.unknownColumn, "is not in both sets", column: key.name)
      }
      let common = try Self.common(ones.fields[one], others.fields[other])
      (ones.fields[one], others.fields[other]) = (common, common)
    }
    let levels = LevelTables()
    let type = plan.text("type") ?? "inner"
    let kind = MatchKind(
      keepsFirst: type == "left" || type == "full", keepsSecond: type == "right" || type == "full")
    let folder = plan.text("folder") ?? "/tmp"
    // All levels must be known before rows are compared or written.
    let isSorted = plan.flag("sorts") == false && hasLevels(ones) && hasLevels(others)
    if isSorted {
      return MatchedRows(
        try input(first, names("first"), ones, order, levels),
        try input(second, names("second"), others, order, levels), kind,
        rowsPerBlock: rowsPerBlock, folder: folder)
    }
    let sorters = try [ones, others].map { schema in
      try Sorting.sorter(schema, plan, threads, levels: levels, share: 2)
    }
    _ = try Sorting.read(first, names: names("first"), into: sorters[0], runner)
    _ = try Sorting.read(second, names: names("second"), into: sorters[1], runner)
    let inputs = try sorters.map { sorter in
      let rows = try runner.quietly.reporting { isWanted, _ in
        try sorter.finish(rowsPerBlock: 2 * rowsPerPiece, isWanted: isWanted)
      }
      let stream = ChunkStream(rows, threads: threads)
      return try SortedInput(rows.schema, order, isChecked: false) { try stream.next()?.batch }
    }
    return MatchedRows(
      inputs[0], inputs[1], kind, rowsPerBlock: rowsPerBlock, folder: folder)
  }

  private func hasLevels(_ schema: Schema) -> Bool {
    schema.fields.allSatisfy { $0.type != .factor || !$0.levels.isEmpty }
  }

  /// A set that is in order already.
  private func input(
    _ data: RxData, _ names: [String], _ schema: Schema, _ order: SortOrder, _ levels: LevelTables
  ) throws -> SortedInput {
    let chunks = try data.chunks(of: nil, threads: threads)
    return try SortedInput(schema, order, isChecked: true) {
      guard var batch = try chunks.next(isWanted: { true })?.batch else { return nil }
      batch.names = names
      return levels.unified(batch.arranged(as: schema), schema)
    }
  }

  /// What a match variable is in both sets.
  private static func common(_ one: Field, _ other: Field) throws -> Field {
    var field = one
    if one.type == other.type {
      if one.levels.isEmpty || other.levels.isEmpty { field.levels = [] }
      if !field.levels.isEmpty {
        let known = Set(one.levels)
        field.levels += other.levels.filter { !known.contains($0) }
      }
      return field
    }
    let types = Set([one.type, other.type])
    if types.isSubset(of: [.logical, .integer, .double]) {
      field.type = .double
    } else if types == [.factor, .string] {
      field.type = .factor
      field.levels = []
    } else {
      throw ColumnError(
        .invalidArgument, "is \(one.type.rName) in one set and \(other.type.rName) in the other",
        column: one.name)
    }
    return field
  }
}
