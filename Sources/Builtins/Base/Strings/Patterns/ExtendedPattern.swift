import ApusInterpreter
import CTRE
import Glibc

/// A POSIX extended pattern by TRE: of the leftmost matches the longest.
///
/// TRE reads wide characters: text is widened first, which for ASCII is a plain loop. Character classes
/// beyond ASCII need a UTF-8 locale; it is set for this thread while TRE runs, never for the process.
final class ExtendedPattern: PatternMatcher {
  private var regex = tre_regex_t()
  private let groups: Int
  private let locale: locale_t?
  /// An equivalent pattern for ASCII text that is matched much faster.
  var shortcut: PerlPattern?
  private var usesShortcut = false
  private let usesBytes: Bool
  private let isUnicodePattern: Bool

  private var wide: [Int32] = []
  /// Byte offset of each wide character and of the end, for text beyond ASCII.
  private var offsets: [Int] = []
  private var isASCII = true
  private var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: PatternOptions) throws(PatternError) {
    usesBytes = options.usesBytes
    let scalars = Self.widened(bytes, asBytes: options.usesBytes)
    isUnicodePattern = scalars.contains { $0 > 127 }
    locale = newlocale(Int32(1 << LC_CTYPE), "C.UTF-8", nil)
    // REG_EXTENDED and REG_ICASE.
    let flags: Int32 = options.ignoresCase ? 3 : 1
    var compiled = tre_regex_t()
    let status = Self.with(locale) {
      tre_regwncomp(&compiled, scalars, scalars.count, flags)
    }
    guard status == 0 else {
      if let locale { freelocale(locale) }
      let reason = Self.reasons[Int(status)] ?? "Unknown regexp error"
      throw PatternError(reason: reason, warning: "TRE pattern compilation error '\(reason)'")
    }
    regex = compiled
    groups = Int(compiled.re_nsub)
  }

  deinit {
    tre_regfree(&regex)
    if let locale { freelocale(locale) }
  }

  private static let reasons: [Int: String] = [
    2: "Invalid regexp", 3: "Unknown collating element", 4: "Unknown character class name",
    5: "Trailing backslash", 6: "Invalid back reference", 7: "Missing ']'", 8: "Missing ')'",
    9: "Missing '}'", 10: "Invalid contents of {}", 11: "Invalid character range",
    12: "Out of memory", 13: "Invalid use of repetition operators",
  ]

  var groupCount: Int { groups }
  var groupNames: [String] { [] }

  private static func with<Result>(_ locale: locale_t?, _ body: () -> Result) -> Result {
    guard let locale else { return body() }
    let saved = uselocale(locale)
    defer { _ = uselocale(saved) }
    return body()
  }

  private static func widened(
    _ bytes: UnsafeBufferPointer<UInt8>, asBytes: Bool
  ) -> [Int32] {
    if asBytes { return bytes.map { Int32($0) } }
    return UTF8Reader.scalars(bytes).map { Int32(bitPattern: $0) }
  }

  func setText(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    if isASCII, let shortcut {
      usesShortcut = true
      return shortcut.setText(bytes, isASCII: true)
    }
    usesShortcut = false
    self.isASCII = isASCII || usesBytes
    wide.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    if self.isASCII {
      for byte in bytes { wide.append(Int32(byte)) }
    } else {
      var place = 0
      while place < bytes.count {
        let (scalar, size) = UTF8Reader.scalar(in: bytes, at: place)
        wide.append(Int32(bitPattern: scalar ?? UInt32(bytes[place])))
        offsets.append(place)
        place += size
      }
      offsets.append(bytes.count)
    }
    count = wide.count
    wide.append(0)
  }

  func firstMatch(from start: Int, wantsGroups: Bool, isFresh: Bool) -> Match? {
    if usesShortcut, let shortcut {
      return shortcut.firstMatch(from: start, wantsGroups: wantsGroups, isFresh: isFresh)
    }
    guard let begin = character(at: start), begin <= count else { return nil }
    let wanted = wantsGroups ? groups + 1 : 1
    return withUnsafeTemporaryAllocation(of: tre_regmatch_t.self, capacity: wanted) { matches in
      // REG_NOTBOL: the text goes on before `begin`.
      let flags: Int32 = begin > 0 && !isFresh ? 1 : 0
      let status = wide.withUnsafeBufferPointer { text in
        run(text, begin, wanted, matches.baseAddress, flags)
      }
      guard status == 0 else { return nil }
      var match = Match(
        start: byte(begin + Int(matches[0].rm_so)), end: byte(begin + Int(matches[0].rm_eo)))
      for k in 1..<max(wanted, 1) {
        let isSet = matches[k].rm_so >= 0
        match.groups.append(isSet ? byte(begin + Int(matches[k].rm_so)) : -1)
        match.groups.append(isSet ? byte(begin + Int(matches[k].rm_eo)) : -1)
      }
      return match
    }
  }

  private func run(
    _ text: UnsafeBufferPointer<Int32>, _ begin: Int, _ wanted: Int,
    _ matches: UnsafeMutablePointer<tre_regmatch_t>?, _ flags: Int32
  ) -> Int32 {
    guard let base = text.baseAddress else { return 1 }
    if isASCII, !isUnicodePattern {
      return tre_regwnexec(&regex, base + begin, count - begin, wanted, matches, flags)
    }
    return Self.with(locale) {
      tre_regwnexec(&regex, base + begin, count - begin, wanted, matches, flags)
    }
  }

  /// The number of the character that begins at a byte.
  private func character(at byte: Int) -> Int? {
    if isASCII { return byte }
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count ? low : nil
  }

  private func byte(_ character: Int) -> Int { isASCII ? character : offsets[character] }
}
