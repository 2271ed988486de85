import CLAPACK

/// The upper triangular R with Rᵀ R = A; only the upper triangle of A is read.
package func cholesky(_ a: Matrix) throws(LinearAlgebraError) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  var leading = n
  var result = upperTriangle(a)
  if n == 0 { return result }
  var info: Int32 = 0
  var side = letter("U")
  dpotrf_(&side, &n, &result.elements, &leading, &info, 1)
  if info < 0 { throw illegalArgument("dpotrf", info) }
  guard info == 0 else {
    throw LinearAlgebraError(
      .notPositiveDefinite, "the leading minor of order \(info) is not positive definite")
  }
  return result
}

/// A Cholesky factor of the matrix with rows and columns exchanged, and how.
package struct PivotedCholesky: Sendable {
  package var factor: Matrix
  /// Column numbers from 1.
  package let pivot: [Int32]
  package let rank: Int
}

/// The factor by decreasing pivots (dpstrf), for semi-definite matrices; a negative tolerance is
/// LAPACK's own.
///
/// Behind the rank stands what was left of the matrix.
package func pivotedCholesky(
  _ a: Matrix, tolerance: Double
) throws(LinearAlgebraError) -> PivotedCholesky {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  var leading = n
  var factor = upperTriangle(a)
  var pivot = [Int32](repeating: 0, count: a.rows)
  var rank: Int32 = 0
  var tolerance = tolerance
  var work = [Double](repeating: 0, count: 2 * a.rows)
  var info: Int32 = 0
  var side = letter("U")
  dpstrf_(
    &side, &n, &factor.elements, &leading, &pivot, &rank, &tolerance, &work, &info, 1)
  if info < 0 { throw illegalArgument("dpstrf", info) }
  return PivotedCholesky(factor: factor, pivot: pivot, rank: Int(rank))
}

/// (Rᵀ R)⁻¹ from the leading `size` rows and columns of an upper triangular R.
package func inverseFromCholesky(
  _ r: Matrix, size: Int
) throws(LinearAlgebraError) -> Matrix {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var result = Matrix(rows: size, columns: size)
  for j in 0..<size {
    for i in 0...j { result[i, j] = r[i, j] }
  }
  if size == 0 { return result }
  var n = Int32(size)
  var leading = n
  var info: Int32 = 0
  var side = letter("U")
  dpotri_(&side, &n, &result.elements, &leading, &info, 1)
  if info < 0 { throw illegalArgument("dpotri", info) }
  guard info == 0 else {
    throw LinearAlgebraError(
      .singular, "element (\(info), \(info)) is zero, so the inverse cannot be computed")
  }
  for j in 0..<size {
    for i in 0..<j { result[j, i] = result[i, j] }
  }
  return result
}

private func upperTriangle(_ a: Matrix) -> Matrix {
  var result = Matrix(rows: a.rows, columns: a.columns)
  for j in 0..<a.columns {
    for i in 0...min(j, a.rows - 1) { result[i, j] = a[i, j] }
  }
  return result
}
