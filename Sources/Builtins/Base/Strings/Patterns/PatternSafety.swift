/// Tells which extended patterns mean the same to PCRE2.
///
/// POSIX wants the longest of the leftmost matches, Perl the first that backtracking finds. They agree when
/// the text leaves no choice: every repeated atom is followed only by atoms that cannot begin with a
/// character that it takes itself. One repeated atom may break that rule if all that follows has a
/// fixed length: then both take as many repetitions as possible.
enum PatternSafety {
  /// No character has a meaning of its own.
  static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let special: StaticString = "\\^$.[|()?*+{"
    return special.withUTF8Buffer { special in !bytes.contains { special.contains($0) } }
  }

  /// Whether PCRE2 finds the same matches and groups in ASCII text.
  static func isUnambiguous(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = SimplePatternReader(bytes)
    guard let atoms = reader.atoms() else { return false }
    var following = ASCIISet()
    var isFixedLength = true
    var exceptions = 0
    for atom in atoms.reversed() {
      if atom.isVariable {
        if !atom.set.isDisjoint(with: following) {
          guard isFixedLength, exceptions == 0 else { return false }
          exceptions += 1
        }
        isFixedLength = false
      }
      following = atom.canBeEmpty ? following.union(atom.set) : atom.set
    }
    return true
  }
}

/// A set of ASCII characters.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static var all: ASCIISet {
    var set = ASCIISet()
    set.low = .max
    set.high = .max
    return set
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  mutating func insert(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }

  func union(_ other: ASCIISet) -> ASCIISet {
    var set = self
    set.low |= other.low
    set.high |= other.high
    return set
  }

  var inverted: ASCIISet {
    var set = ASCIISet()
    set.low = ~low
    set.high = ~high
    return set
  }

  func isDisjoint(with other: ASCIISet) -> Bool { low & other.low == 0 && high & other.high == 0 }
}

/// One character of a pattern with its repetition.
struct PatternAtom {
  var set: ASCIISet
  var isVariable = false
  var canBeEmpty = false
}

