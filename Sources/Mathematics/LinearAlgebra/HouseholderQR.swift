/// A QR decomposition that owns its compact form (see `HouseholderFactors`).
package struct HouseholderQR: Sendable {
  package let factors: HouseholderFactors
  /// The compact form, column after column.
  package private(set) var elements: [Double]

  /// Factors a matrix given column after column.
  package init(rows: Int, columns: Int, elements: consuming [Double], tolerance: Double = 1e-7) {
    var storage = consume elements
    factors = storage.withUnsafeMutableBufferPointer {
      HouseholderFactors(factoring: $0, rows: rows, columns: columns, tolerance: tolerance)
    }
    self.elements = consume storage
  }

  package var rows: Int { factors.rows }
  package var columns: Int { factors.columns }
  package var auxiliary: [Double] { factors.auxiliary }
  package var pivot: [Int32] { factors.pivot }
  package var rank: Int { factors.rank }

  /// Qᵀ b for each column of b.
  package func qty(_ b: consuming Matrix) -> Matrix {
    var result = b
    withBuffers(&result) { factors.applyTransposed($0, to: $1, columns: $2) }
    return result
  }

  /// Q b for each column of b.
  package func qy(_ b: consuming Matrix) -> Matrix {
    var result = b
    withBuffers(&result) { factors.apply($0, to: $1, columns: $2) }
    return result
  }

  private func withBuffers(
    _ b: inout Matrix,
    _ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
  ) {
    let columns = b.columns
    b.elements.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { reflectors in
        guard let u = reflectors.baseAddress, let c = target.baseAddress else { return }
        body(u, c, columns)
      }
    }
  }
}
