import ApusColumns
import ApusModelFrames

/// How factors are coded and which columns give way when some are redundant.
package struct LinearModelOptions: Sendable {
  /// The first level of a factor is dropped, not the last.
  package var dropsFirst = false
  /// Main effects give way to interactions.
  package var dropsMain = true
  /// The cells of the first term take the place of the intercept.
  package var isCube = false
  /// A column is redundant when what the others leave of its norm is less than this part of it.
  package var tolerance = 1e-7
  /// Levels are numbered in the names of coefficients, `f1:g2`, not spelled out.
  package var numbersLevels = false
  /// The terms to fit, counted from 0; nil for all.
  package var terms: [Int]?
  /// Whether to find the condition number, which costs as much as the fit.
  var findsCondition = true

  package init() {}
}

/// A coefficient: which cell of which term it belongs to.
package struct CoefficientColumn: Sendable {
  /// Counted from 0; nil for the intercept.
  package let term: Int?
  package let cell: Int
  package let name: String
}

/// A least squares fit from sums of products.
package struct LinearModel: Sendable {
  package private(set) var columns: [CoefficientColumn] = []
  /// Whether a coefficient was dropped, by columns.
  package private(set) var isDropped: [Bool] = []
  /// By responses, then columns; 0 where dropped.
  package private(set) var estimates: [[Double]] = []
  /// The diagonal of the inverse of the sums of products, by columns; 0 where dropped.
  package private(set) var inverse: [[Double]] = []
  package private(set) var residualSquares: [Double] = []
  /// Around the mean when there is an intercept or a cube.
  package private(set) var totalSquares: [Double] = []
  package private(set) var rank = 0
  package private(set) var conditionNumber = 1.0
  private var places: [(slot: Int, cell: Int)] = []
  private var slopes: [Int] = []
  private var isPureCube = false
  package let validCount: Int
  package let missingCount: Int
  /// The sum of weights, or the number of rows.
  package let weightSum: Double
  /// The rows, or the sum of weights, of each cell of the first term of a cube.
  package private(set) var cellCounts: [Double] = []
  /// The weighted means of the columns.
  package private(set) var means: [Double] = []

  package init(_ products: CrossProducts, options: LinearModelOptions = .init()) throws {
    validCount = products.validCount
    missingCount = products.missingCount
    weightSum = products.sum((0, 0), (0, 0)).value
    guard validCount > 0 else {
      throw ModelError(.noData, "There are no valid observations.")
    }
    let firstTerm = 1 + products.model.responses.count
    if options.isCube {
      guard products.slots.count > firstTerm, products.cellCount(slot: firstTerm) > 0,
        products.isCategorical(slot: firstTerm)
      else {
        throw ModelError(.invalidFormula, "The first term must be categorical if cube is TRUE.")
      }
      cellCounts = (0..<products.cellCount(slot: firstTerm)).map { cell in
        products.sum((0, 0), (firstTerm, cell)).value
      }
    }
    fit(products, options)
  }

  private mutating func fit(_ products: CrossProducts, _ options: LinearModelOptions) {
    let hasIntercept = products.model.hasIntercept && !options.isCube
    let (columns, places) = products.columns(hasIntercept: hasIntercept, options)
    self.columns = columns
    self.places = places
    let responses = products.model.responses.indices.map { (slot: 1 + $0, cell: 0) }
    var system = NormalEquations(products, places + responses)
    let order = products.eliminationOrder(columns, hasIntercept, options)
    let swept = system.eliminate(order, tolerance: options.tolerance)
    isDropped = columns.indices.map { !swept.contains($0) }
    rank = swept.count
    let count = columns.count
    estimates = responses.indices.map { response in
      columns.indices.map { isDropped[$0] ? 0 : system[$0, count + response].value }
    }
    inverse = columns.indices.map { row in
      columns.indices.map { column in
        isDropped[row] || isDropped[column] ? 0 : -system[row, column].value
      }
    }
    residualSquares = responses.indices.map { max(0, system[count + $0, count + $0].value) }
    means = places.map { (products.sum((0, 0), $0) / products.sum((0, 0), (0, 0))).value }
    let isCentred = hasIntercept || options.isCube
    totalSquares = responses.map { products.squares($0, $0, isCentred: isCentred).value }
    // The last cell of a cube stands for the intercept.
    let base = options.isCube ? columns.lastIndex { $0.term == 0 } : nil
    slopes = swept.filter { columns[$0].term != nil && $0 != base }
    isPureCube = options.isCube && products.model.terms.count == 1
    if options.findsCondition { findCondition(products) }
  }

  /// Sets the condition number, from the products that were fitted.
  mutating func findCondition(_ products: CrossProducts) {
    conditionNumber = isPureCube ? 1 : products.conditionNumber(slopes.map { places[$0] })
  }
}

