import Glibc

/// How a probability is given or wanted: of which tail, and whether as its logarithm.
package struct Tail: Sendable, Equatable {
  package let isLower: Bool
  package let isLog: Bool

  package init(isLower: Bool, isLog: Bool) {
    self.isLower = isLower
    self.isLog = isLog
  }

  package static let lower = Tail(isLower: true, isLog: false)
  package static let upper = Tail(isLower: false, isLog: false)

  /// The same scale, the other side.
  package var opposite: Tail { Tail(isLower: !isLower, isLog: isLog) }
}

// MARK: - Probabilities on the wanted scale

extension Tail {
  /// How this tail writes a lower probability of zero.
  var zero: Double { isLower ? impossible : certain }

  /// How this tail writes a lower probability of one.
  var one: Double { isLower ? certain : impossible }

  /// A probability of 0 on this scale, whatever the tail.
  var impossible: Double { isLog ? -.infinity : 0 }

  /// A probability of 1 on this scale, whatever the tail.
  var certain: Double { isLog ? 0 : 1 }

  /// Chooses the wanted one of two complementary probabilities.
  func of(lower: Double, upper: Double) -> Double {
    let p = isLower ? lower : upper
    guard isLog else { return p }
    return p > 0.5 ? log1p(-(isLower ? upper : lower)) : log(p)
  }

  /// The wanted form of a lower probability; `0.5 - p + 0.5` keeps R's rounding of `1 - p`.
  func of(lower p: Double) -> Double {
    isLower ? (isLog ? log(p) : p) : (isLog ? log1p(-p) : 0.5 - p + 0.5)
  }

  /// The wanted form of the logarithm of one side, `logged` being the lower side if `ofLower`.
  func of(logged: Double, ofLower: Bool) -> Double {
    if ofLower == isLower { return isLog ? logged : exp(logged) }
    return isLog ? logOneMinusExp(logged) : -expm1(logged)
  }
}

// MARK: - Probabilities as given

extension Tail {
  /// Whether `p` is a probability on this scale.
  func accepts(_ p: Double) -> Bool { isLog ? p <= 0 : (p >= 0 && p <= 1) }

  /// The lower probability meant by `p`.
  func lowerProbability(_ p: Double) -> Double {
    isLog ? (isLower ? exp(p) : -expm1(p)) : (isLower ? p : 0.5 - p + 0.5)
  }

  /// The upper probability meant by `p`.
  func upperProbability(_ p: Double) -> Double { opposite.lowerProbability(p) }

  /// The logarithm of the lower probability meant by `p`.
  func logLower(_ p: Double) -> Double {
    isLower ? (isLog ? p : log(p)) : (isLog ? logOneMinusExp(p) : log1p(-p))
  }

  /// The logarithm of the upper probability meant by `p`.
  func logUpper(_ p: Double) -> Double { opposite.logLower(p) }

  /// What the quantile is at the ends of the scale: NaN outside, the ends of the support at 0
  /// and 1, nothing between.
  func boundary(_ p: Double, left: Double, right: Double) -> Double? {
    guard accepts(p) else { return .nan }
    if p == zero { return left }
    if p == one { return right }
    return nil
  }
}

/// log(1 − eˣ) for x ≤ 0, from whichever of log1p and expm1 keeps the digits.
package func logOneMinusExp(_ x: Double) -> Double {
  x > -0.6931471805599453 ? log(-expm1(x)) : log1p(-exp(x))
}

/// `log(p)` or `p`: the form a density is wanted in.
@inline(__always)
func scaled(_ p: Double, log asLog: Bool) -> Double { asLog ? log(p) : p }

/// `value` or its exponential: the form a density known by its logarithm is wanted in.
@inline(__always)
func scaled(logged value: Double, log asLog: Bool) -> Double { asLog ? value : exp(value) }

/// The density of an impossible value.
@inline(__always)
func impossible(log asLog: Bool) -> Double { asLog ? -.infinity : 0 }
