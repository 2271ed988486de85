import Glibc

/// The rules of one time zone, from the system's compiled zone files (RFC 8536).
struct ZoneRules: Sendable {
  /// What holds between two transitions.
  struct Period: Sendable {
    var offset: Int
    /// Nil for a time that the clock jumps over.
    var isSummer: Bool?
    var name: String
  }

  private var transitions: [Int] = []
  private var periodOfTransition: [UInt8] = []
  private var periods: [Period] = []
  private var footer: ZoneFooter?

  /// Reads the zone `name`; nil if there is no such zone.
  init?(named name: String) {
    guard let bytes = Self.read(name) else { return nil }
    guard let start = Self.startOfSecondPart(bytes) else { return nil }
    guard parse(bytes, from: start) else { return nil }
  }

  /// What holds at a number of seconds since 1970.
  func period(at seconds: Double) -> Period {
    guard let last = transitions.last else {
      return footer?.period(at: seconds) ?? periods[0]
    }
    if seconds >= Double(last), let footer { return footer.period(at: seconds) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if Double(transitions[middle]) <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return periods.first { $0.isSummer == false } ?? periods[0] }
    return periods[Int(periodOfTransition[low - 1])]
  }

  /// The names of standard and summer time now in use.
  var names: (standard: String, summer: String) {
    if let footer { return (footer.standard.name, footer.summer?.name ?? footer.standard.name) }
    let standard = periods.last { $0.isSummer == false } ?? periods[0]
    let summer = periods.last { $0.isSummer == true } ?? standard
    return (standard.name, summer.name)
  }

  private mutating func parse(_ bytes: [UInt8], from start: Int) -> Bool {
    func count(_ place: Int) -> Int { Self.number(bytes, start + 20 + place * 4, 4) }
    let timeCount = count(3)
    let typeCount = count(4)
    let characterCount = count(5)
    var place = start + 44
    let size =
      timeCount * 9 + typeCount * 6 + characterCount + count(2) * 12 + count(1) + count(0)
    guard typeCount > 0, place + size <= bytes.count else { return false }
    transitions = (0..<timeCount).map { Self.number(bytes, place + $0 * 8, 8) }
    place += timeCount * 8
    periodOfTransition = Array(bytes[place..<place + timeCount])
    place += timeCount
    let names = place + typeCount * 6
    periods = (0..<typeCount).map { k in
      let at = place + k * 6
      let name = bytes[(names + Int(bytes[at + 5]))...].prefix { $0 != 0 }
      return Period(
        offset: Self.number(bytes, at, 4), isSummer: bytes[at + 4] != 0,
        name: String(decoding: name, as: UTF8.self))
    }
    guard periodOfTransition.allSatisfy({ Int($0) < typeCount }) else { return false }
    let rest = bytes[(start + 44 + size)...].dropFirst().prefix { $0 != 10 }
    footer = ZoneFooter(String(decoding: rest, as: UTF8.self))
    return true
  }

  /// Where the header of the 64-bit part begins.
  private static func startOfSecondPart(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 44, Array(bytes[0..<4]) == Array("TZif".utf8), bytes[4] >= 50 else {
      return nil
    }
    func count(_ place: Int) -> Int { number(bytes, 20 + place * 4, 4) }
    let size = count(3) * 5 + count(4) * 6 + count(5) + count(2) * 8 + count(1) + count(0)
    return 44 + size + 44 < bytes.count ? 44 + size : nil
  }

  /// A signed big-endian number.
  private static func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int {
    var result: UInt64 = 0
    for byte in bytes[start..<start + width] { result = result << 8 | UInt64(byte) }
    let shift = UInt64(64 - width * 8)
    return Int(Int64(bitPattern: result << shift) >> Int64(shift))
  }

  private static func read(_ name: String) -> [UInt8]? {
    guard !name.contains("..") else { return nil }
    let path = name.isEmpty ? "/etc/localtime" : "/usr/share/zoneinfo/" + name
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[0..<count]
    }
  }
}

