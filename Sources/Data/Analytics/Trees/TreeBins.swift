// Decision trees over binned predictors: `TreeSurvey` and `FineCounts` find the bins, `TreeRows`
// keeps the rows as small codes, `TreeGrower` splits them.

import ApusColumns
import ApusModelFrames

/// How a predictor's values become codes.
package enum PredictorBins: Codable, Sendable {
  /// The least and the greatest value of each bin, ascending.
  case numeric(lows: [Double], highs: [Double])
  case categorical(levels: [String])

  package var count: Int {
    switch self {
    case .numeric(let lows, _): lows.count
    case .categorical(let levels): levels.count
    }
  }

  static let missing = UInt16.max

  /// Codes of numbers: the last bin that begins no later.
  func codes(_ values: [Double]) -> [UInt16] {
    guard case .numeric(let lows, _) = self, !lows.isEmpty else {
      return values.map { _ in Self.missing }
    }
    let starts = Self.starts(lows)
    let scale = Self.scale(lows)
    return lows.withUnsafeBufferPointer { lows in
      starts.withUnsafeBufferPointer { starts in
        values.map { value -> UInt16 in
          if value.isNaN { return Self.missing }
          let place = (value - lows[0]) * scale
          var bin = Int(starts[place >= 0 ? Int(min(place, Double(starts.count - 1))) : 0])
          while bin + 1 < lows.count, lows[bin + 1] <= value { bin += 1 }
          return UInt16(bin)
        }
      }
    }
  }

  private static let startCount = 4096

  /// What takes a distance from the first bin to a place among the starts.
  private static func scale(_ lows: [Double]) -> Double {
    let width = (lows.last ?? 0) - (lows.first ?? 0)
    return width > 0 && width.isFinite ? Double(startCount - 1) / width : 0
  }

  /// The last bin that begins before each of many equal steps, where the search for a value begins.
  private static func starts(_ lows: [Double]) -> [UInt16] {
    let scale = scale(lows)
    var starts = [UInt16](repeating: 0, count: startCount)
    var next = 0
    for (bin, low) in lows.enumerated() {
      let place = min(startCount - 1, Int((low - lows[0]) * scale))
      // A value at this place may still lie before the bin.
      while next <= place {
        starts[next] = UInt16(max(0, bin - 1))
        next += 1
      }
    }
    let last = UInt16(max(0, lows.count - 1))
    for place in next..<max(next, startCount) { starts[place] = last }
    return starts
  }
}

/// The rows of a tree's data that count, and what its predictors and its response are.
package struct TreeSurvey: Aggregation {
  package let model: StreamModel
  /// Rows that miss any predictor do not count; otherwise only those that miss all of them.
  package let removesMissings: Bool
  package private(set) var validCount = 0
  package private(set) var missingCount = 0
  /// The distinct values of a numeric predictor; nil when there are too many.
  private var distinct: [Set<Double>?]
  private var least: [Double]
  private var most: [Double]
  private var table: CategoryTable?
  private let limit: Int

  package init(_ model: StreamModel, limit: Int, removesMissings: Bool) {
    self.model = model
    self.limit = limit
    self.removesMissings = removesMissings
    distinct = Array(repeating: [], count: model.variables.count)
    least = Array(repeating: .infinity, count: model.variables.count)
    most = Array(repeating: -.infinity, count: model.variables.count)
  }

  package func finish() -> TreeSurvey { self }

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    let keeps = treeRows(model, columns, batch.rowCount, removesMissings)
    var local = TreeSurvey(model, limit: limit, removesMissings: removesMissings)
    local.validCount = keeps.reduce(0) { $0 + ($1 ? 1 : 0) }
    local.missingCount = batch.rowCount - local.validCount
    local.table = CategoryTable(
      ModelRows(columns, needing: [], rowCount: batch.rowCount))
    for (variable, column) in columns.enumerated() {
      if case .numeric(let values) = column { local.look(at: values, keeps, variable) }
    }
    merge(local)
  }

  private mutating func look(at values: [Double], _ keeps: [Bool], _ variable: Int) {
    var seen: Set<Double> = []
    // The values seen last by a few bits of them, since asking the set takes ten times as long.
    var recent = [Double](repeating: .nan, count: 4096)
    var (low, high) = (least[variable], most[variable])
    var isCrowded = false
    for (row, value) in values.enumerated() where keeps[row] && !value.isNaN {
      low = min(low, value)
      high = max(high, value)
      let place = Int((value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 52)
      if isCrowded || recent[place] == value { continue }
      recent[place] = value
      isCrowded = seen.insert(value).inserted && seen.count > limit
    }
    (least[variable], most[variable]) = (low, high)
    distinct[variable] = isCrowded ? nil : seen
  }

  package mutating func merge(_ other: TreeSurvey) {
    validCount += other.validCount
    missingCount += other.missingCount
    for variable in distinct.indices {
      least[variable] = min(least[variable], other.least[variable])
      most[variable] = max(most[variable], other.most[variable])
      let both = distinct[variable].flatMap { mine in
        other.distinct[variable].map { mine.union($0) }
      }
      distinct[variable] = both.flatMap { $0.count > limit ? nil : $0 }
    }
    guard let theirs = other.table else { return }
    guard table != nil else {
      table = theirs
      return
    }
    _ = table?.unite(theirs)
  }

  package func categories(_ variable: Int) -> Categories? { table?.categories[variable] }

  /// The bins of a predictor where they are known without counting.
  func bins(_ variable: Int) -> PredictorBins? {
    if let categories = categories(variable) { return .categorical(levels: categories.labels) }
    guard let values = distinct[variable]?.sorted() else { return nil }
    return .numeric(lows: values, highs: values)
  }

  func range(_ variable: Int) -> (least: Double, most: Double) {
    (least[variable], most[variable])
  }
}

