import ApusInterpreter

/// The help page of `sprintf`.
enum Sprintf {
  static let all = [sprintf]

  /// Vectorised over the format and all arguments.
  static let sprintf = Builtin(.internal, "sprintf(fmt, ...)") { call throws(Unwind) in
    guard call.count > 0, call[0].kind == .character else {
      throw call.error("'fmt' is not a character vector")
    }
    let formats = try call.characters(0)
    var arguments = try SprintfArguments(call)
    var longest = formats.count
    guard longest > 0 else { return .object(CharacterVector(count: 0)) }
    for vector in arguments.vectors {
      if vector.count == 0 { return .object(CharacterVector(count: 0)) }
      longest = max(longest, vector.count)
    }
    var parsed: [StringHandle: SprintfFormat] = [:]
    let builder = CharacterBuilder(call.strings, count: longest)
    for k in 0..<longest {
      let handle = formats.elements[k % formats.count]
      if handle.isMissing {
        builder.append(.missing)
        continue
      }
      let format: SprintfFormat
      if let known = parsed[handle] {
        format = known
      } else {
        format = try SprintfFormat(call.strings.bytes(handle), call)
        try arguments.prepare(for: format, call)
        parsed[handle] = format
      }
      try arguments.write(format, k, to: builder.text, call)
      builder.endElement()
    }
    try arguments.warnAboutUnused(call)
    return Value(builder.finish())
  }
}

/// A format cut into literal text and conversions.
struct SprintfFormat {
  enum Piece {
    case text([UInt8])
    case conversion(Conversion, source: Int, width: Int?, precision: Int?, spelling: String)
  }

  private(set) var pieces: [Piece] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var next = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ call: borrowing Invocation) throws(Unwind) {
    self.bytes = bytes
    guard bytes.count <= 8192 else {
      throw call.error("'fmt' length exceeds maximal format length 8192")
    }
    var literal: [UInt8] = []
    while place < bytes.count {
      guard bytes[place] == 0x25 else {
        literal.append(bytes[place])
        place += 1
        continue
      }
      if place + 1 < bytes.count, bytes[place + 1] == 0x25 {
        literal.append(0x25)
        place += 2
        continue
      }
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = []
      pieces.append(try conversion(call))
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
  }

  private mutating func conversion(_ call: borrowing Invocation) throws(Unwind) -> Piece {
    let start = place
    place += 1
    var source = positional()
    var result = Conversion("s")
    while place < bytes.count, result.take(flag: bytes[place]) { place += 1 }
    var widthSource: Int?
    var precisionSource: Int?
    if place < bytes.count, bytes[place] == 0x2A {
      widthSource = star()
    } else {
      result.width = number() ?? 0
    }
    if place < bytes.count, bytes[place] == 0x2E {
      place += 1
      if place < bytes.count, bytes[place] == 0x2A {
        precisionSource = star()
      } else {
        result.precision = number() ?? 0
      }
    }
    let letters: StaticString = "diosfeEgGaAxX"
    let isKnown =
      place < bytes.count && letters.withUTF8Buffer { $0.contains(bytes[place]) }
    guard isKnown else {
      let end = min(place + 1, bytes.count)
      let spelling = String(decoding: bytes[start..<end], as: UTF8.self)
      throw call.error("unrecognised format specification '\(spelling)'")
    }
    result.letter = bytes[place]
    place += 1
    if source == nil {
      source = next
      next += 1
    }
    let spelling = String(decoding: bytes[start..<place], as: UTF8.self)
    return .conversion(
      result, source: source ?? 0, width: widthSource, precision: precisionSource,
      spelling: spelling)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while place < bytes.count, bytes[place] >= 48, bytes[place] < 58 {
      value = min((value ?? 0) * 10 + Int(bytes[place] - 48), 100_000)
      place += 1
    }
    return value
  }

  /// `2$` gives 1.
  private mutating func positional() -> Int? {
    let saved = place
    if let value = number(), value > 0, place < bytes.count, bytes[place] == 0x24 {
      place += 1
      return value - 1
    }
    place = saved
    return nil
  }

  /// `*` or `*2$`: which argument has the number.
  private mutating func star() -> Int {
    place += 1
    if let source = positional() { return source }
    next += 1
    return next - 1
  }
}

/// The arguments behind the format, converted as the conversions need them.
private struct SprintfArguments {
  private(set) var vectors: [Vector] = []
  private var texts: [CharacterVector?]
  private var isUsed: [Bool]
  private let values: [Value]

  init(_ call: borrowing Invocation) throws(Unwind) {
    var values: [Value] = []
    for k in 1..<max(call.count, 1) {
      guard let vector = call[k].isNull ? LogicalVector(count: 0) : call[k].vector,
        vector.kind.isAtomic || vector.kind == .list
      else { throw call.error("unsupported type") }
      vectors.append(vector)
      values.append(call[k])
    }
    self.values = values
    texts = Array(repeating: nil, count: vectors.count)
    isUsed = Array(repeating: false, count: vectors.count)
  }

