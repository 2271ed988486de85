import ApusInterpreter
import ApusLinearAlgebra

/// The group Summary: `sum`, `prod`, `max`, `min`, `range`, `any`, `all`; and the mean.
enum Summaries {
  static var all: [Builtin] {
    [sum, prod, extreme("max", isMaximum: true), extreme("min", isMaximum: false), range, mean]
      + [truth("any", decisive: 1), truth("all", decisive: 0)]
  }

  /// The arguments without `na.rm`, and whether that is TRUE.
  private static func operands(
    _ call: borrowing Invocation
  ) throws(Unwind) -> (values: [Value], removesMissing: Bool) {
    if call.names.isEmpty { return (Array(call.arguments), false) }
    var values: [Value] = []
    var removes = false
    for k in 0..<call.count {
      if call.name(k) == .naRm {
        removes = try call.logicals(k).elements.first.map { $0 != 0 } ?? false
      } else {
        values.append(call[k])
      }
    }
    return (values, removes)
  }

  private static func invalidType(_ value: Value, _ call: borrowing Invocation) -> Unwind {
    call.error("invalid 'type' (\(value.kind.typeName)) of argument")
  }
}

// MARK: - Sums

extension Summaries {
  private static let sum = Builtin(.primitive, "sum(..., na.rm = FALSE)", dispatch: .summary) {
    call throws(Unwind) in
    if call.count == 1, case .object(let object) = call[0], object.kind == .double {
      let numbers = unsafeDowncast(object, to: DoubleVector.self).elements
      return .double(preferringMissing(Double(total(numbers, false).sum), numbers))
    }
    let (values, removesMissing) = try operands(call)
    var whole = WholeSum()
    var real = 0.0
    var complex: ComplexNumber?
    var isReal = false
    for value in values {
      guard value.kind <= .complex, value.kind != .raw else { throw invalidType(value, call) }
      guard !value.isNull, let vector = value.vector else { continue }
      switch vector.kind {
      case .logical, .integer: whole.add(vector.integers, removesMissing)
      case .double:
        isReal = true
        let subtotal = Double(total(vector.doubles, removesMissing).sum)
        real = real.isMissing ? real : real + preferringMissing(subtotal, vector.doubles)
      default:
        var subtotal = complex ?? ComplexNumber(0)
        for z in vector.complexes where !(removesMissing && z.isNaN) {
          subtotal = ComplexNumber(subtotal.real + z.real, subtotal.imaginary + z.imaginary)
        }
        complex = subtotal
      }
    }
    if let complex {
      let rest = real + whole.asDouble
      return .object(
        ComplexVector(
          CollectionOfOne(ComplexNumber(complex.real + rest, complex.imaginary))))
    }
    if isReal { return .double(whole.isMissing ? .missing : real + whole.asDouble) }
    return whole.value
  }

  /// A sum that is no number is NA if there is an NA among the numbers, wherever it stands.
  private static func preferringMissing(
    _ sum: Double, _ numbers: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    sum.isNaN && numbers.contains(where: \.isMissing) ? .missing : sum
  }

  /// Sum and count of doubles, in the widest precision of the machine as R does.
  static func total(
    _ numbers: UnsafeMutableBufferPointer<Double>, _ removesMissing: Bool
  ) -> (sum: ExtendedDouble, count: Int) {
    if !removesMissing { return (sequentialSum(UnsafeBufferPointer(numbers)), numbers.count) }
    var sum: ExtendedDouble = 0
    var count = 0
    for number in numbers where !number.isNaN {
      sum += ExtendedDouble(number)
      count += 1
    }
    return (sum, count)
  }

  /// A sum of integers, which becomes a double when it no longer fits.
  private struct WholeSum {
    private var sum = 0
    private(set) var isMissing = false

    mutating func add(_ numbers: UnsafeMutableBufferPointer<Int32>, _ removesMissing: Bool) {
      var sum = 0
      var missing = 0
      for number in numbers {
        let isMissing = number == .min
        sum &+= isMissing ? 0 : Int(number)
        missing &+= isMissing ? 1 : 0
      }
      self.sum &+= sum
      if missing > 0 && !removesMissing { isMissing = true }
    }

