/// Writes times in the formats of `strftime`.
struct TimeFormatter {
  let format: [UInt8]
  private var output: [UInt8] = []

  init(_ format: UnsafeBufferPointer<UInt8>) { self.format = Array(format) }

  /// The text of a time with all fields in range; `zone` is its abbreviation.
  mutating func text(of time: CivilTime, seconds: Double, offset: Int?, zone: String) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    write(format[...], time, seconds, offset, zone)
    return output
  }

  private mutating func write(
    _ format: ArraySlice<UInt8>, _ time: CivilTime, _ seconds: Double, _ offset: Int?,
    _ zone: String
  ) {
    var rest = format
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), var letter = rest.popFirst() else {
        output.append(byte)
        continue
      }
      if letter == UInt8(ascii: "O"), rest.first == UInt8(ascii: "S") {
        rest.removeFirst()
        writeSeconds(time.second, places: digit(&rest))
        continue
      }
      if letter == UInt8(ascii: "E") || letter == UInt8(ascii: "O"), let next = rest.popFirst() {
        letter = next
      }
      if let expansion = Self.expansion(letter) {
        write(expansion[...], time, seconds, offset, zone)
      } else {
        write(letter, time, seconds, offset, zone)
      }
    }
  }

  /// Formats that stand for others.
  private static func expansion(_ letter: UInt8) -> [UInt8]? {
    switch Character(UnicodeScalar(letter)) {
    case "c": Array("%a %b %e %H:%M:%S %Y".utf8)
    case "D", "x": Array("%m/%d/%y".utf8)
    case "F": Array("%Y-%m-%d".utf8)
    case "r": Array("%I:%M:%S %p".utf8)
    case "R": Array("%H:%M".utf8)
    case "T", "X": Array("%H:%M:%S".utf8)
    default: nil
    }
  }

  private mutating func write(
    _ letter: UInt8, _ time: CivilTime, _ seconds: Double, _ offset: Int?, _ zone: String
  ) {
    let year = time.year + 1900
    let hour12 = time.hour % 12 == 0 ? 12 : time.hour % 12
    switch Character(UnicodeScalar(letter)) {
    case "a": append(TimeNames.weekdays[time.weekday].prefix(3))
    case "A": append(TimeNames.weekdays[time.weekday])
    case "b", "h": append(TimeNames.months[time.month].prefix(3))
    case "B": append(TimeNames.months[time.month])
    case "C": append(Calendar.floorDivide(year, 100), width: 2)
    case "d": append(time.day, width: 2)
    case "e": append(time.day, width: 2, padding: UInt8(ascii: " "))
    case "g": append(isoWeek(time).year % 100, width: 2)
    case "G": append(isoWeek(time).year, width: 1)
    case "H": append(time.hour, width: 2)
    case "I": append(hour12, width: 2)
    case "j": append(time.dayOfYear + 1, width: 3)
    case "k": append(time.hour, width: 2, padding: UInt8(ascii: " "))
    case "l": append(hour12, width: 2, padding: UInt8(ascii: " "))
    case "m": append(time.month + 1, width: 2)
    case "M": append(time.minute, width: 2)
    case "n": output.append(10)
    case "p": append(time.hour < 12 ? "AM" : "PM")
    case "P": append(time.hour < 12 ? "am" : "pm")
    case "s": append(Int(seconds.rounded(.down)), width: 1)
    case "S": append(Int(time.second), width: 2)
    case "t": output.append(9)
    case "u": append(time.weekday == 0 ? 7 : time.weekday, width: 1)
    case "U": append((time.dayOfYear + 7 - time.weekday) / 7, width: 2)
    case "V": append(isoWeek(time).week, width: 2)
    case "w": append(time.weekday, width: 1)
    case "W": append((time.dayOfYear + 7 - (time.weekday + 6) % 7) / 7, width: 2)
    case "y": append(((year % 100) + 100) % 100, width: 2)
    case "Y": append(year, width: 1)
    case "z": appendOffset(offset ?? 0)
    case "Z": append(zone)
    case "%": output.append(UInt8(ascii: "%"))
    default:
      output.append(UInt8(ascii: "%"))
      output.append(letter)
    }
  }

  /// Year and week of ISO 8601: weeks begin on Monday, week 1 has the year's first Thursday.
  private func isoWeek(_ time: CivilTime) -> (year: Int, week: Int) {
    let year = time.year + 1900
    let monday = (time.weekday + 6) % 7
    let week = (time.dayOfYear - monday + 10) / 7
    if week < 1 { return (year - 1, Self.weeks(in: year - 1)) }
    return week > Self.weeks(in: year) ? (year + 1, 1) : (year, week)
  }

  private static func weeks(in year: Int) -> Int {
    let first = Calendar.days(year: year, month: 0, day: 1) + 4
    let weekday = first - Calendar.floorDivide(first, 7) * 7
    return weekday == 4 || weekday == 3 && Calendar.isLeap(year) ? 53 : 52
  }

  /// The digit after `%OS`, or 0.
  private func digit(_ rest: inout ArraySlice<UInt8>) -> Int {
    guard let byte = rest.first, byte >= 48, byte <= 54 else { return 0 }
    rest.removeFirst()
    return Int(byte - 48)
  }

  /// Seconds with `places` decimals, cut off rather than rounded.
  private mutating func writeSeconds(_ second: Double, places: Int) {
    append(Int(second), width: 2)
    guard places > 0 else { return }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let parts = Int((second - second.rounded(.down)) * scale)
    output.append(UInt8(ascii: "."))
    append(parts, width: places)
  }

  private mutating func append(_ text: some StringProtocol) { output += Array(text.utf8) }

  private mutating func append(_ number: Int, width: Int, padding: UInt8 = UInt8(ascii: "0")) {
    let digits = Array(String(number).utf8)
    for _ in 0..<max(0, width - digits.count) { output.append(padding) }
    output += digits
  }

  private mutating func appendOffset(_ offset: Int) {
    output.append(UInt8(ascii: offset < 0 ? "-" : "+"))
    let minutes = abs(offset) / 60
    append(minutes / 60 * 100 + minutes % 60, width: 4)
  }
}
