#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Splits source bytes into tokens, one at a time.
///
/// The bytes end with a zero, which no token contains.
struct Lexer {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  var position = 0

  /// Whether newlines mean nothing here, as between parentheses.
  var skipsNewlines = false

  /// Whether newlines were skipped before the current token.
  var hasCrossedLine = false

  var token = Token()

  /// The end of the token before the current one.
  var previousEnd: UInt32 = 0

  /// Strings and names that differ from how they are written.
  var rewritten: [UInt8] = []

  var warnings: [String] = []
  var failure: Diagnostic?

  init(bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// Reads the next token.
  mutating func advance() {
    previousEnd = token.end
    hasCrossedLine = false
    skipSpace()
    token.start = UInt32(position)
    let byte = bytes[position]
    if CharacterClass.isIdentifierStart(byte) {
      readWord()
    } else if CharacterClass.isDigit(byte) {
      readNumber()
    } else if byte >= 0x80 {
      readWideWord()
    } else {
      readPunctuation(byte)
    }
    token.end = UInt32(position)
  }

  /// The number of the line that is being read, for messages that name it.
  var currentLine: Int { line(at: position) }

  /// The number of the line that the byte at `offset` belongs to.
  func line(at offset: Int) -> Int {
    var line = 1
    for index in 0..<min(offset, count) where bytes[index] == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  /// The number of the line that would be read after the next byte.
  var lineAfterNext: Int {
    let isAtLineEnd = position >= count || bytes[position] == UInt8(ascii: "\n")
    return currentLine + (isAtLineEnd ? 1 : 0)
  }

  /// Makes the current token one that is wrong in itself.
  mutating func fail(_ message: String, kind: Diagnostic.Kind = .message) {
    token.kind = .failure
    if failure == nil {
      failure = Diagnostic(kind: kind, message: message, line: currentLine, column: 0)
    }
  }

  /// Whether the next word after any newlines and comments is `else`.
  func elseFollows() -> Bool {
    var ahead = self.position
    while true {
      let byte = bytes[ahead]
      if byte == UInt8(ascii: "\n") || CharacterClass.isSpace(byte) {
        ahead += 1
      } else if byte == UInt8(ascii: "#") {
        while ahead < count, bytes[ahead] != UInt8(ascii: "\n") { ahead += 1 }
      } else {
        break
      }
    }
    return isWord("else", at: ahead, count: 4)
      && !CharacterClass.continuesIdentifier(bytes[ahead + 4])
  }
}

// MARK: - Space and comments

extension Lexer {
  private mutating func skipSpace() {
    while true {
      let byte = bytes[position]
      if CharacterClass.isSpace(byte) {
        position += 1
      } else if skipsNewlines, byte == UInt8(ascii: "\n") {
        hasCrossedLine = true
        position += 1
      } else if byte == UInt8(ascii: "#") {
        skipComment()
      } else if byte >= 0xE1, skipWideSpace() {
        continue
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    let end = memchr(bytes + position, Int32(UInt8(ascii: "\n")), count - position)
    position = end.map { UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer($0)) } ?? count
  }

  private mutating func skipWideSpace() -> Bool {
    let (scalar, length) = decode(at: position)
    guard let scalar, CharacterClass.isWideSpace(scalar) else { return false }
    position += length
    return true
  }

  /// The character at `offset` and its length in bytes; nil for bytes that are not UTF-8.
  func decode(at offset: Int) -> (Unicode.Scalar?, Int) {
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead < 0x80 || lead >= 0xC2, offset + length <= count else { return (nil, 1) }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<max(length, 1) {
      let next = bytes[offset + index]
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }
}

// MARK: - Words

extension Lexer {
  /// Reads a name or keyword that starts with a letter or a dot.
  private mutating func readWord() {
    let start = position
    if bytes[start] == UInt8(ascii: "."), CharacterClass.isDigit(bytes[start + 1]) {
      return readNumber()
    }
    if isRawStringStart(at: start) { return readRawString() }
    skipIdentifier()
    let length = position - start
    if bytes[start] < UInt8(ascii: "a"), let constant = constantWord(at: start, count: length) {
      token.kind = .constant
      token.constant = constant
      token.number = bytes[start] == UInt8(ascii: "I") ? .infinity : .nan
      return
    }
    setSymbol(from: start)
    token.kind = keyword(at: start, count: length)
    token.constant = .null
  }

  private mutating func setSymbol(from start: Int) {
    token.kind = .symbol
    token.isQuoted = false
    token.text = Tree.Text(
      offset: UInt32(start), length: UInt32(position - start), storage: .source)
  }

  private mutating func skipIdentifier() {
    var end = position
    while CharacterClass.continuesIdentifier(bytes[end]) { end += 1 }
    position = end
    if bytes[end] >= 0x80 { skipWideIdentifier() }
  }

  private mutating func skipWideIdentifier() {
    let (scalar, length) = decode(at: position)
    guard let scalar, CharacterClass.isWideLetter(scalar) else { return }
    position += length
    skipIdentifier()
  }

  /// Reads a name that starts with a letter outside ASCII.
  private mutating func readWideWord() {
    let start = position
    let (scalar, length) = decode(at: position)
    position += length
    guard let scalar, CharacterClass.isWideLetter(scalar) else {
      token.kind = .invalid
      return
    }
    skipIdentifier()
    setSymbol(from: start)
  }

  private func isWord(_ word: StaticString, at start: Int, count length: Int) -> Bool {
    word.utf8CodeUnitCount == length && memcmp(word.utf8Start, bytes + start, length) == 0
  }

  /// The kind of the keyword at `start`; `symbol` if there is none.
  private func keyword(at start: Int, count length: Int) -> Token.Kind {
    func isWord(_ word: StaticString) -> Bool { self.isWord(word, at: start, count: length) }
    switch bytes[start] {
    case UInt8(ascii: "i"): return isWord("if") ? .if : isWord("in") ? .in : .symbol
    case UInt8(ascii: "e"): return isWord("else") ? .else : .symbol
    case UInt8(ascii: "f"): return isWord("function") ? .function : isWord("for") ? .for : .symbol
    case UInt8(ascii: "n"): return isWord("next") ? .next : .symbol
    case UInt8(ascii: "b"): return isWord("break") ? .break : .symbol
    case UInt8(ascii: "w"): return isWord("while") ? .while : .symbol
    case UInt8(ascii: "r"): return isWord("repeat") ? .repeat : .symbol
    case UInt8(ascii: "N"): return isWord("NULL") ? .null : .symbol
    default: return .symbol
    }
  }

  /// The kind of the constant that a word at `start` names, if it does.
  private func constantWord(at start: Int, count length: Int) -> Tree.Kind? {
    func isWord(_ word: StaticString) -> Bool { self.isWord(word, at: start, count: length) }
    switch length {
    case 2 where isWord("NA"): return .missingLogical
    case 3 where isWord("Inf") || isWord("NaN"): return .double
    case 4 where isWord("TRUE"): return .true
    case 5 where isWord("FALSE"): return .false
    case 8 where isWord("NA_real_"): return .missingDouble
    case 11 where isWord("NA_integer_"): return .missingInteger
    case 11 where isWord("NA_complex_"): return .missingComplex
    case 13 where isWord("NA_character_"): return .missingString
    default: return nil
    }
  }
}
