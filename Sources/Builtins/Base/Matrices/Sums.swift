import ApusInterpreter

/// `colSums`, `rowSums`, `colMeans`, `rowMeans` in extended precision, as R computes them.
enum MatrixSums {
  static var all: [Builtin] { [colSums, rowSums, colMeans, rowMeans] }

  /// `colSums(x, n, p, na.rm)`: `x` seen as `n` rows and `p` columns.
  static let colSums = Builtin(.internal, "colSums(x, n, p, na.rm)") { call throws(Unwind) in
    try columns(call, isMean: false)
  }

  static let colMeans = Builtin(.internal, "colMeans(x, n, p, na.rm)") { call throws(Unwind) in
    try columns(call, isMean: true)
  }

  static let rowSums = Builtin(.internal, "rowSums(x, n, p, na.rm)") { call throws(Unwind) in
    try rows(call, isMean: false)
  }

  static let rowMeans = Builtin(.internal, "rowMeans(x, n, p, na.rm)") { call throws(Unwind) in
    try rows(call, isMean: true)
  }

  private static func numbers(
    _ call: borrowing Invocation
  ) throws(Unwind) -> (source: DoubleVector, n: Int, p: Int, skips: Bool) {
    guard call[0].kind.isNumeric || call[0].kind == .logical else {
      throw call.error("'x' must be numeric")
    }
    let (n, p) = (try call.integer(1, "n"), try call.integer(2, "p"))
    guard n >= 0 else { throw call.error("invalid 'n' argument") }
    guard p >= 0 else { throw call.error("invalid 'p' argument") }
    let source = try call.doubles(0)
    guard Int(n) * Int(p) <= source.count else { throw call.error("'x' is too short") }
    return (source, Int(n), Int(p), try call.flag(3, "na.rm"))
  }

  private static func columns(
    _ call: borrowing Invocation, isMean: Bool
  ) throws(Unwind) -> Value {
    let (source, n, p, skips) = try numbers(call)
    let x = source.elements
    let result = DoubleVector(count: p)
    let sums = result.elements
    for column in 0..<p {
      var sum: ExtendedDouble = 0
      var used = n
      var firstNaN: Double?
      let start = column * n
      for row in 0..<n {
        let number = x[start + row]
        if number.isNaN {
          if skips { used -= 1 } else if firstNaN == nil { firstNaN = number }
        } else {
          sum += ExtendedDouble(number)
        }
      }
      sums[column] = firstNaN ?? Double(isMean ? sum / ExtendedDouble(used) : sum)
    }
    return Value(result)
  }

  private static func rows(
    _ call: borrowing Invocation, isMean: Bool
  ) throws(Unwind) -> Value {
    let (source, n, p, skips) = try numbers(call)
    let x = source.elements
    var sums = Array(repeating: ExtendedDouble(0), count: n)
    var used = Array(repeating: p, count: isMean ? n : 0)
    var firstNaN: [Int: Double] = [:]
    for column in 0..<p {
      let start = column * n
      for row in 0..<n {
        let number = x[start + row]
        if !number.isNaN {
          sums[row] += ExtendedDouble(number)
        } else if skips {
          if isMean { used[row] -= 1 }
        } else if firstNaN[row] == nil {
          firstNaN[row] = number
        }
      }
    }
    let result = DoubleVector(count: n)
    for row in 0..<n {
      let sum = isMean ? sums[row] / ExtendedDouble(used[row]) : sums[row]
      result.elements[row] = firstNaN.isEmpty ? Double(sum) : firstNaN[row] ?? Double(sum)
    }
    return Value(result)
  }
}