/// Which rows of a batch count: the response and the weights are there, and some predictor is.
func treeRows(
  _ model: StreamModel, _ columns: [ModelColumn], _ rowCount: Int, _ removesMissings: Bool
) -> [Bool] {
  let predictors = model.terms.compactMap(\.first)
  let needed = model.responses + (model.weights.map { [$0] } ?? [])
  var missing = [Int32](repeating: 0, count: rowCount)
  for variable in predictors { columns[variable].countMissing(into: &missing) }
  var fatal = [Int32](repeating: 0, count: rowCount)
  for variable in needed { columns[variable].countMissing(into: &fatal) }
  let limit = Int32(removesMissings ? 1 : max(1, predictors.count))
  return zip(missing, fatal).map { $0 < limit && $1 == 0 }
}

extension ModelColumn {
  fileprivate func countMissing(into counts: inout [Int32]) {
    switch self {
    case .numeric(let values):
      for (row, value) in values.enumerated() where value.isNaN { counts[row] += 1 }
    case .categorical(let codes, _):
      for (row, code) in codes.enumerated() where code < 0 { counts[row] += 1 }
    }
  }
}

/// Counts of numeric predictors with many values in narrow bins, from which bins of about equal
/// counts are made.
package struct FineCounts: Aggregation {
  package let model: StreamModel
  private let removesMissings: Bool
  private let variables: [Int]
  private let ranges: [Double]
  private var counts: [[Int]] = []
  private static let fineCount = 1 << 14

  init(_ survey: TreeSurvey, variables: [Int]) {
    model = survey.model
    removesMissings = survey.removesMissings
    self.variables = variables
    ranges = variables.flatMap { [survey.range($0).least, survey.range($0).most] }
  }

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    let keeps = treeRows(model, columns, batch.rowCount, removesMissings)
    let local = variables.indices.map { index -> [Int] in
      var counts = Array(repeating: 0, count: Self.fineCount)
      guard case .numeric(let values) = columns[variables[index]] else { return counts }
      let (least, width) = scale(index)
      for (row, value) in values.enumerated() where keeps[row] && value.isFinite {
        counts[min(Self.fineCount - 1, max(0, Int((value - least) / width)))] += 1
      }
      return counts
    }
    add(local)
  }

  private func scale(_ index: Int) -> (least: Double, width: Double) {
    let (least, most) = (ranges[2 * index], ranges[2 * index + 1])
    let width = (most - least) / Double(Self.fineCount)
    return width > 0 && width.isFinite ? (least, width) : (least.isFinite ? least : 0, 1)
  }

  package mutating func merge(_ other: FineCounts) { add(other.counts) }

  private mutating func add(_ other: [[Int]]) {
    if counts.isEmpty {
      counts = other
      return
    }
    for (index, more) in other.enumerated() {
      for bin in more.indices { counts[index][bin] += more[bin] }
    }
  }

  package func finish() -> FineCounts { self }

  /// At most `count` bins of about equal counts.
  func bins(of index: Int, count: Int) -> PredictorBins {
    let (least, width) = scale(index)
    let own = counts.isEmpty ? [] : counts[index]
    let total = own.reduce(0, +)
    var lows: [Double] = []
    var highs: [Double] = []
    var taken = 0
    var start: Int?
    for (bin, rows) in own.enumerated() where rows > 0 {
      if start == nil { start = bin }
      taken += rows
      if taken * count < total * (lows.count + 1), bin < own.count - 1 { continue }
      lows.append(least + width * Double(start ?? bin))
      highs.append(least + width * Double(bin + 1))
      start = nil
    }
    if let start {
      lows.append(least + width * Double(start))
      highs.append(least + width * Double(own.count))
    }
    return .numeric(lows: lows, highs: highs)
  }
}

