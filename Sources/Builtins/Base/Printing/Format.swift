import ApusInterpreter

/// The help pages of `format`, `format.info` and `encodeString`.
enum Format {
  static let all = [format, formatInfo, encodeString]

  /// The elements of an atomic vector as text of one width; attributes are kept except the class.
  ///
  /// `justify` is 0 … 3: left, right, centre, none. `scientific` is NA, a logical or a number that
  /// stands for the option `scipen`.
  static let format = Builtin(
    .internal,
    "format(x, trim, digits, nsmall, width, justify, na.encode, scientific, decimal.mark)"
  ) { call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic else {
      throw call.error("Found no format() method for class \"\(call[0].kind.typeName)\"")
    }
    let request = try FormatRequest(call)
    let result = request.texts(of: vector, call.strings)
    if vector.kind != .raw { result.copyShape(from: call[0]) }
    return Value(result)
  }

  /// Width, digits after the point and digits of the exponent of a common format.
  static let formatInfo = Builtin(.internal, "format.info(x, digits, nsmall)") {
    call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind.isAtomic else {
      throw call.error("atomic vector arguments only")
    }
    var settings = PrintSettings(optionsOf: call.interpreter)
    // The R half writes the decimal mark.
    settings.decimalMark = 0x2E
    if !call[1].isNull { settings.digits = Int(try call.integer(1, "digits")) }
    guard 1...22 ~= settings.digits else { throw call.error("invalid 'digits' argument") }
    settings.quote = false
    var style = settings.style
    style.smallest = Int(try call.integer(2, "nsmall"))
    guard 0...20 ~= style.smallest else { throw call.error("invalid 'nsmall' argument") }
    switch vector {
    case let vector as DoubleVector:
      let layout = NumberLayout(UnsafeBufferPointer(vector.elements), style: style)
      return .integers([layout.width, layout.decimals, layout.exponent].map { Int32($0) })
    case let vector as ComplexVector:
      let layout = ComplexLayout(UnsafeBufferPointer(vector.elements), style: style)
      let parts = [layout.real, layout.imaginary]
      return .integers(
        parts.flatMap { [Int32($0.width), Int32($0.decimals), Int32($0.exponent)] })
    default:
      let cells = Cells(vector, settings, call.strings)
      return .integer(cells.format(0..<vector.count).width)
    }
  }

  /// Strings with escapes, quotes and blanks around them.
  static let encodeString = Builtin(
    .internal, "encodeString(x, width, quote, justify, na.encode)"
  ) { call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("character vector argument expected")
    }
    let source = try call.characters(0)
    let quoteText = try call.characters(2).elements
    guard quoteText.count >= 1, call.strings.bytes(quoteText[0]).count <= 1 else {
      throw call.error("invalid 'quote' value")
    }
    let quote = call.strings.bytes(quoteText[0]).first ?? 0
    let side = FormatRequest.side(try call.integer(3, "justify"))
    let encodesMissing = try call.flag(4, "na.encode")
    let encoder = StringEncoder(
      strings: call.strings, quote: quote, side: side, encodesMissing: encodesMissing)
    var width = 0
    if !call[1].isNull {
      let wanted = try call.integer(1, "width")
      width = wanted.isMissing ? encoder.widest(source) : Int(max(0, wanted))
    }
    let result = encoder.encode(source, width: width)
    result.setAttributes(source.attributes)
    return Value(result)
  }
}

/// Writes strings with quotes, escapes and padding.
struct StringEncoder {
  let strings: StringPool
  let quote: UInt8
  let side: Justification
  let encodesMissing: Bool

  private var missing: StaticString { quote == 0 ? "<NA>" : "NA" }

  func widest(_ source: CharacterVector) -> Int {
    guard side != .none else { return 0 }
    var width = 0
    for string in source.elements {
      if string.isMissing {
        if encodesMissing { width = max(width, quote == 0 ? 4 : 2) }
      } else {
        width = max(width, DisplayWidth.escapedWidth(of: strings.bytes(string), quote: quote))
      }
    }
    return width
  }

  func encode(_ source: CharacterVector, width: Int) -> CharacterVector {
    let builder = CharacterBuilder(strings, count: source.count)
    for string in source.elements {
      if string.isMissing, !encodesMissing {
        builder.append(.missing)
        continue
      }
      if string.isMissing {
        missing.withUTF8Buffer { builder.text.append($0, quote: 0, width: width, side) }
      } else {
        builder.text.append(strings.bytes(string), quote: quote, width: width, side)
      }
      builder.endElement()
    }
    return builder.finish()
  }
}

/// The arguments of `format`.
struct FormatRequest {
  let trims: Bool
  var style: NumberStyle
  let width: Int
  let side: Justification
  let encodesMissing: Bool
  let point: [UInt8]