extension LinearModel {
  /// The covariances of the columns other than the intercept, row by row.
  package func covariances(_ products: CrossProducts, divisor: Double) -> [Double] {
    let slopes = columns.indices.filter { columns[$0].term != nil }
    return slopes.flatMap { row in
      slopes.map { column in
        products.squares(places[row], places[column], isCentred: true).value / divisor
      }
    }
  }
}

extension CrossProducts {
  func isCategorical(slot: Int) -> Bool {
    slots[slot].contains { categories($0) != nil }
  }

  /// The columns of the model, and where their sums are.
  func columns(
    hasIntercept: Bool, _ options: LinearModelOptions = .init()
  ) -> ([CoefficientColumn], [(slot: Int, cell: Int)]) {
    var columns: [CoefficientColumn] = []
    var places: [(slot: Int, cell: Int)] = []
    if hasIntercept {
      columns.append(CoefficientColumn(term: nil, cell: 0, name: "(Intercept)"))
      places.append((0, 0))
    }
    let firstTerm = 1 + model.responses.count
    for term in options.terms ?? Array(model.terms.indices) {
      let names = options.numbersLevels ? numberedNames(term) : coefficientNames(term)
      for (cell, name) in names.enumerated() {
        columns.append(CoefficientColumn(term: term, cell: cell, name: name))
        places.append((firstTerm + term, cell))
      }
    }
    return (columns, places)
  }

  /// `age`, `sex=Male`, `sex=Male, type=A`, or `age for sex=Male`.
  private func coefficientNames(_ term: Int) -> [String] {
    var names: [String]?
    var numeric: [String] = []
    for variable in model.terms[term] {
      let name = model.variables[variable].name
      guard let labels = categories(variable)?.labels else {
        numeric.append(name)
        continue
      }
      let own = labels.map { "\(name)=\($0)" }
      names = names.map { names in own.flatMap { own in names.map { "\($0), \(own)" } } } ?? own
    }
    let slope = numeric.joined(separator: ":")
    guard let names else { return [slope] }
    return numeric.isEmpty ? names : names.map { "\(slope) for \($0)" }
  }

  /// `age`, `sex1`, `sex1:type2`, or `age:sex1`.
  private func numberedNames(_ term: Int) -> [String] {
    model.terms[term].reduce([]) { names, variable in
      let name = model.variables[variable].name
      let own = categories(variable).map { $0.labels.indices.map { "\(name)\($0 + 1)" } } ?? [name]
      return names.isEmpty ? own : own.flatMap { own in names.map { "\($0):\(own)" } }
    }
  }

  /// The order in which columns are taken into the model: what comes late is dropped when it is
  /// redundant.
  fileprivate func eliminationOrder(
    _ columns: [CoefficientColumn], _ hasIntercept: Bool, _ options: LinearModelOptions
  ) -> [Int] {
    var terms = options.terms ?? Array(model.terms.indices)
    if options.dropsMain {
      let late = options.isCube ? 1 : 0
      let rest = terms.dropFirst(late).sorted { first, second in
        let (one, two) = (model.terms[first].count, model.terms[second].count)
        return one == two ? first < second : one > two
      }
      terms = terms.prefix(late) + rest
    }
    var order = columns.indices.filter { columns[$0].term == nil }
    for term in terms {
      var own = columns.indices.filter { columns[$0].term == term }
      if options.dropsFirst { own.reverse() }
      order += own
    }
    return order
  }

