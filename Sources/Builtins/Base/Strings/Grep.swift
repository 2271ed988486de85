import ApusInterpreter

/// The help page of `grep`: finding.
enum Grep {
  static let all = [grep, grepl]

  /// Which elements match: their numbers or themselves.
  static let grep = Builtin(
    .internal, "grep(pattern, x, ignore.case, value, perl, fixed, useBytes, invert)"
  ) { call throws(Unwind) in
    let options = try PatternOptions(call, ignoreCase: 2, perl: 4, fixed: 5, useBytes: 6)
    let wantsValue = try call.flag(3, "value")
    let isInverted = try call.flag(7, "invert")
    let source = try call.characters(1)
    let pattern = try call.firstPattern(0, "pattern")
    if pattern.isMissing {
      return wantsValue
        ? .object(CharacterVector(repeating: .missing, count: source.count))
        : .object(IntegerVector(repeating: .missing, count: source.count))
    }
    let matches = try marks(source, try call.matcher(pattern, options), call)
    var places: [Int32] = []
    for (k, isMatch) in matches.enumerated() where (isMatch == 1) != isInverted {
      places.append(Int32(k + 1))
    }
    return wantsValue
      ? values(at: places, of: source) : .object(IntegerVector(places))
  }

  private static func values(at places: [Int32], of source: CharacterVector) -> Value {
    let result = CharacterVector(places.map { source.elements[Int($0) - 1] })
    if let names = Value.object(source).namesVector {
      result.setAttribute(
        .names, .object(CharacterVector(places.map { names.elements[Int($0) - 1] })))
    }
    return .object(result)
  }

  static let grepl = Builtin(
    .internal, "grepl(pattern, x, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    let options = try PatternOptions(call, ignoreCase: 2, perl: 3, fixed: 4, useBytes: 5)
    let source = try call.characters(1)
    let pattern = try call.firstPattern(0, "pattern")
    if pattern.isMissing {
      return .object(LogicalVector(repeating: .missing, count: source.count))
    }
    let matches = try marks(source, try call.matcher(pattern, options), call)
    return Value(LogicalVector(matches))
  }

  /// 1 for each element that matches; missing ones do not.
  private static func marks(
    _ source: CharacterVector, _ matcher: any PatternMatcher, _ call: borrowing Invocation
  ) throws(Unwind) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(source.count)
    for (k, string) in source.elements.enumerated() {
      if k & 0xFFF == 0xFFF { try call.interpreter.checkInterrupt() }
      if string.isMissing {
        result.append(0)
        continue
      }
      matcher.setText(call.strings.bytes(string), isASCII: call.strings.isASCII(string))
      result.append(matcher.firstMatch(from: 0) != nil ? 1 : 0)
    }
    return result
  }
}
