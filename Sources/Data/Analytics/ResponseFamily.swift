import ApusDistributions
import Glibc

/// How the mean of a response depends on the linear predictor.
package enum Link: Codable, Sendable, Equatable {
  case identity, log, logit, probit, cauchit, cloglog, inverse, inverseSquare
  /// mean^power; a power of 0 is the logarithm.
  case power(Double)

  /// By the name that R's families have for it.
  package init?(_ name: String) {
    switch name {
    case "identity": self = .identity
    case "log": self = .log
    case "logit": self = .logit
    case "probit": self = .probit
    case "cauchit": self = .cauchit
    case "cloglog": self = .cloglog
    case "inverse": self = .inverse
    case "1/mu^2": self = .inverseSquare
    case "sqrt": self = .power(0.5)
    default:
      guard name.hasPrefix("mu^"), let power = Double(name.dropFirst(3)) else { return nil }
      self = power == 0 ? .log : power == 1 ? .identity : .power(power)
    }
  }

  private static let least = Double.ulpOfOne
  private static let farthestNormal = -normalQuantile(Double.ulpOfOne, .lower)
  private static let farthestCauchy = Glibc.tan(.pi * (0.5 - Double.ulpOfOne))

  /// The linear predictors of means.
  func predictors(_ means: [Double]) -> [Double] {
    switch self {
    case .identity: means
    case .log: VectorMath.log(means)
    case .logit: means.map { Glibc.log($0 / (1 - $0)) }
    case .probit: means.map { normalQuantile($0, .lower) }
    case .cauchit: means.map { Glibc.tan(.pi * ($0 - 0.5)) }
    case .cloglog: means.map { Glibc.log(-Glibc.log1p(-$0)) }
    case .inverse: means.map { 1 / $0 }
    case .inverseSquare: means.map { 1 / ($0 * $0) }
    case .power(0.5): means.map { $0.squareRoot() }
    case .power(let power): means.map { pow($0, power) }
    }
  }

  /// The means of linear predictors, kept inside what R's families allow.
  package func means(_ predictors: [Double]) -> [Double] {
    let least = Self.least
    switch self {
    case .identity: return predictors
    case .log: return VectorMath.map(predictors) { VectorMath.exp($0).replacing(below: least) }
    case .logit:
      return VectorMath.map(predictors) { eta in
        let odds = VectorMath.exp(Self.bounded(eta))
        return odds / (odds + 1)
      }
    case .probit:
      let far = Self.farthestNormal
      return predictors.map { normalCumulative(min(max($0, -far), far), .lower) }
    case .cauchit:
      let far = Self.farthestCauchy
      return predictors.map { 0.5 + atan(min(max($0, -far), far)) / .pi }
    case .cloglog:
      return predictors.map { max(min(-expm1(-Glibc.exp($0)), 1 - least), least) }
    case .inverse: return predictors.map { 1 / $0 }
    case .inverseSquare: return predictors.map { 1 / $0.squareRoot() }
    case .power(0.5): return predictors.map { $0 * $0 }
    case .power(let power):
      return VectorMath.exp(VectorMath.log(predictors).map { $0 / power })
    }
  }

  /// dμ/dη.
  func slopes(_ predictors: [Double], means: [Double]) -> [Double] {
    let least = Self.least
    switch self {
    case .identity: return Array(repeating: 1, count: means.count)
    case .log: return means
    case .logit: return zip(predictors, means).map { abs($0) > 30 ? least : $1 * (1 - $1) }
    case .probit:
      let scale = 1 / (2 * Double.pi).squareRoot()
      return predictors.map { max(scale * Glibc.exp(-0.5 * $0 * $0), least) }
    case .cauchit: return predictors.map { max(1 / (.pi * (1 + $0 * $0)), least) }
    case .cloglog:
      return predictors.map { eta in
        let eta = min(eta, 700)
        return max(Glibc.exp(eta) * Glibc.exp(-Glibc.exp(eta)), least)
      }
    case .inverse: return predictors.map { -1 / ($0 * $0) }
    case .inverseSquare: return predictors.map { -1 / (2 * $0 * $0.squareRoot()) }
    case .power(0.5): return predictors.map { 2 * $0 }
    case .power(let power): return zip(predictors, means).map { $1 / (power * $0) }
    }
  }

  /// Beyond 30 the odds are as large or small as they may become.
  @inline(__always)
  static func bounded(_ eta: SIMD4<Double>) -> SIMD4<Double> {
    var eta = eta
    eta.replace(with: 36.043_653_389_117_15, where: eta .> 30)
    eta.replace(with: -36.043_653_389_117_15, where: eta .< -30)
    return eta
  }

  /// Whether linear predictors belong to a mean.
  func isValid(_ predictor: Double) -> Bool {
    switch self {
    case .inverse: predictor.isFinite && predictor != 0
    case .inverseSquare, .power: predictor.isFinite && predictor > 0
    default: predictor.isFinite
    }
  }
}

extension SIMD4<Double> {
  @inline(__always)
  func replacing(below least: Double) -> SIMD4<Double> {
    replacing(with: least, where: self .< least)
  }
}

