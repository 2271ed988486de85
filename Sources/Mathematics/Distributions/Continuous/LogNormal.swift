import Glibc

/// The log-normal distribution: the logarithm is normal.
package struct LogNormal: Distribution {
  package let normal: Normal

  package init(meanOfLog: Double = 0, deviationOfLog: Double = 1) {
    normal = Normal(mean: meanOfLog, standardDeviation: deviationOfLog)
  }
}

extension LogNormal {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    let sigma = normal.standardDeviation
    if x.isNaN || normal.mean.isNaN || sigma.isNaN { return x + normal.mean + sigma }
    if sigma < 0 { return .nan }
    if x <= 0 { return impossible(log: asLog) }
    if sigma == 0 { return Glibc.log(x) == normal.mean ? .infinity : impossible(log: asLog) }
    let z = (Glibc.log(x) - normal.mean) / sigma
    return asLog
      ? -(halfLogTwoPi + 0.5 * z * z + Glibc.log(x * sigma))
      : 0.3989422804014327 * exp(-0.5 * z * z) / (x * sigma)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    let sigma = normal.standardDeviation
    if x.isNaN || normal.mean.isNaN || sigma.isNaN { return x + normal.mean + sigma }
    if sigma < 0 { return .nan }
    return x > 0 ? normal.cumulative(log(x), tail) : tail.zero
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    let sigma = normal.standardDeviation
    if p.isNaN || normal.mean.isNaN || sigma.isNaN { return p + normal.mean + sigma }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    return exp(normal.quantile(p, tail))
  }

  package func random(_ stream: RandomStream) -> Double {
    let sigma = normal.standardDeviation
    if normal.mean.isNaN || !sigma.isFinite || sigma < 0 { return .nan }
    return exp(normal.random(stream))
  }
}
