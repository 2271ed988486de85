import Glibc

/// Decimal digits of doubles, correctly rounded (ties to even), without the cost of big numbers.
///
/// `magnitude × 10^power` is computed with 128 bits of the power of ten. The error is below 2^-71 of the
/// value, so nearly always the rounding is decided; when it is not (exact ties of scaled-down integers),
/// the answer is nil and the caller asks the C library, which is slow and always right.
package enum Decimal {
  /// The largest number of digits that `scaled` can deliver.
  static let maximumDigits = 18

  /// `magnitude × 10^power` rounded to an integer; nil if that is 10^19 or more, or undecided.
  ///
  /// `asExtended`: decides like arithmetic with 64 bits of mantissa, where what is nearly a tie is one;
  /// that is how R counts significant digits.
  static func scaled(_ magnitude: Double, by power: Int, asExtended: Bool = false) -> UInt64? {
    guard magnitude > 0 else { return 0 }
    var mantissa = magnitude.significandBitPattern
    var exponent = Int(magnitude.exponentBitPattern) - 1075
    if exponent == -1075 { exponent += 1 } else { mantissa |= 1 << 52 }
    guard let ten = powerOfTen(power) else { return nil }
    // The product is `high * 2^64 + low`, in units of 2^-shift.
    let upper = mantissa.multipliedFullWidth(by: ten.high)
    let lower = mantissa.multipliedFullWidth(by: ten.low)
    let middle = upper.low.addingReportingOverflow(lower.high)
    let top = upper.high &+ (middle.overflow ? 1 : 0)
    let high = UInt128(top) << 64 | UInt128(middle.partialValue)
    let shift = -(exponent + ten.exponent)
    return asExtended
      ? roundAsExtended(high, lower.low, shift: shift)
      : round(high, lower.low, shift: shift, isExact: ten.isExact)
  }

  /// Rounds `(high * 2^64 + low) / 2^shift`, where `high < 2^117`.
  @inline(__always)
  private static func round(
    _ high: UInt128, _ low: UInt64, shift: Int, isExact: Bool
  ) -> UInt64? {
    if shift >= 184 { return 0 }
    // With fewer bits of fraction the integer is far above 10^19.
    guard shift > 64 else { return nil }
    let bits = shift - 64
    let whole = high >> UInt128(bits)
    guard whole < 10_000_000_000_000_000_000 else { return nil }
    let fraction = high & ((UInt128(1) << UInt128(bits)) - 1)
    let half = UInt128(1) << UInt128(bits - 1)
    let integer = UInt64(truncatingIfNeeded: whole)
    if fraction > half || (fraction == half && low > 0) { return integer + 1 }
    if fraction == half {
      return isExact ? integer + (integer & 1) : nil
    }
    // The error is at most 2^55 in the last place of `low`.
    if !isExact, fraction == half - 1, low >= UInt64.max - (1 << 57) { return nil }
    return integer
  }
}

extension Decimal {
  /// Like `round`, after rounding the number to 64 bits.
  @inline(__always)
  private static func roundAsExtended(_ high: UInt128, _ low: UInt64, shift: Int) -> UInt64? {
    if shift >= 184 { return 0 }
    guard shift > 64 else { return nil }
    let bits = shift - 64
    let whole = high >> UInt128(bits)
    guard whole < 10_000_000_000_000_000_000 else { return nil }
    let fraction = high & ((UInt128(1) << UInt128(bits)) - 1)
    let half = UInt128(1) << UInt128(bits - 1)
    let integer = UInt64(truncatingIfNeeded: whole)
    // Half of the last of 64 bits, in units of the fraction.
    let unit = bits - integer.leadingZeroBitCount - 1
    let tolerance = unit < 0 ? 1 : UInt128(1) << UInt128(unit)
    let distance = fraction > half ? fraction - half : half - fraction
    if distance <= tolerance { return integer + (integer & 1) }
    return fraction > half ? integer + 1 : integer
  }
}

// MARK: - Powers of ten

extension Decimal {
  struct BinaryPower {
    let high: UInt64
    let low: UInt64
    let exponent: Int
    let isExact: Bool
  }

