import Glibc

/// The Wilcoxon rank sum (Mann–Whitney) statistic of samples of m and n.
package struct WilcoxonRankSum: DiscreteDistribution {
  package let m: Double
  package let n: Double
  private let counts: RankCounts?

  package init(m: Double, n: Double) {
    self.m = m.rounded(.toNearestOrEven)
    self.n = n.rounded(.toNearestOrEven)
    let isUsable = self.m > 0 && self.n > 0 && (self.m * self.n) < 4e7
    counts = isUsable ? .rankSums(Int(self.m), Int(self.n)) : nil
  }

  package func density(_ x: Double, log asLog: Bool) -> Double {
    counts?.density(x, log: asLog) ?? .nan
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    counts?.cumulative(x, tail) ?? .nan
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double { counts?.quantile(p, tail) ?? .nan }

  /// The rank sum of m indices drawn from m+n without replacement, less its minimum.
  package func random(_ stream: RandomStream) -> Double {
    if m.isNaN || n.isNaN || m < 0 || n < 0 { return .nan }
    if m == 0 || n == 0 { return 0 }
    guard m + n <= 2_147_483_647 else { return .nan }
    let k = Int(m + n)
    var pool = Array(0..<k)
    var left = k
    var sum = 0
    for _ in 0..<Int(n) {
      let j = Int(stream.index(below: Double(left)))
      sum += pool[j]
      left -= 1
      pool[j] = pool[left]
    }
    return Double(sum) - n * (n - 1) / 2
  }
}

/// The Wilcoxon signed rank statistic of a sample of n.
package struct WilcoxonSignedRank: DiscreteDistribution {
  package let n: Double
  private let counts: RankCounts?

  package init(n: Double) {
    self.n = n.rounded(.toNearestOrEven)
    counts = self.n > 0 && self.n < 9000 ? .signedRanks(Int(self.n)) : nil
  }

  package func density(_ x: Double, log asLog: Bool) -> Double {
    counts?.density(x, log: asLog) ?? .nan
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    counts?.cumulative(x, tail) ?? .nan
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double { counts?.quantile(p, tail) ?? .nan }

  /// Each rank counts when its coin shows heads.
  package func random(_ stream: RandomStream) -> Double {
    if n.isNaN || n < 0 { return .nan }
    // R counts the ranks in 32 bits; of more it draws none.
    guard n <= 2_147_483_647 else { return 0 }
    var sum = 0.0
    var rank = 1.0
    while rank <= n {
      sum += rank * floor(stream.uniform() + 0.5)
      rank += 1
    }
    return sum
  }
}

/// The exact probabilities of a rank statistic, symmetric about half its largest value.
private struct RankCounts {
  /// Probabilities of all values from 0 to the largest.
  let probabilities: [Double]

  private var largest: Double { Double(probabilities.count - 1) }

  /// Coefficients of the Gaussian binomial coefficient Π (1−q^(n+i)) / (1−q^i), scaled to sum 1.
  static func rankSums(_ m: Int, _ n: Int) -> RankCounts {
    let size = m * n + 1
    let small = min(m, n)
    let large = max(m, n)
    var counts = [Double](repeating: 0, count: size)
    counts[0] = 1
    for i in 1...small {
      let jump = large + i
      for x in stride(from: size - 1, through: jump, by: -1) { counts[x] -= counts[x - jump] }
      for x in stride(from: i, to: size, by: 1) { counts[x] += counts[x - i] }
    }
    let total = choose(Double(m + n), Double(small))
    return RankCounts(probabilities: counts.map { $0 / total })
  }

  /// Coefficients of Π (1+q^i)/2.
  static func signedRanks(_ n: Int) -> RankCounts {
    let size = n * (n + 1) / 2 + 1
    var shares = [Double](repeating: 0, count: size)
    shares[0] = 1
    var top = 0
    for i in 1...n {
      top += i
      for x in stride(from: top, through: 0, by: -1) {
        shares[x] = 0.5 * (shares[x] + (x >= i ? shares[x - i] : 0))
      }
    }
    return RankCounts(probabilities: shares)
  }

  func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN { return x }
    if abs(x - x.rounded(.toNearestOrEven)) > 1e-7 { return impossible(log: asLog) }
    let k = x.rounded(.toNearestOrEven)
    if k < 0 || k > largest { return impossible(log: asLog) }
    return scaled(probabilities[Int(k)], log: asLog)
  }

  func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN { return x }
    let k = floor(x + 1e-7)
    if k < 0 { return tail.zero }
    if k >= largest { return tail.one }
    if k <= largest / 2 {
      return tail.of(lower: probabilities[...Int(k)].reduce(0, +))
    }
    return tail.opposite.of(lower: probabilities[..<Int(largest - k)].reduce(0, +))
  }

  func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN { return p }
    if let end = tail.boundary(p, left: 0, right: largest) { return end }
    return discreteQuantile(p, tail, start: largest / 2, in: 0...largest) { cumulative($0, tail) }
  }
}