/// How the variance of a response depends on its mean, and with it what the deviance is.
package enum Variance: Codable, Sendable, Equatable {
  case constant, binomial
  /// mean^power, as the exponential dispersion models of Tweedie have it.
  case power(Double)

  func values(_ means: [Double]) -> [Double] {
    switch self {
    case .constant, .power(0): Array(repeating: 1, count: means.count)
    case .binomial: means.map { $0 * (1 - $0) }
    case .power(1): means
    case .power(2): means.map { $0 * $0 }
    case .power(3): means.map { $0 * $0 * $0 }
    case .power(let power): means.map { pow($0, power) }
    }
  }

  /// The deviance of each row, before weights.
  func deviances(_ responses: [Double], means: [Double]) -> [Double] {
    let pairs = zip(responses, means)
    switch self {
    case .constant, .power(0): return pairs.map { ($0 - $1) * ($0 - $1) }
    case .binomial:
      return pairs.map { y, mean in
        if y == 1 { return -2 * Glibc.log(mean) }
        if y == 0 { return -2 * Glibc.log(1 - mean) }
        return 2 * (Self.scaledLog(y, y / mean) + Self.scaledLog(1 - y, (1 - y) / (1 - mean)))
      }
    case .power(1): return pairs.map { 2 * (Self.scaledLog($0, $0 / $1) - ($0 - $1)) }
    case .power(2):
      return pairs.map { -2 * (Glibc.log($0 == 0 ? 1 : $0 / $1) - ($0 - $1) / $1) }
    case .power(3): return pairs.map { ($0 - $1) * ($0 - $1) / ($0 * $1 * $1) }
    case .power(let p):
      return pairs.map { y, mean in
        let own = y == 0 && p < 2 ? 0 : pow(y, 2 - p) / ((1 - p) * (2 - p))
        return 2 * (own - y * pow(mean, 1 - p) / (1 - p) + pow(mean, 2 - p) / (2 - p))
      }
    }
  }

  @inline(__always)
  private static func scaledLog(_ factor: Double, _ argument: Double) -> Double {
    factor == 0 ? 0 : factor * Glibc.log(argument)
  }

  func isValid(_ mean: Double) -> Bool {
    switch self {
    case .constant, .power(0): true
    case .binomial: mean > 0 && mean < 1
    case .power: mean > 0 && mean.isFinite
    }
  }
}

/// The distribution of a response in a generalised linear model.
package struct ResponseFamily: Codable, Sendable {
  /// What the likelihood is, where there is one.
  package enum Likelihood: String, Codable, Sendable {
    case none, gaussian, binomial, poisson, gamma, inverseGaussian
  }

  package let link: Link
  package let variance: Variance
  package let likelihood: Likelihood
  /// Quasi-likelihoods start elsewhere.
  package let isQuasi: Bool

  package init(link: Link, variance: Variance, likelihood: Likelihood, isQuasi: Bool = false) {
    self.link = link
    self.variance = variance
    self.likelihood = likelihood
    self.isQuasi = isQuasi
  }

  /// Where the means begin, as R's families have it.
  func startingMeans(_ responses: [Double], weights: [Double]?) -> [Double] {
    switch variance {
    case .binomial where isQuasi: return responses.map { min(max($0, 0.001), 0.999) }
    case .binomial:
      guard let weights else { return responses.map { ($0 + 0.5) / 2 } }
      return zip(responses, weights).map { ($1 * $0 + 0.5) / ($1 + 1) }
    case .power(1) where !isQuasi: return responses.map { $0 + 0.1 }
    case .power(let power) where isQuasi || (power != 2 && power != 3 && power != 0):
      return responses.map { $0 == 0 ? 0.1 : $0 }
    default: return responses
    }
  }

  /// What the likelihood adds to the deviance, without what depends on the dispersion.
  func saturated(_ y: Double, weight: Double) -> Double {
    switch likelihood {
    case .none: return 0
    case .gaussian: return weight > 0 ? Glibc.log(weight) : 0
    case .gamma, .inverseGaussian: return weight * Glibc.log(y)
    case .poisson:
      return y == 0 ? 0 : -2 * weight * (y * Glibc.log(y) - y - logGamma(y + 1))
    case .binomial:
      if y == 0 || y == 1 { return 0 }
      let size = weight.rounded()
      let hits = (weight * y).rounded()
      let choices = logGamma(size + 1) - logGamma(hits + 1) - logGamma(size - hits + 1)
      let own = hits == 0 ? 0 : hits * Glibc.log(y)
      let others = hits == size ? 0 : (size - hits) * Glibc.log(1 - y)
      return -2 * (choices + own + others)
    }
  }

  /// What is wrong with a response, nil if nothing.
  func complaint(_ responses: [Double]) -> String? {
    switch (variance, isQuasi) {
    case (.binomial, false) where responses.contains { $0 < 0 || $0 > 1 }:
      "y values must be 0 <= y <= 1"
    case (.power(1), false) where responses.contains { $0 < 0 }:
      "negative values not allowed for the '\(likelihood == .poisson ? "P" : "quasiP")oisson' family"
    case (.power(2), false) where responses.contains { $0 <= 0 }:
      "non-positive values not allowed for the 'Gamma' family"
    case (.power(3), false) where responses.contains { $0 <= 0 }:
      "positive values only are allowed for the 'inverse.gaussian' family"
    default: nil
    }
  }
}

private func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}
