import ApusColumns
import ApusModelFrames

/// Rows as points: the numeric terms of a model.
struct PointRows {
  /// One column a dimension.
  let columns: [[Double]]
  let count: Int
  let missingCount: Int
  /// Which rows of the batch these are; nil for all.
  let kept: [Int]?

  init(_ model: StreamModel, _ batch: ColumnBatch) throws {
    let variables = try model.evaluate(batch)
    for (variable, column) in zip(model.variables, variables) {
      guard case .categorical = column else { continue }
      throw ModelError(
        .invalidType, "'\(variable.name)' is not numeric", variable: variable.name)
    }
    var flags = CompleteRows(count: batch.rowCount)
    for case .numeric(let values) in variables {
      values.withUnsafeBufferPointer { flags.exclude(missingIn: $0) }
    }
    let kept = flags.kept
    let complete = kept.map { kept in variables.map { $0.rows(kept) } } ?? variables
    let rows = ModelRows(complete, needing: [], rowCount: kept?.count ?? batch.rowCount)
    self.kept = kept
    count = rows.rowCount
    missingCount = batch.rowCount - rows.rowCount
    columns = model.terms.map { rows.numbers($0) ?? [] }
  }

  func point(_ row: Int) -> [Double] { columns.map { $0[row] } }
}

/// Which of some centres each point is nearest to, and how far it is.
struct NearestCentres {
  private(set) var codes: [Int32]
  private(set) var squares: [Double]

  /// `centres`: one after another.
  init(_ points: PointRows, _ centres: [Double]) {
    codes = Array(repeating: 0, count: points.count)
    squares = Array(repeating: .infinity, count: points.count)
    let dimensions = points.columns.count
    guard dimensions > 0, points.count > 0 else { return }
    codes.withUnsafeMutableBufferPointer { codes in
      squares.withUnsafeMutableBufferPointer { squares in
        var lanes = [SIMD8<Double>](repeating: .zero, count: dimensions)
        for start in stride(from: 0, to: points.count, by: 8) {
          let width = min(8, points.count - start)
          for (dimension, column) in points.columns.enumerated() {
            lanes[dimension] = Self.lane(column, start, width)
          }
          let (nearest, square) = Self.nearest(lanes, centres)
          for place in 0..<width {
            codes[start + place] = Int32(truncatingIfNeeded: nearest[place])
            squares[start + place] = square[place]
          }
        }
      }
    }
  }

  /// Eight values of a column, or those that are left.
  @inline(__always)
  private static func lane(_ column: [Double], _ start: Int, _ width: Int) -> SIMD8<Double> {
    if width == 8 {
      return column.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: start * 8, as: SIMD8<Double>.self)
      }
    }
    var lane = SIMD8<Double>.zero
    for place in 0..<width { lane[place] = column[start + place] }
    return lane
  }

  /// The nearest centre of eight points; of several the first.
  @inline(__always)
  private static func nearest(
    _ lanes: [SIMD8<Double>], _ centres: [Double]
  ) -> (codes: SIMD8<Int64>, squares: SIMD8<Double>) {
    var best = SIMD8<Double>(repeating: .infinity)
    var nearest = SIMD8<Int64>.zero
    lanes.withUnsafeBufferPointer { lanes in
      centres.withUnsafeBufferPointer { centres in
        var place = 0
        for centre in 0..<centres.count / lanes.count {
          var sum = SIMD8<Double>.zero
          for lane in lanes {
            let apart = lane - centres[place]
            sum += apart * apart
            place += 1
          }
          let isNearer = sum .< best
          best.replace(with: sum, where: isNearer)
          nearest.replace(with: SIMD8<Int64>(repeating: Int64(centre)), where: isNearer)
        }
      }
    }
    return (nearest, best)
  }
}

