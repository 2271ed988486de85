import ApusInterpreter
import ApusStatistics

/// `cov`, `cor` and `dist`.
enum Covariances {
  static var all: [Builtin] { [cov, cor, distance] }

  static let cov = Builtin(.internal, "cov(x, y, na.method, kendall)") { call throws(Unwind) in
    try compute(call, isCorrelation: false)
  }

  static let cor = Builtin(.internal, "cor(x, y, na.method, kendall)") { call throws(Unwind) in
    try compute(call, isCorrelation: true)
  }

  private static func compute(
    _ call: borrowing Invocation, isCorrelation: Bool
  ) throws(Unwind) -> Value {
    if call[0].isNull { throw call.error("'x' is NULL") }
    let x = try call.doubles(0)
    let y = call[1].isNull ? nil : try call.doubles(1)
    let rows = height(call[0])
    guard y == nil || height(call[1]) == rows else {
      throw call.error("incompatible dimensions")
    }
    guard rows > 0, x.count > 0 else { return try ofNothing(call) }
    var covariance = Covariance(
      rows: rows, x: UnsafeBufferPointer(x.elements),
      y: y.map { UnsafeBufferPointer($0.elements) }, isCorrelation: isCorrelation,
      isKendall: try call.flag(3, "kendall"))
    let handling = try missing(call, covariance, rows)
    let elements: [Double]
    if let handling {
      elements = covariance.compute(handling, missing: .missing)
    } else {
      let columns = x.count / rows * ((y?.count ?? x.count) / rows)
      elements = [Double](repeating: .missing, count: columns)
    }
    if covariance.hasConstant { try call.warning("the standard deviation is zero") }
    return shaped(call, elements)
  }

  /// Without observations all is NA, or an error, as missing values are to be handled.
  private static func ofNothing(_ call: borrowing Invocation) throws(Unwind) -> Value {
    func width(_ value: Value) -> Int {
      value.vector?.dimensions.map { $0.count == 2 ? $0[1] : 1 } ?? 1
    }
    switch try call.integer(2, "na.method") {
    case 2: throw call.error("no complete element pairs")
    case 4, 5:
      let count = width(call[0]) * width(call[1].isNull ? call[0] : call[1])
      return shaped(call, [Double](repeating: .missing, count: count))
    default: throw call.error("'x' is empty")
    }
  }

  /// What to do about missing values; nil when no row is complete and that gives NA.
  private static func missing(
    _ call: borrowing Invocation, _ covariance: Covariance, _ rows: Int
  ) throws(Unwind) -> Covariance.Missing? {
    switch try call.integer(2, "na.method") {
    case 1:
      guard covariance.completeRowCount == rows else {
        throw call.error("missing observations in cov/cor")
      }
      return .everything
    case 2:
      guard covariance.completeRowCount > 0 else { throw call.error("no complete element pairs") }
      return .completeRows
    case 3: return .pairwise
    case 4: return .everything
    case 5: return covariance.completeRowCount > 0 ? .completeRows : nil
    default: throw call.error("invalid 'use' (computational method)")
    }
  }

  /// A number for two vectors, else a matrix named by the columns.
  private static func shaped(
    _ call: borrowing Invocation, _ elements: [Double]
  ) -> Value {
    func extents(_ value: Value) -> [Int]? {
      value.vector?.dimensions.flatMap { $0.count == 2 ? $0 : nil }
    }
    let shape = extents(call[0])
    guard shape != nil || extents(call[1]) != nil else { return .doubles(elements) }
    let rows = shape.map { $0[1] } ?? 1
    let result = DoubleVector(elements)
    let columns = rows == 0 ? 0 : elements.count / rows
    result.setAttribute(.dim, .integers([Int32(rows), Int32(columns)]))
    let left = columnNames(call[0])
    let right = call[1].isNull ? left : columnNames(call[1])
    if !left.isNull || !right.isNull { result.setAttribute(.dimnames, .list([left, right])) }
    return .object(result)
  }

  private static func height(_ value: Value) -> Int {
    value.vector?.dimensions.map { $0.count == 2 ? $0[0] : value.count } ?? value.count
  }

  private static func columnNames(_ value: Value) -> Value {
    guard let names = value.attribute(.dimnames).list, names.count == 2 else { return .null }
    return names.elements[1]
  }

  static let distance = Builtin(.internal, "distance(x, method, p)") { call throws(Unwind) in
    let x = try call.doubles(0)
    guard let method = Distance(rawValue: Int(try call.integer(1, "method"))) else {
      throw call.error("distance(): invalid distance")
    }
    let power = try call.double(2, "p")
    let rows = height(call[0])
    let distances = method.all(
      UnsafeBufferPointer(x.elements), rows: rows, power: power, missing: .missing)
    return .object(DoubleVector(distances))
  }
}
