import ApusLinearAlgebra
import Testing

@Suite struct DecompositionTests {
  private let square = Matrix(rows: 5, columns: 5, elements: noise(25))
  private let tall = Matrix(rows: 7, columns: 3, elements: noise(21, seed: 9))

  @Test func `products agree with their definition`() {
    let wide = tall.transposed
    let plain = product(wide, tall)
    #expect(largestDifference(plain.elements, crossProduct(tall).elements) < 1e-15)
    #expect(largestDifference(plain.elements, crossProduct(tall, tall).elements) < 1e-15)
    #expect(largestDifference(plain.elements, transposedCrossProduct(wide).elements) < 1e-15)
    var missing = tall
    missing[0, 0] = .nan
    let result = crossProduct(missing)
    #expect(result[0, 1].isNaN && !result[1, 1].isNaN)
  }

  @Test func `solves and inverts`() throws {
    let inverse = try solve(square, .identity(5), tolerance: 1e-16)
    let identity = product(square, inverse)
    #expect(largestDifference(identity.elements, Matrix.identity(5).elements) < 1e-13)
  }

  @Test func `says where a system is singular`() {
    let singular = Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 4])
    let error = #expect(throws: LinearAlgebraError.self) {
      try solve(singular, .identity(2), tolerance: 1e-16)
    }
    #expect(error?.message == "Lapack routine dgesv: system is exactly singular: U[2,2] = 0")
    let nearly = Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 4 + 1e-15])
    let second = #expect(throws: LinearAlgebraError.self) {
      try solve(nearly, .identity(2), tolerance: 1e-15)
    }
    #expect(second?.code == .illConditioned)
  }

  @Test func `factors by Cholesky`() throws {
    let definite = crossProduct(tall)
    let factor = try cholesky(definite)
    #expect(largestDifference(crossProduct(factor).elements, definite.elements) < 1e-14)
    let inverse = try inverseFromCholesky(factor, size: 3)
    let identity = product(definite, inverse)
    #expect(largestDifference(identity.elements, Matrix.identity(3).elements) < 1e-13)
    let pivoted = try pivotedCholesky(definite, tolerance: -1)
    #expect(pivoted.rank == 3)
    let error = #expect(throws: LinearAlgebraError.self) {
      try cholesky(Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1]))
    }
    #expect(error?.message == "the leading minor of order 2 is not positive definite")
  }

  @Test func `decomposes into singular values`() throws {
    let parts = try singularValues(tall, .leading)
    var scaled = parts.u
    for j in 0..<3 {
      for i in 0..<7 { scaled[i, j] *= parts.d[j] }
    }
    #expect(largestDifference(product(scaled, parts.vt).elements, tall.elements) < 1e-14)
    #expect(try singularValues(tall, .none).u.columns == 0)
  }

  @Test func `decomposes into eigenvalues`() throws {
    let symmetric = crossProduct(square)
    let eigen = try symmetricEigen(symmetric, wantsVectors: true)
    let vectors = try #require(eigen.vectors)
    let image = product(symmetric, vectors)
    for j in 0..<5 {
      for i in 0..<5 { #expect(abs(image[i, j] - eigen.values[j] * vectors[i, j]) < 1e-13) }
    }
    let turn = try generalEigen(
      Matrix(rows: 2, columns: 2, elements: [0, 1, -1, 0]), wantsVectors: true)
    #expect(turn.isComplex)
    #expect(turn.imaginary == [1, -1])
  }

  @Test func `gives determinants and conditions`() throws {
    let a = Matrix(rows: 2, columns: 2, elements: [1, 3, 2, 4])
    let (modulus, sign) = determinant(a, asLogarithm: false)
    #expect(abs(modulus - 2) < 1e-15 && sign == -1)
    #expect(try abs(reciprocalCondition(a, "O") - 1.0 / 21) < 1e-15)
    let qr = try pivotingQR(tall)
    let back = try applyReflectors(of: qr, to: tall, transposed: true)
    #expect(abs(abs(back[0, Int(qr.pivot[0]) - 1]) - abs(qr.matrix[0, 0])) < 1e-14)
  }
}
