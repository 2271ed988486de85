// Missing values: NA of each type.

extension Int32 {
  /// `NA_integer_`, and `NA` of a logical.
  @inlinable package static var missing: Int32 { .min }
  @inlinable package var isMissing: Bool { self == .min }
}

extension Double {
  /// `NA_real_`: the NaN with payload 1954.
  @inlinable package static var missing: Double { Double(bitPattern: 0x7FF0_0000_0000_07A2) }

  /// Whether this NaN is NA rather than an ordinary NaN: the low word is 1954.
  @inlinable package var isMissing: Bool {
    isNaN && UInt32(truncatingIfNeeded: bitPattern) == 1954
  }
}

/// A complex number of R.
package struct ComplexNumber: Hashable, Sendable {
  package var real: Double
  package var imaginary: Double

  @inlinable package init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  package static var missing: ComplexNumber { ComplexNumber(.missing, .missing) }
  package var isNaN: Bool { real.isNaN || imaginary.isNaN }
}
