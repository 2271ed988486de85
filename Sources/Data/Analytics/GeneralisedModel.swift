import ApusColumns
import ApusModelFrames

/// When the iterations of a generalised linear model end, and where they begin.
package struct ScoringOptions: Sendable {
  package var linear = LinearModelOptions()
  package var maxIterations = 25
  /// Of the largest change of a coefficient against the largest coefficient; 0 for no such test.
  package var coefficientTolerance = 1e-6
  /// Of the relative change of the deviance.
  package var devianceTolerance = 1e-8
  /// By columns; nil to start from the responses.
  package var initialValues: [Double]?

  package init() {}
}

/// A generalised linear model fitted by passes over the data.
package struct GeneralisedModel: Sendable {
  /// The weighted fit from which the last coefficients came: covariances and the condition number
  /// are its.
  package private(set) var fit: LinearModel
  /// By columns; 0 where dropped.
  package private(set) var estimates: [Double]
  package private(set) var iterations = 0
  package private(set) var hasConverged = false
  package private(set) var deviance = 0.0
  /// Σ w (y − μ)² / V(μ), of the last weighted fit.
  package private(set) var pearson = 0.0
  /// Nil when it needs another model: no intercept, or an offset.
  package private(set) var nullDeviance: Double?
  package private(set) var saturated = 0.0
  package private(set) var weightSum = 0.0
  package private(set) var zeroWeights = 0
  /// The rows, or the sum of weights, of each cell of the first term of a cube.
  package private(set) var cellCounts: [Double] = []
  package private(set) var categories: [Categories?] = []

  /// `run`: a pass over the data.
  ///
  /// `family` is nil for one that `run` works out itself.
  package init(
    _ model: StreamModel, _ family: ResponseFamily?, _ options: ScoringOptions,
    run: (ScoringPass) throws -> ScoringPass
  ) throws {
    var options = options
    options.linear.findsCondition = false
    let first = try run(ScoringPass(model, family))
    fit = try LinearModel(first.products, options: options.linear)
    estimates = fit.estimates[0]
    categories = first.products.categories ?? []
    saturated = first.saturated.value
    weightSum = first.weightSum.value
    zeroWeights = first.zeroWeights
    if let initial = options.initialValues { try start(at: initial) }
    try iterate(first, options, run)
  }

  private mutating func start(at initial: [Double]) throws {
    guard initial.count == estimates.count || initial.count == fit.rank else {
      throw ModelError(
        .invalidType,
        "initialValues must have one value for each of the \(estimates.count) coefficients.")
    }
    var rest = initial.makeIterator()
    for column in estimates.indices {
      let isGiven = initial.count == estimates.count || !fit.isDropped[column]
      let value = isGiven ? rest.next() ?? 0 : 0
      estimates[column] = fit.isDropped[column] || value.isNaN ? 0 : value
    }
  }

  private mutating func iterate(
    _ first: ScoringPass, _ options: ScoringOptions,
    _ run: (ScoringPass) throws -> ScoringPass
  ) throws {
    let hasNull = (first.model.hasIntercept || options.linear.isCube) && first.model.offsets.isEmpty
    var nullMean = hasNull ? (first.weightedResponses / first.weightSum).value : nil
    deviance = first.deviance.value
    pearson = first.pearson.value
    var previous: [Double]?
    var fitted = first.products
    for step in 0... {
      let countsCells = options.linear.isCube && step == 0
      let state = try valid(from: previous, first, nullMean, countsCells, run)
      if countsCells {
        cellCounts = (0..<state.cellCounts.count).map { state.cellCounts[$0].value }
      }
      if nullMean != nil {
        nullDeviance = state.nullDeviance.value
        nullMean = nil
      }
      let change = abs(state.deviance.value - deviance)
      deviance = state.deviance.value
      iterations = step
      hasConverged =
        step > 0
        && (change <= options.devianceTolerance * abs(deviance)
          || isSettled(previous, options.coefficientTolerance))
      if hasConverged || step >= options.maxIterations { break }
      previous = estimates
      pearson = state.pearson.value
      fitted = state.products
      fit = try LinearModel(fitted, options: options.linear)
      for column in estimates.indices { estimates[column] += fit.estimates[0][column] }
    }
    fit.findCondition(fitted)
  }

  private func isSettled(_ previous: [Double]?, _ tolerance: Double) -> Bool {
    guard tolerance > 0, let previous else { return false }
    let largest = estimates.reduce(0) { max($0, abs($1)) }
    let change = zip(estimates, previous).reduce(0) { max($0, abs($1.0 - $1.1)) }
    return change <= tolerance * largest
  }

  /// A pass at the estimates, which go back half the way as long as the deviance is not finite.
  private mutating func valid(
    from previous: [Double]?, _ first: ScoringPass, _ nullMean: Double?, _ countsCells: Bool,
    _ run: (ScoringPass) throws -> ScoringPass
  ) throws -> ScoringPass {
    for _ in 0..<30 {
      let terms = first.model.terms.count
      let coefficients = ModelCoefficients(fit.columns, estimates, termCount: terms)
      let state = try run(
        ScoringPass(
          after: first, at: coefficients, nullMean: nullMean, countsCells: countsCells))
      if state.invalidCount == 0, state.deviance.value.isFinite { return state }
      guard let previous else { break }
      for column in estimates.indices {
        estimates[column] = (estimates[column] + previous[column]) / 2
      }
    }
    throw ModelError(
      .invalidType, "no valid set of coefficients has been found: please supply starting values")
  }
}
