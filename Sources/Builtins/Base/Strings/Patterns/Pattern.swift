import ApusInterpreter

/// Where something matched: byte offsets of the whole match and of its groups, −1 for groups that took no part.
struct Match {
  var start: Int
  var end: Int
  /// Start and end of each group, one after the other.
  var groups: [Int] = []
}

/// What can search in text: a compiled pattern, or plain text.
protocol PatternMatcher: AnyObject {
  /// The number of groups.
  var groupCount: Int { get }
  var groupNames: [String] { get }

  /// Gets ready for searching in a text; it stays valid until the next call.
  func setText(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool)

  /// The first match at or after `start`; offsets are bytes of the text.
  ///
  /// `isFresh`: the text is taken to begin at `start`, for anchors and what looks behind.
  func firstMatch(from start: Int, wantsGroups: Bool, isFresh: Bool) -> Match?
}

extension PatternMatcher {
  func firstMatch(from start: Int, wantsGroups: Bool = false) -> Match? {
    firstMatch(from: start, wantsGroups: wantsGroups, isFresh: false)
  }
}

/// How a pattern is read.
struct PatternOptions: Hashable {
  var isFixed = false
  var isPerl = false
  var ignoresCase = false
  var usesBytes = false
}

/// Patterns that could not be compiled, and why.
struct PatternError: Error {
  let reason: String
  /// What `warning` says before the error is raised.
  let warning: String
}

/// Compiled patterns of one interpreter, the most recently used ones.
final class PatternCache {
  private struct Key: Hashable {
    let pattern: StringHandle
    let options: PatternOptions
  }

  private var matchers: [Key: any PatternMatcher] = [:]
  private var order: [Key] = []
  private static let capacity = 200

  func matcher(
    _ pattern: StringHandle, _ options: PatternOptions, _ strings: StringPool
  ) throws(PatternError) -> any PatternMatcher {
    let key = Key(pattern: pattern, options: options)
    if let found = matchers[key] { return found }
    let made = try Self.make(strings.bytes(pattern), options, strings.isASCII(pattern))
    if order.count >= Self.capacity {
      matchers[order.removeFirst()] = nil
    }
    matchers[key] = made
    order.append(key)
    return made
  }

  private static func make(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: PatternOptions, _ isASCII: Bool
  ) throws(PatternError) -> any PatternMatcher {
    if options.isFixed { return PlainText(bytes) }
    if options.isPerl { return try PerlPattern(bytes, options) }
    if !options.ignoresCase, !bytes.isEmpty, PatternSafety.isPlainText(bytes) {
      return PlainText(bytes)
    }
    let extended = try ExtendedPattern(bytes, options)
    if isASCII, PatternSafety.isUnambiguous(bytes) {
      extended.shortcut = PerlPattern(equivalentOf: bytes, options)
    }
    return extended
  }
}

extension PatternOptions {
  /// Reads the flags of a call, given by their positions.
  init(
    _ call: borrowing Invocation, ignoreCase: Int?, perl: Int, fixed: Int, useBytes: Int
  ) throws(Unwind) {
    if let ignoreCase { ignoresCase = try call.flag(ignoreCase, "ignore.case") }
    isPerl = try call.flag(perl, "perl")
    isFixed = try call.flag(fixed, "fixed")
    usesBytes = try call.flag(useBytes, "useBytes")
    if isFixed, ignoresCase {
      try call.warning("argument 'ignore.case = TRUE' will be ignored")
      ignoresCase = false
    }
    if isFixed, isPerl {
      try call.warning("argument 'perl = TRUE' will be ignored")
      isPerl = false
    }
  }
}

extension Invocation {
  /// The first element of a pattern argument, with a warning if there are more.
  func firstPattern(_ position: Int, _ what: StaticString) throws(Unwind) -> StringHandle {
    guard self[position].kind == .character, self[position].count >= 1 else {
      throw error("invalid '\(what)' argument")
    }
    let elements = try characters(position).elements
    if elements.count > 1 {
      try warning("argument '\(what)' has length > 1 and only the first element will be used")
    }
    return elements[0]
  }

  /// The matcher of a pattern, or R's error about it.
  func matcher(
    _ pattern: StringHandle, _ options: PatternOptions
  ) throws(Unwind) -> any PatternMatcher {
    let cache = interpreter.state { PatternCache() }
    let failure: PatternError
    do throws(PatternError) {
      return try cache.matcher(pattern, options, strings)
    } catch {
      failure = error
    }
    try warning(failure.warning)
    let text = strings.text(pattern)
    throw error(
      options.isPerl
        ? "invalid regular expression '\(text)'"
        : "invalid regular expression '\(text)', reason '\(failure.reason)'")
  }
}
