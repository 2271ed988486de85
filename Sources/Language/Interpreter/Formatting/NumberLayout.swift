/// How the numbers of a vector are written so that they line up: R's common format.
///
/// Every number is shown with as many digits as the one that needs most of them (at most `digits`
/// significant ones), in fixed notation unless scientific notation takes fewer columns.
package struct NumberLayout: Equatable, Sendable {
  /// Columns of the widest element.
  package var width = 0
  /// Digits after the decimal point.
  package var decimals = 0
  /// Digits of the exponent beyond the usual two, plus 1; 0 means fixed notation.
  package var exponent = 0

  package init(width: Int = 0, decimals: Int = 0, exponent: Int = 0) {
    self.width = width
    self.decimals = decimals
    self.exponent = exponent
  }
}

/// What the choice of a format depends on.
package struct NumberStyle: Sendable {
  /// The most significant digits shown, 1 … 22.
  package var digits: Int
  /// The fewest digits after the point in fixed notation.
  package var smallest: Int
  /// How much wider fixed notation may be.
  package var penalty: Int
  /// Columns of a missing value.
  package var missingWidth: Int

  package init(digits: Int = 7, smallest: Int = 0, penalty: Int = 0, missingWidth: Int = 2) {
    self.digits = digits
    self.smallest = smallest
    self.penalty = penalty
    self.missingWidth = missingWidth
  }
}

extension NumberLayout {
  /// The common format of doubles.
  package init(_ numbers: UnsafeBufferPointer<Double>, style: NumberStyle) {
    var extent = Extent()
    for number in numbers { extent.include(number, digits: style.digits) }
    self = extent.layout(style)
  }

  /// The format of one double.
  package init(_ number: Double, style: NumberStyle) {
    var extent = Extent()
    extent.include(number, digits: style.digits)
    self = extent.layout(style)
  }

  /// The common format of integers.
  package init(_ numbers: UnsafeBufferPointer<Int32>, missingWidth: Int = 2) {
    var least: Int32 = .max
    var greatest: Int32 = .min
    var anyMissing = false
    for number in numbers {
      if number.isMissing { anyMissing = true; continue }
      least = min(least, number)
      greatest = max(greatest, number)
    }
    width = anyMissing ? missingWidth : 0
    if least <= greatest {
      width = max(width, Self.width(of: least), Self.width(of: greatest))
    }
  }

  private static func width(of number: Int32) -> Int {
    Decimal.digitCount(UInt64(number.magnitude)) + (number < 0 ? 1 : 0)
  }

  /// The common width of logicals.
  package init(logicals: UnsafeBufferPointer<Int32>, missingWidth: Int = 2) {
    for truth in logicals {
      width = max(width, truth.isMissing ? missingWidth : truth != 0 ? 4 : 5)
      if width >= 5 { break }
    }
  }
}

/// What is known about the doubles seen so far.
struct Extent {
  /// Digits before the point with the sign, digits after it, significant digits: the most of each.
  private var left = 1
  private var right = 0
  private var significant = 0
  private var largestExponent = Int.min
  private var smallestExponent = Int.max
  private var anyNegative = false
  private var anyFinite = false
  private var specialWidth = 0
  private var anyMissing = false

  mutating func include(_ number: Double, digits: Int) {
    guard number.isFinite else { return includeSpecial(number) }
    anyFinite = true
    let magnitude = number.magnitude
    guard magnitude > 0 else { return includeDigits(SignificantDigits(exponent: 0, count: 1), 0) }
    let found = Decimal.significant(magnitude, digits: digits)
    let sign = number < 0 ? 1 : 0
    if sign == 1 { anyNegative = true }
    // Rounding may add a place that fixed notation, with all places before the point, does not: 97 is
    // 1e+02 with one digit.
    let isWidened =
      found.exponent > digits && found.exponent <= 22
      && magnitude < Self.powers[found.exponent] - 0.5
    includeDigits(found, isWidened ? sign - 1 : sign)
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private mutating func includeDigits(_ found: SignificantDigits, _ sign: Int) {
    left = max(left, max(found.exponent + 1, 1) + sign)
    right = max(right, found.count - found.exponent - 1)
    significant = max(significant, found.count)
    largestExponent = max(largestExponent, found.exponent)
    smallestExponent = min(smallestExponent, found.exponent)
  }

  private mutating func includeSpecial(_ number: Double) {
    if number.isMissing {
      anyMissing = true
    } else {
      specialWidth = max(specialWidth, number.isNaN || number > 0 ? 3 : 4)
    }
  }

  /// Columns in fixed notation.
  var fixedWidth: Int { anyFinite ? left + right + (right > 0 ? 1 : 0) : specialWidth }

  private var scientific: NumberLayout {
    var layout = NumberLayout()
    layout.exponent = largestExponent >= 100 || smallestExponent <= -100 ? 2 : 1
    layout.decimals = significant - 1
    layout.width =
      (anyNegative ? 1 : 0) + (layout.decimals > 0 ? 1 : 0) + layout.decimals + 4
      + layout.exponent
    return layout
  }

  /// Columns in scientific notation.
  var scientificWidth: Int { anyFinite ? scientific.width : specialWidth }

  func layout(_ style: NumberStyle) -> NumberLayout {
    layout(style, isFixed: fixedWidth <= scientificWidth + style.penalty)
  }

  /// The layout in a notation that was chosen.
  func layout(_ style: NumberStyle, isFixed: Bool) -> NumberLayout {
    var layout = NumberLayout()
    if anyFinite, isFixed {
      layout.decimals = max(right, style.smallest)
      layout.width = left + layout.decimals + (layout.decimals > 0 ? 1 : 0)
    } else if anyFinite {
      layout = scientific
    }
    layout.width = max(layout.width, specialWidth)
    if anyMissing { layout.width = max(layout.width, style.missingWidth) }
    return layout
  }
}
