import ApusInterpreter
import ApusLinearAlgebra

/// The complex halves of `solve` and `eigen`.
enum ComplexMatrices {
  static let all = [solve, hermitianEigen, generalEigen]

  static let solve = Builtin(.internal, "La_solve_cmplx(a, b)") { call throws(Unwind) in
    let a = try matrix(call, 0)
    let b = try matrix(call, 1)
    guard a.rows > 0 else { throw call.error("'a' is 0-diml") }
    guard a.rows == a.columns else {
      throw call.error("'a' (\(a.rows) x \(a.columns)) must be square")
    }
    guard b.rows == a.rows else {
      throw call.error(
        "'b' (\(b.rows) x \(b.columns)) must be compatible with 'a' (\(a.rows) x \(a.columns))")
    }
    do throws(LinearAlgebraError) {
      let solution = try ApusLinearAlgebra.solve(a, b)
      guard call[1].vector?.dimensions != nil else {
        return .object(numbers(solution.elements))
      }
      return value(solution)
    } catch { throw call.error(error) }
  }

  static let hermitianEigen = Builtin(.internal, "La_rs_cmplx(x, only.values)") {
    call throws(Unwind) in
    let wantsVectors = !(try call.flag(1, "only.values"))
    let x = try matrix(call, 0)
    guard x.rows == x.columns else { throw call.error("non-square matrix in 'eigen'") }
    do throws(LinearAlgebraError) {
      let eigen = try ApusLinearAlgebra.hermitianEigen(x, wantsVectors: wantsVectors)
      return .namedList(
        [
          ("values", .doubles(eigen.values)),
          ("vectors", wantsVectors ? value(eigen.vectors) : .null),
        ], call.strings)
    } catch { throw call.error(error) }
  }

  static let generalEigen = Builtin(.internal, "La_rg_cmplx(x, only.values)") {
    call throws(Unwind) in
    let wantsVectors = !(try call.flag(1, "only.values"))
    let x = try matrix(call, 0)
    guard x.rows == x.columns else { throw call.error("non-square matrix in 'eigen'") }
    do throws(LinearAlgebraError) {
      let eigen = try ApusLinearAlgebra.generalEigen(x, wantsVectors: wantsVectors)
      return .namedList(
        [
          ("values", .object(numbers(eigen.values))),
          ("vectors", wantsVectors ? value(eigen.vectors) : .null),
        ], call.strings)
    } catch { throw call.error(error) }
  }

  private static func matrix(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> ComplexMatrix {
    let vector = try call.vector(call[position], as: .complex)
    let shape = call[position].vector?.dimensions ?? [vector.count, 1]
    guard shape.count == 2 else { throw call.error("'a' must be a complex matrix") }
    return ComplexMatrix(
      rows: shape[0], columns: shape[1],
      elements: vector.complexes.flatMap { [$0.real, $0.imaginary] })
  }

  private static func numbers(_ elements: [Double]) -> ComplexVector {
    ComplexVector(
      stride(from: 0, to: elements.count, by: 2).map {
        ComplexNumber(elements[$0], elements[$0 + 1])
      })
  }

  private static func value(_ matrix: ComplexMatrix) -> Value {
    let result = numbers(matrix.elements)
    result.setAttribute(.dim, .integers([Int32(matrix.rows), Int32(matrix.columns)]))
    return .object(result)
  }
}
