import Glibc

/// The common format of complex numbers: one for the real, one for the imaginary parts.
package struct ComplexLayout: Sendable {
  package var real = NumberLayout()
  package var imaginary = NumberLayout()
  /// Columns of an element; more than the parts need when missing values are wider.
  package var width = 0

  /// Each number is first rounded so that its larger part has `digits` digits.
  package init(_ numbers: UnsafeBufferPointer<ComplexNumber>, style: NumberStyle) {
    var reals = Extent()
    var imaginaries = Extent()
    var anyMissing = false
    var anyPresent = false
    var anyReal = false
    var anyImaginary = false
    for number in numbers {
      if number.real.isMissing || number.imaginary.isMissing {
        anyMissing = true
        continue
      }
      anyPresent = true
      if number.real.isFinite, number.real != 0 { anyReal = true }
      if number.imaginary.isFinite, number.imaginary != 0 { anyImaginary = true }
      let rounded = Self.rounded(number, digits: style.digits)
      reals.include(rounded.real, digits: style.digits)
      imaginaries.include(rounded.imaginary.magnitude, digits: style.digits)
    }
    if anyPresent {
      // Both parts have the same notation, unless one of them is nothing at all.
      let fixed = reals.fixedWidth + imaginaries.fixedWidth
      let scientific = reals.scientificWidth + imaginaries.scientificWidth
      let isFixed = fixed < scientific + 2 * style.penalty
      if anyReal, anyImaginary {
        real = reals.layout(style, isFixed: isFixed)
        imaginary = imaginaries.layout(style, isFixed: isFixed)
      } else if anyReal {
        real = reals.layout(style)
        imaginary = imaginaries.layout(style, isFixed: true)
      } else {
        real = reals.layout(style, isFixed: true)
        imaginary = imaginaries.layout(style)
      }
      width = real.width + imaginary.width + 2
    }
    if anyMissing, width < style.missingWidth {
      width = style.missingWidth
    }
  }

  package static func rounded(_ number: ComplexNumber, digits: Int) -> ComplexNumber {
    let largest = max(
      number.real.isFinite ? number.real.magnitude : 0,
      number.imaginary.isFinite ? number.imaginary.magnitude : 0)
    guard largest > 0 else { return number }
    let places = digits - 1 - Int(floor(log10(largest)))
    return ComplexNumber(
      rounded(number.real, places: places), rounded(number.imaginary, places: places))
  }

  private static func rounded(_ number: Double, places: Int) -> Double {
    guard number.isFinite, places <= 306, places >= -306 else { return number }
    let power = pow(10, Double(places.magnitude))
    return places >= 0
      ? (number * power).rounded(.toNearestOrEven) / power
      : (number / power).rounded(.toNearestOrEven) * power
  }
}

extension TextBuffer {
  /// A complex number in the given format, padded on the left.
  package func append(
    _ number: ComplexNumber, _ layout: ComplexLayout, digits: Int, missing: StaticString = "NA"
  ) {
    let begin = count
    if number.real.isMissing || number.imaginary.isMissing {
      append(missing)
    } else {
      // What rounds to zero beside the other part is zero; all else is shown as it is.
      let rounded = ComplexLayout.rounded(number, digits: digits)
      append(rounded.real == 0 ? 0 : number.real, layout.real)
      appendByte(number.imaginary < 0 ? 0x2D : 0x2B)
      append(rounded.imaginary == 0 ? 0 : number.imaginary.magnitude, layout.imaginary)
      appendByte(0x69)
    }
    padLeft(from: begin, to: layout.width)
  }
}
