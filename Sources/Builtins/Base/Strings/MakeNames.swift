import ApusInterpreter

/// The help pages of `make.names`, `make.unique` and `abbreviate`.
enum MakeNames {
  static let all = [makeNames, makeUnique, abbreviate]

  /// Names that need no backticks.
  static let makeNames = Builtin(.internal, "make.names(names, allow_)") { call throws(Unwind) in
    guard call[0].kind == .character else { throw call.error("non-character names") }
    let allowsUnderscore = try call.flag(1, "allow_")
    let source = try call.characters(0)
    let result = CharacterVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] = call.strings.intern(
        valid(UTF8Reader.scalars(call.strings.bytes(string)), allowsUnderscore))
    }
    return Value(result)
  }

  private static func valid(_ source: [UInt32], _ allowsUnderscore: Bool) -> String {
    var scalars = source
    if needsPrefix(scalars) { scalars.insert(0x58, at: 0) }
    for k in scalars.indices {
      let isUnderscore = scalars[k] == 0x5F
      if !Names.isNameCharacter(scalars[k]) || (isUnderscore && !allowsUnderscore) {
        scalars[k] = 0x2E
      }
    }
    let buffer = TextBuffer()
    for scalar in scalars { buffer.append(scalar: scalar) }
    if buffer.bytes.first != 0x2E, Names.isReserved(buffer.bytes) { buffer.append(".") }
    return buffer.text
  }

  /// Whether a name begins in a way that none may.
  private static func needsPrefix(_ scalars: [UInt32]) -> Bool {
    guard let first = scalars.first else { return true }
    if first == 0x2E { return scalars.count > 1 && scalars[1] >= 48 && scalars[1] < 58 }
    return !Names.isNameCharacter(first) || first == 0x5F || (first >= 48 && first < 58)
  }

  /// Adds numbers to the second and later ones of equal names.
  static let makeUnique = Builtin(.internal, "make.unique(names, sep)") { call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("'names' must be a character vector")
    }
    guard call[1].kind == .character, call[1].count == 1 else {
      throw call.error("'sep' must be a character string")
    }
    let source = try call.characters(0)
    let separator = Array(call.strings.bytes(try call.characters(1).elements[0]))
    var seen = Set(source.elements)
    var counts: [StringHandle: Int] = [:]
    var met: Set<StringHandle> = []
    let result = CharacterVector(count: source.count)
    let text = TextBuffer()
    for (k, name) in source.elements.enumerated() {
      if met.insert(name).inserted {
        result.elements[k] = name
        continue
      }
      var number = counts[name] ?? 1
      while true {
        text.removeAll()
        text.append(call.strings.bytes(name))
        text.append(separator)
        text.append(integer: number)
        number += 1
        let candidate = call.strings.intern(text.bytes)
        if seen.insert(candidate).inserted {
          result.elements[k] = candidate
          break
        }
      }
      counts[name] = number
    }
    return Value(result)
  }

  // MARK: - Abbreviations

  /// Shortens strings to `length` characters: lower-case vowels go first, from the end, then other
  /// lower-case letters, never the first character of a word.
  static let abbreviate = Builtin(.internal, "abbreviate(x, minlength, use.classes)") {
    call throws(Unwind) in
    let source = try call.characters(0)
    let length = Int(try call.integer(1, "minlength"))
    let usesClasses = try call.flag(2, "use.classes")
    let result = CharacterVector(count: source.count)
    for (k, string) in source.elements.enumerated() {
      result.elements[k] =
        string.isMissing
        ? .missing
        : call.strings.intern(shortened(call.strings.text(string), length, usesClasses))
    }
    if case .object(let object) = call[0] { result.copyAttributes(from: object) }
    return Value(result)
  }

  private static func shortened(_ text: String, _ length: Int, _ usesClasses: Bool) -> String {
    var letters = Array(text.unicodeScalars)
    while letters.first == " " { letters.removeFirst() }
    func spaces() -> Int { letters.count { $0 == " " } }
    func isFirst(_ k: Int) -> Bool { k == 0 || letters[k - 1] == " " }
    func isLast(_ k: Int) -> Bool { k == letters.count - 1 || letters[k + 1] == " " }
    func drop(_ mayGo: (Int) -> Bool) {
      var k = letters.count - 1
      while k > 0, letters.count - spaces() > length {
        if mayGo(k) { letters.remove(at: k) }
        k -= 1
      }
    }
    guard letters.count > length else { return String(String.UnicodeScalarView(letters)) }
    if usesClasses {
      drop { k in "aeiou".unicodeScalars.contains(letters[k]) && !isFirst(k) && isLast(k) }
      drop { k in "aeiou".unicodeScalars.contains(letters[k]) && !isFirst(k) }
      drop { k in letters[k].properties.isLowercase && !isFirst(k) && isLast(k) }
      drop { k in letters[k].properties.isLowercase && !isFirst(k) }
    }
    drop { k in letters[k] != " " && !isFirst(k) }
    if letters.count - spaces() >= 0, letters.count > length { letters.removeAll { $0 == " " } }
    return String(String.UnicodeScalarView(letters))
  }
}