/// A pass of Lloyd's algorithm: the points nearest to each centre, summed.
package struct ClusterSums: Aggregation {
  package struct Result: Sendable {
    /// The means of the clusters, one after another; an empty one stays where it was.
    package let centres: [Double]
    package let sizes: [Double]
    /// Squared distances to the given centres, by cluster.
    package let withinSquares: [Double]
    package let validCount: Int
    package let missingCount: Int
    /// Squared distances to the mean of all points; nil when not asked for.
    package let totalSquares: Double?
  }

  package let model: StreamModel
  private let centres: [Double]
  private let dimensions: Int
  private let wantsTotal: Bool
  private var validCount = 0
  private var missingCount = 0
  private var sizes: SumArray
  /// By dimensions, then clusters.
  private var sums: [SumArray]
  private var squares: [SumArray]
  private var within: SumArray

  package init(_ model: StreamModel, centres: [Double], wantsTotal: Bool) {
    self.model = model
    self.centres = centres
    self.wantsTotal = wantsTotal
    dimensions = model.terms.count
    let count = dimensions == 0 ? 0 : centres.count / dimensions
    sizes = SumArray(count: count)
    within = sizes
    sums = Array(repeating: sizes, count: dimensions)
    squares = Array(repeating: SumArray(count: 1), count: dimensions)
  }

  package mutating func update(with batch: ColumnBatch) throws {
    let points = try PointRows(model, batch)
    let nearest = NearestCentres(points, centres)
    var local = ClusterSums(model, centres: centres, wantsTotal: wantsTotal)
    local.validCount = points.count
    local.missingCount = points.missingCount
    nearest.codes.withUnsafeBufferPointer { codes in
      Kernels.count(codes, into: &local.sizes)
      nearest.squares.withUnsafeBufferPointer {
        Kernels.scatter($0, codes, into: &local.within)
      }
      for (dimension, column) in points.columns.enumerated() {
        column.withUnsafeBufferPointer { column in
          Kernels.scatter(column, codes, into: &local.sums[dimension])
          guard wantsTotal else { return }
          local.squares[dimension].add(Kernels.dot(column, column, isExact: false), to: 0)
        }
      }
    }
    merge(local)
  }

  package mutating func merge(_ other: ClusterSums) {
    validCount += other.validCount
    missingCount += other.missingCount
    sizes.add(other.sizes)
    within.add(other.within)
    for dimension in 0..<dimensions {
      sums[dimension].add(other.sums[dimension])
      squares[dimension].add(other.squares[dimension])
    }
  }

  package func finish() -> Result {
    var means = centres
    var total = DoubleDouble(0)
    let count = DoubleDouble(Double(validCount))
    for dimension in 0..<dimensions {
      var all = DoubleDouble(0)
      for cluster in 0..<sizes.count {
        all = all + sums[dimension][cluster]
        guard sizes[cluster].value > 0 else { continue }
        means[cluster * dimensions + dimension] =
          (sums[dimension][cluster] / sizes[cluster]).value
      }
      if validCount > 0 { total = total + (squares[dimension][0] - all * all / count) }
    }
    return Result(
      centres: means, sizes: (0..<sizes.count).map { sizes[$0].value },
      withinSquares: (0..<sizes.count).map { within[$0].value }, validCount: validCount,
      missingCount: missingCount,
      totalSquares: wantsTotal ? max(0, total.value) : nil)
  }
}

/// The cluster of each row, counted from 1, in the order of the rows.
package struct ClusterCodes: Aggregation {
  package let model: StreamModel
  private let centres: [Double]
  private var codes: [Int32] = []

  package init(_ model: StreamModel, centres: [Double]) {
    self.model = model
    self.centres = centres
  }

  package mutating func update(with batch: ColumnBatch) throws {
    let points = try PointRows(model, batch)
    let nearest = NearestCentres(points, centres)
    var all = Array(repeating: missingInteger, count: batch.rowCount)
    for row in 0..<points.count { all[points.kept?[row] ?? row] = nearest.codes[row] + 1 }
    codes += all
  }

  package mutating func merge(_ other: ClusterCodes) { codes += other.codes }

  package func finish() -> [Int32] { codes }
}

/// A few rows: the first ones, or a sample without replacement of the distinct ones.
///
/// A row's place in the sample is a hash of its values and the seed, so that the sample does not
/// depend on how the rows were cut into batches.
package struct RowSample: Aggregation {
  package let model: StreamModel
  private let count: Int
  /// Nil for the first rows.
  private let seed: UInt64?
  private var picked: [Pick] = []

  private struct Pick: Codable, Sendable {
    let rank: UInt64
    let point: [Double]
  }

  package init(_ model: StreamModel, count: Int, seed: UInt64?) {
    self.model = model
    self.count = count
    self.seed = seed
  }

  /// Points one after another.
  package func finish() -> [Double] { picked.flatMap(\.point) }

  package mutating func update(with batch: ColumnBatch) throws {
    let points = try PointRows(model, batch)
    var local = RowSample(model, count: count, seed: seed)
    for row in 0..<points.count {
      guard let seed else {
        if local.picked.count == count { break }
        local.picked.append(Pick(rank: 0, point: points.point(row)))
        continue
      }
      let rank = points.columns.reduce(Self.mixed(seed)) { Self.mixed($0 ^ $1[row].bitPattern) }
      if local.picked.count >= count, rank >= local.picked[count - 1].rank { continue }
      local.insert(Pick(rank: rank, point: points.point(row)))
    }
    merge(local)
  }

  package mutating func merge(_ other: RowSample) {
    guard seed != nil else {
      picked += other.picked.prefix(max(0, count - picked.count))
      return
    }
    for pick in other.picked { insert(pick) }
  }

  private mutating func insert(_ pick: Pick) {
    let place = picked.firstIndex { $0.rank >= pick.rank } ?? picked.count
    guard place < count else { return }
    if place < picked.count, picked[place].rank == pick.rank { return }
    picked.insert(pick, at: place)
    if picked.count > count { picked.removeLast() }
  }

  /// Spreads the bits of a number over all of it, as splitmix64 does.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
