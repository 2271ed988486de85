import CLAPACK

/// A complex matrix, column by column: real and imaginary parts in turn, as LAPACK wants them.
package struct ComplexMatrix: Sendable {
  package let rows: Int
  package let columns: Int
  package var elements: [Double]

  package init(rows: Int, columns: Int, elements: [Double]) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }
}

/// The solution of a x = b (zgesv).
package func solve(_ a: ComplexMatrix, _ b: ComplexMatrix) throws(LinearAlgebraError)
  -> ComplexMatrix
{
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var (n, sides) = (Int32(a.rows), Int32(b.columns))
  var (leading, leadingSide) = (n, n)
  var (factor, solution) = (a.elements, b.elements)
  var pivot = [Int32](repeating: 0, count: a.rows)
  var info: Int32 = 0
  zgesv_(&n, &sides, &factor, &leading, &pivot, &solution, &leadingSide, &info)
  if info < 0 { throw illegalArgument("zgesv", info) }
  guard info == 0 else {
    throw LinearAlgebraError(.singular, "Lapack routine zgesv: system is exactly singular")
  }
  return ComplexMatrix(rows: a.rows, columns: b.columns, elements: solution)
}

/// Eigenvalues in increasing order and eigenvectors of a Hermitian matrix, of which the lower triangle
/// is used (zheev).
package func hermitianEigen(
  _ a: ComplexMatrix, wantsVectors: Bool
) throws(LinearAlgebraError) -> (values: [Double], vectors: ComplexMatrix) {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  var leading = n
  var vectors = a.elements
  var values = [Double](repeating: 0, count: a.rows)
  var work = [Double](repeating: 0, count: 2 * 66 * max(a.rows, 1))
  var size = Int32(work.count / 2)
  var realWork = [Double](repeating: 0, count: max(1, 3 * a.rows))
  var info: Int32 = 0
  var (job, side) = (letter(wantsVectors ? "V" : "N"), letter("L"))
  zheev_(
    &job, &side, &n, &vectors, &leading, &values, &work, &size, &realWork, &info, 1, 1)
  guard info == 0 else { throw failure("zheev", info) }
  return (values, ComplexMatrix(rows: a.rows, columns: a.rows, elements: vectors))
}

/// Eigenvalues in LAPACK's order and eigenvectors of a square matrix (zgeev); values are complex numbers
/// in turn.
package func generalEigen(
  _ a: ComplexMatrix, wantsVectors: Bool
) throws(LinearAlgebraError) -> (values: [Double], vectors: ComplexMatrix) {
  BLASTurn.take()
  defer { BLASTurn.giveBack() }
  var n = Int32(a.rows)
  var (leading, leadingLeft, leadingRight) = (n, n, n)
  var copy = a.elements
  var values = [Double](repeating: 0, count: 2 * a.rows)
  var left: [Double] = [0, 0]
  var vectors = [Double](repeating: 0, count: a.elements.count)
  var work = [Double](repeating: 0, count: 2 * 66 * max(a.rows, 1))
  var size = Int32(work.count / 2)
  var realWork = [Double](repeating: 0, count: max(1, 2 * a.rows))
  var info: Int32 = 0
  var (leftJob, rightJob) = (letter("N"), letter(wantsVectors ? "V" : "N"))
  zgeev_(
    &leftJob, &rightJob, &n, &copy, &leading, &values, &left, &leadingLeft, &vectors,
    &leadingRight, &work, &size, &realWork, &info, 1, 1)
  guard info == 0 else { throw failure("zgeev", info) }
  return (values, ComplexMatrix(rows: a.rows, columns: a.rows, elements: vectors))
}

private func failure(_ routine: String, _ info: Int32) -> LinearAlgebraError {
  info < 0
    ? illegalArgument(routine, info)
    : LinearAlgebraError(.notConverged, "error code \(info) from Lapack routine '\(routine)'")
}