    var asDouble: Double { isMissing ? .missing : Double(sum) }

    var value: Value {
      if isMissing { return .integer(Int32.missing) }
      return abs(sum) <= Int(Int32.max) ? .integer(sum) : .double(Double(sum))
    }
  }

  private static let prod = Builtin(.primitive, "prod(..., na.rm = FALSE)", dispatch: .summary) {
    call throws(Unwind) in
    let (values, removesMissing) = try operands(call)
    var product: ExtendedDouble = 1
    var complex: ComplexNumber?
    for value in values {
      guard value.kind <= .complex, value.kind != .raw else { throw invalidType(value, call) }
      if value.isNull { continue }
      if value.kind == .complex {
        for z in try call.vector(value, as: .complex).complexes
        where !(removesMissing && z.isNaN) {
          complex = (complex ?? ComplexNumber(1)) * z
        }
        continue
      }
      for number in try call.vector(value, as: .double).doubles
      where !(removesMissing && number.isNaN) {
        product *= ExtendedDouble(number)
      }
    }
    if let complex {
      let scale = Double(product)
      return .object(
        ComplexVector(
          CollectionOfOne(ComplexNumber(complex.real * scale, complex.imaginary * scale))))
    }
    return .double(Double(product))
  }

  /// The mean: for doubles with a second pass over the deviations.
  private static let mean = Builtin(.internal, "mean(x)") { call throws(Unwind) in
    guard let vector = call[0].vector, vector.kind >= .logical, vector.kind <= .complex else {
      throw call.error("invalid 'type' (\(call[0].kind.typeName)) of argument")
    }
    let count = ExtendedDouble(vector.count)
    switch vector.kind {
    case .double: return .double(mean(of: vector.doubles))
    case .complex:
      let parts = vector.complexes
      let real = DoubleVector(parts.map(\.real))
      let imaginary = DoubleVector(parts.map(\.imaginary))
      let result = ComplexNumber(mean(of: real.elements), mean(of: imaginary.elements))
      return .object(ComplexVector(CollectionOfOne(result)))
    default:
      var sum: ExtendedDouble = 0
      for number in vector.integers {
        if number.isMissing { return .double(.missing) }
        sum += ExtendedDouble(number)
      }
      return .double(Double(sum / count))
    }
  }

  static func mean(of numbers: UnsafeMutableBufferPointer<Double>) -> Double {
    let count = ExtendedDouble(numbers.count)
    let first = total(numbers, false).sum / count
    guard Double(first).isFinite else { return Double(first) }
    var rest: ExtendedDouble = 0
    for number in numbers { rest += ExtendedDouble(number) - first }
    return Double(first + rest / count)
  }
}

// MARK: - Any and all

extension Summaries {
  private static func truth(_ name: String, decisive: Int32) -> Builtin {
    Builtin(.primitive, "\(name)(..., na.rm = FALSE)", dispatch: .summary) { call throws(Unwind) in
      let (values, removesMissing) = try operands(call)
      var hasMissing = false
      for value in values {
        if value.isNull { continue }
        guard value.isVector else { throw invalidType(value, call) }
        if value.kind > .integer || value.kind == .raw, value.count > 0 {
          try call.warning("coercing argument of type '\(value.kind.typeName)' to logical")
        }
        for element in try call.vector(value, as: .logical).integers {
          if element == decisive { return .logical(decisive) }
          hasMissing = hasMissing || element.isMissing
        }
      }
      return hasMissing && !removesMissing ? .missingLogical : .logical(1 - decisive)
    }
  }
}

// MARK: - Extremes

