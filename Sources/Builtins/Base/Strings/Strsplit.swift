import ApusInterpreter

/// The help page of `strsplit`.
enum Strsplit {
  static let all = [strsplit]

  static let strsplit = Builtin(.internal, "strsplit(x, split, fixed, perl, useBytes)") {
    call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("non-character argument") }
    let source = try call.characters(0)
    let options = try PatternOptions(call, ignoreCase: nil, perl: 3, fixed: 2, useBytes: 4)
    let splits = try call.characters(1).elements
    let result = ListVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      let split = splits.isEmpty ? .empty : splits[k % splits.count]
      result.elements[k] = try parts(of: string, split, options, call)
    }
    if let names = call[0].namesVector { result.setAttribute(.names, .object(names)) }
    return .object(result)
  }

  private static func parts(
    of string: StringHandle, _ split: StringHandle, _ options: PatternOptions,
    _ call: borrowing Invocation
  ) throws(Unwind) -> Value {
    if string.isMissing { return .string(.missing) }
    if split.isMissing { return .string(string) }
    let bytes = call.strings.bytes(string)
    var ends: [Range<Int>] = []
    if split == .empty {
      var place = 0
      while place < bytes.count {
        let size = UTF8Reader.scalar(in: bytes, at: place).size
        ends.append(place..<place + size)
        place += size
      }
    } else {
      let matcher = try call.matcher(split, options)
      matcher.setText(bytes, isASCII: call.strings.isASCII(string))
      ends = pieces(bytes, matcher)
    }
    let result = CharacterVector(count: ends.count)
    for (k, range) in ends.enumerated() {
      result.elements[k] = call.strings.intern(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    return Value(result)
  }

  /// Cuts at each match; every search begins afresh behind the last one.
  ///
  /// A match of nothing at the beginning cuts off one character.
  private static func pieces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ matcher: any PatternMatcher
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var place = 0
    while place < bytes.count {
      guard let match = matcher.firstMatch(from: place, wantsGroups: false, isFresh: true) else {
        break
      }
      if match.end > place {
        result.append(place..<match.start)
        place = match.end
      } else {
        let size = UTF8Reader.scalar(in: bytes, at: place).size
        result.append(place..<place + size)
        place += size
      }
    }
    if place < bytes.count { result.append(place..<bytes.count) }
    return result
  }
}
