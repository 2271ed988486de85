/// A dense real matrix, column after column.
package struct Matrix: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  package var elements: [Double]

  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows × columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// All zeros.
  package init(rows: Int, columns: Int) {
    self.init(
      rows: rows, columns: columns, elements: [Double](repeating: 0, count: rows * columns))
  }

  /// Ones on the diagonal of a square matrix.
  package static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for i in 0..<size { result[i, i] = 1 }
    return result
  }

  package subscript(row: Int, column: Int) -> Double {
    get { elements[row + column * rows] }
    set { elements[row + column * rows] = newValue }
  }

  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns {
      for i in 0..<rows { result[j, i] = self[i, j] }
    }
    return result
  }

  package var isSquare: Bool { rows == columns }

  /// Whether every element is finite.
  package var isFinite: Bool {
    elements.withUnsafeBufferPointer { buffer in
      // A sum of x − x is 0 unless some x is not finite.
      var sum = 0.0
      for x in buffer { sum += x - x }
      return sum == 0
    }
  }
}
