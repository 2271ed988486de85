import ApusColumns
import ApusModelFrames

/// The sums of products of the columns of a model, as they are and around the means.
package struct CovarianceMatrix: Sendable {
  /// The constant column first, then those of the terms.
  package let names: [String]
  /// Σ xy, by columns.
  package let products: [Double]
  /// Σ (x − x̄)(y − ȳ), by columns, without the constant.
  package let centred: [Double]
  /// Without the constant.
  package let means: [Double]
  package let validCount: Int
  package let missingCount: Int
  /// The sum of weights, or the number of rows.
  package let weightSum: Double

  package init(_ products: CrossProducts) throws {
    validCount = products.validCount
    missingCount = products.missingCount
    guard validCount > 0 else {
      throw ModelError(.noData, "There are no valid observations.")
    }
    let one = (slot: 0, cell: 0)
    weightSum = products.sum(one, one).value
    let (columns, places) = products.columns(hasIntercept: true)
    names = columns.map(\.name)
    self.products = places.flatMap { second in places.map { products.sum($0, second).value } }
    let own = places.dropFirst()
    centred = own.flatMap { second in
      own.map { products.squares($0, second, isCentred: true).value }
    }
    means = own.map { (products.sum(one, $0) / products.sum(one, one)).value }
  }
}
