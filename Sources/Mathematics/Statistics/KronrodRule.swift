import Glibc

/// A Gauss rule and the Kronrod rule that extends it, on an interval.
///
/// A half-infinite interval is mapped to 0 < t < 1 by x = bound ± (1 − t)/t; for the whole line the
/// function is folded at 0.
struct KronrodRule {
  /// What the rule says of one interval.
  struct Estimate {
    var integral = 0.0
    var error = 0.0
    /// ∫|f| and ∫|f − mean|.
    var absolute = 0.0
    var deviation = 0.0
  }

  let range: IntegrationRange

  /// Applies the rule; `f` takes all abscissae at once.
  func estimate<Failure: Error>(
    _ a: Double, _ b: Double, _ f: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> Estimate {
    let centre = 0.5 * (a + b)
    let half = 0.5 * (b - a)
    let nodes = range.isFinite ? Self.nodes21 : Self.nodes15
    let weights = range.isFinite ? Self.kronrod21 : Self.kronrod15
    let values = try values(centre, half, nodes, f)
    let last = nodes.count - 1
    var kronrod = weights[last] * values.centre
    var gauss = range.isFinite ? 0 : Self.gauss7[3] * values.centre
    var absolute = abs(kronrod)
    for k in 0..<last {
      let sum = values.left[k] + values.right[k]
      kronrod += weights[k] * sum
      absolute += weights[k] * (abs(values.left[k]) + abs(values.right[k]))
      // The Gauss nodes are every second one.
      if k % 2 == 1 { gauss += (range.isFinite ? Self.gauss10 : Self.gauss7)[k / 2] * sum }
    }
    let mean = kronrod * 0.5
    var deviation = weights[last] * abs(values.centre - mean)
    for k in 0..<last {
      deviation += weights[k] * (abs(values.left[k] - mean) + abs(values.right[k] - mean))
    }
    let scale = abs(half)
    return Estimate(
      integral: kronrod * half,
      error: Self.error(
        abs((kronrod - gauss) * half), absolute: absolute * scale, deviation: deviation * scale),
      absolute: absolute * scale, deviation: deviation * scale)
  }

  private static func error(
    _ difference: Double, absolute: Double, deviation: Double
  ) -> Double {
    var error = difference
    if deviation != 0, error != 0 {
      error = deviation * min(1, pow(error * 200 / deviation, 1.5))
    }
    let epsilon = Double.ulpOfOne
    if absolute > .leastNormalMagnitude / (epsilon * 50) {
      error = max(epsilon * 50 * absolute, error)
    }
    return error
  }

  private func values<Failure: Error>(
    _ centre: Double, _ half: Double, _ nodes: [Double],
    _ f: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> (centre: Double, left: [Double], right: [Double]) {
    let steps = nodes.dropLast().map { half * $0 }
    let points = [centre] + steps.map { centre - $0 } + steps.map { centre + $0 }
    var values: [Double]
    switch range {
    case .finite: values = try f(points)
    case .above(let bound): values = mapped(points, try f(points.map { bound + (1 - $0) / $0 }))
    case .below(let bound): values = mapped(points, try f(points.map { bound - (1 - $0) / $0 }))
    case .line:
      let both = try f(points.map { (1 - $0) / $0 } + points.map { -(1 - $0) / $0 })
      values = mapped(points, points.indices.map { both[$0] + both[$0 + points.count] })
    }
    let count = steps.count
    return (
      values[0], Array(values[1..<(count + 1)]), Array(values[(count + 1)...])
    )
  }

  /// Values times dx/dt.
  private func mapped(_ points: [Double], _ values: [Double]) -> [Double] {
    zip(points, values).map { $1 / $0 / $0 }
  }

  private static let nodes21 = [
    0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845,
    0.7808177265864169, 0.6794095682990244, 0.5627571346686047, 0.4333953941292472,
    0.2943928627014602, 0.14887433898163122, 0.0,
  ]
  private static let kronrod21 = [
    0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996,
    0.0931254545836976, 0.10938715880229764, 0.12349197626206584, 0.13470921731147334,
    0.14277593857706009, 0.14773910490133849, 0.1494455540029169,
  ]
  private static let gauss10 = [
    0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635,
    0.29552422471475287,
  ]
  private static let nodes15 = [
    0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
    0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0.0,
  ]
  private static let kronrod15 = [
    0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
    0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
  ]
  private static let gauss7 = [
    0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694,
  ]
}

/// Where to integrate.
package enum IntegrationRange: Sendable {
  case finite(Double, Double)
  case above(Double)
  case below(Double)
  case line

  var isFinite: Bool {
    if case .finite = self { return true }
    return false
  }
}
