import CLAPACK

// Matrix products by BLAS. An operand with NaN takes a plain loop instead: the kernels may skip or
// reorder elements, which would turn NA into NaN or lose it.

/// Asked now and then by a long computation: whether it may stop, because its result is not wanted.
package typealias StopQuestion = () -> Bool

/// A B.
package func product(
  _ a: Matrix, _ b: Matrix, until stop: StopQuestion = { false }
) -> Matrix {
  multiply(Operand(a), Operand(b), stop)
}

/// Aᵀ B.
package func crossProduct(
  _ a: Matrix, _ b: Matrix, until stop: StopQuestion = { false }
) -> Matrix {
  multiply(Operand(a, isTransposed: true), Operand(b), stop)
}

/// A Bᵀ.
package func transposedCrossProduct(
  _ a: Matrix, _ b: Matrix, until stop: StopQuestion = { false }
) -> Matrix {
  multiply(Operand(a), Operand(b, isTransposed: true), stop)
}

/// Aᵀ A, of which only half is computed.
package func crossProduct(_ a: Matrix, until stop: StopQuestion = { false }) -> Matrix {
  symmetricProduct(Operand(a, isTransposed: true), stop)
}

/// A Aᵀ, of which only half is computed.
package func transposedCrossProduct(
  _ a: Matrix, until stop: StopQuestion = { false }
) -> Matrix {
  symmetricProduct(Operand(a), stop)
}

/// A matrix as it stands in a product.
private struct Operand {
  let matrix: Matrix
  let isTransposed: Bool

  init(_ matrix: Matrix, isTransposed: Bool = false) {
    self.matrix = matrix
    self.isTransposed = isTransposed
  }

  var rows: Int { isTransposed ? matrix.columns : matrix.rows }
  var columns: Int { isTransposed ? matrix.rows : matrix.columns }
  var transposed: Operand { Operand(matrix, isTransposed: !isTransposed) }
  var layout: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
  var stride: Int32 { Int32(matrix.rows) }

  subscript(i: Int, j: Int) -> Double { isTransposed ? matrix[j, i] : matrix[i, j] }

  func withElements(_ body: (UnsafePointer<Double>) -> Void) {
    matrix.elements.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start) }
    }
  }

  /// Where element (i, j) lies.
  func offset(_ i: Int, _ j: Int) -> Int {
    isTransposed ? i * matrix.rows + j : j * matrix.rows + i
  }
}

/// Products of more multiplications are computed in tiles, between which they can be stopped.
private let largestStep = 400_000_000
private let tileSide = 512
private let tileDepth = 1536

private func multiply(_ a: Operand, _ b: Operand, _ stop: StopQuestion) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  precondition(a.columns == b.rows, "the inner extents agree")
  var result = Matrix(rows: a.rows, columns: b.columns)
  if a.rows == 0 || b.columns == 0 || a.columns == 0 { return result }
  if hasNaN(a.matrix) || hasNaN(b.matrix) {
    multiplyPlainly(a, b, into: &result, stop)
    return result
  }
  result.elements.withUnsafeMutableBufferPointer { out in
    guard let place = out.baseAddress else { return }
    if b.columns == 1, !b.isTransposed {
      cblas_dgemv(
        CblasColMajor, a.layout, Int32(a.matrix.rows), Int32(a.matrix.columns), 1,
        a.matrix.elements, a.stride, b.matrix.elements, 1, 0, place, 1)
    } else {
      multiplyTiles(a, b, 0..<a.rows, 0..<b.columns, into: place, a.rows, stop)
    }
  }
  return result
}

/// Computes a block of a product by one call, or tile by tile if that would take long.
private func multiplyTiles(
  _ a: Operand, _ b: Operand, _ rows: Range<Int>, _ columns: Range<Int>,
  into out: UnsafeMutablePointer<Double>, _ stride: Int, _ stop: StopQuestion
) {
  let isSmall = rows.count * columns.count * a.columns <= largestStep
  let side = isSmall ? max(rows.count, columns.count, 1) : tileSide
  let depth = isSmall ? a.columns : tileDepth
  a.withElements { x in
    b.withElements { y in
      for j in Swift.stride(from: columns.lowerBound, to: columns.upperBound, by: side) {
        for i in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: side) {
          for k in Swift.stride(from: 0, to: a.columns, by: depth) {
            if stop() { return }
            cblas_dgemm(
              CblasColMajor, a.layout, b.layout, Int32(min(side, rows.upperBound - i)),
              Int32(min(side, columns.upperBound - j)), Int32(min(depth, a.columns - k)), 1,
              x + a.offset(i, k), a.stride, y + b.offset(k, j), b.stride, k == 0 ? 0 : 1,
              out + j * stride + i, Int32(stride))
          }
        }
      }
    }
  }
}

private func symmetricProduct(_ a: Operand, _ stop: StopQuestion) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  let n = a.rows
  let k = a.columns
  if n == 0 || k == 0 || hasNaN(a.matrix) { return multiply(a, a.transposed, stop) }
  var result = Matrix(rows: n, columns: n)
  result.elements.withUnsafeMutableBufferPointer { out in
    guard let place = out.baseAddress else { return }
    if n * n / 2 * k <= largestStep {
      cblas_dsyrk(
        CblasColMajor, CblasUpper, a.layout, Int32(n), Int32(k), 1, a.matrix.elements, a.stride, 0,
        place, Int32(n))
    } else {
      for j in stride(from: 0, to: n, by: tileSide) {
        let end = min(j + tileSide, n)
        multiplyTiles(a, a.transposed, 0..<end, j..<end, into: place, n, stop)
      }
    }
  }
  for j in 0..<n {
    for i in 0..<j { result[j, i] = result[i, j] }
  }
  return result
}

private func hasNaN(_ matrix: Matrix) -> Bool {
  matrix.elements.withUnsafeBufferPointer { buffer in
    var found = false
    for x in buffer where x.isNaN { found = true }
    return found
  }
}

private func multiplyPlainly(
  _ a: Operand, _ b: Operand, into result: inout Matrix, _ stop: StopQuestion
) {
  for j in 0..<result.columns {
    for i in 0..<result.rows {
      if stop() { return }
      var sum = 0.0
      for l in 0..<a.columns { sum += a[i, l] * b[l, j] }
      result[i, j] = sum
    }
  }
}
