import Glibc

/// The uniform distribution on an interval.
package struct Uniform: Distribution {
  package let minimum: Double
  package let maximum: Double

  package init(minimum: Double = 0, maximum: Double = 1) {
    self.minimum = minimum
    self.maximum = maximum
  }

  private var width: Double { maximum - minimum }
}

extension Uniform {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || minimum.isNaN || maximum.isNaN { return x + minimum + maximum }
    if maximum <= minimum { return .nan }
    if x < minimum || x > maximum { return impossible(log: asLog) }
    return asLog ? -Glibc.log(width) : 1 / width
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || minimum.isNaN || maximum.isNaN { return x + minimum + maximum }
    if maximum < minimum || !minimum.isFinite || !maximum.isFinite { return .nan }
    if x >= maximum { return tail.one }
    if x <= minimum { return tail.zero }
    return scaled((tail.isLower ? x - minimum : maximum - x) / width, log: tail.isLog)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || minimum.isNaN || maximum.isNaN { return p + minimum + maximum }
    if !tail.accepts(p) || maximum < minimum { return .nan }
    if maximum == minimum { return minimum }
    return minimum + tail.lowerProbability(p) * width
  }

  package func random(_ stream: RandomStream) -> Double {
    if !minimum.isFinite || !maximum.isFinite || maximum < minimum { return .nan }
    return minimum == maximum ? minimum : minimum + width * stream.uniform()
  }
}
