import ApusInterpreter

/// The help page of `grepRaw`.
enum GrepRaw {
  static let all = [grepRaw]

  /// First and last byte (from 1) of the matches, one after the other: of the first, or of all.
  static let grepRaw = Builtin(
    .internal, "grepRaw(pattern, x, offset, ignore.case, fixed, all)"
  ) { call throws(Unwind) in
    guard let pattern = call[0].vector as? RawVector, let text = call[1].vector as? RawVector else {
      throw call.error("invalid 'pattern' argument")
    }
    let offset = try call.integer(2, "offset")
    guard !offset.isMissing, offset >= 1 else { throw call.error("invalid 'offset' argument") }
    var options = PatternOptions()
    options.ignoresCase = try call.flag(3, "ignore.case")
    options.isFixed = try call.flag(4, "fixed")
    options.usesBytes = true
    let findsAll = try call.flag(5, "all")
    let bytes = UnsafeBufferPointer(text.elements)
    let matcher = try call.matcher(
      call.strings.intern(UnsafeBufferPointer(pattern.elements)), options)
    matcher.setText(bytes, isASCII: bytes.allSatisfy { $0 < 128 })
    var (places, start): ([Int32], Int) = ([], Int(offset) - 1)
    while start < bytes.count, let match = matcher.firstMatch(from: start) {
      if match.end > match.start {
        places += [Int32(match.start + 1), Int32(match.end)]
        if !findsAll { break }
      }
      start = max(match.end, match.start + 1)
    }
    return withExtendedLifetime((pattern, text)) { .integers(places) }
  }
}