/// The rule after the last transition, a POSIX `TZ` string like `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneFooter: Sendable {
  var standard: ZoneRules.Period
  var summer: ZoneRules.Period?
  private var begin = Switch()
  private var end = Switch()

  /// A day of the year and a time of day.
  private struct Switch: Sendable {
    enum Day: Sendable {
      case weekday(month: Int, week: Int, day: Int)
      case julian(Int)
      case zeroBased(Int)
    }
    var day = Day.zeroBased(0)
    var seconds = 7200

    /// Seconds since 1970 in local time of the switch in a year.
    func time(in year: Int) -> Int {
      switch day {
      case .weekday(let month, let week, let weekday):
        let first = Calendar.days(year: year, month: month - 1, day: 1)
        let firstWeekday = (first + 4) - Calendar.floorDivide(first + 4, 7) * 7
        var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        while day > Calendar.days(inMonth: month - 1, of: year) { day -= 7 }
        return (first + day - 1) * 86400 + seconds
      case .julian(let number):
        let leap = Calendar.isLeap(year) && number > 59 ? 1 : 0
        return (Calendar.days(year: year, month: 0, day: 1) + number - 1 + leap) * 86400 + seconds
      case .zeroBased(let number):
        return (Calendar.days(year: year, month: 0, day: 1) + number) * 86400 + seconds
      }
    }
  }

  init?(_ text: String) {
    var reader = Reader(text: Array(text.utf8))
    guard let name = reader.name(), let offset = reader.time() else { return nil }
    standard = ZoneRules.Period(offset: -offset, isSummer: false, name: name)
    guard let summerName = reader.name() else { return }
    let summerOffset = reader.time().map { -$0 } ?? standard.offset + 3600
    summer = ZoneRules.Period(offset: summerOffset, isSummer: true, name: summerName)
    guard let begin = reader.switchTime(), let end = reader.switchTime() else {
      summer = nil
      return
    }
    self.begin = begin
    self.end = end
  }

  func period(at seconds: Double) -> ZoneRules.Period {
    guard let summer, seconds.isFinite, abs(seconds) < 1e15 else { return standard }
    let local = CivilTime(localSeconds: seconds + Double(standard.offset))
    let year = local.year + 1900
    let first = Double(begin.time(in: year) - standard.offset)
    let last = Double(end.time(in: year) - summer.offset)
    let isSummer =
      first < last
      ? seconds >= first && seconds < last : seconds >= first || seconds < last
    return isSummer ? summer : standard
  }

  /// Reads the parts of a `TZ` string.
  private struct Reader {
    let text: [UInt8]
    var place = 0

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private mutating func skip(_ byte: Character) -> Bool {
      guard next == byte.asciiValue else { return false }
      place += 1
      return true
    }

    mutating func name() -> String? {
      if skip("<") {
        let name = text[place...].prefix { $0 != UInt8(ascii: ">") }
        place += name.count + 1
        return String(decoding: name, as: UTF8.self)
      }
      let name = text[place...].prefix { $0 >= 65 && $0 <= 90 || $0 >= 97 && $0 <= 122 }
      guard !name.isEmpty else { return nil }
      place += name.count
      return String(decoding: name, as: UTF8.self)
    }

    mutating func number() -> Int? {
      let digits = text[place...].prefix { $0 >= 48 && $0 <= 57 }
      guard !digits.isEmpty, digits.count < 8 else { return nil }
      place += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard var seconds = number().map({ $0 * 3600 }) else { return nil }
      if skip(":"), let minutes = number() { seconds += minutes * 60 }
      if skip(":"), let rest = number() { seconds += rest }
      return isNegative ? -seconds : seconds
    }

    mutating func switchTime() -> Switch? {
      guard skip(",") else { return nil }
      var result = Switch()
      if skip("M") {
        guard let month = number(), (1...12).contains(month), skip("."), let week = number(),
          skip("."), let day = number()
        else { return nil }
        result.day = .weekday(month: month, week: week, day: day)
      } else if skip("J") {
        guard let day = number() else { return nil }
        result.day = .julian(day)
      } else {
        guard let day = number() else { return nil }
        result.day = .zeroBased(day)
      }
      if skip("/"), let seconds = time() { result.seconds = seconds }
      return result
    }
  }
}
