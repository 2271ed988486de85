import ApusColumns
import Glibc

/// What an iteration makes of rows: weights and residuals of the least squares fit that is next,
/// and how good the coefficients are that it started from.
struct WorkingRows {
  var weights: [Double]
  /// (y − μ)·dη/dμ.
  var residuals: [Double]
  var deviance = DoubleDouble(0)
  /// Σ w (y − μ)² / V(μ).
  var pearson = DoubleDouble(0)
  /// Rows whose mean or linear predictor is outside of what the family allows.
  var invalidCount = 0
}

extension ResponseFamily {
  /// At given linear predictors.
  func working(
    _ predictors: [Double], responses: [Double], weights: [Double]?
  ) -> WorkingRows {
    if link == .logit, variance == .binomial {
      return logisticRows(predictors, responses, weights)
    }
    let means = link.means(predictors)
    return working(
      predictors, means: means, slopes: link.slopes(predictors, means: means),
      variances: variance.values(means), deviances: variance.deviances(responses, means: means),
      responses: responses, weights: weights)
  }

  /// At the means from which the iterations start: the residuals are those from the offsets.
  func starting(_ responses: [Double], offsets: [Double]?, weights: [Double]?) -> WorkingRows {
    let means = startingMeans(responses, weights: weights)
    let predictors = link.predictors(means)
    var rows = working(
      predictors, means: means, slopes: link.slopes(predictors, means: means),
      variances: variance.values(means), deviances: variance.deviances(responses, means: means),
      responses: responses, weights: weights)
    rows.addToResiduals(predictors, offsets)
    return rows
  }

  private func working(
    _ predictors: [Double], means: [Double], slopes: [Double], variances: [Double],
    deviances: [Double], responses: [Double], weights: [Double]?
  ) -> WorkingRows {
    var rows = WorkingRows(
      predictors, means: means, slopes: slopes, variances: variances, deviances: deviances,
      responses: responses, weights: weights)
    rows.invalidCount =
      zip(predictors, means).lazy.filter {
        !(link.isValid($0) && variance.isValid($1))
      }.count
    return rows
  }
}

extension WorkingRows {
  init(
    _ predictors: [Double], means: [Double], slopes: [Double], variances: [Double],
    deviances: [Double], responses: [Double], weights prior: [Double]?
  ) {
    let count = means.count
    weights = Array(repeating: 0, count: count)
    residuals = weights
    var squares = weights
    for row in 0..<count {
      let slope = slopes[row]
      let residual = responses[row] - means[row]
      let scale = (prior?[row] ?? 1) / variances[row]
      squares[row] = scale * residual * residual
      if slope == 0 || scale == 0 { continue }
      weights[row] = scale * slope * slope
      residuals[row] = residual / slope
    }
    pearson = squares.withUnsafeBufferPointer(Kernels.sum)
    let weighted = prior.map { zip($0, deviances).map { $0 == 0 ? 0 : $0 * $1 } } ?? deviances
    deviance = weighted.withUnsafeBufferPointer(Kernels.sum)
  }

  mutating func addToResiduals(_ predictors: [Double], _ offsets: [Double]?) {
    for row in residuals.indices {
      residuals[row] += predictors[row] - (offsets?[row] ?? 0)
    }
  }
}

// MARK: - Logistic regression

extension ResponseFamily {
  /// The usual case at once, four rows at a time.
  private func logisticRows(
    _ predictors: [Double], _ responses: [Double], _ prior: [Double]?
  ) -> WorkingRows {
    var rows = WorkingRows(weights: predictors, residuals: predictors)
    var sums = LogisticSums()
    let count = predictors.count
    predictors.withUnsafeBytes { predictors in
      responses.withUnsafeBytes { responses in
        rows.weights.withUnsafeMutableBytes { weights in
          rows.residuals.withUnsafeMutableBytes { residuals in
            for row in stride(from: 0, to: count & ~3, by: 4) {
              let eta = predictors.loadUnaligned(fromByteOffset: row * 8, as: SIMD4<Double>.self)
              let y = responses.loadUnaligned(fromByteOffset: row * 8, as: SIMD4<Double>.self)
              let scale =
                prior.map { SIMD4($0[row], $0[row + 1], $0[row + 2], $0[row + 3]) } ?? .one
              let (weight, residual) = sums.add(eta, y, scale)
              weights.storeBytes(of: weight, toByteOffset: row * 8, as: SIMD4<Double>.self)
              residuals.storeBytes(of: residual, toByteOffset: row * 8, as: SIMD4<Double>.self)
            }
          }
        }
      }
    }
    let rest = count & ~3
    if rest < count {
      let four = { (values: [Double]) in
        (0..<4).reduce(into: SIMD4<Double>.zero) {
          if rest + $1 < count { $0[$1] = values[rest + $1] }
        }
      }
      let present = four(Array(repeating: 1, count: count))
      let (weight, residual) = sums.add(
        four(predictors), four(responses), prior.map(four) ?? present)
      for row in rest..<count {
        rows.weights[row] = weight[row - rest]
        rows.residuals[row] = residual[row - rest]
      }
    }
    rows.deviance = LaneSums.reduce(sums.deviance, sums.devianceRest)
    rows.pearson = LaneSums.reduce(sums.pearson, sums.pearsonRest)
    if sums.proportions != .zero { rows.addProportions(responses, prior) }
    return rows
  }
}

extension WorkingRows {
  /// What responses strictly between 0 and 1 add to the deviance.
  fileprivate mutating func addProportions(_ responses: [Double], _ prior: [Double]?) {
    let terms = responses.indices.map { row in
      let y = responses[row]
      if y == 0 || y == 1 { return 0.0 }
      return 2 * (prior?[row] ?? 1) * (y * Glibc.log(y) + (1 - y) * Glibc.log(1 - y))
    }
    deviance = deviance + terms.withUnsafeBufferPointer(Kernels.sum)
  }
}

private struct LogisticSums {
  var deviance = SIMD4<Double>.zero
  var devianceRest = SIMD4<Double>.zero
  var pearson = SIMD4<Double>.zero
  var pearsonRest = SIMD4<Double>.zero
  /// Zero while all responses are 0 or 1.
  var proportions = SIMD4<Double>.zero

  /// The deviance of a row is 2w (log(1 + e^η) − yη) for responses of 0 and 1.
  @inline(__always)
  mutating func add(
    _ predictor: SIMD4<Double>, _ response: SIMD4<Double>, _ prior: SIMD4<Double>
  ) -> (weight: SIMD4<Double>, residual: SIMD4<Double>) {
    let eta = Link.bounded(predictor)
    let odds = VectorMath.exp(eta)
    let mean = odds / (1 + odds)
    let variance = mean / (1 + odds)
    let residual = (response - mean) / variance
    proportions += response * (1 - response)
    LaneSums.accumulate(
      2 * prior * (VectorMath.log(1 + odds) - response * eta), &deviance, &devianceRest)
    LaneSums.accumulate(prior * (response - mean) * residual, &pearson, &pearsonRest)
    return (prior * variance, residual)
  }
}