/// Reads patterns made of single characters, classes and groups; gives up on everything else.
struct SimplePatternReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The atoms in order; nil for patterns with alternatives, repeated groups, back references or
  /// anything that is not plainly the same in both kinds of patterns.
  mutating func atoms() -> [PatternAtom]? {
    var result: [PatternAtom] = []
    var depth = 0
    if current == UInt8(ascii: "^") { place += 1 }
    while let byte = current {
      switch byte {
      case UInt8(ascii: "("):
        // An empty group or `(?` may differ.
        guard let next = peek(1), next != UInt8(ascii: ")"), next != UInt8(ascii: "?"),
          next != UInt8(ascii: "*")
        else { return nil }
        depth += 1
        place += 1
      case UInt8(ascii: ")"):
        guard depth > 0, !isQuantifier(peek(1)) else { return nil }
        depth -= 1
        place += 1
      case UInt8(ascii: "$"):
        guard place == bytes.count - 1 else { return nil }
        place += 1
      default:
        guard var atom = atom(byte), quantify(&atom) else { return nil }
        result.append(atom)
      }
    }
    return depth == 0 && !result.isEmpty ? result : nil
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func peek(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  private func isQuantifier(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "{")
  }

  private mutating func atom(_ byte: UInt8) -> PatternAtom? {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      return nil
    case UInt8(ascii: "."):
      place += 1
      return PatternAtom(set: .all)
    case UInt8(ascii: "["): return bracket()
    case UInt8(ascii: "\\"): return escape()
    default:
      guard byte < 0x80, byte >= 0x20 || byte == 9 || byte == 10 else { return nil }
      place += 1
      return PatternAtom(set: letterSet(byte))
    }
  }

  /// Both cases of a letter, because case may be ignored.
  private func letterSet(_ byte: UInt8) -> ASCIISet {
    var set = ASCIISet()
    set.insert(byte)
    if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { set.insert(byte ^ 0x20) }
    return set
  }

  private mutating func escape() -> PatternAtom? {
    guard let next = peek(1) else { return nil }
    var set = ASCIISet()
    switch next {
    case UInt8(ascii: "d"): set.insert(48...57)
    case UInt8(ascii: "w"): set = Self.wordSet
    case UInt8(ascii: "s"): set = Self.spaceSet
    case UInt8(ascii: "D"):
      set.insert(48...57)
      set = set.inverted
    case UInt8(ascii: "W"): set = Self.wordSet.inverted
    case UInt8(ascii: "S"): set = Self.spaceSet.inverted
    default:
      let punctuation: StaticString = "\\^$.[]|()?*+{}-/,:;!\"'#%&=~@ "
      guard punctuation.withUTF8Buffer({ $0.contains(next) }) else { return nil }
      set.insert(next)
    }
    place += 2
    return PatternAtom(set: set)
  }

  private static var wordSet: ASCIISet {
    var set = ASCIISet()
    set.insert(48...57)
    set.insert(65...90)
    set.insert(97...122)
    set.insert(95)
    return set
  }

  private static var spaceSet: ASCIISet {
    var set = ASCIISet()
    set.insert(9...13)
    set.insert(32)
    return set
  }

  /// `[a-z0-9_]`, `[^,]`, `[[:alpha:]]`; a backslash means different things, so it is left alone.
  private mutating func bracket() -> PatternAtom? {
    place += 1
    var set = ASCIISet()
    let isInverted = current == UInt8(ascii: "^")
    if isInverted { place += 1 }
    var isFirst = true
    while let byte = current {
      if byte == UInt8(ascii: "]"), !isFirst {
        place += 1
        return PatternAtom(set: isInverted ? set.inverted : set)
      }
      if byte == UInt8(ascii: "["), let next = peek(1),
        next == UInt8(ascii: ":") || next == UInt8(ascii: ".") || next == UInt8(ascii: "=")
      {
        guard let named = namedClass() else { return nil }
        set = set.union(named)
      } else if !insertRange(byte, isFirst, &set) {
        return nil
      }
      isFirst = false
    }
    return nil
  }

  private mutating func insertRange(_ byte: UInt8, _ isFirst: Bool, _ set: inout ASCIISet) -> Bool {
    guard byte < 0x80, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "["),
      !(isFirst && byte == UInt8(ascii: "]"))
    else { return false }
    if peek(1) == UInt8(ascii: "-"), let last = peek(2), last != UInt8(ascii: "]") {
      guard last < 0x80, last >= byte, last != UInt8(ascii: "\\"), last != UInt8(ascii: "[") else {
        return false
      }
      for member in byte...last { set = set.union(letterSet(member)) }
      place += 3
    } else {
      set = set.union(letterSet(byte))
      place += 1
    }
    return true
  }

  private mutating func namedClass() -> ASCIISet? {
    let rest = String(decoding: bytes[place...].prefix(12), as: UTF8.self)
    let classes: [(name: String, ranges: [ClosedRange<UInt8>])] = [
      ("[:alpha:]", [65...90, 97...122]), ("[:digit:]", [48...57]),
      ("[:alnum:]", [48...57, 65...90, 97...122]), ("[:space:]", [9...13, 32...32]),
      ("[:blank:]", [9...9, 32...32]), ("[:upper:]", [65...90, 97...122]),
      ("[:lower:]", [65...90, 97...122]), ("[:xdigit:]", [48...57, 65...70, 97...102]),
      ("[:punct:]", [33...47, 58...64, 91...96, 123...126]), ("[:cntrl:]", [0...31, 127...127]),
    ]
    for entry in classes where rest.hasPrefix(entry.name) {
      place += entry.name.utf8.count
      var set = ASCIISet()
      for range in entry.ranges { set.insert(range) }
      return set
    }
    return nil
  }

  /// Reads the repetition behind an atom; false for what is not understood.
  private mutating func quantify(_ atom: inout PatternAtom) -> Bool {
    switch current {
    case UInt8(ascii: "*"):
      (atom.isVariable, atom.canBeEmpty) = (true, true)
    case UInt8(ascii: "+"):
      atom.isVariable = true
    case UInt8(ascii: "?"):
      (atom.isVariable, atom.canBeEmpty) = (true, true)
    case UInt8(ascii: "{"):
      return quantifyByNumbers(&atom)
    default:
      return true
    }
    place += 1
    return !isQuantifier(current)
  }

  private mutating func quantifyByNumbers(_ atom: inout PatternAtom) -> Bool {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else { return false }
    let parts = bytes[(place + 1)..<end].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count <= 2, let least = number(parts[0]), least <= 255 else { return false }
    if parts.count == 2 {
      if !parts[1].isEmpty {
        guard let most = number(parts[1]), most >= least, most <= 255 else { return false }
      }
      atom.isVariable = true
    }
    if least == 0 {
      atom.isVariable = true
      atom.canBeEmpty = true
    }
    place = end + 1
    return !isQuantifier(current)
  }

  private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy({ $0 >= 48 && $0 < 58 }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
