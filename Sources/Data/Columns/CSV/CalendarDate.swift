/// The proleptic Gregorian calendar.
package enum CalendarDate {
  /// Days since 1970-01-01 of a date written as year-month-day, the year in four digits.
  package static func days(from text: String) -> Double? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count >= 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2].prefix(2)),
      (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    return Double(days(year: year, month: month, day: day))
  }

  /// Seconds since 1970-01-01 of a date with a time of day, in UTC.
  package static func seconds(from text: String) -> Double? {
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
    guard let date = parts.first, let days = days(from: String(date)) else { return nil }
    guard parts.count == 2 else { return days * 86400 }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1],
      let second = clock.count == 3 ? clock[2] : 0, (0...24).contains(hour),
      (0..<60).contains(minute), (0..<62).contains(second)
    else { return nil }
    return days * 86400 + hour * 3600 + minute * 60 + second
  }

  /// Counts years from March, so that the leap day comes last.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