  init(_ call: borrowing Invocation) throws(Unwind) {
    let settings = PrintSettings(optionsOf: call.interpreter)
    style = settings.style
    trims = try call.flag(1, "trim")
    if !call[2].isNull {
      let digits = try call.integer(2, "digits")
      guard !digits.isMissing, digits >= 0, digits <= 22 else {
        throw call.error(
          "invalid value \(digits.isMissing ? "NA" : String(digits)) for 'digits' argument")
      }
      style.digits = max(1, Int(digits))
    }
    let smallest = try call.integer(3, "nsmall")
    guard !smallest.isMissing, smallest >= 0, smallest <= 20 else {
      throw call.error("invalid 'nsmall' argument")
    }
    style.smallest = Int(smallest)
    width = call[4].isNull ? 0 : Int(max(0, try call.integer(4, "width")))
    try call.checkRoom(Double(width) * 4, .raw)
    side = Self.side(try call.integer(5, "justify"))
    encodesMissing = try call.flag(6, "na.encode")
    switch call[7] {
    case .logical(let truth) where !truth.isMissing: style.penalty = truth != 0 ? -100 : 100
    case .logical: break
    default: style.penalty = Int(try call.integer(7, "scientific"))
    }
    point = Array(try call.text(8, "decimal.mark").utf8)
  }

  static func side(_ code: Int32) -> Justification {
    switch code {
    case 0: .left
    case 1: .right
    case 2: .centre
    default: .none
    }
  }

  func texts(of vector: Vector, _ strings: StringPool) -> CharacterVector {
    switch vector {
    case let vector as CharacterVector: justified(vector, strings)
    case let vector as DoubleVector: doubles(vector, strings)
    case let vector as ComplexVector: complexes(vector, strings)
    default: others(vector, strings)
    }
  }

  private func doubles(_ vector: DoubleVector, _ strings: StringPool) -> CharacterVector {
    let numbers = UnsafeBufferPointer(vector.elements)
    var layout = NumberLayout(numbers, style: style)
    layout.width = trims ? 0 : max(layout.width, width)
    let builder = CharacterBuilder(strings, count: numbers.count)
    let otherPoint = point != [0x2E]
    for number in numbers {
      let begin = builder.text.count
      builder.text.append(number, layout)
      if otherPoint { builder.text.replacePoint(from: begin, with: point) }
      builder.endElement()
    }
    return builder.finish()
  }

  private func complexes(_ vector: ComplexVector, _ strings: StringPool) -> CharacterVector {
    var layout = ComplexLayout(UnsafeBufferPointer(vector.elements), style: style)
    layout.width = trims ? 0 : max(layout.width, width)
    if trims {
      layout.real.width = 0
      layout.imaginary.width = 0
    }
    let builder = CharacterBuilder(strings, count: vector.count)
    for number in vector.elements {
      builder.text.append(number, layout, digits: style.digits)
      builder.endElement()
    }
    return builder.finish()
  }

  private func others(_ vector: Vector, _ strings: StringPool) -> CharacterVector {
    let builder = CharacterBuilder(strings, count: vector.count)
    switch vector {
    case let vector as LogicalVector:
      let common = NumberLayout(logicals: UnsafeBufferPointer(vector.elements)).width
      for truth in vector.elements {
        builder.text.append(logical: truth, width: trims ? 0 : max(common, width))
        builder.endElement()
      }
    case let vector as IntegerVector:
      let common = NumberLayout(UnsafeBufferPointer(vector.elements)).width
      for number in vector.elements {
        builder.text.append(number, width: trims ? 0 : max(common, width))
        builder.endElement()
      }
    case let vector as RawVector:
      for byte in vector.elements {
        if !trims { builder.text.appendSpaces(width - 2) }
        builder.text.append(hexadecimal: byte)
        builder.endElement()
      }
    default: break
    }
    return builder.finish()
  }

  private func justified(_ vector: CharacterVector, _ strings: StringPool) -> CharacterVector {
    var common = width
    if side != .none {
      for string in vector.elements where !string.isMissing || encodesMissing {
        common = max(common, DisplayWidth.escapedWidth(of: strings.bytes(string), quote: 0))
      }
    }
    let builder = CharacterBuilder(strings, count: vector.count)
    for string in vector.elements {
      let isKept = string.isMissing && !encodesMissing
      let blanks =
        isKept || side == .none
        ? 0 : common - DisplayWidth.escapedWidth(of: strings.bytes(string), quote: 0)
      if blanks <= 0, !(string.isMissing && encodesMissing) {
        builder.append(string)
        continue
      }
      let before = side == .right ? blanks : side == .centre ? blanks / 2 : 0
      builder.text.appendSpaces(before)
      builder.text.append(strings.bytes(string))
      builder.text.appendSpaces(blanks - before)
      builder.endElement()
    }
    return builder.finish()
  }
}

extension TextBuffer {
  /// Replaces the decimal point of the number written since `position`.
  func replacePoint(from position: Int, with point: [UInt8]) {
    guard let place = bytes[position...].firstIndex(of: 0x2E) else { return }
    let rest = Array(bytes[(place + 1)...])
    truncate(to: place)
    append(point)
    append(rest)
  }
}
