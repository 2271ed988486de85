import ApusInterpreter
import ApusLinearAlgebra

/// `%*%`, `crossprod`, `tcrossprod`.
enum MatrixProducts {
  static var all: [Builtin] { [product, cross, transposedCross] }

  static let product = Builtin(.primitive, "%*%(x, y)", dispatch: .methods) { call throws(Unwind) in
    let x = try operand(call, 0)
    let y = try operand(call, 1)
    let (left, right) = try Shape.fitted(x, y, call)
    guard left.columns == right.rows else { throw call.error("non-conformable arguments") }
    return try multiply(left, right, .plain, call)
  }

  static let cross = Builtin(.internal, "crossprod(x, y)") { call throws(Unwind) in
    let x = Shape.asColumns(try operand(call, 0))
    let y = call[1].isNull ? x : Shape.crossPartner(try operand(call, 1), rows: x.rows)
    guard x.rows == y.rows else { throw call.error("non-conformable arguments") }
    return try multiply(x, y, .leftTransposed, call, isSymmetric: call[1].isNull)
  }

  static let transposedCross = Builtin(.internal, "tcrossprod(x, y)") { call throws(Unwind) in
    var x = Shape.asColumns(try operand(call, 0))
    let y = call[1].isNull ? x : Shape.asColumns(try operand(call, 1))
    if !call[1].isNull, x.columns != y.columns {
      // A first operand that is a vector is a row if that fits.
      if !x.isMatrix, y.columns == x.rows { x = x.turned }
    }
    guard x.columns == y.columns else { throw call.error("non-conformable arguments") }
    return try multiply(x, y, .rightTransposed, call, isSymmetric: call[1].isNull)
  }

  private enum Form { case plain, leftTransposed, rightTransposed }

  private static func operand(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> Value {
    let kind = call[position].kind
    let isNumber = kind == .double || kind == .integer || kind == .logical || kind == .complex
    guard isNumber, !call.interpreter.inherits(call[position], "factor") else {
      throw call.error("requires numeric/complex matrix/vector arguments")
    }
    return call[position]
  }

  private static func multiply(
    _ x: Shape, _ y: Shape, _ form: Form, _ call: borrowing Invocation, isSymmetric: Bool = false
  ) throws(Unwind) -> Value {
    let result: Vector
    let (rows, columns): (Int, Int) =
      switch form {
      case .plain: (x.rows, y.columns)
      case .leftTransposed: (x.columns, y.columns)
      case .rightTransposed: (x.rows, y.rows)
      }
    try call.checkRoom(Double(rows) * Double(columns), .double)
    if x.value.kind == .complex || y.value.kind == .complex {
      result = try complexProduct(x, y, form, rows, columns, call.interpreter)
    } else {
      let a = try matrix(x, call.interpreter)
      let signal = call.interpreter.stopSignal
      let stop = { signal.isRaised }
      let product: Matrix
      if isSymmetric {
        product =
          form == .leftTransposed
          ? crossProduct(a, until: stop) : transposedCrossProduct(a, until: stop)
      } else {
        let b = try matrix(y, call.interpreter)
        switch form {
        case .plain: product = ApusLinearAlgebra.product(a, b, until: stop)
        case .leftTransposed: product = crossProduct(a, b, until: stop)
        case .rightTransposed: product = transposedCrossProduct(a, b, until: stop)
        }
      }
      try call.interpreter.checkInterrupt()
      result = DoubleVector(product.elements)
    }
    result.setAttribute(.dim, .object(IntegerVector([Int32(rows), Int32(columns)])))
    name(result, x, y, form)
    return .object(result)
  }

  private static func matrix(_ shape: Shape, _ interpreter: Interpreter) throws(Unwind) -> Matrix {
    let numbers = try interpreter.coerce(shape.value, to: .double)
    let elements = unsafeDowncast(numbers, to: DoubleVector.self).array
    return Matrix(rows: shape.rows, columns: shape.columns, elements: elements)
  }

  private static func complexProduct(
    _ x: Shape, _ y: Shape, _ form: Form, _ rows: Int, _ columns: Int, _ interpreter: Interpreter
  ) throws(Unwind) -> Vector {
    let left = try interpreter.coerce(x.value, to: .complex)
    let right = try interpreter.coerce(y.value, to: .complex)
    defer { withExtendedLifetime((left, right)) {} }
    let (a, b) = (left.complexes, right.complexes)
    let inner = form == .leftTransposed ? x.rows : x.columns
    let result = ComplexVector(count: rows * columns)
    for column in 0..<columns {
      for row in 0..<rows {
        var sum = ComplexNumber(0)
        for k in 0..<inner {
          let left = form == .leftTransposed ? a[row * x.rows + k] : a[k * x.rows + row]
          let right = form == .rightTransposed ? b[k * y.rows + column] : b[column * y.rows + k]
          let term = left * right
          sum = ComplexNumber(sum.real + term.real, sum.imaginary + term.imaginary)
        }
        result.elements[column * rows + row] = sum
      }
    }
    return result
  }

  /// Row names of the left operand, column names of the right one.
  private static func name(_ result: Vector, _ x: Shape, _ y: Shape, _ form: Form) {
    let left = x.names(ofColumns: form == .leftTransposed)
    let right = y.names(ofColumns: form != .rightTransposed)
    guard !left.names.isNull || !right.names.isNull else { return }
    let names = ListVector([left.names, right.names])
    if left.title != .empty || right.title != .empty {
      names.setAttribute(.names, .strings([left.title, right.title]))
    }
    result.setAttribute(.dimnames, .object(names))
  }
}

/// An operand of a matrix product, seen as a matrix.
private struct Shape {
  let value: Value
  let rows: Int
  let columns: Int
  let isMatrix: Bool

  static func asColumns(_ value: Value) -> Shape {
    if let sizes = value.dimensions, sizes.count == 2 {
      return Shape(value: value, rows: sizes[0], columns: sizes[1], isMatrix: true)
    }
    return Shape(value: value, rows: value.count, columns: 1, isMatrix: false)
  }

  var turned: Shape { Shape(value: value, rows: columns, columns: rows, isMatrix: false) }

  /// The second operand of `crossprod`: a vector is a column, or a row if `x` has one row.
  static func crossPartner(_ value: Value, rows: Int) -> Shape {
    let shape = asColumns(value)
    return !shape.isMatrix && shape.rows != rows && rows == 1 ? shape.turned : shape
  }

  /// Vectors become rows or columns, whichever makes the product possible.
  static func fitted(
    _ x: Value, _ y: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> (Shape, Shape) {
    var left = asColumns(x)
    var right = asColumns(y)
    switch (left.isMatrix, right.isMatrix) {
    case (true, true): break
    case (false, false):
      if left.rows == right.rows {
        left = left.turned
      } else if left.rows == 1 {
        right = right.turned
      } else {
        throw call.error("non-conformable arguments")
      }
    case (false, true):
      if left.rows == right.rows {
        left = left.turned
      } else if right.rows != 1 {
        left = left.turned
      }
    case (true, false):
      if left.columns != right.rows, left.columns == 1 { right = right.turned }
    }
    return (left, right)
  }

  func names(ofColumns: Bool) -> (names: Value, title: StringHandle) {
    guard isMatrix, let all = value.dimensionNames else { return (.null, .empty) }
    let place = ofColumns ? 1 : 0
    let titles = Value.object(all).namesVector?.array
    let title = titles?[place] ?? .empty
    return (all.elements[place], title)
  }
}
