extension Int {
  /// The whole part of a number; the nearest integer to what is too large, 0 for NaN.
  package init(saturating number: Double) {
    self = number.isNaN ? 0 : Int(Swift.max(Swift.min(number, 0x1p62), -0x1p62))
  }
}

extension Int32 {
  /// The whole part of a number; the nearest integer to what is too large, 0 for NaN.
  package init(saturating number: Double) { self.init(clamping: Int(saturating: number)) }
}
