import ApusColumns
import ApusModelFrames

/// One pass of iteratively reweighted least squares: the weighted sums of products at given
/// coefficients, and how good those are.
package struct ScoringPass: Aggregation {
  /// Works out rows whose family is not among the known ones, with R's functions.
  package typealias RowFunction = (FamilyRows) throws -> FamilyValues

  package let model: StreamModel
  /// Nil for a family given as functions.
  private let family: ResponseFamily?
  /// Nil at the start, when the means come from the responses.
  private let coefficients: ModelCoefficients?
  /// What the first pass found; codes are those of these categories from then on.
  private let categories: [Categories?]?
  /// Where to compute the null deviance.
  private let nullMean: Double?
  /// Whether to count the cells of the first term.
  private let countsCells: Bool

  private(set) var products: CrossProducts
  private(set) var deviance = DoubleDouble(0)
  private(set) var pearson = DoubleDouble(0)
  private(set) var invalidCount = 0
  private(set) var nullDeviance = DoubleDouble(0)
  /// Of prior weights, and of these times the responses.
  private(set) var weightSum = DoubleDouble(0)
  private(set) var weightedResponses = DoubleDouble(0)
  /// Of what the likelihood adds to the deviance.
  private(set) var saturated = DoubleDouble(0)
  private(set) var zeroWeights = 0
  /// Rows or weights by the cells of the first term; empty unless asked for.
  private(set) var cellCounts = SumArray(count: 0)

  /// The first pass.
  init(_ model: StreamModel, _ family: ResponseFamily?) {
    self.model = model
    self.family = family
    coefficients = nil
    categories = nil
    nullMean = nil
    countsCells = false
    products = CrossProducts(model, keepsErrors: false)
  }

  /// A pass at coefficients, after `first`.
  init(
    after first: ScoringPass, at coefficients: ModelCoefficients, nullMean: Double? = nil,
    countsCells: Bool = false
  ) {
    model = first.model
    family = first.family
    categories = first.products.categories
    self.coefficients = coefficients
    self.nullMean = nullMean
    self.countsCells = countsCells
    products = CrossProducts(model, keepsErrors: false)
  }

  package var validCount: Int { products.validCount }

  package func finish() -> ScoringPass { self }

  // MARK: - Update

  package mutating func update(with batch: ColumnBatch) throws {
    guard let family else {
      throw ModelError(.invalidType, "a family of functions cannot be used by several threads")
    }
    try update(with: batch) { rows in
      if let complaint = family.complaint(rows.responses) {
        throw ModelError(.invalidType, complaint)
      }
      guard let predictors = rows.predictors else {
        return .working(
          family.starting(rows.responses, offsets: rows.offsets, weights: rows.weights))
      }
      return .working(
        family.working(predictors, responses: rows.responses, weights: rows.weights))
    }
  }

  /// Takes in a batch with a family's own functions, on one thread.
  package mutating func update(with batch: ColumnBatch, by work: RowFunction) throws {
    let columns = try model.evaluate(batch).enumerated().map { variable, column in
      guard let known = column.recoded(as: categories?[variable]) else {
        throw ModelError(
          .unknownVariable, "The data have changed between two passes over them.",
          variable: model.variables[variable].name)
      }
      return known
    }
    let rows = ModelRows(
      columns, needing: Array(columns.indices), rowCount: batch.rowCount)
    var pass = self
    pass.clear()
    try pass.take(rows, work)
    merge(pass)
  }

  private mutating func clear() {
    products = CrossProducts(model, keepsErrors: false)
    (deviance, pearson, nullDeviance) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    (weightSum, weightedResponses) = (DoubleDouble(0), DoubleDouble(0))
    saturated = DoubleDouble(0)
    cellCounts = SumArray(count: 0)
    (invalidCount, zeroWeights) = (0, 0)
  }

  private mutating func take(_ rows: ModelRows, _ work: RowFunction) throws {
    let responses = try self.responses(rows)
    let weights = model.weights.flatMap { rows.numbers([$0]) }
    let offsets = try self.offsets(rows)
    let predictors = coefficients.map { $0.predictors(rows, model, offsets: offsets) }
    let working = try work(
      FamilyRows(
        responses: responses, weights: weights, offsets: offsets, predictors: predictors)
    ).rows
    if coefficients == nil { count(responses, weights) }
    if let nullMean, let family {
      let means = Array(repeating: nullMean, count: responses.count)
      nullDeviance = Self.sum(family.variance.deviances(responses, means: means), weights)
    }
    if countsCells { countCells(rows, weights) }
    deviance = working.deviance
    pearson = working.pearson
    invalidCount = working.invalidCount
    products.add(rows, response: working.residuals, weights: working.weights)
  }

  private mutating func countCells(_ rows: ModelRows, _ weights: [Double]?) {
    guard let term = model.terms.first, let cells = rows.cells(term) else { return }
    cellCounts = SumArray(count: term.reduce(1) { $0 * (categories?[$1]?.count ?? 1) })
    cells.withUnsafeBufferPointer { cells in
      if let weights {
        weights.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &cellCounts) }
      } else {
        Kernels.count(cells, into: &cellCounts)
      }
    }
  }

  private mutating func count(_ responses: [Double], _ weights: [Double]?) {
    weightSum =
      weights.map { $0.withUnsafeBufferPointer(Kernels.sum) }
      ?? DoubleDouble(Double(responses.count))
    weightedResponses = Self.sum(responses, weights)
    zeroWeights = weights?.lazy.filter { $0 == 0 }.count ?? 0
    guard let family, family.likelihood != .none else { return }
    let terms = responses.indices.map { family.saturated(responses[$0], weight: weights?[$0] ?? 1) }
    saturated = terms.withUnsafeBufferPointer(Kernels.sum)
  }

  private static func sum(_ values: [Double], _ weights: [Double]?) -> DoubleDouble {
    let values = weights.map { zip($0, values).map { $0 == 0 ? 0 : $0 * $1 } } ?? values
    return values.withUnsafeBufferPointer(Kernels.sum)
  }

  /// A factor counts as 0 for its first level and 1 for others.
  private func responses(_ rows: ModelRows) throws -> [Double] {
    guard let response = model.responses.first, model.responses.count == 1 else {
      throw ModelError(.invalidFormula, "The formula must have one dependent variable.")
    }
    switch rows.columns[response] {
    case .numeric(let values): return values
    case .categorical(let codes, .fixed): return codes.map { $0 == 0 ? 0 : 1 }
    case .categorical:
      throw ModelError(
        .invalidType, "The dependent variable must be numeric, logical or a factor.",
        variable: model.variables[response].name)
    }
  }

  private func offsets(_ rows: ModelRows) throws -> [Double]? {
    var sum: [Double]?
    for offset in model.offsets {
      guard let values = rows.numbers([offset]) else {
        throw ModelError(
          .invalidType, "An offset must be numeric.", variable: model.variables[offset].name)
      }
      sum = sum.map { zip($0, values).map { $0 + $1 } } ?? values
    }
    return sum
  }

  // MARK: - Merge

  package mutating func merge(_ other: ScoringPass) {
    products.merge(other.products)
    deviance = deviance + other.deviance
    pearson = pearson + other.pearson
    invalidCount += other.invalidCount
    nullDeviance = nullDeviance + other.nullDeviance
    weightSum = weightSum + other.weightSum
    weightedResponses = weightedResponses + other.weightedResponses
    saturated = saturated + other.saturated
    zeroWeights += other.zeroWeights
    if cellCounts.count == 0 {
      cellCounts = other.cellCounts
    } else if other.cellCounts.count == cellCounts.count {
      cellCounts.add(other.cellCounts)
    }
  }
}

/// Rows of a model as the functions of a family take them.
package struct FamilyRows {
  package let responses: [Double]
  package let weights: [Double]?
  package let offsets: [Double]?
  /// Nil at the start.
  package let predictors: [Double]?
}

/// What the functions of a family make of rows.
package struct FamilyValues {
  let rows: WorkingRows

  static func working(_ rows: WorkingRows) -> FamilyValues { FamilyValues(rows: rows) }

  private init(rows: WorkingRows) { self.rows = rows }

  /// `invalidCount`: rows outside of what the family allows.
  package init(
    of rows: FamilyRows, predictors: [Double], means: [Double], slopes: [Double],
    variances: [Double], deviances: [Double], invalidCount: Int
  ) {
    var working = WorkingRows(
      predictors, means: means, slopes: slopes, variances: variances, deviances: deviances,
      responses: rows.responses, weights: rows.weights)
    working.invalidCount = invalidCount
    if rows.predictors == nil { working.addToResiduals(predictors, rows.offsets) }
    self.rows = working
  }
}
