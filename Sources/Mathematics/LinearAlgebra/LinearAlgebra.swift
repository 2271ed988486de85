// ApusLinearAlgebra: matrices on plain arrays, over OpenBLAS and LAPACK.
// Start reading at `Matrix`; the least-squares core of lm is `HouseholderQR`.

/// Why a matrix computation has no result.
package struct LinearAlgebraError: Error, Sendable {
  package enum Code: Sendable {
    /// A pivot is exactly zero.
    case singular
    /// The reciprocal condition number is below the tolerance.
    case illConditioned
    case notPositiveDefinite
    case notConverged
    case illegalArgument
  }

  package let code: Code
  package let message: String
  /// What went wrong below, in words.
  package let cause: String

  package init(_ code: Code, _ message: String, cause: String = "") {
    self.code = code
    self.message = message
    self.cause = cause
  }
}
