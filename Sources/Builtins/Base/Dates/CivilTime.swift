/// Calendar arithmetic of the proleptic Gregorian calendar, without time zones.
enum Calendar {
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1: isLeap(year) ? 29 : 28
    case 3, 5, 8, 10: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a date; `month` counts from 0 and may be out of range, as may `day`.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let carried = floorDivide(month, 12)
    let month = month - carried * 12
    // Years begin in March here, so that the leap day is the last one.
    let shifted = year + carried - (month < 2 ? 1 : 0)
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let monthFromMarch = (month + 10) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 + day - 1
  }

  /// Year, month from 0, and day of the month of a number of days since 1970-01-01.
  static func date(ofDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = (monthFromMarch + 2) % 12
    return (yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, day)
  }

  static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}

/// The fields of a time, as in C's `struct tm`: months from 0, years from 1900.
struct CivilTime {
  var second: Double
  var minute: Int
  var hour: Int
  var day: Int
  var month: Int
  var year: Int
  var weekday = 0
  var dayOfYear = 0
  /// 1 in summer time, 0 in standard time, −1 if not known.
  var summer = -1

  init(second: Double, minute: Int, hour: Int, day: Int, month: Int, year: Int) {
    self.second = second
    self.minute = minute
    self.hour = hour
    self.day = day
    self.month = month
    self.year = year
  }

  /// The fields of a number of seconds since 1970, counted in local time.
  init(localSeconds: Double) {
    let wholeDays = (localSeconds / 86400).rounded(.down)
    var rest = localSeconds - wholeDays * 86400
    if rest < 0 { rest = 0 }
    let seconds = Int(rest)
    self.init(days: Int(wholeDays))
    hour = seconds / 3600
    minute = seconds % 3600 / 60
    second = rest - Double(hour * 3600 + minute * 60)
  }

  /// Midnight of a number of days since 1970.
  init(days: Int) {
    let date = Calendar.date(ofDays: days)
    self.init(
      second: 0, minute: 0, hour: 0, day: date.day, month: date.month, year: date.year - 1900)
    setDays(days)
  }

  /// Days since 1970 of the date; fields may be out of range.
  var days: Int { Calendar.days(year: year + 1900, month: month, day: day) }

  /// Seconds since 1970, counted in local time; fields may be out of range.
  var localSeconds: Double {
    Double(days) * 86400 + Double(hour) * 3600 + Double(minute) * 60 + second
  }

  /// Computes weekday and day of the year.
  mutating func complete() { setDays(days) }

  private mutating func setDays(_ days: Int) {
    weekday = (days + 4) - Calendar.floorDivide(days + 4, 7) * 7
    dayOfYear = days - Calendar.days(year: year + 1900, month: 0, day: 1)
  }

  /// The same time with every field in its range.
  var normalized: CivilTime {
    if (0..<61).contains(second), (0..<60).contains(minute), (0..<24).contains(hour),
      (0..<12).contains(month), day >= 1,
      day <= Calendar.days(inMonth: month, of: year + 1900)
    {
      var same = self
      same.complete()
      return same
    }
    var result = CivilTime(localSeconds: localSeconds)
    result.summer = summer
    return result
  }
}
