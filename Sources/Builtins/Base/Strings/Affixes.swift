import ApusInterpreter
import Glibc

/// The help pages of `startsWith`, `strtoi` and `strrep`.
enum Affixes {
  static let all = [startsWith, endsWith, strtoi, strrep]

  static let startsWith = Builtin(.internal, "startsWith(x, prefix)") { call throws(Unwind) in
    try compare(call) { text, affix in
      text.count >= affix.count && text.prefix(affix.count).elementsEqual(affix)
    }
  }

  static let endsWith = Builtin(.internal, "endsWith(x, suffix)") { call throws(Unwind) in
    try compare(call) { text, affix in
      text.count >= affix.count && text.suffix(affix.count).elementsEqual(affix)
    }
  }

  private static func compare(
    _ call: borrowing Invocation,
    _ test: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Unwind) -> Value {
    guard call[0].kind == .character, call[1].kind == .character else {
      throw call.error("non-character object(s)")
    }
    let texts = try call.characters(0).elements
    let affixes = try call.characters(1).elements
    let count = texts.isEmpty || affixes.isEmpty ? 0 : max(texts.count, affixes.count)
    let result = LogicalVector(count: count)
    for k in 0..<count {
      let (text, affix) = (texts[k % texts.count], affixes[k % affixes.count])
      result.elements[k] =
        text.isMissing || affix.isMissing
        ? .missing : test(call.strings.bytes(text), call.strings.bytes(affix)) ? 1 : 0
    }
    return Value(result)
  }

  /// Integers in a base; NA for what is none.
  static let strtoi = Builtin(.internal, "strtoi(x, base)") { call throws(Unwind) in
    let source = try call.characters(0)
    let base = try call.integer(1, "base")
    guard !base.isMissing, base <= 36, base >= 0, base != 1 else {
      throw call.error("invalid 'base' argument")
    }
    let result = IntegerVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] =
        string.isMissing ? .missing : number(call.strings.text(string), base: base)
    }
    return Value(result)
  }

  private static func number(_ text: String, base: Int32) -> Int32 {
    guard !text.isEmpty else { return .missing }
    return text.withCString { start in
      var end: UnsafeMutablePointer<CChar>?
      let value = strtol(start, &end, base)
      guard let end, end.pointee == 0, value <= Int(Int32.max), value > Int(Int32.min) else {
        return .missing
      }
      return Int32(value)
    }
  }

  static let strrep = Builtin(.internal, "strrep(x, times)") { call throws(Unwind) in
    let texts = try call.characters(0)
    let times = try call.integers(1).elements
    let count = texts.count == 0 || times.isEmpty ? 0 : max(texts.count, times.count)
    let builder = CharacterBuilder(call.strings, count: count)
    for k in 0..<count {
      let text = texts.elements[k % texts.count]
      let number = times[k % times.count]
      if text.isMissing || number.isMissing {
        builder.append(.missing)
        continue
      }
      guard number >= 0 else { throw call.error("invalid 'times' value") }
      let bytes = call.strings.bytes(text)
      guard bytes.count * Int(number) < Int(Int32.max) else {
        throw call.error("R character strings are limited to 2^31-1 bytes")
      }
      for _ in 0..<number { builder.text.append(bytes) }
      builder.endElement()
    }
    let result = builder.finish()
    if count == texts.count, let names = call[0].namesVector {
      result.setAttribute(.names, .object(names))
    }
    return Value(result)
  }
}
