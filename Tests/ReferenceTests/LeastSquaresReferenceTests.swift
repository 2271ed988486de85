import ApusLinearAlgebra
import Testing

/// The least-squares core against GNU R's `lm.fit` and NIST's certified values.
@Suite struct LeastSquaresReferenceTests {
  @Test(arguments: [
    "longley", "cars", "wampler1", "wampler2", "wampler3", "wampler4", "wampler5", "aliased",
    "wide", "square", "constant", "single",
  ])
  func `fits as lm.fit does`(_ name: String) throws {
    let model = try Model(name)
    let fit = model.fit()
    #expect(Double(fit.qr.rank) == model["rank"][0])
    #expect(fit.qr.pivot.map(Double.init) == model["pivot"])
    // What is left of an aliased column is rounding: only its size is the same.
    expectClose(fit.qr.auxiliary, model["qraux"], relativeTo: 1, first: fit.qr.rank)
    expectClose(
      fit.qr.elements, model["qr"], relativeTo: largest(model["qr"]),
      first: fit.qr.rank * fit.qr.rows)
    expectClose(fit.effects.elements, model["effects"], relativeTo: largest(model["response"]))
    expectClose(fit.residuals.elements, model["residuals"], relativeTo: largest(model["response"]))
    // The Wampler problems are ill-conditioned by design; certified values are tested below.
    let coefficients = model["coefficients"]
    expectClose(
      fit.coefficients.elements, coefficients, relativeTo: largest(coefficients), tolerance: 1e-5)
  }

  /// NIST StRD: every coefficient is 1, or 0.1ᵏ.
  @Test(arguments: [
    ("wampler1", 1.0, 1e-9), ("wampler2", 0.1, 1e-12), ("wampler3", 1.0, 1e-9),
    ("wampler4", 1.0, 1e-8), ("wampler5", 1.0, 1e-6),
  ])
  func `meets the certified coefficients`(_ name: String, base: Double, tolerance: Double) throws {
    let fit = try Model(name).fit()
    var expected = 1.0
    for value in fit.coefficients.elements {
      #expect(abs(value - expected) < tolerance)
      expected *= base
    }
  }

  /// NIST StRD Longley; R's data frame has other units for all but two variables.
  @Test func `meets the certified coefficients of Longley`() throws {
    let certified = [
      -3_482_258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683,
      -1.03322686717359, -0.511041056535807e-01, 1829.15146461355,
    ]
    let units = [1e-3, 1e-3, 1, 1e-2, 1e-2, 1, 1e-3]
    let fit = try Model("longley").fit()
    for (value, (expected, unit)) in zip(fit.coefficients.elements, zip(certified, units)) {
      #expect(abs(value / (expected * unit) - 1) < 1e-9)
    }
  }

  private func expectClose(
    _ values: [Double], _ expected: [Double], relativeTo scale: Double, first: Int? = nil,
    tolerance: Double = 1e-12
  ) {
    #expect(values.count == expected.count)
    for (i, (value, wanted)) in zip(values, expected).prefix(first ?? values.count).enumerated()
    where !(abs(value - wanted) <= tolerance * scale) {
      Issue.record("element \(i): \(value) is not \(wanted)")
    }
  }

  private func largest(_ values: [Double]) -> Double { values.lazy.map(abs).max() ?? 0 }
}

/// A design, a response and R's fit of it.
private struct Model {
  private var parts: [String: [Double]] = [:]

  init(_ name: String) throws {
    for row in try ReferenceTable("Models/\(name).csv").rows {
      parts[String(row[0])] = row.dropFirst().compactMap { Double($0) }
    }
  }

  subscript(_ part: String) -> [Double] { parts[part] ?? [] }

  func fit() -> Fit {
    let size = self["dimension"].map { Int($0) }
    let qr = HouseholderQR(rows: size[0], columns: size[1], elements: self["design"])
    let effects = qr.qty(Matrix(rows: size[0], columns: 1, elements: self["response"]))
    var residuals = effects
    qr.factors.project(qr.elements, effects: &residuals.elements, columns: 1, isResidual: true)
    return Fit(
      qr: qr,
      coefficients: qr.factors.coefficients(qr.elements, effects: effects.elements, responses: 1),
      effects: effects, residuals: residuals)
  }

  struct Fit {
    let qr: HouseholderQR
    let coefficients: Matrix
    let effects: Matrix
    let residuals: Matrix
  }
}
