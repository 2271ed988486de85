import ApusInterpreter
import ApusLinearAlgebra

extension Invocation {
  /// A numeric matrix argument; a plain vector counts as one column.
  func numericMatrix(
    _ position: Int, _ message: @autoclosure () -> String
  ) throws(Unwind) -> Matrix {
    let value = self[position]
    let kind = value.kind
    guard kind == .double || kind == .integer || kind == .logical else {
      throw error(message())
    }
    let numbers = try doubles(position)
    let sizes = value.vector?.dimensions
    if let sizes, sizes.count != 2 { throw error(message()) }
    return Matrix(
      rows: sizes?[0] ?? numbers.count, columns: sizes?[1] ?? 1,
      elements: Array(numbers.elements))
  }

  /// The row (0) or column (1) names of a matrix argument, or NULL.
  func dimensionNames(_ position: Int, _ side: Int) -> Value {
    guard let all = self[position].attribute(.dimnames).list, all.count == 2 else { return .null }
    return all.elements[side]
  }

  /// The error of a matrix computation in this call.
  func error(_ failure: LinearAlgebraError) -> Unwind { error(failure.message) }
}

extension Value {
  /// A matrix with these row and column names, if any.
  static func matrix(_ matrix: Matrix, _ rowNames: Value = .null, _ columnNames: Value = .null)
    -> Value
  {
    let result = DoubleVector(matrix.elements)
    result.setAttribute(.dim, .integers([Int32(matrix.rows), Int32(matrix.columns)]))
    if !rowNames.isNull || !columnNames.isNull {
      result.setAttribute(.dimnames, .list([rowNames, columnNames]))
    }
    return .object(result)
  }

  /// A list with names.
  static func namedList(_ parts: [(String, Value)], _ strings: StringPool) -> Value {
    let list = ListVector(parts.map(\.1))
    list.setAttribute(.names, .object(CharacterVector(parts.map { strings.intern($0.0) })))
    return .object(list)
  }
}
