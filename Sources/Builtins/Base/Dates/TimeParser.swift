/// Reads times in the formats of `strptime`.
struct TimeParser {
  private let format: [UInt8]
  private var input: ArraySlice<UInt8> = []
  private var found = Found()

  /// What was read; nil where the format says nothing.
  struct Found {
    var second: Double?
    var minute: Int?
    var hour: Int?
    var day: Int?
    var month: Int?
    var year: Int?
    var dayOfYear: Int?
    var isAfternoon: Bool?
    /// Seconds east of Greenwich.
    var offset: Int?
    /// Seconds since 1970, from `%s`.
    var epoch: Double?
  }

  init(_ format: UnsafeBufferPointer<UInt8>) { self.format = Array(format) }

  /// The fields of `text`; nil if it does not have the format.
  mutating func fields(of text: UnsafeBufferPointer<UInt8>) -> Found? {
    input = Array(text)[...]
    found = Found()
    guard read(format[...]) else { return nil }
    if let isAfternoon = found.isAfternoon, let hour = found.hour {
      guard (1...12).contains(hour) else { return nil }
      found.hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    if found.hour == 24, (found.minute ?? 0) != 0 || (found.second ?? 0) != 0 { return nil }
    return found
  }

  private mutating func read(_ format: ArraySlice<UInt8>) -> Bool {
    var rest = format
    while let byte = rest.popFirst() {
      if Self.isSpace(byte) {
        skipSpaces()
        continue
      }
      guard byte == UInt8(ascii: "%"), var letter = rest.popFirst() else {
        guard input.popFirst() == byte else { return false }
        continue
      }
      if letter == UInt8(ascii: "O"), rest.first == UInt8(ascii: "S") {
        rest.removeFirst()
        if let digit = rest.first, digit >= 48, digit <= 57 { rest.removeFirst() }
        guard readSeconds() else { return false }
        continue
      }
      if letter == UInt8(ascii: "E") || letter == UInt8(ascii: "O"), let next = rest.popFirst() {
        letter = next
      }
      guard read(letter) else { return false }
    }
    return true
  }

  private mutating func read(_ letter: UInt8) -> Bool {
    switch Character(UnicodeScalar(letter)) {
    case "a", "A": return name(of: TimeNames.weekdays) != nil
    case "b", "B", "h": return store(name(of: TimeNames.months), \.month)
    case "d", "e": return store(number(2, 1...31), \.day)
    case "H": return store(number(2, 0...24), \.hour)
    case "I": return store(number(2, 1...12), \.hour)
    case "j": return store(number(3, 1...366), \.dayOfYear)
    case "m": return store(number(2, 1...12).map { $0 - 1 }, \.month)
    case "M": return store(number(2, 0...59), \.minute)
    case "S": return store(number(2, 0...61).map { Double($0) }, \.second)
    case "U", "W", "V", "g": return number(2, 0...99) != nil
    case "u", "w": return number(1, 0...7) != nil
    case "G": return number(4, 0...9999) != nil
    case "C": return number(2, 0...99) != nil
    case "y":
      return store(number(2, 0...99).map { $0 < 69 ? $0 + 2000 : $0 + 1900 }, \.year)
    case "Y": return store(number(4, 0...9999), \.year)
    case "p": return readHalfOfDay()
    case "s": return store(number(18, 0...Int.max).map { Double($0) }, \.epoch)
    case "z": return readOffset()
    case "F": return read(Array("%Y-%m-%d".utf8)[...])
    case "R": return read(Array("%H:%M".utf8)[...])
    case "T", "X": return read(Array("%H:%M:%S".utf8)[...])
    case "x": return read(Array("%y/%m/%d".utf8)[...])
    case "c": return read(Array("%a %b %e %H:%M:%S %Y".utf8)[...])
    case "r": return read(Array("%I:%M:%S %p".utf8)[...])
    case "n", "t":
      skipSpaces()
      return true
    case "%": return input.popFirst() == UInt8(ascii: "%")
    default: return false
    }
  }

  private mutating func store<Field>(
    _ value: Field?, _ field: WritableKeyPath<Found, Field?>
  ) -> Bool {
    guard let value else { return false }
    found[keyPath: field] = value
    return true
  }

  /// A number of at most `width` digits; blanks before it are skipped.
  private mutating func number(_ width: Int, _ range: ClosedRange<Int>) -> Int? {
    skipSpaces()
    let digits = input.prefix(width).prefix { $0 >= 48 && $0 <= 57 }
    guard !digits.isEmpty else { return nil }
    input.removeFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    return range.contains(value) ? value : nil
  }

  /// The place of the name that begins here, in full or its first three letters.
  private mutating func name(of names: [String]) -> Int? {
    let start = input.map { $0 | 0x20 }
    for (place, name) in names.enumerated() {
      let letters = name.utf8.map { $0 | 0x20 }
      for candidate in [letters[...], letters.prefix(3)] where start.starts(with: candidate) {
        input.removeFirst(candidate.count)
        return place
      }
    }
    return nil
  }

  private mutating func readSeconds() -> Bool {
    guard let whole = number(2, 0...61) else { return false }
    var second = Double(whole)
    if input.first == UInt8(ascii: ".") {
      let digits = input.dropFirst().prefix { $0 >= 48 && $0 <= 57 }
      input.removeFirst(digits.count + 1)
      let text = "0." + String(decoding: digits, as: UTF8.self)
      second += Double(text) ?? 0
    }
    found.second = second
    return true
  }

  private mutating func readHalfOfDay() -> Bool {
    let start = input.prefix(2).map { $0 | 0x20 }
    guard start == Array("am".utf8) || start == Array("pm".utf8) else { return false }
    input.removeFirst(2)
    found.isAfternoon = start[0] == UInt8(ascii: "p")
    return true
  }

  /// `+0200`, `+02:00` or `+02`.
  private mutating func readOffset() -> Bool {
    skipSpaces()
    guard let sign = input.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    guard let hours = number(2, 0...14) else { return false }
    if input.first == UInt8(ascii: ":") { input.removeFirst() }
    let minutes = number(2, 0...59) ?? 0
    found.offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
    return true
  }

  private mutating func skipSpaces() {
    while let byte = input.first, Self.isSpace(byte) { input.removeFirst() }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte >= 9 && byte <= 13 }
}