  /// Converts the arguments of a format once, as far as their types allow it.
  mutating func prepare(
    for format: SprintfFormat, _ call: borrowing Invocation
  ) throws(Unwind) {
    for case .conversion(let conversion, let source, let width, let precision, let spelling)
      in format.pieces
    {
      for extra in [width, precision] {
        guard let extra else { continue }
        try use(extra, call)
        guard vectors[extra].kind.isNumeric || vectors[extra].kind == .logical else {
          throw call.error("argument for '*' conversion specification must be a number of length 1")
        }
      }
      try use(source, call)
      try prepare(source, for: conversion, spelling, call)
    }
  }

  private mutating func use(_ source: Int, _ call: borrowing Invocation) throws(Unwind) {
    guard source < vectors.count else {
      throw call.error(
        source >= 99 ? "reference to non-existent argument \(source + 1)" : "too few arguments")
    }
    isUsed[source] = true
  }

  private mutating func prepare(
    _ source: Int, for conversion: Conversion, _ spelling: String, _ call: borrowing Invocation
  ) throws(Unwind) {
    let vector = vectors[source]
    if conversion.letter == UInt8(ascii: "s") {
      if texts[source] == nil { texts[source] = try text(of: source, call) }
      return
    }
    let wantsInteger: Bool
    switch conversion.letter {
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "x"),
      UInt8(ascii: "X"):
      wantsInteger = true
    default: wantsInteger = false
    }
    switch vector.kind {
    case .double where wantsInteger:
      guard isWhole(vector) else {
        throw call.error(
          "invalid format '\(spelling)'; use format %f, %e, %g or %a for numeric objects")
      }
      vectors[source] = try call.interpreter.coerce(.object(vector), to: .integer)
    case .integer where !wantsInteger:
      vectors[source] = try call.interpreter.coerce(.object(vector), to: .double)
    case .double, .integer: break
    case .logical:
      guard wantsInteger,
        conversion.letter == UInt8(ascii: "d") || conversion.letter == UInt8(ascii: "i")
      else {
        if isAllMissing(vector) {
          vectors[source] = try call.interpreter.coerce(.object(vector), to: .double)
          break
        }
        throw call.error("invalid format '\(spelling)'; use format %d or %i for logical objects")
      }
      vectors[source] = try call.interpreter.coerce(.object(vector), to: .integer)
    case .character:
      throw call.error("invalid format '\(spelling)'; use format %s for character objects")
    default: throw call.error("unsupported type")
    }
  }

  private func isAllMissing(_ vector: Vector) -> Bool {
    (vector as? LogicalVector)?.elements.allSatisfy { $0.isMissing } ?? false
  }

  private func isWhole(_ vector: Vector) -> Bool {
    guard let numbers = (vector as? DoubleVector)?.elements else { return false }
    return numbers.allSatisfy {
      !$0.isFinite ? $0.isMissing : $0.magnitude < 2_147_483_648 && $0 == $0.rounded()
    }
  }

  private func text(of source: Int, _ call: borrowing Invocation) throws(Unwind) -> CharacterVector
  {
    var value = values[source]
    if value.hasClass {
      value = try call.interpreter.callFunction("as.character", [Argument(value)])
    }
    return unsafeDowncast(
      try call.interpreter.vector(value, as: .character), to: CharacterVector.self)
  }

  func write(
    _ format: SprintfFormat, _ k: Int, to output: TextBuffer, _ call: borrowing Invocation
  ) throws(Unwind) {
    for piece in format.pieces {
      switch piece {
      case .text(let bytes): output.append(bytes)
      case .conversion(var conversion, let source, let width, let precision, _):
        if let width {
          let wanted = integer(width, k)
          conversion.width = Int(wanted.magnitude)
          if wanted < 0 { conversion.alignsLeft = true }
        }
        if let precision { conversion.precision = max(0, integer(precision, k)) }
        write(conversion, source, k, to: output, call)
      }
    }
  }

  private func write(
    _ conversion: Conversion, _ source: Int, _ k: Int, to output: TextBuffer,
    _ call: borrowing Invocation
  ) {
    if conversion.letter == UInt8(ascii: "s"), let texts = texts[source] {
      let text = texts.elements[k % texts.count]
      return conversion.append(call.strings.bytes(text), to: output)
    }
    switch vectors[source] {
    case let vector as DoubleVector:
      conversion.append(vector.elements[k % vector.count], to: output)
    case let vector as IntegerVector:
      conversion.append(vector.elements[k % vector.count], to: output)
    default: break
    }
  }

  private func integer(_ source: Int, _ k: Int) -> Int {
    switch vectors[source] {
    case let vector as IntegerVector: Int(vector.elements[k % vector.count])
    case let vector as LogicalVector: Int(vector.elements[k % vector.count])
    case let vector as DoubleVector:
      Int(vector.elements[k % vector.count].isFinite ? vector.elements[k % vector.count] : 0)
    default: 0
    }
  }

  func warnAboutUnused(_ call: borrowing Invocation) throws(Unwind) {
    let unused = isUsed.filter { !$0 }.count
    guard unused > 0 else { return }
    let format = call.strings.text(try call.characters(0).elements[0])
    try call.warning(
      unused == 1
        ? "one argument not used by format '\(format)'"
        : "arguments not used by format '\(format)'")
  }
}
