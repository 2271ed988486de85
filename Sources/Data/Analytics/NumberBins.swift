import ApusColumns
import ApusModelFrames

/// The range of a numeric variable, and by which power of ten it becomes whole.
package struct NumberScan: Aggregation {
  package let model: StreamModel
  package private(set) var validCount = 0
  package private(set) var missingCount = 0
  package private(set) var least = Double.infinity
  package private(set) var most = -Double.infinity
  /// The least power of ten that makes all values whole, up to 7, which stands for none.
  package private(set) var decimals = 0

  package init(_ model: StreamModel) { self.model = model }

  package func finish() -> NumberScan { self }

  package mutating func update(with batch: ColumnBatch) throws {
    let rows = try numericRows(model, batch)
    var local = NumberScan(model)
    local.validCount = rows.rowCount
    local.missingCount = rows.missingCount
    for value in rows.numbers([0]) ?? [] {
      local.least = min(local.least, value)
      local.most = max(local.most, value)
      while local.decimals < 7, !Self.isWhole(value, decimals: local.decimals) {
        local.decimals += 1
      }
    }
    merge(local)
  }

  package mutating func merge(_ other: NumberScan) {
    validCount += other.validCount
    missingCount += other.missingCount
    least = min(least, other.least)
    most = max(most, other.most)
    decimals = max(decimals, other.decimals)
  }

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  private static func isWhole(_ value: Double, decimals: Int) -> Bool {
    let scaled = value * powers[decimals]
    let nearest = scaled.rounded()
    if scaled == nearest { return true }
    return decimals > 0 && abs(scaled - nearest) <= 1e-9 * max(1, abs(nearest))
      && nearest / powers[decimals] == value
  }
}

/// How many rows, or how much weight, each of equal bins of a numeric variable holds.
package struct BinCounts: Aggregation {
  package let model: StreamModel
  /// Values are multiplied by `scale`, then `low` is taken off and the rest rounded.
  private let low: Double
  private let scale: Double
  /// Rounded to the nearest, otherwise up, less one.
  private let isWhole: Bool
  private let count: Int
  private var sums: SumArray

  package init(_ model: StreamModel, low: Double, scale: Double, isWhole: Bool, count: Int) {
    self.model = model
    self.low = low
    self.scale = scale
    self.isWhole = isWhole
    self.count = count
    sums = SumArray(count: 0)
  }

  package func finish() -> [Double] {
    (0..<count).map { $0 < sums.count ? sums[$0].value : 0 }
  }

  package mutating func update(with batch: ColumnBatch) throws {
    let rows = try numericRows(model, batch)
    let last = Double(count - 1)
    let cells = (rows.numbers([0]) ?? []).map { value -> Int32 in
      let place = value * scale - low
      return Int32(max(0, min(last, isWhole ? place.rounded() : place.rounded(.up) - 1)))
    }
    var local = SumArray(count: count)
    cells.withUnsafeBufferPointer { cells in
      if let weights = model.weights.flatMap({ rows.numbers([$0]) }) {
        weights.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &local) }
      } else {
        Kernels.count(cells, into: &local)
      }
    }
    add(local)
  }

  package mutating func merge(_ other: BinCounts) { add(other.sums) }

  private mutating func add(_ other: SumArray) {
    if sums.count == 0 { sums = other } else if other.count > 0 { sums.add(other) }
  }
}

/// The rows of a batch in which the variable and the weights are there; the variable must be
/// numeric.
private func numericRows(_ model: StreamModel, _ batch: ColumnBatch) throws -> ModelRows {
  let columns = try model.evaluate(batch)
  let rows = ModelRows(columns, needing: Array(columns.indices), rowCount: batch.rowCount)
  guard rows.categories(0) == nil else {
    throw ModelError(
      .invalidType, "'\(model.variables[0].name)' is not numeric",
      variable: model.variables[0].name)
  }
  return rows
}