extension Summaries {
  private static func extreme(_ name: String, isMaximum: Bool) -> Builtin {
    Builtin(.primitive, "\(name)(..., na.rm = FALSE)", dispatch: .summary) { call throws(Unwind) in
      let (values, removesMissing) = try operands(call)
      var kind = Kind.integer
      for value in values {
        guard value.isNull || value.kind.isAtomic && value.kind != .raw && value.kind != .complex
        else { throw invalidType(value, call) }
        if value.kind != .logical { kind = max(kind, value.kind) }
      }
      if kind == .character {
        return try extremeText(call, values, isMaximum, removesMissing)
      }
      let isWhole = kind == .integer && values.contains { $0.count > 0 }
      var search = ExtremeSearch(isMaximum: isMaximum, removesMissing: removesMissing)
      for value in values where !value.isNull {
        if value.kind == .double {
          search.look(through: try call.vector(value, as: .double).doubles)
        } else {
          search.look(through: try call.vector(value, as: .integer).integers)
        }
      }
      if search.isEmpty {
        try call.warning(
          "no non-missing arguments to \(name); returning \(isMaximum ? "-Inf" : "Inf")")
        return .double(isMaximum ? -.infinity : .infinity)
      }
      guard isWhole else { return .double(search.result) }
      return .integer(search.result.isNaN ? .missing : Int32(search.result))
    }
  }

  private static func extremeText(
    _ call: borrowing Invocation, _ values: [Value], _ isMaximum: Bool, _ removesMissing: Bool
  ) throws(Unwind) -> Value {
    let collation = call.interpreter.collation
    var best: StringHandle?
    for value in values where !value.isNull {
      for text in try call.vector(value, as: .character).strings {
        if text.isMissing {
          if removesMissing { continue }
          return .string(.missing)
        }
        guard let old = best else {
          best = text
          continue
        }
        let order = collation.compare(text, old)
        if isMaximum ? order > 0 : order < 0 { best = text }
      }
    }
    if best == nil { try call.warning("no non-missing arguments, returning NA") }
    return .string(best ?? .missing)
  }

  private static let range = Builtin(.primitive, "range(..., na.rm = FALSE)", dispatch: .summary) {
    call throws(Unwind) in
    if call.count == 1, call.names.isEmpty, call[0].count > 0, call[0].kind.isNumeric,
      let vector = call[0].vector
    {
      var low = ExtremeSearch(isMaximum: false, removesMissing: false)
      var high = ExtremeSearch(isMaximum: true, removesMissing: false)
      if vector.kind == .double {
        low.look(through: vector.doubles)
        high.look(through: vector.doubles)
        return .doubles([low.result, high.result])
      }
      low.look(through: vector.integers)
      high.look(through: vector.integers)
      if low.result.isNaN { return .integers([.missing, .missing]) }
      return .integers([Int32(low.result), Int32(high.result)])
    }
    var arguments: [Argument] = []
    for k in 0..<call.count { arguments.append(Argument(call.name(k), call[k])) }
    return try call.interpreter.callFunction("range.default", arguments)
  }
}

/// The largest or smallest number seen; NA wins over NaN, NaN over numbers.
struct ExtremeSearch {
  let isMaximum: Bool
  let removesMissing: Bool
  private var best: Double
  private var missing: Double?
  private(set) var isEmpty = true

  init(isMaximum: Bool, removesMissing: Bool) {
    self.isMaximum = isMaximum
    self.removesMissing = removesMissing
    best = isMaximum ? -.infinity : .infinity
  }

  var result: Double { missing ?? best }

  mutating func look(through numbers: UnsafeMutableBufferPointer<Double>) {
    var best = self.best
    var count = 0
    for number in numbers {
      if number.isNaN {
        if removesMissing { continue }
        if missing?.isMissing != true { missing = number }
      } else if isMaximum ? number > best : number < best {
        best = number
      }
      count += 1
    }
    self.best = best
    if count > 0 { isEmpty = false }
  }

  mutating func look(through numbers: UnsafeMutableBufferPointer<Int32>) {
    var (least, greatest): (Int32, Int32) = (.max, .min)
    var missingCount = 0
    for number in numbers {
      let isMissing = number == .min
      missingCount &+= isMissing ? 1 : 0
      least = min(least, isMissing ? .max : number)
      greatest = max(greatest, number)
    }
    if missingCount > 0 && !removesMissing { missing = .missing }
    if missingCount < numbers.count {
      let found = Double(isMaximum ? greatest : least)
      best = isMaximum ? max(best, found) : min(best, found)
      isEmpty = false
    } else if missingCount > 0 && !removesMissing {
      isEmpty = false
    }
  }
}