  /// 10^power as 128 bits (rounded down, error below 3 units) times a power of two.
  @inline(__always)
  static func powerOfTen(_ power: Int) -> BinaryPower? {
    guard power >= -336, power < 364 else { return nil }
    let block = (power + 336) / 28
    let rest = power + 336 - block * 28
    let five = fives[rest]
    if block == 12 {
      let zeros = five.leadingZeroBitCount
      return BinaryPower(
        high: five << UInt64(zeros), low: 0, exponent: rest - 64 - zeros, isExact: true)
    }
    let coarse = coarsePowers[block]
    let upper = coarse.high.multipliedFullWidth(by: five)
    let lower = coarse.low.multipliedFullWidth(by: five)
    let middle = upper.low.addingReportingOverflow(lower.high)
    let top = upper.high &+ (middle.overflow ? 1 : 0)
    let zeros = UInt64(top.leadingZeroBitCount)
    if zeros == 64 {
      return BinaryPower(
        high: middle.partialValue, low: lower.low, exponent: coarse.exponent + rest, isExact: false)
    }
    // Invariant: 1 ≤ zeros, because five < 2^63.
    return BinaryPower(
      high: top << zeros | middle.partialValue >> (64 - zeros),
      low: middle.partialValue << zeros | lower.low >> (64 - zeros),
      exponent: coarse.exponent + rest + 64 - Int(zeros), isExact: false)
  }

  /// 5^0 … 5^27.
  private static let fives: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count < 28 { powers.append(powers[powers.count - 1] * 5) }
    return powers
  }()

  /// 10^0 … 10^19.
  static let tens: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count < 20 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10^(28 i) for i = -12 … 12: the first 128 bits and the binary exponent.
  private static let coarsePowers: [(high: UInt64, low: UInt64, exponent: Int)] = [
    (0xE3E27A44_4D8D98B7, 0xFD1B1B23_08169B25, -1244),
    (0xE61ACF03_3D1A45DF, 0x6FB92487_298E33BD, -1151),
    (0xE858AD24_8F5C22C9, 0xD1B3400F_8F9CFF68, -1058),
    (0xEA9C2277_23EE8BCB, 0x465E15A9_79C1CADC, -965),
    (0xECE53CEC_4A314EBD, 0xA4F8BF56_35246428, -872),
    (0xEF340A98_172AACE4, 0x86FB8971_16C87C34, -779),
    (0xF18899B1_BC3F8CA1, 0xDC44E6C3_CB279AC1, -686),
    (0xF3E2F893_DEC3F126, 0x5A89DBA3_C3EFCCFA, -593),
    (0xF64335BC_F065D37D, 0x4D4617B5_FF4A16D5, -500),
    (0xF8A95FCF_88747D94, 0x75A44C63_97CE912A, -407),
    (0xFB158592_BE068D2E, 0xEED6E2F0_F0D56712, -314),
    (0xFD87B5F2_8300CA0D, 0x8BCA9D6E_188853FC, -221),
    (0x80000000_00000000, 0x00000000_00000000, -127),
    (0x813F3978_F8940984, 0x40000000_00000000, -34),
    (0x82818F12_81ED449F, 0xBFF8F10E_7A8921A4, 59),
    (0x83C7088E_1AAB65DB, 0x792667C6_DA79E0FA, 152),
    (0x850FADC0_9923329E, 0x03E2CF6B_C604DDB0, 245),
    (0x865B8692_5B9BC5C2, 0x0B8A2392_BA45A9B2, 338),
    (0x87AA9AFF_79042286, 0x90FB44D2_F05D0842, 431),
    (0x88FCF317_F22241E2, 0x441FECE3_BDF81F03, 524),
    (0x8A5296FF_E33CC92F, 0x82BD6B70_D99AAA6F, 617),
    (0x8BAB8EEF_B6409C1A, 0x1AD089B6_C2F7548E, 710),
    (0x8D07E334_55637EB2, 0xDB0B487B_6423E1E8, 803),
    (0x8E679C2F_5E44FF8F, 0x570F09EA_A7EA7648, 896),
    (0x8FCAC257_558EE4E6, 0x213A4F0A_A5E8A7B1, 989),
  ]
}

