import ApusInterpreter
import CPCRE2

/// A pattern of Perl's kind, by PCRE2 and its compiler to machine code.
final class PerlPattern: PatternMatcher {
  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private(set) var groupCount = 0
  private(set) var groupNames: [String] = []
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private let isUnicode: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: PatternOptions) throws(PatternError) {
    isUnicode = !options.usesBytes
    var flags: UInt32 = options.ignoresCase ? PCRE2_CASELESS : 0
    if isUnicode { flags |= PCRE2_UTF }
    var number: Int32 = 0
    var offset = 0
    let made = pcre2_compile_8(bytes.baseAddress, bytes.count, flags, &number, &offset, nil)
    guard let made else { throw Self.failure(number, at: offset, of: bytes) }
    code = made
    matchData = pcre2_match_data_create_from_pattern_8(made, nil)
    pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE)
    readGroups()
  }

  /// The pattern for text in ASCII that means the same as an unambiguous extended one.
  init?(equivalentOf bytes: UnsafeBufferPointer<UInt8>, _ options: PatternOptions) {
    isUnicode = false
    var flags = PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY
    if options.ignoresCase { flags |= PCRE2_CASELESS }
    var number: Int32 = 0
    var offset = 0
    let made = pcre2_compile_8(bytes.baseAddress, bytes.count, flags, &number, &offset, nil)
    guard let made else { return nil }
    code = made
    matchData = pcre2_match_data_create_from_pattern_8(made, nil)
    pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE)
    readGroups()
  }

  deinit {
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
  }

  private static func failure(
    _ number: Int32, at offset: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> PatternError {
    let message = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = pcre2_get_error_message_8(number, buffer.baseAddress, 256)
      return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }
    let rest = String(decoding: bytes[min(offset, bytes.count)...], as: UTF8.self)
    return PatternError(
      reason: message,
      warning: "PCRE pattern compilation error\n\t'\(message)'\n\tat '\(rest)'")
  }

  private func readGroups() {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groupCount = Int(count)
    groupNames = Array(repeating: "", count: groupCount)
    var names: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &names)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return }
    for k in 0..<Int(names) {
      let entry = table + k * Int(size)
      let group = Int(entry[0]) << 8 | Int(entry[1])
      if group >= 1, group <= groupCount {
        groupNames[group - 1] = String(cString: entry + 2)
      }
    }
  }

  func setText(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) { text = bytes }

  func firstMatch(from start: Int, wantsGroups: Bool, isFresh: Bool) -> Match? {
    guard start <= text.count else { return nil }
    let empty: StaticString = ""
    let base = text.baseAddress ?? empty.utf8Start
    let shift = isFresh ? start : 0
    let result = pcre2_match_8(
      code, base + shift, text.count - shift, start - shift,
      isUnicode ? PCRE2_NO_UTF_CHECK : 0, matchData, nil)
    guard result > 0, let offsets = pcre2_get_ovector_pointer_8(matchData) else { return nil }
    var match = Match(start: shift + Int(offsets[0]), end: shift + Int(offsets[1]))
    if match.end < match.start { match.end = match.start }
    guard wantsGroups, groupCount > 0 else { return match }
    match.groups.reserveCapacity(groupCount * 2)
    for k in 1...groupCount {
      let isSet = k < Int(result) && offsets[2 * k] != Int.max.magnitude * 2 + 1
      match.groups.append(isSet ? shift + Int(offsets[2 * k]) : -1)
      match.groups.append(isSet ? shift + Int(offsets[2 * k + 1]) : -1)
    }
    return match
  }
}
