import ApusColumns
import ApusModelFrames
import Testing

@testable import ApusAnalytics

@Suite struct GeneralisedModelTests {
  static let families: [String: (response: Expression, family: ResponseFamily)] = [
    "logit": (
      call("/", symbol("w"), .number(2)),
      ResponseFamily(link: .logit, variance: .binomial, likelihood: .none)
    ),
    "poisson": (
      symbol("m"), ResponseFamily(link: .log, variance: .power(1), likelihood: .poisson)
    ),
    "gamma": (symbol("w"), ResponseFamily(link: .log, variance: .power(2), likelihood: .gamma)),
    "inverse": (
      symbol("w"),
      ResponseFamily(link: .inverseSquare, variance: .power(3), likelihood: .inverseGaussian)
    ),
  ]

  private func fit(_ name: String, by size: Int) throws -> GeneralisedModel {
    let (response, family) = try #require(Self.families[name])
    let formula = Formula(
      response: .variable(response, label: "response"),
      predictors: try .init(call("+", symbol("u"), symbol("f"))))
    let model = try StreamModel(formula, dataNames: ["y", "u", "v", "f", "m", "w"])
    let batch = try Recorded.batch()
    var options = ScoringOptions()
    options.coefficientTolerance = 0
    options.devianceTolerance = 1e-15
    options.maxIterations = 100
    return try GeneralisedModel(model, family, options) { try taken($0, batch, by: size) }
  }

  @Test(arguments: Recorded.lines("generalised.txt"), [1000, 97])
  func `fits what glm fits`(_ recorded: [String], _ size: Int) throws {
    let fit = try fit(recorded[0], by: size)
    let kept = fit.estimates.indices.filter { !fit.fit.isDropped[$0] }
    #expect(isClose(kept.map { fit.estimates[$0] }, Recorded.numbers(recorded[1]), 1e-9))
    let isFixed = recorded[0] == "poisson"
    let dispersion = isFixed ? 1 : fit.pearson / Double(fit.fit.validCount - fit.fit.rank)
    let errors = kept.map { (fit.fit.inverse[$0][$0] * dispersion).squareRoot() }
    #expect(isClose(errors, Recorded.numbers(recorded[2]), 1e-8))
    let deviances = Recorded.numbers(recorded[3])
    #expect(isClose([fit.deviance, fit.nullDeviance ?? 0], Array(deviances.prefix(2)), 1e-10))
    if isFixed {
      #expect(abs(fit.deviance + fit.saturated + 2 * Double(fit.fit.rank) - deviances[2]) < 1e-8)
    }
  }

  @Test(arguments: ["logit", "poisson", "gamma", "inverse"])
  func `does not depend on the cut into batches`(_ name: String) throws {
    let whole = try fit(name, by: 1000)
    for size in [1, 7, 64] {
      let other = try fit(name, by: size)
      #expect(isClose(other.estimates, whole.estimates, 1e-13))
      #expect(abs(other.deviance / whole.deviance - 1) < 1e-13)
    }
  }

  @Test func `has exponentials and logarithms to the last digits`() {
    for exponent in stride(from: -700.0, through: 700, by: 0.37) {
      let power = VectorMath.exp(SIMD4(repeating: exponent))[0]
      #expect(
        abs(VectorMath.log(SIMD4(repeating: power))[0] - exponent) <= 4e-16 * max(2, abs(exponent)))
    }
    #expect(VectorMath.exp([0, 1, -1, 0.5, 2]).map { $0.description }.first == "1.0")
    #expect(VectorMath.log([0, 1, .infinity]) == [-.infinity, 0, .infinity])
    #expect(VectorMath.exp([.nan])[0].isNaN && VectorMath.log([.nan])[0].isNaN)
  }
}