// MARK: - Digits

/// The significant digits of a number: `coefficient` has `count` digits, does not end in zero, and its first
/// digit stands for 10^exponent.
struct SignificantDigits {
  var exponent: Int
  var count: Int
}

extension Decimal {
  static func digitCount(_ number: UInt64) -> Int {
    let bits = 64 - (number | 1).leadingZeroBitCount
    let guess = (bits * 1233) >> 12
    return number >= tens[min(guess, 19)] ? guess + 1 : max(guess, 1)
  }

  /// Writes `digits` decimal digits, with zeros in front when the number has fewer.
  @inline(__always)
  static func write(_ number: UInt64, digits: Int, to place: UnsafeMutablePointer<UInt8>) {
    var rest = number
    var position = digits
    while position > 0 {
      position -= 1
      let quotient = rest / 10
      place[position] = UInt8(truncatingIfNeeded: 48 &+ rest &- quotient &* 10)
      rest = quotient
    }
  }

  /// The digits of a positive finite number when it is rounded to at most `digits` of them.
  static func significant(_ magnitude: Double, digits: Int) -> SignificantDigits {
    if magnitude < 1e15, magnitude >= 1, let whole = wholeDigits(magnitude, digits: digits) {
      return whole
    }
    guard digits <= 17 else { return significantBySystem(magnitude, digits: digits) }
    // A lower bound of the decimal exponent, at most 1 too small.
    let binary = Int(magnitude.exponent)
    var exponent = (binary * (binary < 0 ? 78914 : 78913)) >> 18
    for _ in 0..<3 {
      guard
        let number = scaled(magnitude, by: digits - 1 - exponent, asExtended: digits <= 15)
      else { break }
      guard number >= tens[digits] else {
        return SignificantDigits(exponent: exponent, count: digits - trailingZeros(number))
      }
      exponent += 1
    }
    return significantBySystem(magnitude, digits: digits)
  }

  /// The easy case: a whole number that has no more than `digits` digits.
  private static func wholeDigits(_ magnitude: Double, digits: Int) -> SignificantDigits? {
    let number = UInt64(magnitude)
    guard Double(number) == magnitude else { return nil }
    let count = digitCount(number)
    guard count <= digits else { return nil }
    return SignificantDigits(exponent: count - 1, count: count - trailingZeros(number))
  }

  private static func trailingZeros(_ number: UInt64) -> Int {
    var rest = number
    var zeros = 0
    while rest > 0, rest % 10_000 == 0 {
      rest /= 10_000
      zeros += 4
    }
    while rest > 0, rest % 10 == 0 {
      rest /= 10
      zeros += 1
    }
    return zeros
  }

  private static func significantBySystem(_ magnitude: Double, digits: Int) -> SignificantDigits {
    withPrinted("%.*e", magnitude, precision: max(digits, 1) - 1) { text in
      let mark = text.lastIndex(of: 0x65) ?? text.count
      var exponent = 0
      for byte in text[(mark + 2)...] { exponent = exponent * 10 + Int(byte - 48) }
      if text[mark + 1] == 0x2D { exponent = -exponent }
      var count = digits
      for byte in text[..<mark].reversed() {
        guard byte == 48, count > 1 else { break }
        count -= 1
      }
      return SignificantDigits(exponent: exponent, count: count)
    }
  }

  /// What `printf` makes of a number with a format that takes a precision.
  static func withPrinted<Result>(
    _ format: StaticString, _ number: Double, precision: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let room = 352 + max(precision, 0)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      let written = buffer.withMemoryRebound(to: CChar.self) { buffer in
        format.withUTF8Buffer { pattern in
          pattern.withMemoryRebound(to: CChar.self) { pattern in
            withVaList([Int32(clamping: precision), number]) {
              vsnprintf(buffer.baseAddress, room, pattern.baseAddress.unsafelyUnwrapped, $0)
            }
          }
        }
      }
      return body(UnsafeBufferPointer(rebasing: buffer[..<min(Int(written), room - 1)]))
    }
  }
}
