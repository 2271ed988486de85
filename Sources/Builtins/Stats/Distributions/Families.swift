import ApusDistributions

/// A family of distributions as R names it: `norm` in `dnorm`, `pnorm`, `qnorm`, `rnorm`.
struct Family: Sendable {
  let name: String
  let parameters: [String]
  /// Whether its random numbers are whole, and come as integers when they fit.
  let isWhole: Bool
  /// Its first letters among d, p, q, r that exist.
  let functions: String
  let make: @Sendable (Double, Double, Double) -> any Distribution

  init(
    _ name: String, _ parameters: String..., isWhole: Bool = false, functions: String = "dpqr",
    make: @escaping @Sendable (Double, Double, Double) -> any Distribution
  ) {
    self.name = name
    self.parameters = parameters
    self.isWhole = isWhole
    self.functions = functions
    self.make = make
  }
}

extension Family {
  static var all: [Family] { continuous + discrete + noncentral }

  private static var continuous: [Family] {
    [
      Family("norm", "mean", "sd") { a, b, _ in Normal(mean: a, standardDeviation: b) },
      Family("unif", "min", "max") { a, b, _ in Uniform(minimum: a, maximum: b) },
      Family("exp", "scale") { a, _, _ in Exponential(scale: a) },
      Family("gamma", "shape", "scale") { a, b, _ in Gamma(shape: a, scale: b) },
      Family("beta", "shape1", "shape2") { a, b, _ in Beta(a: a, b: b) },
      Family("chisq", "df") { a, _, _ in ChiSquared(degreesOfFreedom: a) },
      Family("t", "df") { a, _, _ in StudentT(degreesOfFreedom: a) },
      Family("f", "df1", "df2") { a, b, _ in FisherF(numerator: a, denominator: b) },
      Family("weibull", "shape", "scale") { a, b, _ in Weibull(shape: a, scale: b) },
      Family("logis", "location", "scale") { a, b, _ in Logistic(location: a, scale: b) },
      Family("lnorm", "meanlog", "sdlog") { a, b, _ in
        LogNormal(meanOfLog: a, deviationOfLog: b)
      },
      Family("cauchy", "location", "scale") { a, b, _ in Cauchy(location: a, scale: b) },
    ]
  }

  private static var discrete: [Family] {
    [
      Family("binom", "size", "prob", isWhole: true) { a, b, _ in
        Binomial(size: a, probability: b)
      },
      Family("pois", "lambda", isWhole: true) { a, _, _ in Poisson(mean: a) },
      Family("geom", "prob", isWhole: true) { a, _, _ in Geometric(probability: a) },
      Family("nbinom", "size", "prob", isWhole: true) { a, b, _ in
        NegativeBinomial(size: a, probability: b)
      },
      Family("nbinom_mu", "size", "mu", isWhole: true) { a, b, _ in
        NegativeBinomial(size: a, mean: b)
      },
      Family("hyper", "m", "n", "k", isWhole: true) { a, b, c in
        Hypergeometric(white: a, black: b, draws: c)
      },
      Family("signrank", "n", isWhole: true) { a, _, _ in WilcoxonSignedRank(n: a) },
      Family("wilcox", "m", "n", isWhole: true) { a, b, _ in WilcoxonRankSum(m: a, n: b) },
    ]
  }

  private static var noncentral: [Family] {
    [
      Family("nbeta", "shape1", "shape2", "ncp", functions: "dpq") { a, b, c in
        NoncentralBeta(a: a, b: b, noncentrality: c)
      },
      Family("nchisq", "df", "ncp") { a, b, _ in
        NoncentralChiSquared(degreesOfFreedom: a, noncentrality: b)
      },
      Family("nt", "df", "ncp", functions: "dpq") { a, b, _ in
        NoncentralT(degreesOfFreedom: a, noncentrality: b)
      },
      Family("nf", "df1", "df2", "ncp", functions: "dpq") { a, b, c in
        NoncentralF(numerator: a, denominator: b, noncentrality: c)
      },
    ]
  }
}
