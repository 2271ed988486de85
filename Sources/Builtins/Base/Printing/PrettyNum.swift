import ApusInterpreter

/// The help page of `prettyNum`.
enum PrettyNum {
  static let all = [prettyNum]

  /// Marks between groups of digits; `preserve` is 0 … 2: common, individual, none.
  static let prettyNum = Builtin(
    .internal,
    """
    prettyNum(x, big.mark, big.interval, small.mark, small.interval, decimal.mark, \
    input.d.mark, preserve, zero.print, replace.zero, drop0trailing)
    """
  ) { call throws(Unwind) in
    let source = try call.characters(0)
    let marks = try NumberMarks(call)
    var texts: [[UInt8]] = []
    texts.reserveCapacity(source.count)
    var isTruncated = false
    for string in source.elements {
      texts.append(marks.marked(Array(call.strings.bytes(string)), &isTruncated))
    }
    if isTruncated {
      try call.warning(
        "'zero.print' is truncated to fit into formatted zeros; consider 'replace=TRUE'")
    }
    if marks.addsMarks { marks.adjust(&texts, source, call.strings) }
    let builder = CharacterBuilder(call.strings, count: source.count)
    for (k, text) in texts.enumerated() {
      if source.elements[k].isMissing {
        builder.append(.missing)
      } else {
        builder.text.append(text)
        builder.endElement()
      }
    }
    let result = builder.finish()
    result.setAttributes(source.attributes)
    return Value(result)
  }
}

/// How digits are grouped.
private struct NumberMarks {
  let big: [UInt8]
  let bigInterval: Int
  let small: [UInt8]
  let smallInterval: Int
  let point: [UInt8]
  let inputPoint: UInt8
  let preserve: Int
  let zero: [UInt8]?
  let replacesZero: Bool
  let dropsZeros: Bool

  init(_ call: borrowing Invocation) throws(Unwind) {
    big = Array(try call.text(1, "big.mark").utf8)
    bigInterval = max(1, Int(try call.integer(2, "big.interval")))
    small = Array(try call.text(3, "small.mark").utf8)
    smallInterval = max(1, Int(try call.integer(4, "small.interval")))
    point = Array(try call.text(5, "decimal.mark").utf8)
    inputPoint = try call.text(6, "input.d.mark").utf8.first ?? 0x2E
    preserve = Int(try call.integer(7, "preserve.width"))
    zero = call[8].isNull ? nil : Array(try call.text(8, "zero.print").utf8)
    replacesZero = try call.flag(9, "replace.zero")
    dropsZeros = try call.flag(10, "drop0trailing")
  }

  var addsMarks: Bool { !big.isEmpty || !small.isEmpty || point != [inputPoint] }

  func marked(_ text: [UInt8], _ isTruncated: inout Bool) -> [UInt8] {
    if let zero, isZero(text) { return shownZero(text, zero, &isTruncated) }
    let source = dropsZeros ? withoutTrailingZeros(text) : text
    return addsMarks ? grouped(source) : source
  }

  private func isZero(_ text: [UInt8]) -> Bool {
    var any = false
    for byte in text {
      if byte == 48 { any = true } else if byte != 32, byte != inputPoint { return false }
    }
    return any
  }

  private func shownZero(
    _ text: [UInt8], _ zero: [UInt8], _ isTruncated: inout Bool
  ) -> [UInt8] {
    if replacesZero { return zero }
    let blanks = text.prefix { $0 == 32 }.count
    let room = text.count - blanks
    if zero.count > room { isTruncated = true }
    let shown = zero.prefix(room)
    return text[..<blanks] + shown + Array(repeating: 32, count: room - shown.count)
  }

  /// Both parts of a complex number lose their trailing zeros.
  private func withoutTrailingZeros(_ text: [UInt8]) -> [UInt8] {
    guard text.last == UInt8(ascii: "i"),
      let sign = text.indices.dropFirst().last(where: { place in
        (text[place] == 0x2B || text[place] == 0x2D) && text[place - 1] != 0x65
      })
    else { return partWithoutTrailingZeros(text[...]) }
    return partWithoutTrailingZeros(text[..<sign]) + [text[sign]]
      + partWithoutTrailingZeros(text[(sign + 1)..<(text.count - 1)]) + [UInt8(ascii: "i")]
  }

  /// A number with an exponent keeps its zeros, but loses the exponent if that is zero.
  private func partWithoutTrailingZeros(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard let point = text.firstIndex(of: inputPoint), text[..<point].allSatisfy(Self.opensNumber)
    else { return Array(text) }
    let decimals = text[(point + 1)...].prefix { $0 &- 48 < 10 }
    if decimals.endIndex == text.endIndex {
      let kept = decimals.reversed().drop { $0 == 48 }.count
      return Array(text[..<(kept == 0 ? point : point + 1 + kept)])
    }
    let exponent = text[decimals.endIndex...]
    let hasZero = exponent.elementsEqual("e+00".utf8) || exponent.elementsEqual("e-00".utf8)
    let isZero = hasZero && !decimals.isEmpty
    return Array(isZero ? text[..<decimals.endIndex] : text)
  }

  private static func opensNumber(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte == 0x20 || byte == 0x2D
  }

  private func grouped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    var isDecimal = false
    while place < text.count {
      guard text[place] >= 48, text[place] < 58 else {
        isDecimal = text[place] == inputPoint
        if isDecimal { result += point } else { result.append(text[place]) }
        place += 1
        continue
      }
      let start = place
      while place < text.count, text[place] >= 48, text[place] < 58 { place += 1 }
      let digits = text[start..<place]
      for (offset, digit) in digits.enumerated() {
        if offset > 0 {
          if isDecimal {
            if offset % smallInterval == 0 { result += small }
          } else if (digits.count - offset) % bigInterval == 0 {
            result += big
          }
        }
        result.append(digit)
      }
    }
    return result
  }

  /// Brings the texts back to a common width, or each to its own.
  func adjust(_ texts: inout [[UInt8]], _ source: CharacterVector, _ strings: StringPool) {
    if preserve == 2 { return }
    let common = texts.map { Self.width($0) }.max() ?? 0
    for k in texts.indices {
      if preserve == 0 {
        let blanks = common - Self.width(texts[k])
        texts[k].insert(contentsOf: Array(repeating: 32, count: max(0, blanks)), at: 0)
      } else {
        let wanted = DisplayWidth.width(of: strings.bytes(source.elements[k]))
        while Self.width(texts[k]) > wanted, texts[k].first == 32 { texts[k].removeFirst() }
      }
    }
  }

  private static func width(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { DisplayWidth.width(of: $0) }
  }
}