  /// Σ of products of two columns, around their means when asked.
  func squares(
    _ first: (slot: Int, cell: Int), _ second: (slot: Int, cell: Int), isCentred: Bool
  ) -> DoubleDouble {
    let raw = sum(first, second)
    guard isCentred else { return raw }
    let one = (slot: 0, cell: 0)
    return raw - sum(one, first) * sum(one, second) / sum(one, one)
  }

  /// The condition number, in the 1-norm, of the correlation matrix of these columns.
  func conditionNumber(_ places: [(slot: Int, cell: Int)]) -> Double {
    guard !places.isEmpty else { return 1 }
    var system = NormalEquations(centred: self, places)
    let scale = places.indices.map { system[$0, $0].value.squareRoot() }
    var direct = 0.0
    for column in places.indices {
      let norm = places.indices.reduce(0.0) {
        $0 + abs(system[$1, column].value / (scale[$1] * scale[column]))
      }
      direct = max(direct, norm)
    }
    _ = system.eliminate(Array(places.indices), tolerance: 1e-14)
    var inverse = 0.0
    for column in places.indices {
      let norm = places.indices.reduce(0.0) {
        $0 + abs(system[$1, column].value * scale[$1] * scale[column])
      }
      inverse = max(inverse, norm)
    }
    return direct * inverse
  }
}

/// A symmetric system of sums of products, solved by sweeping.
///
/// Only the upper triangle is kept up.
struct NormalEquations {
  private var high: [Double]
  private var low: [Double]
  private let count: Int

  init(_ products: CrossProducts, _ places: [(slot: Int, cell: Int)]) {
    self.init(places.count) { products.sum(places[$0], places[$1]) }
  }

  init(centred products: CrossProducts, _ places: [(slot: Int, cell: Int)]) {
    self.init(places.count) { products.squares(places[$0], places[$1], isCentred: true) }
  }

  private init(_ count: Int, _ element: (Int, Int) -> DoubleDouble) {
    self.count = count
    high = Array(repeating: 0, count: count * count)
    low = high
    for row in 0..<count {
      for column in 0...row { self[row, column] = element(row, column) }
    }
  }

  subscript(row: Int, column: Int) -> DoubleDouble {
    get {
      let place = min(row, column) * count + max(row, column)
      return DoubleDouble(high[place], low[place])
    }
    set {
      let place = min(row, column) * count + max(row, column)
      high[place] = newValue.high
      low[place] = newValue.low
    }
  }

  /// Sweeps the columns in the given order, and returns those that were not redundant.
  ///
  /// Afterwards minus the inverse stands where both were swept, the solutions in the columns that
  /// were not, and what is left of their squares among those.
  mutating func eliminate(_ order: [Int], tolerance: Double) -> [Int] {
    let original = order.map { self[$0, $0].value }
    var swept: [Int] = []
    for (position, pivot) in order.enumerated() {
      let left = self[pivot, pivot].value
      guard left > tolerance * tolerance * original[position], left > 0 else { continue }
      sweep(pivot)
      swept.append(pivot)
    }
    return swept.sorted()
  }

  private mutating func sweep(_ pivot: Int) {
    let count = self.count
    let diagonal = self[pivot, pivot]
    let column = (0..<count).map { self[pivot, $0] }
    let row = column.map { $0 / diagonal }
    high.withUnsafeMutableBufferPointer { high in
      low.withUnsafeMutableBufferPointer { low in
        for i in 0..<count where i != pivot {
          let factor = column[i]
          if factor.high == 0 { continue }
          for j in i..<count {
            let place = i * count + j
            let value = DoubleDouble(high[place], low[place]) - factor * row[j]
            high[place] = value.high
            low[place] = value.low
          }
        }
      }
    }
    for i in 0..<count where i != pivot { self[pivot, i] = row[i] }
    self[pivot, pivot] = DoubleDouble(-1) / diagonal
  }
}