/// The rows of a tree's data as codes, in memory: two bytes for each predictor.
package struct TreeRows: Aggregation {
  package let model: StreamModel
  private let removesMissings: Bool
  package let bins: [PredictorBins]
  /// Codes into the levels of the response, from 0; nil for numbers.
  package private(set) var classes: [Int32]?
  package private(set) var numbers: [Double] = []
  package private(set) var weights: [Double]?
  /// By predictors.
  package private(set) var codes: [[UInt16]]
  /// Which rows of the data these are.
  package private(set) var places: [Int32] = []
  package private(set) var rowCount = 0
  private let responseLevels: [String]

  init(_ survey: TreeSurvey, _ bins: [PredictorBins]) {
    model = survey.model
    removesMissings = survey.removesMissings
    self.bins = bins
    codes = bins.map { _ in [] }
    let categories = survey.model.responses.first.flatMap { survey.categories($0) }
    responseLevels = categories?.labels ?? []
    classes = categories == nil ? nil : []
    weights = survey.model.weights == nil ? nil : []
  }

  package var count: Int { places.count }
  package var levels: [String] { responseLevels }

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    let keeps = treeRows(model, columns, batch.rowCount, removesMissings)
    let kept = keeps.indices.filter { keeps[$0] }
    for (index, variable) in model.terms.compactMap(\.first).enumerated() {
      codes[index] += Self.codes(columns[variable], bins[index], kept)
    }
    if let response = model.responses.first { take(columns[response], kept) }
    if let weight = model.weights, case .numeric(let values) = columns[weight] {
      weights?.append(contentsOf: kept.map { values[$0] })
    }
    places += kept.map { Int32($0 + rowCount) }
    rowCount += batch.rowCount
  }

  private mutating func take(_ response: ModelColumn, _ kept: [Int]) {
    switch response {
    case .numeric(let values): numbers += kept.map { values[$0] }
    case .categorical(let codes, let categories):
      let places = Self.places(of: categories.labels, in: responseLevels)
      classes?.append(contentsOf: kept.map { Int32(places[Int(codes[$0])]) })
    }
  }

  private static func codes(
    _ column: ModelColumn, _ bins: PredictorBins, _ kept: [Int]
  ) -> [UInt16] {
    switch (column, bins) {
    case (.numeric(let values), .numeric): return bins.codes(kept.map { values[$0] })
    case (.categorical(let codes, let categories), .categorical(let levels)):
      let places = places(of: categories.labels, in: levels)
      return kept.map { row in
        codes[row] < 0 ? PredictorBins.missing : UInt16(places[Int(codes[row])])
      }
    default: return kept.map { _ in PredictorBins.missing }
    }
  }

  private static func places(of labels: [String], in all: [String]) -> [Int] {
    if labels == all { return Array(labels.indices) }
    let known = Dictionary(all.enumerated().map { ($1, $0) }) { first, _ in first }
    return labels.map { known[$0] ?? 0 }
  }

  package mutating func merge(_ other: TreeRows) {
    for index in codes.indices { codes[index] += other.codes[index] }
    classes?.append(contentsOf: other.classes ?? [])
    numbers += other.numbers
    weights?.append(contentsOf: other.weights ?? [])
    let before = Int32(rowCount)
    places += other.places.map { $0 + before }
    rowCount += other.rowCount
  }

  package func finish() -> TreeRows { self }
}
