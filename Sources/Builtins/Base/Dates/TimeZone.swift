import Glibc

/// A time zone of R: UTC, or the rules of a place.
struct TimeZone {
  /// The name as given; for local time the value of `TZ`, or empty.
  let name: String
  /// The rules; nil for UTC.
  let rules: ZoneRules?

  init(_ name: String) {
    let given = name.isEmpty ? Self.environmentZone : name
    let trimmed = given.first == ":" ? String(given.dropFirst()) : given
    self.name = trimmed
    if trimmed == "UTC" || trimmed == "GMT" {
      rules = nil
      isUnknown = false
    } else {
      rules = ZoneRules(named: trimmed)
      isUnknown = rules == nil
    }
    isLocal = name.isEmpty
  }

  private let isUnknown: Bool
  private let isLocal: Bool

  private static var environmentZone: String {
    guard let value = getenv("TZ") else { return "" }
    return String(cString: value)
  }

  /// Whether it is one of the names for which R keeps no zone field.
  var isUTC: Bool { name == "UTC" || name == "GMT" }

  /// What holds at a number of seconds since 1970.
  func period(at seconds: Double) -> ZoneRules.Period {
    if let rules { return rules.period(at: seconds) }
    return ZoneRules.Period(offset: 0, isSummer: false, name: standardName)
  }

  private var standardName: String {
    isUnknown && !name.isEmpty ? String(name.prefix { $0.isLetter }) : "UTC"
  }

  /// The value of attribute `tzone`.
  var attribute: [String] {
    if isUTC { return [name] }
    let names = rules?.names ?? (standard: standardName, summer: standardName)
    return [isLocal ? "" : name, names.standard, names.summer]
  }

  /// Seconds since 1970 of fields in this zone.
  ///
  /// Where the clock shows a time twice, or jumps over it, summer time counts.
  func seconds(of time: CivilTime) -> Double {
    let local = time.localSeconds
    guard rules != nil, local.isFinite else { return local }
    let before = period(at: local - 86400 - Double(period(at: local - 86400).offset))
    let after = period(at: local + 86400 - Double(period(at: local + 86400).offset))
    if before.offset == after.offset { return local - Double(before.offset) }
    if time.summer >= 0, before.isSummer != after.isSummer {
      let wanted = before.isSummer == (time.summer > 0) ? before : after
      return local - Double(wanted.offset)
    }
    let (first, second) = before.isSummer == true ? (before, after) : (after, before)
    for candidate in [first, second] {
      let seconds = local - Double(candidate.offset)
      if period(at: seconds).offset == candidate.offset { return seconds }
    }
    return local - Double(first.offset)
  }
}
