import ApusInterpreter

/// The help page of `grep`: replacing.
enum Sub {
  static let all = [sub, gsub]

  static let sub = Builtin(
    .internal, "sub(pattern, replacement, x, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    try replace(call, all: false)
  }

  static let gsub = Builtin(
    .internal, "gsub(pattern, replacement, x, ignore.case, perl, fixed, useBytes)"
  ) { call throws(Unwind) in
    try replace(call, all: true)
  }

  private static func replace(_ call: borrowing Invocation, all: Bool) throws(Unwind) -> Value {
    let options = try PatternOptions(call, ignoreCase: 3, perl: 4, fixed: 5, useBytes: 6)
    let pattern = try call.firstPattern(0, "pattern")
    let replacement = try call.firstPattern(1, "replacement")
    let source = try call.characters(2)
    let result: CharacterVector
    if pattern.isMissing {
      result = CharacterVector(repeating: .missing, count: source.count)
    } else {
      let matcher = try call.matcher(pattern, options)
      let replacer = Replacer(
        matcher, replacement, options, replacesAll: all, strings: call.strings)
      let builder = CharacterBuilder(call.strings, count: source.count)
      let elements = UnsafeBufferPointer(source.elements)
      for k in 0..<elements.count {
        if k & 0xFFF == 0xFFF { try call.interpreter.checkInterrupt() }
        if k & 0x3F == 0 { call.strings.preload(elements[k..<min(k + 64, elements.count)]) }
        replacer.append(elements[k], to: builder)
      }
      result = builder.finish()
    }
    if case .object(let object) = call[2], object.kind == .character {
      result.copyAttributes(from: object)
    }
    return Value(result)
  }
}

/// Replaces matches in one string after the other.
private struct Replacer {
  let matcher: any PatternMatcher
  let template: ReplacementTemplate?
  let replacesAll: Bool
  let strings: StringPool

  init(
    _ matcher: any PatternMatcher, _ replacement: StringHandle, _ options: PatternOptions,
    replacesAll: Bool, strings: StringPool
  ) {
    self.matcher = matcher
    self.replacesAll = replacesAll
    self.strings = strings
    template =
      replacement.isMissing ? nil : ReplacementTemplate(strings.bytes(replacement), options)
  }

  func append(_ string: StringHandle, to builder: CharacterBuilder) {
    if string.isMissing { return builder.append(.missing) }
    let bytes = strings.bytes(string)
    matcher.setText(bytes, isASCII: strings.isASCII(string))
    let wantsGroups = template?.usesGroups ?? false
    guard var match = matcher.firstMatch(from: 0, wantsGroups: wantsGroups) else {
      return builder.append(string)
    }
    guard let template else { return builder.append(.missing) }
    let text = builder.text
    var place = 0
    var lastEnd = -1
    while true {
      text.append(UnsafeBufferPointer(rebasing: bytes[place..<match.start]))
      place = match.end
      let isEmpty = match.start == match.end
      // An empty match right behind a match is none.
      if !isEmpty || match.start != lastEnd { template.append(match, of: bytes, to: text) }
      if !replacesAll { break }
      if isEmpty {
        guard place < bytes.count else { break }
        let size = UTF8Reader.scalar(in: bytes, at: place).size
        text.append(UnsafeBufferPointer(rebasing: bytes[place..<place + size]))
        place += size
        lastEnd = -1
      } else {
        lastEnd = match.end
      }
      guard place <= bytes.count,
        let next = matcher.firstMatch(from: place, wantsGroups: wantsGroups)
      else { break }
      if next.start == next.end, next.start == lastEnd, place == bytes.count { break }
      match = next
    }
    text.append(UnsafeBufferPointer(rebasing: bytes[place...]))
    builder.endElement()
  }
}

/// A replacement text: literal parts, groups, and changes of case.
struct ReplacementTemplate {
  private enum Piece {
    case text([UInt8])
    case group(Int)
    case letterCase(LetterCaseChange)
  }

  private enum LetterCaseChange { case upper, lower, none }

  private var pieces: [Piece] = []
  private(set) var usesGroups = false
  private var changesCase = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: PatternOptions) {
    if options.isFixed {
      pieces = [.text(Array(bytes))]
      return
    }
    var literal: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x5C else {
        literal.append(bytes[place])
        place += 1
        continue
      }
      place += 1
      guard place < bytes.count else { break }
      let byte = bytes[place]
      place += 1
      guard let piece = Self.escape(byte, isPerl: options.isPerl) else {
        literal.append(byte)
        continue
      }
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = []
      if case .group = piece { usesGroups = true } else { changesCase = true }
      pieces.append(piece)
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
  }

  /// `\1` … `\9`, and for Perl `\U`, `\L` and `\E`.
  private static func escape(_ byte: UInt8, isPerl: Bool) -> Piece? {
    if byte >= 0x31, byte <= 0x39 { return .group(Int(byte - 0x31)) }
    guard isPerl else { return nil }
    switch byte {
    case UInt8(ascii: "U"): return .letterCase(.upper)
    case UInt8(ascii: "L"): return .letterCase(.lower)
    case UInt8(ascii: "E"): return .letterCase(.none)
    default: return nil
    }
  }

  func append(_ match: Match, of bytes: UnsafeBufferPointer<UInt8>, to text: TextBuffer) {
    var change = LetterCaseChange.none
    for piece in pieces {
      switch piece {
      case .text(let literal): text.append(literal)
      case .letterCase(let wanted): change = wanted
      case .group(let k):
        guard 2 * k + 1 < match.groups.count, match.groups[2 * k] >= 0 else { continue }
        let group = UnsafeBufferPointer(
          rebasing: bytes[match.groups[2 * k]..<match.groups[2 * k + 1]])
        append(group, change, to: text)
      }
    }
  }

  private func append(
    _ group: UnsafeBufferPointer<UInt8>, _ change: LetterCaseChange, to text: TextBuffer
  ) {
    if change == .none { return text.append(group) }
    for scalar in UTF8Reader.scalars(group) {
      text.append(scalar: change == .upper ? LetterCase.upper(scalar) : LetterCase.lower(scalar))
    }
  }
}
