// Writing numbers in a chosen layout.

extension TextBuffer {
  /// A double in the given format, padded on the left to its width.
  package func append(_ number: Double, _ layout: NumberLayout, missing: StaticString = "NA") {
    let begin = count
    guard number.isFinite else {
      appendSpecial(number, missing: missing)
      return padLeft(from: begin, to: layout.width)
    }
    if layout.exponent > 0 {
      appendScientific(number, decimals: layout.decimals)
    } else {
      appendFixed(number, decimals: layout.decimals, width: layout.width)
    }
    if count - begin < layout.width { padLeft(from: begin, to: layout.width) }
  }

  func appendSpecial(_ number: Double, missing: StaticString) {
    if number.isMissing {
      append(missing)
    } else if number.isNaN {
      append("NaN")
    } else {
      append(number < 0 ? "-Inf" : "Inf")
    }
  }

  /// What `%.*f` gives (but zero has no sign), with blanks in front up to `width`.
  package func appendFixed(_ number: Double, decimals: Int, width: Int = 0) {
    guard decimals <= Decimal.maximumDigits,
      let scaled = Decimal.scaled(number.magnitude, by: decimals)
    else { return appendPrinted("%.*f", number, precision: decimals) }
    let isNegative = number < 0
    let digits = max(Decimal.digitCount(scaled), decimals + 1)
    let length = digits + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0)
    let blanks = max(0, width - length)
    var place = reserve(length + blanks)
    place.update(repeating: 0x20, count: blanks)
    place += blanks
    if isNegative {
      place.pointee = 0x2D
      place += 1
    }
    if decimals == 0 {
      Decimal.write(scaled, digits: digits, to: place)
    } else {
      let unit = Decimal.tens[decimals]
      let whole = scaled / unit
      Decimal.write(whole, digits: digits - decimals, to: place)
      place[digits - decimals] = 0x2E
      Decimal.write(scaled - whole * unit, digits: decimals, to: place + digits - decimals + 1)
    }
    advance(length + blanks)
  }

  /// What `%.*e` gives (but zero has no sign).
  package func appendScientific(_ number: Double, decimals: Int) {
    let magnitude = number.magnitude
    guard magnitude > 0, decimals < 17 else {
      return appendPrinted("%.*e", magnitude == 0 ? 0 : number, precision: decimals)
    }
    let found = Decimal.significant(magnitude, digits: decimals + 1)
    guard let scaled = Decimal.scaled(magnitude, by: decimals - found.exponent),
      Decimal.digitCount(scaled) == decimals + 1
    else { return appendPrinted("%.*e", number, precision: decimals) }
    if number < 0 { appendByte(0x2D) }
    let unit = Decimal.tens[decimals]
    appendByte(UInt8(48 + scaled / unit))
    if decimals > 0 {
      appendByte(0x2E)
      Decimal.write(scaled % unit, digits: decimals, to: reserve(decimals))
      advance(decimals)
    }
    appendByte(0x65)
    appendByte(found.exponent < 0 ? 0x2D : 0x2B)
    let size = found.exponent.magnitude
    if size < 10 { appendByte(0x30) }
    appendDigits(size, isNegative: false)
  }

  private func appendPrinted(_ format: StaticString, _ number: Double, precision: Int) {
    Decimal.withPrinted(format, number == 0 ? 0 : number, precision: precision) { append($0) }
  }

  /// An integer, padded on the left.
  package func append(_ number: Int32, width: Int, missing: StaticString = "NA") {
    let begin = count
    guard number.isMissing else {
      let digits = Decimal.digitCount(UInt64(number.magnitude))
      let blanks = max(0, width - digits - (number < 0 ? 1 : 0))
      appendSpaces(blanks)
      return appendDigits(UInt(number.magnitude), isNegative: number < 0)
    }
    append(missing)
    padLeft(from: begin, to: width)
  }

  package func append(logical: Int32, width: Int, missing: StaticString = "NA") {
    let begin = count
    if logical.isMissing { append(missing) } else { append(logical != 0 ? "TRUE" : "FALSE") }
    padLeft(from: begin, to: width)
  }

  /// A byte as two hexadecimal digits.
  package func append(hexadecimal byte: UInt8) {
    for digit in [byte >> 4, byte & 15] { appendByte(digit + (digit < 10 ? 48 : 87)) }
  }
}
