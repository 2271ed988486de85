import CLAPACK

// Matrix products by BLAS. An operand with NaN takes a plain loop instead: the kernels may skip or
// reorder elements, which would turn NA into NaN or lose it.

/// A B.
package func product(_ a: Matrix, _ b: Matrix) -> Matrix {
  multiply(a, false, b, false)
}

/// Aᵀ B.
package func crossProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  multiply(a, true, b, false)
}

/// A Bᵀ.
package func transposedCrossProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  multiply(a, false, b, true)
}

/// Aᵀ A, of which only half is computed.
package func crossProduct(_ a: Matrix) -> Matrix {
  symmetricProduct(a, transposed: true)
}

/// A Aᵀ, of which only half is computed.
package func transposedCrossProduct(_ a: Matrix) -> Matrix {
  symmetricProduct(a, transposed: false)
}

private func multiply(_ a: Matrix, _ flipA: Bool, _ b: Matrix, _ flipB: Bool) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  let m = flipA ? a.columns : a.rows
  let k = flipA ? a.rows : a.columns
  let n = flipB ? b.rows : b.columns
  precondition(k == (flipB ? b.columns : b.rows), "the inner extents agree")
  var result = Matrix(rows: m, columns: n)
  if m == 0 || n == 0 || k == 0 { return result }
  if hasNaN(a) || hasNaN(b) {
    multiplyPlainly(a, flipA, b, flipB, k, into: &result)
    return result
  }
  result.elements.withUnsafeMutableBufferPointer { out in
    if n == 1, !flipB {
      cblas_dgemv(
        CblasColMajor, flipA ? CblasTrans : CblasNoTrans, Int32(a.rows), Int32(a.columns), 1,
        a.elements, Int32(a.rows), b.elements, 1, 0, out.baseAddress, 1)
    } else {
      cblas_dgemm(
        CblasColMajor, flipA ? CblasTrans : CblasNoTrans, flipB ? CblasTrans : CblasNoTrans,
        Int32(m), Int32(n), Int32(k), 1, a.elements, Int32(a.rows), b.elements, Int32(b.rows), 0,
        out.baseAddress, Int32(m))
    }
  }
  return result
}

private func symmetricProduct(_ a: Matrix, transposed: Bool) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  let n = transposed ? a.columns : a.rows
  let k = transposed ? a.rows : a.columns
  if n == 0 || k == 0 || hasNaN(a) { return multiply(a, transposed, a, !transposed) }
  var result = Matrix(rows: n, columns: n)
  result.elements.withUnsafeMutableBufferPointer { out in
    cblas_dsyrk(
      CblasColMajor, CblasUpper, transposed ? CblasTrans : CblasNoTrans, Int32(n), Int32(k), 1,
      a.elements, Int32(a.rows), 0, out.baseAddress, Int32(n))
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
  _ a: Matrix, _ flipA: Bool, _ b: Matrix, _ flipB: Bool, _ k: Int, into result: inout Matrix
) {
  for j in 0..<result.columns {
    for i in 0..<result.rows {
      var sum = 0.0
      for l in 0..<k {
        sum += (flipA ? a[l, i] : a[i, l]) * (flipB ? b[j, l] : b[l, j])
      }
      result[i, j] = sum
    }
  }
}
