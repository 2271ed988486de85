import ApusInterpreter

/// Builds the list of fields that a broken-down time of R is.
struct TimeFields {
  private let second: DoubleVector
  private let numbers: [IntegerVector]
  private let zoneNames: CharacterVector?
  private let offsets: IntegerVector?
  private let zone: TimeZone
  private let strings: StringPool

  init(count: Int, zone: TimeZone, strings: StringPool) {
    second = DoubleVector(count: count)
    numbers = (0..<8).map { _ in IntegerVector(count: count) }
    zoneNames = zone.isUTC ? nil : CharacterVector(count: count)
    offsets = zone.isUTC ? nil : IntegerVector(count: count)
    self.zone = zone
    self.strings = strings
  }

  /// Sets time `k` to fields, with what holds in its zone.
  func set(_ k: Int, _ time: CivilTime, _ period: ZoneRules.Period, offset: Int?) {
    second.elements[k] = time.second
    let values = [
      time.minute, time.hour, time.day, time.month, time.year, time.weekday, time.dayOfYear,
      period.isSummer.map { $0 ? 1 : 0 } ?? -1,
    ]
    for (field, value) in zip(numbers, values) {
      field.elements[k] = Int32(truncatingIfNeeded: value)
    }
    zoneNames?.elements[k] = strings.intern(period.name)
    offsets?.elements[k] = offset.map { Int32($0) } ?? .missing
  }

  /// Sets time `k` missing; infinite times keep their seconds.
  func setMissing(_ k: Int, seconds: Double = .missing) {
    second.elements[k] = seconds
    for field in numbers { field.elements[k] = .missing }
    numbers[7].elements[k] = -1
    zoneNames?.elements[k] = .empty
    offsets?.elements[k] = .missing
  }

  /// The object; `names` are those of the times, kept with the years.
  func object(names: Value, zoneAttribute: Bool = true) -> Value {
    if !names.isNull { numbers[4].setAttribute(.names, names) }
    var labels = ["sec", "min", "hour", "mday", "mon", "year", "wday", "yday", "isdst"]
    var fields = [Value.object(second)] + numbers.map { Value.object($0) }
    if let zoneNames, let offsets {
      labels += ["zone", "gmtoff"]
      fields += [.object(zoneNames), .object(offsets)]
    }
    let list = ListVector(count: fields.count)
    for (k, field) in fields.enumerated() { list.elements[k] = field }
    list.setAttribute(.names, .strings(labels.map { strings.intern($0) }))
    list.setAttribute(
      .class_, .strings(["POSIXlt", "POSIXt"].map { strings.intern($0) }))
    if zoneAttribute {
      list.setAttribute(.tzone, .strings(zone.attribute.map { strings.intern($0) }))
    }
    return .object(list)
  }
}

/// Reads the fields of a broken-down time of R.
struct TimeFieldReader {
  let count: Int
  private let second: DoubleVector
  private let numbers: [IntegerVector]
  private let zoneNames: CharacterVector?
  private let offsets: IntegerVector?

  init(_ call: borrowing Invocation, _ position: Int) throws(Unwind) {
    guard let list = call[position].list, list.count >= 9 else {
      throw call.error("invalid 'x' argument")
    }
    let interpreter = call.interpreter
    second = unsafeDowncast(
      try interpreter.vector(list.elements[0], as: .double), to: DoubleVector.self)
    var numbers: [IntegerVector] = []
    for k in 1..<9 {
      numbers.append(
        unsafeDowncast(
          try interpreter.vector(list.elements[k], as: .integer), to: IntegerVector.self))
    }
    self.numbers = numbers
    zoneNames = list.count > 9 ? list.elements[9].vector as? CharacterVector : nil
    offsets = list.count > 10 ? list.elements[10].vector as? IntegerVector : nil
    let sizes = [second.count] + numbers.map(\.count)
    count = sizes.contains(0) ? 0 : sizes.max() ?? 0
  }

  /// Names of the times.
  func names(_ call: borrowing Invocation, _ position: Int) -> Value {
    call[position].list?.elements[5].attribute(.names) ?? .null
  }

  /// The fields of time `k`; nil if one is missing.
  subscript(k: Int) -> CivilTime? {
    let seconds = second.elements[k % second.count]
    guard seconds.isFinite else { return nil }
    let values = numbers.map { $0.elements[k % $0.count] }
    guard !values[0..<5].contains(where: \.isMissing) else { return nil }
    var time = CivilTime(
      second: seconds, minute: Int(values[0]), hour: Int(values[1]), day: Int(values[2]),
      month: Int(values[3]), year: Int(values[4]))
    time.summer = values[7].isMissing ? -1 : Int(values[7])
    return time
  }

  /// The seconds of time `k`, also if it is missing or infinite.
  func seconds(_ k: Int) -> Double {
    second.count == 0 ? .missing : second.elements[k % second.count]
  }

  func zoneName(_ k: Int) -> StringHandle? {
    guard let zoneNames, zoneNames.count > 0 else { return nil }
    return zoneNames.elements[k % zoneNames.count]
  }

  func offset(_ k: Int) -> Int? {
    guard let offsets, offsets.count > 0 else { return nil }
    let offset = offsets.elements[k % offsets.count]
    return offset.isMissing ? nil : Int(offset)
  }
}
