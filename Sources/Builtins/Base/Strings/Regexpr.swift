import ApusInterpreter

/// The help page of `regexpr`: where patterns match.
enum Regexpr {
  static let all = [regexpr, gregexpr, regexec]

  static let regexpr = Builtin(
    .internal, "regexpr(pattern, text, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    let search = try Search(call)
    var places = MatchPlaces(groups: search.wantsGroups ? search.matcher.groupCount : 0)
    for string in search.source.elements {
      if string.isMissing {
        places.appendMissing()
        continue
      }
      search.setText(string)
      if let match = search.matcher.firstMatch(from: 0, wantsGroups: search.wantsGroups) {
        places.append(match, search)
      } else {
        places.appendNone()
      }
    }
    return places.value(search, call)
  }

  static let gregexpr = Builtin(
    .internal, "gregexpr(pattern, text, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    let search = try Search(call)
    let result = ListVector(count: search.source.count)
    for (k, string) in search.source.elements.enumerated() {
      result.elements[k] = all(string, search).value(search, call)
    }
    if let names = Value.object(search.source).namesVector {
      result.setAttribute(.names, .object(names))
    }
    return .object(result)
  }

  private static func all(_ string: StringHandle, _ search: Search) -> MatchPlaces {
    var places = MatchPlaces(groups: search.wantsGroups ? search.matcher.groupCount : 0)
    if string.isMissing {
      places.appendMissing()
      places.isBare = true
      return places
    }
    search.setText(string)
    var start = 0
    let bytes = search.bytes
    while let match = search.matcher.firstMatch(from: start, wantsGroups: search.wantsGroups) {
      if match.start == match.end {
        if match.start >= bytes.count { break }
        start = match.end + UTF8Reader.scalar(in: bytes, at: match.end).size
      } else {
        start = match.end
      }
      places.append(match, search)
      if start >= bytes.count { break }
    }
    if places.starts.isEmpty { places.appendNone() }
    return places
  }

  static let regexec = Builtin(
    .internal, "regexec(pattern, text, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    let search = try Search(call)
    let result = ListVector(count: search.source.count)
    for (k, string) in search.source.elements.enumerated() {
      var places = MatchPlaces(groups: 0)
      if string.isMissing {
        places.appendMissing()
      } else {
        search.setText(string)
        if let match = search.matcher.firstMatch(from: 0, wantsGroups: true) {
          places.append(match, search)
          places.appendGroups(match, search)
        } else {
          places.appendNone()
        }
      }
      result.elements[k] = places.value(search, call)
    }
    if let names = Value.object(search.source).namesVector {
      result.setAttribute(.names, .object(names))
    }
    return .object(result)
  }
}

/// The arguments of a search, and the text that is searched now.
private final class Search {
  let source: CharacterVector
  let matcher: any PatternMatcher
  let options: PatternOptions
  let strings: StringPool
  /// Nothing beyond ASCII is involved, so that positions of bytes and characters agree.
  let isASCII: Bool
  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var countsBytes = true

  init(_ call: borrowing Invocation) throws(Unwind) {
    options = try PatternOptions(call, ignoreCase: 2, perl: 3, fixed: 4, useBytes: 5)
    let pattern = try call.firstPattern(0, "pattern")
    if pattern.isMissing { throw call.error("regular expression is invalid") }
    strings = call.strings
    source = try call.characters(1)
    matcher = try call.matcher(pattern, options)
    let pool = strings
    isASCII =
      pool.isASCII(pattern) && source.elements.allSatisfy { $0.isMissing || pool.isASCII($0) }
  }

  var wantsGroups: Bool { options.isPerl && matcher.groupCount > 0 }

  func setText(_ string: StringHandle) {
    bytes = strings.bytes(string)
    let plain = strings.isASCII(string)
    countsBytes = plain || options.usesBytes
    matcher.setText(bytes, isASCII: plain)
  }

  /// How many characters (bytes) lie in a range.
  func count(_ start: Int, _ end: Int) -> Int {
    if countsBytes { return end - start }
    var count = 0
    for byte in bytes[start..<end] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

/// Starts and lengths of matches as R gives them.
private struct MatchPlaces {
  private(set) var starts: [Int32] = []
  private var lengths: [Int32] = []
  private let groups: Int
  /// Only lengths are told, as of a missing string.
  var isBare = false
  private var groupStarts: [Int32] = []
  private var groupLengths: [Int32] = []

  init(groups: Int) { self.groups = groups }

  mutating func append(_ match: Match, _ search: Search) {
    starts.append(Int32(search.count(0, match.start) + 1))
    lengths.append(Int32(search.count(match.start, match.end)))
    guard groups > 0 else { return }
    for k in 0..<groups {
      let start = 2 * k < match.groups.count ? match.groups[2 * k] : -1
      if start < 0 {
        groupStarts.append(-1)
        groupLengths.append(-1)
      } else {
        groupStarts.append(Int32(search.count(0, start) + 1))
        groupLengths.append(Int32(search.count(start, match.groups[2 * k + 1])))
      }
    }
  }

  /// The groups as further matches, for `regexec`.
  mutating func appendGroups(_ match: Match, _ search: Search) {
    var k = 0
    while k < match.groups.count {
      let start = match.groups[k]
      starts.append(start < 0 ? 0 : Int32(search.count(0, start) + 1))
      lengths.append(start < 0 ? 0 : Int32(search.count(start, match.groups[k + 1])))
      k += 2
    }
  }

  mutating func appendNone() { append(constant: -1) }
  mutating func appendMissing() { append(constant: .missing) }

  private mutating func append(constant: Int32) {
    starts.append(constant)
    lengths.append(constant)
    for _ in 0..<groups {
      groupStarts.append(-1)
      groupLengths.append(-1)
    }
  }

  func value(_ search: Search, _ call: borrowing Invocation) -> Value {
    let result = IntegerVector(starts)
    let strings = call.strings
    result.setAttribute(strings.symbol("match.length"), .integers(lengths))
    if isBare { return .object(result) }
    if search.isASCII || search.options.usesBytes {
      let unit = search.options.usesBytes ? "bytes" : "chars"
      result.setAttribute(strings.symbol("index.type"), .string(strings.intern(unit)))
      result.setAttribute(strings.symbol("useBytes"), .true)
    }
    if groups > 0 {
      let names = CharacterVector(search.matcher.groupNames.map { strings.intern($0) })
      result.setAttribute(strings.symbol("capture.start"), table(groupStarts, names))
      result.setAttribute(strings.symbol("capture.length"), table(groupLengths, names))
      result.setAttribute(strings.symbol("capture.names"), Value(names))
    }
    return .object(result)
  }

  /// Matches in rows, groups in columns.
  private func table(_ numbers: [Int32], _ names: CharacterVector) -> Value {
    let rows = starts.count
    let result = IntegerVector(count: rows * groups)
    for row in 0..<rows {
      for column in 0..<groups {
        result.elements[column * rows + row] = numbers[row * groups + column]
      }
    }
    result.setAttribute(.dim, .integers([Int32(rows), Int32(groups)]))
    result.setAttribute(.dimnames, .list([.null, .object(names)]))
    return .object(result)
  }
}
