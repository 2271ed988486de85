import ApusColumns
import ApusModelFrames

/// The variables of a model over the rows of a batch that have them all.
struct ModelRows {
  private(set) var columns: [ModelColumn]
  let rowCount: Int
  let missingCount: Int

  /// Listwise: a row counts only when all the given variables are there.
  init(_ columns: [ModelColumn], needing needed: [Int], rowCount: Int) {
    var complete = CompleteRows(count: rowCount)
    for index in needed {
      switch columns[index] {
      case .numeric(let values):
        values.withUnsafeBufferPointer { complete.exclude(missingIn: $0) }
      case .categorical(let codes, _):
        complete.exclude(negative: codes)
      }
    }
    guard let kept = complete.kept else {
      (self.columns, self.rowCount, missingCount) = (columns, rowCount, 0)
      return
    }
    let needed = Set(needed)
    self.columns = columns.enumerated().map { needed.contains($0) ? $1.rows(kept) : $1 }
    self.rowCount = kept.count
    missingCount = rowCount - kept.count
  }

  func categories(_ variable: Int) -> Categories? {
    if case .categorical(_, let categories) = columns[variable] { return categories }
    return nil
  }

  /// The product of the numeric variables among these; nil when there are none.
  func numbers(_ variables: [Int]) -> [Double]? {
    var product: [Double]?
    for variable in variables {
      guard case .numeric(let values) = columns[variable] else { continue }
      product = product.map { zip($0, values).map { $0 * $1 } } ?? values
    }
    return product
  }

  /// The cells of the factors among these, the first varying fastest; nil when there are none.
  func cells(_ variables: [Int]) -> [Int32]? {
    var cells: [Int32]?
    var count = 1
    for variable in variables {
      guard case .categorical(let codes, let categories) = columns[variable] else { continue }
      cells = cells.map { Kernels.combine($0, count: count, codes) } ?? codes
      count *= categories.count
    }
    return cells
  }
}

extension ModelColumn {
  func rows(_ kept: [Int]) -> ModelColumn {
    switch self {
    case .numeric(let values):
      .numeric(values.withUnsafeBufferPointer { values in kept.map { values[$0] } })
    case .categorical(let codes, let categories):
      .categorical(codes.withUnsafeBufferPointer { codes in kept.map { codes[$0] } }, categories)
    }
  }
}

/// The categories of the variables of a model, growing as batches come in.
struct CategoryTable: Codable, Sendable {
  /// Nil for numeric variables.
  private(set) var categories: [Categories?]

  init(_ rows: ModelRows) {
    categories = rows.columns.indices.map(rows.categories)
  }

  /// Of variables that are all numbers.
  init(numbers count: Int) {
    categories = Array(repeating: nil, count: count)
  }

  /// How many cells these variables span.
  func cellCount(_ variables: [Int]) -> Int {
    variables.reduce(1) { $0 * (categories[$1]?.count ?? 1) }
  }

  /// Refuses tables that no memory could hold.
  func checkCellCount(_ variables: [Int]) throws {
    var count = 1
    for variable in variables {
      count *= max(1, categories[variable]?.count ?? 1)
      if count > 50_000_000 {
        throw ModelError(.invalidType, "there are too many combinations of categories")
      }
    }
  }

  /// Takes in the categories of another table: nil when nothing changes on either side, else the
  /// new places of the categories of both, by variable.
  mutating func unite(_ other: CategoryTable) -> (own: [[Int]], others: [[Int]])? {
    guard categories != other.categories else { return nil }
    var own: [[Int]] = []
    var others: [[Int]] = []
    for variable in categories.indices {
      guard let mine = categories[variable], let theirs = other.categories[variable] else {
        own.append([0])
        others.append([0])
        continue
      }
      let (all, places, shift) = mine.union(theirs)
      own.append(Array(shift..<shift + mine.count))
      others.append(places)
      categories[variable] = all
    }
    return (own, others)
  }

  /// Where the cells of these variables go when their categories go to new places.
  func cellPlaces(_ variables: [Int], _ places: [[Int]]) -> [Int] {
    var result = [0]
    var stride = 1
    for variable in variables {
      guard let count = categories[variable]?.count else { continue }
      result = places[variable].flatMap { place in result.map { $0 + stride * place } }
      stride *= count
    }
    return result
  }
}
