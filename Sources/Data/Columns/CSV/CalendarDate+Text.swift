extension CalendarDate {
  /// `2012-02-29`.
  static func text(days: Int) -> String {
    let (year, month, day) = parts(days: days)
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The year, month and day of a number of days since 1970-01-01.
  static func parts(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `09:05:00`, with decimals when there are any.
  static func clock(seconds: Double) -> String {
    let whole = Int(seconds.rounded(.down))
    let text = [whole / 3600, whole / 60 % 60, whole % 60].map { padded($0, 2) }
      .joined(separator: ":")
    let microseconds = Int(((seconds - Double(whole)) * 1e6).rounded())
    guard microseconds > 0, microseconds < 1_000_000 else { return text }
    var digits = padded(microseconds, 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return text + "." + digits
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
