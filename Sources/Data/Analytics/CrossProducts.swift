import ApusColumns
import ApusModelFrames

/// All sums of products of the columns of a linear model and its responses.
///
/// Dummy columns are never built: a factor's sums are kept by cell. Slots are what is multiplied:
/// the constant 1 first, then the responses, then the terms.
package struct CrossProducts: Aggregation {
  package let model: StreamModel
  package private(set) var validCount = 0
  package private(set) var missingCount = 0
  /// Whether the errors of products are added too; that of sums always is.
  private let keepsErrors: Bool
  /// Nil before the first batch.
  private var state: State?

  private struct State: Codable, Sendable {
    var table: CategoryTable
    /// The lower triangle of slots by rows; within a pair the cells of the first vary fastest.
    ///
    /// A slot with itself has only its diagonal.
    var blocks: [SumArray]
  }

  package init(_ model: StreamModel) {
    self.init(model, keepsErrors: true)
  }

  init(_ model: StreamModel, keepsErrors: Bool) {
    self.model = model
    self.keepsErrors = keepsErrors
  }

  /// The categories of all variables, nil before the first batch.
  var categories: [Categories?]? { state?.table.categories }

  /// The variables of each slot.
  package var slots: [[Int]] {
    [[]] + model.responses.map { [$0] } + model.terms
  }

  /// The variables whose categories are the cells of each slot: responses are numbers, even those
  /// that iterations make of two categories.
  private var cellVariables: [[Int]] {
    [[]] + model.responses.map { _ in [] } + model.terms
  }

  package func finish() -> CrossProducts { self }

  /// The categories of a variable, nil for a numeric one.
  package func categories(_ variable: Int) -> Categories? { state?.table.categories[variable] }

  package func cellCount(slot: Int) -> Int { state?.table.cellCount(cellVariables[slot]) ?? 0 }

  // MARK: - Update

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    for response in model.responses {
      if case .categorical = columns[response] {
        throw ModelError(
          .invalidType, "The dependent variable must be numeric.",
          variable: model.variables[response].name)
      }
    }
    let needed = Array(columns.indices)
    let rows = ModelRows(columns, needing: needed, rowCount: batch.rowCount)
    var local = CrossProducts(model)
    local.validCount = rows.rowCount
    local.missingCount = rows.missingCount
    local.state = local.sums(of: rows)
    merge(local)
  }

  /// Takes in rows with responses of their own and weights, as iterations have them.
  mutating func add(_ rows: ModelRows, response: [Double], weights: [Double]) {
    var local = CrossProducts(model, keepsErrors: keepsErrors)
    local.validCount = rows.rowCount
    local.missingCount = rows.missingCount
    local.state = local.sums(of: rows, response: response, weights: weights)
    merge(local)
  }

  private func sums(
    of rows: ModelRows, response: [Double]? = nil, weights: [Double]? = nil
  ) -> State {
    let columns = slots.indices.map { slot in
      slot == 1 && response != nil
        ? SlotColumn(response, nil) : SlotColumn(rows.numbers(slots[slot]), rows.cells(slots[slot]))
    }
    let weights = weights ?? model.weights.flatMap { rows.numbers([$0]) }
    let table = CategoryTable(rows)
    let sums = SlotProducts(
      columns, counts: cellVariables.map(table.cellCount), weights: weights, rows: rows.rowCount,
      keepsErrors: keepsErrors)
    return State(table: table, blocks: sums.blocks())
  }

  // MARK: - Merge

  package mutating func merge(_ other: CrossProducts) {
    validCount += other.validCount
    missingCount += other.missingCount
    guard let theirs = other.state else { return }
    guard state != nil else {
      state = theirs
      return
    }
    if let places = state?.table.unite(theirs.table) {
      mergeMoved(theirs, places)
    } else {
      for block in theirs.blocks.indices { state?.blocks[block].add(theirs.blocks[block]) }
    }
  }

  private mutating func mergeMoved(_ theirs: State, _ places: (own: [[Int]], others: [[Int]])) {
    guard let mine = state else { return }
    let slots = cellVariables
    let own = slots.map { mine.table.cellPlaces($0, places.own) }
    let others = slots.map { mine.table.cellPlaces($0, places.others) }
    let counts = slots.map(mine.table.cellCount)
    var block = 0
    for second in slots.indices {
      for first in 0...second {
        let isSame = first == second
        let count = isSame ? counts[second] : counts[first] * counts[second]
        let pair = { (places: [[Int]]) in
          isSame
            ? places[second]
            : places[second].flatMap { right in places[first].map { $0 + counts[first] * right } }
        }
        var sums = mine.blocks[block].moved(to: pair(own), count: count)
        sums.add(theirs.blocks[block].moved(to: pair(others), count: count))
        state?.blocks[block] = sums
        block += 1
      }
    }
  }

  // MARK: - Reading

  /// The sum of products of two cells of slots.
  package func sum(_ first: (slot: Int, cell: Int), _ second: (slot: Int, cell: Int))
    -> DoubleDouble
  {
    guard let state else { return DoubleDouble(0) }
    if first.slot == second.slot {
      let block = state.blocks[first.slot * (first.slot + 1) / 2 + first.slot]
      return first.cell == second.cell ? block[first.cell] : DoubleDouble(0)
    }
    let (low, high) = first.slot < second.slot ? (first, second) : (second, first)
    let block = state.blocks[high.slot * (high.slot + 1) / 2 + low.slot]
    return block[low.cell + state.table.cellCount(cellVariables[low.slot]) * high.cell]
  }
}
