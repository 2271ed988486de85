import ApusDistributions

/// Makes the distribution that R's functions of this name stand for.
func distribution(_ name: String, _ p: [Double]) -> (any Distribution)? {
  switch name {
  case "norm": Normal(mean: p[0], standardDeviation: p[1])
  case "t": StudentT(degreesOfFreedom: p[0])
  case "f": FisherF(numerator: p[0], denominator: p[1])
  case "chisq": ChiSquared(degreesOfFreedom: p[0])
  case "unif": Uniform(minimum: p[0], maximum: p[1])
  case "exp": Exponential(scale: 1 / p[0])
  case "gamma": Gamma(shape: p[0], scale: 1 / p[1])
  case "beta": Beta(a: p[0], b: p[1])
  case "cauchy": Cauchy(location: p[0], scale: p[1])
  case "logis": Logistic(location: p[0], scale: p[1])
  case "lnorm": LogNormal(meanOfLog: p[0], deviationOfLog: p[1])
  case "weibull": Weibull(shape: p[0], scale: p[1])
  case "binom": Binomial(size: p[0], probability: p[1])
  case "pois": Poisson(mean: p[0])
  case "geom": Geometric(probability: p[0])
  case "nbinom": NegativeBinomial(size: p[0], probability: p[1])
  case "hyper": Hypergeometric(white: p[0], black: p[1], draws: p[2])
  case "wilcox": WilcoxonRankSum(m: p[0], n: p[1])
  case "signrank": WilcoxonSignedRank(n: p[0])
  case "nchisq": NoncentralChiSquared(degreesOfFreedom: p[0], noncentrality: p[1])
  case "nbeta": NoncentralBeta(a: p[0], b: p[1], noncentrality: p[2])
  case "nt": NoncentralT(degreesOfFreedom: p[0], noncentrality: p[1])
  case "nf": NoncentralF(numerator: p[0], denominator: p[1], noncentrality: p[2])
  default: nil
  }
}
