/// How dates and times of day are written, in the notation of `readDateFormat`.
///
/// `%y`, `%m` and so on stand for the parts of a moment, brackets enclose what may be left out, and
/// a blank stands for any white space or none. What fits in several ways is read in the first that
/// is a date.
package struct DateFormat: Sendable, Equatable {
  private indirect enum Part: Equatable, Sendable {
    case literal(UInt8)
    case blank
    case skip(Int)
    case skipRest, skipWord
    case number(UInt8)
    case optional([Part])
  }

  private struct Moment {
    var year, month, day: Int?
    var hour = 0
    var minute = 0
    var second = 0.0
    var isAfternoon: Bool?
  }

  private let parts: [Part]
  private let centuryCutoff: Int
  /// Whether year-month-day as in ISO 8601 is read whatever the format is.
  let isStandard: Bool

  /// `centuryCutoff`: years of two digits below it belong to this century, others to the last.
  package init(_ text: String, centuryCutoff: Int = 20) throws {
    var bytes = Array(text.utf8)[...]
    var optionals = 0
    parts = try Self.parts(&bytes, isInside: false, &optionals)
    self.centuryCutoff = centuryCutoff
    isStandard = text == Self.standardDate || text == Self.standardTime
  }

  /// What `readDateFormat` and `readPOSIXctFormat` are when nobody says otherwise.
  private static let standardDate = "[%y[-][/]%m[-][/]%d]"
  private static let standardTime = "%y[-][/]%m[-][/]%d [%H:%M[:%S]][%p]"

  /// Days since 1970-01-01; nil when the text is no date.
  package func days(from text: String) -> Double? {
    moment(text).map { Double(Self.days(of: $0)) }
  }

  /// Seconds since 1970-01-01 00:00 UTC; nil when the text is no date.
  package func seconds(from text: String) -> Double? {
    moment(text).map { moment in
      let clock = Double(moment.hour * 3600 + moment.minute * 60) + moment.second
      return Double(Self.days(of: moment)) * 86400 + clock
    }
  }

  private static func days(of moment: Moment) -> Int {
    CalendarDate.days(
      year: moment.year ?? 1970, month: moment.month ?? 1, day: moment.day ?? 1)
  }

  // MARK: - The format

  private static func parts(
    _ bytes: inout ArraySlice<UInt8>, isInside: Bool, _ optionals: inout Int
  ) throws -> [Part] {
    var parts: [Part] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "["):
        optionals += 1
        guard optionals <= 16 else { throw invalid("too many brackets") }
        parts.append(.optional(try Self.parts(&bytes, isInside: true, &optionals)))
      case UInt8(ascii: "]"):
        guard isInside else { throw invalid("a bracket is closed that is not open") }
        return parts
      case UInt8(ascii: "%"): parts.append(try directive(&bytes))
      case 32: parts.append(.blank)
      default: parts.append(.literal(byte))
      }
    }
    guard !isInside else { throw invalid("a bracket is not closed") }
    return parts
  }

  private static func directive(_ bytes: inout ArraySlice<UInt8>) throws -> Part {
    let digits = bytes.prefix { $0 &- 48 <= 9 }
    bytes = bytes.dropFirst(digits.count)
    guard let byte = bytes.popFirst() else { throw invalid("it ends with '%'") }
    if !digits.isEmpty {
      let count = Int(String(decoding: digits.prefix(6), as: UTF8.self)) ?? 0
      guard byte == UInt8(ascii: "c") else { throw invalid("a number is for '%c' only") }
      return .skip(count)
    }
    switch byte {
    case UInt8(ascii: "c"): return .skip(1)
    case UInt8(ascii: "$"):
      guard bytes.popFirst() == UInt8(ascii: "c") else { throw invalid("'%$' without 'c'") }
      return .skipRest
    case UInt8(ascii: "w"): return .skipWord
    case UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "]"): return .literal(byte)
    case _ where "dmyYHMSnNp".utf8.contains(byte): return .number(byte)
    default: throw invalid("'%\(String(decoding: [byte], as: UTF8.self))' is not known")
    }
  }

  private static func invalid(_ reason: String) -> ColumnError {
    ColumnError(.invalidArgument, "the format of dates cannot be used: \(reason)")
  }

  // MARK: - Reading

  private func moment(_ text: String) -> Moment? {
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first, NumberScanner.isSpace(byte) { bytes = bytes.dropFirst() }
    while let byte = bytes.last, NumberScanner.isSpace(byte) { bytes = bytes.dropLast() }
    return read(parts[...], bytes, Moment())
  }

  private func read(
    _ parts: ArraySlice<Part>, _ text: ArraySlice<UInt8>, _ moment: Moment
  ) -> Moment? {
    guard let part = parts.first else { return text.isEmpty ? settled(moment) : nil }
    let rest = parts.dropFirst()
    switch part {
    case .literal(let byte):
      return text.first == byte ? read(rest, text.dropFirst(), moment) : nil
    case .blank: return read(rest, text.drop(while: NumberScanner.isSpace), moment)
    case .skip(let count):
      return text.count >= count ? read(rest, text.dropFirst(count), moment) : nil
    case .skipRest: return read(rest, [], moment)
    case .skipWord:
      return read(rest, text.drop { !NumberScanner.isSpace($0) }, moment)
    case .optional(let inner):
      return read(inner[...] + rest, text, moment) ?? read(rest, text, moment)
    case .number(let name):
      let text = text.drop(while: NumberScanner.isSpace)
      if name == UInt8(ascii: "p") { return readHalf(rest, text, moment) }
      if name == UInt8(ascii: "m"), let (month, length) = Self.monthName(text) {
        var moment = moment
        moment.month = month
        return read(rest, text.dropFirst(length), moment)
      }
      return readNumber(name, rest, text, moment)
    }
  }

  /// A number takes as many digits as it may, fewer when what follows does not fit.
  private func readNumber(
    _ name: UInt8, _ rest: ArraySlice<Part>, _ text: ArraySlice<UInt8>, _ moment: Moment
  ) -> Moment? {
    let lengths =
      switch name {
      case UInt8(ascii: "y"): [4, 2, 1]
      case UInt8(ascii: "Y"): [4, 3, 2, 1]
      case UInt8(ascii: "n"), UInt8(ascii: "N"): [3, 2, 1]
      default: [2, 1]
      }
    for length in lengths {
      let digits = text.prefix(length)
      guard digits.count == length, digits.allSatisfy({ $0 &- 48 <= 9 }) else { continue }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
      var next = moment
      if set(&next, name, value, length), let found = read(rest, text.dropFirst(length), next) {
        return found
      }
    }
    return nil
  }

  private func set(_ moment: inout Moment, _ name: UInt8, _ value: Int, _ digits: Int) -> Bool {
    switch name {
    case UInt8(ascii: "y"):
      let isShort = value < 100
      moment.year = isShort ? (value < centuryCutoff ? 2000 : 1900) + value : value
    case UInt8(ascii: "Y"): moment.year = value
    case UInt8(ascii: "m"): moment.month = value
    case UInt8(ascii: "d"): moment.day = value
    case UInt8(ascii: "H"):
      moment.hour = value
      return value < 24
    case UInt8(ascii: "M"):
      moment.minute = value
      return value < 60
    case UInt8(ascii: "S"):
      moment.second += Double(value)
      return value < 60
    case UInt8(ascii: "n"): moment.second += Double(value) / 1000
    default: moment.second += Double(value) / [10, 100, 1000][digits - 1]
    }
    return true
  }

  private func readHalf(
    _ rest: ArraySlice<Part>, _ text: ArraySlice<UInt8>, _ moment: Moment
  ) -> Moment? {
    let word = text.prefix(2).map { $0 | 0x20 }
    guard word == Array("am".utf8) || word == Array("pm".utf8) else { return nil }
    var moment = moment
    moment.isAfternoon = word == Array("pm".utf8)
    return read(rest, text.dropFirst(2), moment)
  }

  /// The date if there is one in the calendar, with the hour of the day.
  private func settled(_ moment: Moment) -> Moment? {
    guard let year = moment.year, let month = moment.month, let day = moment.day,
      (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    var moment = moment
    if let isAfternoon = moment.isAfternoon {
      guard (1...12).contains(moment.hour) else { return nil }
      moment.hour = moment.hour % 12 + (isAfternoon ? 12 : 0)
    }
    return moment
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// The month that the text begins with, by its name or the first three letters of it.
  private static func monthName(_ text: ArraySlice<UInt8>) -> (month: Int, length: Int)? {
    let word = text.prefix { ($0 | 0x20) &- 97 < 26 }.map { $0 | 0x20 }
    guard let index = monthNames.firstIndex(where: { word.starts(with: $0.prefix(3)) }) else {
      return nil
    }
    return (index + 1, word.starts(with: monthNames[index]) ? monthNames[index].count : 3)
  }
}
