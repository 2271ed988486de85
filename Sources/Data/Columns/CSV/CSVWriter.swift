import Glibc

/// Writes columns as delimited text, as `write.table` does.
package struct CSVWriter: Sendable {
  package enum QuoteMethod: Sendable { case double, escape }

  package var separator = ","
  package var lineEnd = "\n"
  package var missing = "NA"
  package var decimal = UInt8(ascii: ".")
  package var quoteMethod = QuoteMethod.double
  /// How many significant digits numbers get at most.
  package var digits = 15
  /// Whether the header is quoted.
  package var quotesHeader = true

  package init() {}

  /// The header line; `corner` adds an empty name for the row names.
  package func header(_ names: [String], corner: Bool) -> [UInt8] {
    let all = (corner ? [""] : []) + names
    var text: [UInt8] = []
    for (index, name) in all.enumerated() {
      if index > 0 { text.append(contentsOf: separator.utf8) }
      append(Array(name.utf8)[...], isQuoted: quotesHeader, to: &text)
    }
    text.append(contentsOf: lineEnd.utf8)
    return text
  }

  /// The given rows; text columns whose flag is set are quoted.
  package func rows(
    _ range: Range<Int>, of columns: [ColumnValues], isQuoted: [Bool]
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count * columns.count * 8)
    let columns = columns.map(WritableColumn.init)
    for row in range {
      for (index, column) in columns.enumerated() {
        if index > 0 { text.append(contentsOf: separator.utf8) }
        append(column, row, isQuoted[index], to: &text)
      }
      text.append(contentsOf: lineEnd.utf8)
    }
    return text
  }

  private func append(
    _ column: WritableColumn, _ row: Int, _ isQuoted: Bool, to text: inout [UInt8]
  ) {
    switch column {
    case .doubles(let values):
      let value = values[row]
      if value.isNaN, value.bitPattern & 0xFFFF_FFFF == 1954 {
        text.append(contentsOf: missing.utf8)
      } else {
        NumberText.append(value, digits: digits, decimal: decimal, to: &text)
      }
    case .integers(let values, let isLogical):
      let value = values[row]
      if value == missingInteger {
        text.append(contentsOf: missing.utf8)
      } else if isLogical {
        text.append(contentsOf: (value == 0 ? "FALSE" : "TRUE").utf8)
      } else {
        text.append(contentsOf: String(value).utf8)
      }
    case .text(let codes, let dictionary, let first):
      let code = codes[row]
      guard code != missingInteger else { return text.append(contentsOf: missing.utf8) }
      let entry = Int(code) - first
      let range = dictionary.offsets[entry]..<dictionary.offsets[entry + 1]
      append(dictionary.bytes[range], isQuoted: isQuoted, to: &text)
    }
  }

  private func append(_ field: ArraySlice<UInt8>, isQuoted: Bool, to text: inout [UInt8]) {
    guard isQuoted else { return text.append(contentsOf: field) }
    let quote = UInt8(ascii: "\"")
    text.append(quote)
    for byte in field {
      if byte == quote { text.append(quoteMethod == .double ? quote : UInt8(ascii: "\\")) }
      text.append(byte)
    }
    text.append(quote)
  }
}

/// A column ready for writing: factors as text.
private enum WritableColumn {
  case doubles([Double])
  case integers([Int32], isLogical: Bool)
  case text(codes: [Int32], StringDictionary, first: Int)

  init(_ values: ColumnValues) {
    self =
      switch values {
      case .double(let values), .date(let values), .dateTime(let values): .doubles(values)
      case .integer(let values): .integers(values, isLogical: false)
      case .logical(let values): .integers(values, isLogical: true)
      case .string(let column): .text(codes: column.codes, column.dictionary, first: 0)
      case .factor(let codes, let levels):
        .text(codes: codes, StringDictionary(levels), first: 1)
      }
  }
}

/// Doubles as text with up to so many significant digits, fixed or scientific, whichever is shorter.
package enum NumberText {
  package static func append(
    _ value: Double, digits most: Int = 15, decimal: UInt8 = UInt8(ascii: "."),
    to text: inout [UInt8]
  ) {
    guard value.isFinite else {
      return text.append(
        contentsOf: (value.isNaN ? "NaN" : value < 0 ? "-Inf" : "Inf").utf8)
    }
    if value == 0 { return text.append(UInt8(ascii: "0")) }
    let (digits, exponent) = decimalDigits(value, most)
    if value < 0 { text.append(UInt8(ascii: "-")) }
    let fraction = max(0, digits.count - exponent - 1)
    let fixed = max(exponent, 0) + 1 + (fraction > 0 ? fraction + 1 : 0)
    let scientific =
      digits.count + (digits.count > 1 ? 1 : 0) + (abs(exponent) >= 100 ? 5 : 4)
    if fixed <= scientific {
      appendFixed(digits, exponent, decimal, to: &text)
    } else {
      appendScientific(digits, exponent, decimal, to: &text)
    }
  }

  /// The significant digits, without trailing zeros, and the power of ten of the first.
  private static func decimalDigits(
    _ value: Double, _ most: Int
  ) -> (digits: [UInt8], exponent: Int) {
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([Int32(min(max(most, 1), 17) - 1), abs(value)]) {
      vsnprintf(&buffer, buffer.count, "%.*e", $0)
    }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let mark = bytes.firstIndex(of: UInt8(ascii: "e")) ?? bytes.count
    var digits = bytes[..<mark].filter { $0 &- 48 <= 9 }
    while digits.count > 1, digits.last == 48 { digits.removeLast() }
    let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
    return (digits, exponent)
  }

  private static func appendFixed(
    _ digits: [UInt8], _ exponent: Int, _ decimal: UInt8, to text: inout [UInt8]
  ) {
    if exponent < 0 {
      text.append(UInt8(ascii: "0"))
      text.append(decimal)
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -exponent - 1))
      return text.append(contentsOf: digits)
    }
    for position in 0..<max(digits.count, exponent + 1) {
      if position == exponent + 1 { text.append(decimal) }
      text.append(position < digits.count ? digits[position] : UInt8(ascii: "0"))
    }
  }

  private static func appendScientific(
    _ digits: [UInt8], _ exponent: Int, _ decimal: UInt8, to text: inout [UInt8]
  ) {
    text.append(digits[0])
    if digits.count > 1 {
      text.append(decimal)
      text.append(contentsOf: digits[1...])
    }
    text.append(contentsOf: exponent < 0 ? "e-".utf8 : "e+".utf8)
    if abs(exponent) < 10 { text.append(UInt8(ascii: "0")) }
    text.append(contentsOf: String(abs(exponent)).utf8)
  }
}
