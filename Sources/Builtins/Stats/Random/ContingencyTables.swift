import ApusDistributions
import ApusInterpreter
import Glibc

/// Random two-way tables with given margins: `r2dtable`.
///
/// Patefield, W. M. (1981), Algorithm AS 159, Applied Statistics 30, 91-97.
enum ContingencyTables {
  static var all: [Builtin] { [randomTables] }

  static let randomTables = Builtin(.internal, "r2dtable(n, r, c)") { call throws(Unwind) in
    let rows = try call.integers(1).elements.map { Int($0) }
    let columns = try call.integers(2).elements.map { Int($0) }
    let count = Int(try call.integer(0, "n"))
    let logFactorials = (0...max(0, rows.reduce(0, +))).map { logGamma(Double($0) + 1) }
    return try RandomState.draw(call) { stream throws(Unwind) in
      var tables: [Value] = []
      for _ in 0..<count {
        let cells = table(rows, columns, logFactorials) { stream.uniform() }
        let matrix = IntegerVector(cells.map { Int32(truncatingIfNeeded: $0) })
        matrix.setAttribute(.dim, .integers([Int32(rows.count), Int32(columns.count)]))
        tables.append(.object(matrix))
      }
      return .object(ListVector(tables))
    }
  }

  /// One table, column by column.
  static func table(
    _ rows: [Int], _ columns: [Int], _ logFactorials: [Double], uniform: () -> Double
  ) -> [Int] {
    var cells = [Int](repeating: 0, count: rows.count * columns.count)
    var columnsLeft = columns
    var left = columns.reduce(0, +)
    for row in 0..<rows.count - 1 {
      var rowLeft = rows[row]
      var around = left
      left -= rowLeft
      for column in 0..<columns.count - 1 {
        let columnLeft = columnsLeft[column]
        guard around > 0 else {
          rowLeft = 0
          break
        }
        let cell = entry(
          Margins(row: rowLeft, column: columnLeft, total: around), logFactorials, uniform)
        around -= columnLeft
        cells[row + column * rows.count] = cell
        rowLeft -= cell
        columnsLeft[column] -= cell
      }
      cells[row + (columns.count - 1) * rows.count] = rowLeft
      columnsLeft[columns.count - 1] -= rowLeft
    }
    for column in columns.indices {
      cells[rows.count - 1 + column * rows.count] = columnsLeft[column]
    }
    return cells
  }

  /// What is left of the margins that an entry belongs to.
  private struct Margins {
    let row: Int
    let column: Int
    let total: Int
    var rest: Int { total - row - column }
  }

  /// A random entry given its margins: the inverse of its distribution, searched from the mode up and down in turn.
  private static func entry(
    _ margins: Margins, _ logFactorials: [Double], _ uniform: () -> Double
  ) -> Int {
    let (a, d, rest) = (margins.row, margins.column, margins.rest)
    var wanted = uniform()
    while true {
      var high = Int(Double(a) * (Double(d) / Double(margins.total)) + 0.5)
      var low = high
      var up = exp(
        logFactorials[a] + logFactorials[margins.total - a] + logFactorials[margins.total - d]
          + logFactorials[d] - logFactorials[margins.total] - logFactorials[high]
          - logFactorials[d - high] - logFactorials[a - high] - logFactorials[rest + high])
      if up >= wanted { return high }
      var down = up
      var sum = up
      var goesUp = true
      var goesDown = true
      while goesUp || goesDown {
        if goesUp {
          let product = Double(d - high) * Double(a - high)
          goesUp = product != 0
          if goesUp {
            high += 1
            up = up * product / (Double(high) * Double(rest + high))
            sum += up
            if sum >= wanted { return high }
          }
        }
        if goesDown {
          let product = Double(low) * Double(rest + low)
          goesDown = product != 0
          if goesDown {
            low -= 1
            down = down * product / (Double(d - low) * Double(a - low))
            sum += down
            if sum >= wanted { return low }
          }
        }
      }
      // Rounding has kept the sum below one.
      wanted = sum * uniform()
    }
  }
}
