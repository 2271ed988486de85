import ApusInterpreter

/// The common format of some elements of a vector, for printing them one below the other.
enum CellFormat {
  case logical(width: Int)
  case integer(width: Int)
  case double(NumberLayout)
  case complex(ComplexLayout)
  case raw
  case string(width: Int)

  var width: Int {
    switch self {
    case .logical(let width), .integer(let width), .string(let width): width
    case .double(let layout): layout.width
    case .complex(let layout): layout.width
    case .raw: 2
    }
  }
}

/// Formats and writes elements of one atomic vector under given settings.
struct Cells {
  let vector: Vector
  let settings: PrintSettings
  let strings: StringPool
  private let quote: UInt8
  /// Whether what rounds to zero beside the other part of a complex number is shown as zero.
  var roundsParts = true

  init(_ vector: Vector, _ settings: PrintSettings, _ strings: StringPool) {
    self.vector = vector
    self.settings = settings
    self.strings = strings
    quote = settings.quote ? 0x22 : 0
  }

  /// The common format of the elements in `range`.
  func format(_ range: Range<Int>) -> CellFormat {
    switch vector {
    case let vector as LogicalVector:
      let part = UnsafeBufferPointer(rebasing: vector.elements[range])
      return .logical(
        width: NumberLayout(logicals: part, missingWidth: settings.missingWidth(quoted: true)).width
      )
    case let vector as IntegerVector:
      let part = UnsafeBufferPointer(rebasing: vector.elements[range])
      return .integer(
        width: NumberLayout(part, missingWidth: settings.missingWidth(quoted: true)).width)
    case let vector as DoubleVector:
      return .double(
        NumberLayout(UnsafeBufferPointer(rebasing: vector.elements[range]), style: settings.style))
    case let vector as ComplexVector:
      return .complex(
        ComplexLayout(UnsafeBufferPointer(rebasing: vector.elements[range]), style: settings.style))
    case let vector as CharacterVector:
      return .string(width: widest(vector.elements[range]))
    default: return .raw
    }
  }

  private func widest(_ elements: Slice<UnsafeMutableBufferPointer<StringHandle>>) -> Int {
    var width = 0
    for element in elements { width = max(width, self.width(of: element)) }
    return width
  }

  /// Columns of a string with its quotes and escapes.
  private func width(of string: StringHandle) -> Int {
    string.isMissing
      ? settings.missingWidth(quoted: settings.quote)
      : DisplayWidth.escapedWidth(of: strings.bytes(string), quote: quote)
  }

  /// Writes element `k`; strings are aligned as asked, all else to the right.
  func append(_ k: Int, _ format: CellFormat, _ side: Justification, to output: TextBuffer) {
    if settings.missing != nil, isMissing(k) {
      return appendMissing(width: format.width, format.isString ? side : .right, to: output)
    }
    switch (vector, format) {
    case (let vector as LogicalVector, _):
      output.append(logical: vector.elements[k], width: format.width)
    case (let vector as IntegerVector, _):
      output.append(vector.elements[k], width: format.width)
    case (let vector as DoubleVector, .double(let layout)):
      let start = output.count
      output.append(vector.elements[k], layout)
      markDecimals(from: start, in: output)
    case (let vector as ComplexVector, .complex(let layout)):
      let start = output.count
      output.append(vector.elements[k], layout, digits: roundsParts ? settings.digits : 1000)
      markDecimals(from: start, in: output)
    case (let vector as CharacterVector, _):
      let string = vector.elements[k]
      if string.isMissing { return appendMissing(width: format.width, side, to: output) }
      output.append(strings.bytes(string), quote: quote, width: format.width, side)
    case (let vector as RawVector, _):
      output.append(hexadecimal: vector.elements[k])
    default: break
    }
  }

  @inline(__always)
  private func markDecimals(from start: Int, in output: TextBuffer) {
    if settings.decimalMark != 0x2E {
      output.replacePoints(from: start, with: settings.decimalMark)
    }
  }

  private func isMissing(_ k: Int) -> Bool {
    switch vector {
    case let vector as LogicalVector: vector.elements[k].isMissing
    case let vector as IntegerVector: vector.elements[k].isMissing
    case let vector as DoubleVector: vector.elements[k].isMissing
    case let vector as ComplexVector: vector.elements[k].real.isMissing
    case let vector as CharacterVector: vector.elements[k].isMissing
    default: false
    }
  }

  private func appendMissing(width: Int, _ side: Justification, to output: TextBuffer) {
    let text = settings.missing ?? Array((settings.quote || !isText ? "NA" : "<NA>").utf8)
    let blanks = max(0, width - text.withUnsafeBufferPointer { DisplayWidth.width(of: $0) })
    if side == .right { output.appendSpaces(blanks) }
    output.append(text)
    if side == .left { output.appendSpaces(blanks) }
  }

  private var isText: Bool { vector.kind == .character }
}

extension CellFormat {
  fileprivate var isString: Bool {
    if case .string = self { return true }
    return false
  }
}
