// Text to numbers and numbers to text.

extension Interpreter {
  /// The logical that a string spells: T, TRUE, true, True and their opposites.
  func truth(of text: StringHandle) -> Int32 {
    if text.isMissing { return .missing }
    if text == Symbol.true_.handle { return 1 }
    if text == Symbol.false_.handle { return 0 }
    switch strings.text(text) {
    case "T", "true", "True": return 1
    case "F", "false", "False": return 0
    default: return .missing
    }
  }

  /// The number that a string spells; NA (noted) if it spells none.
  func number(in text: StringHandle, _ problems: inout CoercionProblems) -> Double {
    if text.isMissing { return .missing }
    let bytes = strings.bytes(text).trimmingBlanks
    if bytes.isEmpty { return .missing }
    if let number = NumberText.number(bytes), !number.isMissing { return number }
    problems.insert(.notANumber)
    return .missing
  }

  /// The complex number that a string spells: `1`, `1+2i`.
  func complexNumber(
    in text: StringHandle, _ problems: inout CoercionProblems
  ) -> ComplexNumber {
    if text.isMissing { return .missing }
    let bytes = strings.bytes(text).trimmingBlanks
    if bytes.isEmpty { return .missing }
    if let number = NumberText.number(bytes) { return ComplexNumber(number) }
    if bytes.last == UInt8(ascii: "i") {
      let body = UnsafeBufferPointer(rebasing: bytes.dropLast())
      var split = body.count - 1
      while split > 0 {
        let byte = body[split]
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"),
          let real = NumberText.number(UnsafeBufferPointer(rebasing: body[..<split])),
          let imaginary = NumberText.number(UnsafeBufferPointer(rebasing: body[split...]))
        {
          return ComplexNumber(real, imaginary)
        }
        split -= 1
      }
    }
    problems.insert(.notANumber)
    return .missing
  }

  /// So many texts of integers are written out only when somebody wants them.
  private static let manyTexts = 64

  func convertToCharacter(_ source: Vector) -> Vector {
    let count = source.count
    if source.kind == .integer, count >= Self.manyTexts {
      return CharacterVector(textsOf: unsafeDowncast(source, to: IntegerVector.self), in: strings)
    }
    let result = CharacterVector(count: count)
    let target = result.elements
    switch source.kind {
    case .raw:
      let bytes = source.bytes
      for k in 0..<count { target[k] = strings.intern(Self.hexadecimal(bytes[k])) }
    case .logical:
      let truths = source.integers
      for k in 0..<count {
        target[k] =
          truths[k].isMissing
          ? .missing : (truths[k] != 0 ? Symbol.true_.handle : Symbol.false_.handle)
      }
    case .integer:
      if let base = target.baseAddress {
        strings.intern(UnsafeBufferPointer(source.integers), into: base)
      }
    case .double: return writeDoubles(UnsafeBufferPointer(source.doubles))
    default:
      let numbers = source.complexes
      for k in 0..<count { target[k] = text(of: numbers[k]) }
    }
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private func text(of number: ComplexNumber) -> StringHandle {
    if number.real.isMissing || number.imaginary.isMissing { return .missing }
    return withUnsafePointer(to: number) { place in
      let style = NumberStyle(digits: 15, penalty: integerOption("scipen") ?? 0)
      let text = TextBuffer(capacity: 64)
      text.append(
        number, ComplexLayout(UnsafeBufferPointer(start: place, count: 1), style: style), digits: 15
      )
      if decimalMark != 0x2E { text.replacePoints(from: 0, with: decimalMark) }
      return strings.intern(text.bytes)
    }
  }

  /// Each number with up to 15 significant digits.
  private func writeDoubles(_ numbers: UnsafeBufferPointer<Double>) -> CharacterVector {
    let builder = CharacterBuilder(strings, count: numbers.count)
    let penalty = integerOption("scipen") ?? 0
    let mark = decimalMark
    for number in numbers {
      if number.isMissing {
        builder.append(.missing)
      } else {
        let start = builder.text.count
        NumberText.append(number, to: builder.text, penalty: penalty)
        if mark != 0x2E { builder.text.replacePoints(from: start, with: mark) }
        builder.endElement()
      }
    }
    return builder.finish()
  }

  /// The option `OutDec`, if it is one byte.
  package var decimalMark: UInt8 {
    guard case .string(let text) = option("OutDec"), !text.isMissing else { return 0x2E }
    let bytes = strings.bytes(text)
    return bytes.count == 1 ? bytes[0] : 0x2E
  }

  /// An option that is a number.
  package func integerOption(_ name: StaticString) -> Int? {
    switch option(name) {
    case .integer(let number) where !number.isMissing: Int(number)
    case .double(let number) where number.isFinite && number.magnitude < 1e9: Int(number)
    case .logical(let truth) where !truth.isMissing: Int(truth)
    default: nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at both ends.
  var trimmingBlanks: UnsafeBufferPointer<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
    var start = 0
    var end = count
    while start < end, isBlank(self[start]) { start += 1 }
    while end > start, isBlank(self[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
