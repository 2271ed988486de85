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
    self.model = model
  }

  /// The variables of each slot.
  package var slots: [[Int]] {
    [[]] + model.responses.map { [$0] } + model.terms
  }

  package func finish() -> CrossProducts { self }

  /// The categories of a variable, nil for a numeric one.
  package func categories(_ variable: Int) -> Categories? { state?.table.categories[variable] }

  package func cellCount(slot: Int) -> Int { state?.table.cellCount(slots[slot]) ?? 0 }

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

  private func sums(of rows: ModelRows) -> State {
    let columns = slots.map { SlotColumn(rows.numbers($0), rows.cells($0)) }
    let weights = model.weights.flatMap { rows.numbers([$0]) }
    let table = CategoryTable(rows)
    let counts = slots.map(table.cellCount)
    var blocks: [SumArray] = []
    for second in slots.indices {
      let right = weights.map { columns[second].weighted($0) } ?? columns[second]
      for first in 0...second {
        let count = first == second ? counts[second] : counts[first] * counts[second]
        var sums = SumArray(count: count)
        columns[first].multiply(
          right, isSame: first == second, stride: counts[first], rows: rows.rowCount, into: &sums)
        blocks.append(sums)
      }
    }
    return State(table: table, blocks: blocks)
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
    let slots = self.slots
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
    return block[low.cell + state.table.cellCount(slots[low.slot]) * high.cell]
  }
}

/// A slot over the rows of a batch: numbers, cells, both, or the constant 1.
private struct SlotColumn {
  let numbers: [Double]?
  let cells: [Int32]?
  let isExact: Bool

  init(_ numbers: [Double]?, _ cells: [Int32]?) {
    self.numbers = numbers
    self.cells = cells
    isExact = numbers.map(Kernels.areSmallIntegers) ?? true
  }

  func weighted(_ weights: [Double]) -> SlotColumn {
    SlotColumn(numbers.map { zip($0, weights).map { $0 * $1 } } ?? weights, cells)
  }

  /// Adds up the products of this and another slot, by cell.
  func multiply(
    _ other: SlotColumn, isSame: Bool, stride: Int, rows: Int, into sums: inout SumArray
  ) {
    guard let cells = pairedCells(other, isSame: isSame, stride: stride) else {
      sums.add(product(other, rows), to: 0)
      return
    }
    cells.withUnsafeBufferPointer { cells in
      guard let (values, errors) = productColumn(other) else {
        return Kernels.count(cells, into: &sums)
      }
      values.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &sums) }
      errors?.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &sums) }
    }
  }

  private func pairedCells(_ other: SlotColumn, isSame: Bool, stride: Int) -> [Int32]? {
    guard let mine = cells, let theirs = other.cells, !isSame else { return cells ?? other.cells }
    return Kernels.combine(mine, count: stride, theirs)
  }

  private func product(_ other: SlotColumn, _ rows: Int) -> DoubleDouble {
    switch (numbers, other.numbers) {
    case (nil, nil): DoubleDouble(Double(rows))
    case (let values?, nil), (nil, let values?):
      values.withUnsafeBufferPointer(Kernels.sum)
    case (let left?, let right?):
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          Kernels.dot(left, right, isExact: isExact && other.isExact)
        }
      }
    }
  }

  private func productColumn(_ other: SlotColumn) -> (values: [Double], errors: [Double]?)? {
    switch (numbers, other.numbers) {
    case (nil, nil): return nil
    case (let values?, nil), (nil, let values?): return (values, nil)
    case (let left?, let right?):
      let values = zip(left, right).map { $0 * $1 }
      if isExact && other.isExact { return (values, nil) }
      return (values, zip(left, right).map { DoubleDouble.twoProduct($0, $1).error })
    }
  }
}
