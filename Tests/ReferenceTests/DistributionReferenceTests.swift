import ApusDistributions
import Glibc
import Testing

/// Density, cumulative probability and quantile against GNU R.
///
/// A quantile that differs may also pass by being right: its probability is the one asked for.
@Suite struct DistributionReferenceTests {
  /// Agreement with R to 13 digits; densities of very large parameters lose more in R itself.
  static let tolerance = 1e-13
  static let familiesWithLargeShapes: Set = ["chisq", "gamma", "pois", "beta", "t", "f", "hyper"]

  @Test(arguments: [
    "norm", "t", "f", "chisq", "unif", "exp", "gamma", "beta", "cauchy", "logis", "lnorm",
    "weibull", "binom", "pois", "geom", "nbinom", "hyper", "wilcox",
    "signrank",
  ])
  func `gives the numbers R gives`(_ name: String) throws {
    let table = try ReferenceTable("Distributions/\(name).csv")
    for row in table.rows {
      let parameters = row[2...4].map { Double($0) ?? .nan }
      let family = try #require(distribution(name, parameters))
      let x = try #require(Double(row[1]))
      let expected = try #require(Double(row[7]))
      let tail = Tail(isLower: row[5] == "1", isLog: row[6] == "1")
      switch row[0] {
      case "d":
        let difference = relativeDifference(family.density(x, log: tail.isLog), expected)
        let limit = Self.familiesWithLargeShapes.contains(name) ? 5e-11 : Self.tolerance
        #expect(difference < limit || isNegligible(expected, x, row), "\(row)")
      case "p":
        let difference = relativeDifference(family.cumulative(x, tail), expected)
        #expect(difference < 1e-12, "\(row)")
      default:
        #expect(isQuantile(family.quantile(x, tail), x, tail, family, expected), "\(row)")
      }
    }
  }

  /// Where the logarithm of a density passes through 0, digits of the density itself count.
  private func isNegligible(_ expected: Double, _ x: Double, _ row: [Substring]) -> Bool {
    row[6] == "1" && abs(expected) < 1e-3
  }

  private func isQuantile(
    _ value: Double, _ p: Double, _ tail: Tail, _ family: any Distribution, _ expected: Double
  ) -> Bool {
    if relativeDifference(value, expected) < Self.tolerance || abs(value - expected) < 1e-15 {
      return true
    }
    let reached = family.cumulative(value, tail)
    guard family is any DiscreteDistribution else {
      return relativeDifference(reached, p) < 1e-12 || value < 1e-300
    }
    let missed = family.cumulative(value - 1, tail)
    return tail.isLower ? reached >= p && missed < p : reached <= p && missed > p
  }

  /// Recorded with mpmath: R has fewer digits here.
  @Test func `gives non-central probabilities`() throws {
    for row in try ReferenceTable("Distributions/noncentral.csv").rows {
      let family = try #require(
        distribution(String(row[1]), row[3...5].map { Double($0) ?? .nan }))
      let x = try #require(Double(row[2]))
      let expected = try #require(Double(row[6]))
      let value = row[0] == "d" ? family.density(x) : family.cumulative(x)
      #expect(relativeDifference(value, expected) < 5e-13, "\(row) \(value)")
      // The quantile from the shorter tail inverts to all digits.
      let tail = family.cumulative(x) > 0.5 ? Tail.upper : .lower
      let back = family.quantile(family.cumulative(x, tail), tail)
      #expect(relativeDifference(back, x) < 1e-12, "\(row) \(back)")
    }
  }

  /// R integrates to seven digits or more.
  @Test func `gives the studentized range`() throws {
    for row in try ReferenceTable("Distributions/tukey.csv").rows {
      let parameters = row[3...4].map { Double($0) ?? .nan }
      let x = try #require(Double(row[2]))
      let expected = try #require(Double(row[6]))
      let range = StudentizedRange(
        ranges: 1, groups: parameters[0], degreesOfFreedom: parameters[1])
      let value = row[0] == "p" ? range.cumulative(x, .lower) : range.quantile(x, .lower)
      #expect(relativeDifference(value, expected) < 2e-7, "\(row) \(value)")
    }
  }

  @Test func `continues R's random streams bit for bit`() throws {
    for row in try ReferenceTable("Distributions/streams.csv").rows {
      let parameters = row[1...3].map { Double($0) ?? .nan }
      let family = try #require(distribution(String(row[0]), parameters))
      let stream = RandomStream(seed: 20_221_110)
      let expected = row[4].split(separator: " ").map { Double($0) }
      let drawn = expected.map { _ in Optional(family.random(stream)) }
      #expect(drawn == expected, "\(row[0]) \(parameters)")
    }
  }

  @Test func `has R's generators`() throws {
    for row in try ReferenceTable("Distributions/generators.csv").rows {
      let kind = try #require(GeneratorKind.allCases.first { $0.name == row[0] })
      let stream = RandomStream(seed: 1)
      stream.change(to: kind)
      stream.seed(UInt32(truncatingIfNeeded: try #require(Int(row[1]))))
      let state = row[2].split(separator: " ").map { Int32($0) }
      #expect(stream.words.prefix(state.count).map(Optional.init) == state)
      let uniform = (0..<1500).map { _ in Optional(stream.uniform()) }
      #expect(Array(uniform[0..<5] + uniform[1495...]) == numbers(row[3]))
      #expect((0..<5).map { _ in stream.normal() } == numbers(row[4]))
      let sample = stream.sampleWithoutReplacement(1000, count: 5)
      #expect(sample.map { Double($0) } == numbers(row[5]))
    }
  }

  @Test func `samples in R's order`() throws {
    for row in try ReferenceTable("Distributions/samples.csv").rows {
      let stream = RandomStream(seed: 99)
      stream.sampleKind = row[0] == "Rounding" ? .rounding : .rejection
      let n = try #require(Int(row[1]))
      let weights = numbers(row[3]).compactMap { $0 }
      let total = weights.reduce(0, +)
      let shares = weights.map { $0 / total }
      let expected = numbers(row[4]).compactMap { $0 }
      let drawn: [Double]
      switch (weights.isEmpty, row[2] == "1") {
      case (true, true): drawn = stream.sampleWithReplacement(Double(n), count: expected.count)
      case (true, false):
        drawn = stream.sampleWithoutReplacement(n, count: expected.count).map { Double($0) }
      case (false, true):
        drawn = stream.sample(weighted: shares, count: expected.count).map { Double($0) }
      case (false, false):
        drawn = stream.sampleWithoutReplacement(weighted: shares, count: expected.count)
          .map { Double($0) }
      }
      #expect(drawn == expected, "\(row[0]) \(n) \(row[2])")
    }
  }

  @Test func `restores a stream from its words`() {
    let stream = RandomStream(seed: 5)
    for _ in 0..<700 { _ = stream.uniform() }
    let words = stream.words
    let next = stream.uniform()
    let other = RandomStream(seed: 1)
    #expect(words.count == 626)
    #expect(other.restore(words))
    #expect(other.uniform() == next)
    #expect(!other.restore([10403, 1, 2]))
  }

  private func numbers(_ text: Substring) -> [Double?] {
    text.split(separator: " ").map { Double($0) }
  }
}
