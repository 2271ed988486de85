import ApusLinearAlgebra
import Glibc
import Testing

@Suite struct HouseholderQRTests {
  /// A tall matrix goes by panels, yet must give the compact form of the textbook algorithm.
  @Test(arguments: [2, 7, 20, 60])
  func `panels give the reflectors of single columns`(columns: Int) {
    let rows = 5000
    let elements = noise(rows * columns)
    let qr = HouseholderQR(rows: rows, columns: columns, elements: elements)
    let (textbook, auxiliary) = textbookQR(rows, columns, elements)
    #expect(qr.rank == columns)
    #expect(largestDifference(qr.elements, textbook) < 1e-12)
    #expect(largestDifference(qr.auxiliary, auxiliary) < 1e-13)
  }

  @Test func `moves aliased columns of a tall matrix to the end`() {
    let rows = 6000
    var columns = (0..<8).map { noise(rows, seed: UInt64($0) + 1) }
    columns[0] = [Double](repeating: 1, count: rows)
    columns[3] = zip(columns[1], columns[2]).map { $0 - 3 * $1 + 1 }
    columns[5] = [Double](repeating: 0, count: rows)
    // Nearly aliased, but not to the tolerance.
    columns[6] = zip(columns[1], columns[6]).map { $0 + 1e-5 * $1 }
    let qr = HouseholderQR(rows: rows, columns: 8, elements: columns.flatMap { $0 })
    #expect(qr.rank == 6)
    #expect(qr.pivot == [1, 2, 3, 5, 7, 8, 4, 6])
    let (textbook, _) = textbookQR(
      rows, 6, [0, 1, 2, 4, 6, 7].flatMap { columns[$0] })
    #expect(largestDifference(Array(qr.elements[..<(6 * rows)]), textbook) < 1e-8)
  }

  @Test func `fits a tall matrix`() {
    let rows = 9000
    let columns = 11
    let design = noise(rows * columns)
    let response = Matrix(rows: rows, columns: 2, elements: noise(2 * rows, seed: 77))
    let qr = HouseholderQR(rows: rows, columns: columns, elements: design)
    let effects = qr.qty(response)
    let coefficients = qr.factors.coefficients(
      qr.elements, effects: effects.elements, responses: 2)
    var residuals = effects
    qr.factors.project(qr.elements, effects: &residuals.elements, columns: 2, isResidual: true)
    var inside = effects
    qr.factors.project(qr.elements, effects: &inside.elements, columns: 2, isResidual: false)
    // Residuals are orthogonal to the design, and what they leave is X β.
    let x = Matrix(rows: rows, columns: columns, elements: design)
    #expect(crossProduct(x, residuals).elements.allSatisfy { abs($0) < 1e-9 })
    let fitted = product(x, coefficients)
    let sum = zip(fitted.elements, residuals.elements).map(+)
    #expect(largestDifference(sum, response.elements) < 1e-12)
    #expect(largestDifference(inside.elements, fitted.elements) < 1e-12)
  }

  @Test func `takes up a compact form`() {
    let rows = 12
    let qr = HouseholderQR(rows: rows, columns: 4, elements: noise(rows * 4))
    let again = qr.elements.withUnsafeBufferPointer {
      HouseholderFactors(
        of: $0, rows: rows, columns: 4, auxiliary: qr.auxiliary, pivot: qr.pivot, rank: qr.rank)
    }
    let b = Matrix(rows: rows, columns: 3, elements: noise(rows * 3, seed: 5))
    var other = b
    again.applyTransposed(qr.elements, to: &other.elements, columns: 3)
    #expect(largestDifference(qr.qty(b).elements, other.elements) < 1e-14)
    again.apply(qr.elements, to: &other.elements, columns: 3)
    #expect(largestDifference(other.elements, b.elements) < 1e-14)
  }

  @Test func `takes empty and degenerate matrices`() {
    #expect(HouseholderQR(rows: 0, columns: 0, elements: []).rank == 0)
    #expect(HouseholderQR(rows: 3, columns: 0, elements: []).rank == 0)
    #expect(HouseholderQR(rows: 0, columns: 2, elements: []).rank == 0)
    #expect(HouseholderQR(rows: 1, columns: 1, elements: [5]).rank == 1)
    #expect(HouseholderQR(rows: 2, columns: 2, elements: [0, 0, 0, 0]).rank == 0)
    let invalid = [Double](repeating: .nan, count: 10_000)
    _ = HouseholderQR(rows: 5000, columns: 2, elements: invalid)
  }
}

/// Householder's method written out, in LINPACK's compact form.
private func textbookQR(_ n: Int, _ p: Int, _ a: [Double]) -> ([Double], [Double]) {
  var x = a
  var auxiliary = [Double](repeating: 0, count: p)
  for j in 0..<p {
    let d = j * n + j
    let length = x[d..<(j * n + n)].reduce(0) { $0 + $1 * $1 }.squareRoot()
    let signed = copysign(length, x[d])
    for i in d..<(j * n + n) { x[i] /= signed }
    x[d] += 1
    for k in (j + 1)..<max(p, j + 1) {
      var sum = 0.0
      for i in j..<n { sum += x[j * n + i] * x[k * n + i] }
      let t = -sum / x[d]
      for i in j..<n { x[k * n + i] += t * x[j * n + i] }
    }
    auxiliary[j] = x[d]
    x[d] = -signed
  }
  return (x, auxiliary)
}

/// Numbers between −1 and 1 from a congruential sequence.
func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
  var state = seed &* 0x9e37_79b9_7f4a_7c15
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 4_503_599_627_370_496 - 1
  }
}

func largestDifference(_ x: [Double], _ y: [Double]) -> Double {
  x.count == y.count ? zip(x, y).map { abs($0 - $1) }.max() ?? 0 : .infinity
}
