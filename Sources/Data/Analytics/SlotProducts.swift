import ApusColumns

/// The sums of products of all pairs of slots over the rows of a batch.
struct SlotProducts {
  private let slots: [SlotColumn]
  private let counts: [Int]
  private let weights: [Double]?
  private let rows: Int
  /// Slots of numbers alone, and of cells alone: their place among those of their kind.
  private var plain: [Int: Int] = [:]
  private var factors: [Int: Int] = [:]
  private var tiles: ProductTiles

  /// `counts`: how many cells each slot has.
  init(
    _ slots: [SlotColumn], counts: [Int], weights: [Double]?, rows: Int, keepsErrors: Bool
  ) {
    (self.slots, self.counts, self.weights, self.rows) = (slots, counts, weights, rows)
    for slot in slots.indices where slots[slot].cells == nil { plain[slot] = plain.count }
    for slot in slots.indices where slots[slot].cells != nil && slots[slot].numbers == nil {
      factors[slot] = factors.count
    }
    let (plain, factors) = (self.plain, self.factors)
    let cells = slots.indices.filter { factors[$0] != nil }
    tiles = ProductTiles(
      columns: plain.count, cells: cells.map { counts[$0] }, keepsErrors: keepsErrors)
    tiles.add(
      slots.indices.filter { plain[$0] != nil }.map { slots[$0].numbers },
      factors: cells.compactMap { slots[$0].cells }, weights: weights, rows: rows)
  }

  /// The lower triangle of slots by rows.
  func blocks() -> [SumArray] {
    var weighted: [Int: SlotColumn] = [:]
    var blocks: [SumArray] = []
    for second in slots.indices {
      for first in 0...second {
        if let block = tiled(first, second) {
          blocks.append(block)
          continue
        }
        let right =
          weighted[second] ?? weights.map { slots[second].weighted($0) } ?? slots[second]
        weighted[second] = right
        blocks.append(product(first, second, right))
      }
    }
    return blocks
  }

  /// What the tiles have added up; nil for other pairs.
  private func tiled(_ first: Int, _ second: Int) -> SumArray? {
    if let one = plain[first], let two = plain[second] {
      var sums = SumArray(count: 1)
      sums.add(tiles.product(one, two), to: 0)
      return sums
    }
    if first == second, let factor = factors[first] {
      return tiles.sums(0, factor: factor, cells: counts[first])
    }
    if let factor = factors[second], let column = plain[first] {
      return tiles.sums(column, factor: factor, cells: counts[second])
    }
    if let factor = factors[first], let column = plain[second] {
      return tiles.sums(column, factor: factor, cells: counts[first])
    }
    return nil
  }

  private func product(_ first: Int, _ second: Int, _ right: SlotColumn) -> SumArray {
    let isSame = first == second
    var sums = SumArray(count: isSame ? counts[second] : counts[first] * counts[second])
    slots[first].multiply(right, isSame: isSame, stride: counts[first], into: &sums)
    return sums
  }
}

/// A slot over the rows of a batch: numbers, cells, both, or the constant 1.
struct SlotColumn {
  let numbers: [Double]?
  let cells: [Int32]?

  init(_ numbers: [Double]?, _ cells: [Int32]?) {
    self.numbers = numbers
    self.cells = cells
  }

  func weighted(_ weights: [Double]) -> SlotColumn {
    SlotColumn(numbers.map { zip($0, weights).map { $0 * $1 } } ?? weights, cells)
  }

  /// Adds up the products of this and another slot, by cell; one of them has cells.
  func multiply(_ other: SlotColumn, isSame: Bool, stride: Int, into sums: inout SumArray) {
    let paired = pairedCells(other, isSame: isSame, stride: stride) ?? []
    paired.withUnsafeBufferPointer { cells in
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

  private func productColumn(_ other: SlotColumn) -> (values: [Double], errors: [Double]?)? {
    switch (numbers, other.numbers) {
    case (nil, nil): return nil
    case (let values?, nil), (nil, let values?): return (values, nil)
    case (let left?, let right?):
      let values = zip(left, right).map { $0 * $1 }
      if Kernels.areSmallIntegers(left), Kernels.areSmallIntegers(right) { return (values, nil) }
      return (values, zip(left, right).map { DoubleDouble.twoProduct($0, $1).error })
    }
  }
}
