import ApusInterpreter
import Glibc

/// Times and dates: conversion between seconds, days, fields and text.
enum Times {
  static var all: [Builtin] {
    [
      systemTime, asPOSIXlt, asPOSIXct, dateToPOSIXlt, posixltToDate, formatPOSIXlt, strptime,
    ]
  }

  static let systemTime = Builtin(.internal, "Sys.time()") { _ throws(Unwind) in
    .double(now)
  }

  /// Seconds since 1970.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec / 1000) * 1e-6
  }

  static let asPOSIXlt = Builtin(.internal, "as.POSIXlt(x, tz)") { call throws(Unwind) in
    let times = try call.doubles(0).elements
    let zone = TimeZone(try call.text(1, "tz"))
    let fields = TimeFields(count: times.count, zone: zone, strings: call.strings)
    for k in 0..<times.count {
      let seconds = times[k]
      guard seconds.isFinite, abs(seconds) < 1e15 else {
        fields.setMissing(k, seconds: seconds)
        continue
      }
      let period = zone.period(at: seconds)
      let time = CivilTime(localSeconds: seconds + Double(period.offset))
      fields.set(k, time, period, offset: period.offset)
    }
    return fields.object(names: call[0].attribute(.names))
  }

  static let asPOSIXct = Builtin(.internal, "as.POSIXct(x, tz)") { call throws(Unwind) in
    let reader = try TimeFieldReader(call, 0)
    let zone = TimeZone(try call.text(1, "tz"))
    let result = DoubleVector(count: reader.count)
    for k in 0..<reader.count {
      guard let time = reader[k] else {
        let seconds = reader.seconds(k)
        result.elements[k] = seconds.isInfinite ? seconds : .missing
        continue
      }
      result.elements[k] = zone.seconds(of: time)
    }
    return Value(result)
  }

  static let dateToPOSIXlt = Builtin(.internal, "Date2POSIXlt(x)") { call throws(Unwind) in
    let days = try call.doubles(0).elements
    let zone = TimeZone("UTC")
    let fields = TimeFields(count: days.count, zone: zone, strings: call.strings)
    let period = zone.period(at: 0)
    for k in 0..<days.count {
      guard days[k].isFinite, abs(days[k]) < 1e10 else {
        fields.setMissing(k, seconds: days[k])
        continue
      }
      fields.set(k, CivilTime(days: Int(days[k].rounded(.down))), period, offset: nil)
    }
    return fields.object(names: call[0].attribute(.names))
  }

  static let posixltToDate = Builtin(.internal, "POSIXlt2Date(x)") { call throws(Unwind) in
    let reader = try TimeFieldReader(call, 0)
    let result = DoubleVector(count: reader.count)
    for k in 0..<reader.count {
      let seconds = reader.seconds(k)
      result.elements[k] =
        reader[k].map { Double($0.days) } ?? (seconds.isInfinite ? seconds : .missing)
    }
    let names = reader.names(call, 0)
    if !names.isNull { result.setAttribute(.names, names) }
    return Value(result)
  }

  static let formatPOSIXlt = Builtin(
    .internal, "format.POSIXlt(x, format, usetz)"
  ) { call throws(Unwind) in
    let reader = try TimeFieldReader(call, 0)
    let formats = try call.characters(1).elements
    let usesZone = try call.flag(2, "usetz")
    let strings = call.strings
    let zoneNames = call[0].attribute(.tzone).characterVector
    let zone = TimeZone(zoneNames.map { strings.text($0.elements[0]) } ?? "")
    guard reader.count > 0, formats.count > 0 else { return Value(CharacterVector(count: 0)) }
    var formatters = formats.map { TimeFormatter(strings.bytes($0)) }
    let result = CharacterVector(count: max(reader.count, formats.count))
    for k in 0..<result.count {
      let place = k % reader.count
      guard let given = reader[place], !formats[k % formats.count].isMissing else {
        result.elements[k] = infiniteText(reader.seconds(place), strings)
        continue
      }
      let time = given.normalized
      let seconds = zone.seconds(of: time)
      let period = zone.period(at: seconds)
      let name =
        reader.zoneName(place).map { strings.text($0) }
        ?? (zone.isUTC ? zone.name : period.name)
      var text = formatters[k % formatters.count].text(
        of: time, seconds: seconds, offset: reader.offset(place) ?? period.offset, zone: name)
      if usesZone, !name.isEmpty { text += Array(" ".utf8) + Array(name.utf8) }
      result.elements[k] = text.withUnsafeBufferPointer { strings.intern($0) }
    }
    let names = reader.names(call, 0)
    if !names.isNull { result.setAttribute(.names, names) }
    return Value(result)
  }

  /// "Inf", "-Inf", "NaN" or NA.
  private static func infiniteText(_ seconds: Double, _ strings: StringPool) -> StringHandle {
    if seconds.isNaN, !seconds.isMissing { return strings.intern("NaN") }
    return seconds.isInfinite ? strings.intern(seconds > 0 ? "Inf" : "-Inf") : .missing
  }

  static let strptime = Builtin(.internal, "strptime(x, format, tz)") { call throws(Unwind) in
    let texts = try call.characters(0).elements
    let formats = try call.characters(1).elements
    let name = try call.text(2, "tz")
    guard formats.count > 0 || texts.count == 0 else {
      throw call.error("invalid 'format' argument")
    }
    let zone = TimeZone(name)
    let strings = call.strings
    let count = texts.count == 0 ? 0 : max(texts.count, formats.count)
    let fields = TimeFields(count: count, zone: zone, strings: strings)
    var parsers = formats.map { TimeParser(strings.bytes($0)) }
    let today = CivilTime(localSeconds: now + Double(zone.period(at: now).offset))
    for k in 0..<count {
      let text = texts[k % texts.count]
      guard !text.isMissing, !formats[k % formats.count].isMissing,
        let found = parsers[k % parsers.count].fields(of: strings.bytes(text)),
        let (time, period) = completed(found, zone, today)
      else {
        fields.setMissing(k)
        continue
      }
      fields.set(k, time, period, offset: nil)
    }
    return fields.object(
      names: call[0].attribute(.names), zoneAttribute: !name.isEmpty || zone.isUTC)
  }

  /// All fields of a time that was read, the date of today where there was none.
  private static func completed(
    _ found: TimeParser.Found, _ zone: TimeZone, _ today: CivilTime
  ) -> (CivilTime, ZoneRules.Period)? {
    if let epoch = found.epoch {
      let period = zone.period(at: epoch)
      return (CivilTime(localSeconds: epoch + Double(period.offset)), period)
    }
    guard var time = date(of: found, today) else { return nil }
    time.second = found.second ?? 0
    time.minute = found.minute ?? 0
    time.hour = found.hour ?? 0
    if let offset = found.offset {
      let seconds = time.localSeconds - Double(offset)
      let period = zone.period(at: seconds)
      return (CivilTime(localSeconds: seconds + Double(period.offset)), period)
    }
    if time.hour == 24 { time = time.normalized }
    time.complete()
    let seconds = zone.seconds(of: time)
    var period = zone.period(at: seconds)
    // A time that the clock jumps over belongs neither to summer nor to standard time.
    if time.localSeconds - seconds != Double(period.offset) { period.isSummer = nil }
    return (time, period)
  }

  /// The date of a time that was read, at midnight.
  private static func date(of found: TimeParser.Found, _ today: CivilTime) -> CivilTime? {
    let year = found.year ?? today.year + 1900
    if let dayOfYear = found.dayOfYear, found.month == nil {
      guard dayOfYear <= (Calendar.isLeap(year) ? 366 : 365) else { return nil }
      return CivilTime(days: Calendar.days(year: year, month: 0, day: dayOfYear))
    }
    if found.month != nil, found.day == nil { return nil }
    let month = found.month ?? today.month
    let day = found.day ?? today.day
    guard day <= Calendar.days(inMonth: month, of: year) else { return nil }
    return CivilTime(
      second: 0, minute: 0, hour: 0, day: day, month: month, year: year - 1900)
  }
}
