// Conversion between the vector types of R.

extension Interpreter {
  /// `value` as a vector of another atomic type (or list), without attributes.
  ///
  /// The result may be `value` itself when it has the type already. Numbers that text does not spell
  /// become NA with R's warning. Errors: what is not a vector.
  ///
  /// Warnings show `call`, the running function's if it is nil.
  package func coerce(
    _ value: Value, to kind: Kind, call: Value? = nil
  ) throws(Unwind) -> Vector {
    let vector = try self.vector(value, as: kind, call: call)
    return vector.hasAttributes ? vector.withoutAttributes() : vector
  }

  /// As `coerce`, but a vector that has the type already is given as it is, attributes included.
  package func vector(
    _ value: Value, as kind: Kind, call: Value? = nil
  ) throws(Unwind) -> Vector {
    let source: Vector
    switch value {
    case .null: return .make(kind, count: 0)
    case .object(let object):
      guard let vector = object.vector else { return try coerceLanguage(value, to: kind) }
      source = vector
    case .symbol, .promise, .missingArgument: return try coerceLanguage(value, to: kind)
    default:
      guard let vector = value.vector else {
        throw .error(.cannotCoerce(value.kind, to: kind, call: currentCall()))
      }
      source = vector
    }
    if source.kind == kind { return source }
    var problems: CoercionProblems = []
    let result = try convert(source, to: kind, &problems)
    if !problems.isEmpty { try warn(problems, call ?? currentCall()) }
    return result
  }

  /// A vector of another type, without attributes; what goes wrong is noted, not signalled.
  func convert(
    _ source: Vector, to kind: Kind, _ problems: inout CoercionProblems
  ) throws(Unwind) -> Vector {
    if source.kind.isList {
      return try convertList(unsafeDowncast(source, to: ListVector.self), to: kind, &problems)
    }
    switch kind {
    case .raw: return convertToRaw(source, &problems)
    case .logical: return convertToLogical(source)
    case .integer: return convertToInteger(source, &problems)
    case .double: return convertToDouble(source, &problems)
    case .complex: return convertToComplex(source, &problems)
    case .character: return convertToCharacter(source)
    case .list, .expression, .pairlist:
      let result = ListVector(kind: kind, count: source.count)
      let target = result.elements
      for k in 0..<source.count { target[k] = source.value(at: k) }
      return result
    default: throw .error(.cannotCoerce(source.kind, to: kind, call: currentCall()))
    }
  }

  func warn(_ problems: CoercionProblems, _ call: Value) throws(Unwind) {
    if problems.contains(.notANumber) {
      try signalWarning("NAs introduced by coercion", call: call)
    }
    if problems.contains(.integerRange) {
      try signalWarning("NAs introduced by coercion to integer range", call: call)
    }
    if problems.contains(.imaginary) {
      try signalWarning("imaginary parts discarded in coercion", call: call)
    }
    if problems.contains(.rawRange) {
      try signalWarning("out-of-range values treated as 0 in coercion to raw", call: call)
    }
  }
}

/// What a conversion could not keep.
struct CoercionProblems: OptionSet {
  let rawValue: UInt8
  static let notANumber = CoercionProblems(rawValue: 1)
  static let integerRange = CoercionProblems(rawValue: 2)
  static let imaginary = CoercionProblems(rawValue: 4)
  static let rawRange = CoercionProblems(rawValue: 8)
}

// MARK: - To numbers

extension Interpreter {
  private func convertToRaw(_ source: Vector, _ problems: inout CoercionProblems) -> Vector {
    let integers: Vector
    if source.kind == .logical || source.kind == .integer {
      integers = source
    } else {
      var ignored: CoercionProblems = []
      integers = convertToInteger(source, &ignored)
      if ignored.contains(.notANumber) { problems.insert(.notANumber) }
    }
    let result = RawVector(count: source.count)
    let target = result.elements
    var isOutside = false
    let numbers = integers.integers
    for k in 0..<source.count {
      let number = numbers[k]
      let fits = number >= 0 && number < 256
      isOutside = isOutside || !fits
      target[k] = fits ? UInt8(truncatingIfNeeded: number) : 0
    }
    if isOutside { problems.insert(.rawRange) }
    return result
  }

  private func convertToLogical(_ source: Vector) -> Vector {
    let count = source.count
    let result = LogicalVector(count: count)
    let target = result.elements
    switch source.kind {
    case .raw:
      let bytes = source.bytes
      for k in 0..<count { target[k] = bytes[k] != 0 ? 1 : 0 }
    case .integer:
      let numbers = source.integers
      for k in 0..<count {
        let number = numbers[k]
        target[k] = number.isMissing ? .missing : (number != 0 ? 1 : 0)
      }
    case .double:
      let numbers = source.doubles
      for k in 0..<count { target[k] = numbers[k].truth }
    case .complex:
      let numbers = source.complexes
      for k in 0..<count {
        let number = numbers[k]
        target[k] = number.isNaN ? .missing : (number.real != 0 || number.imaginary != 0 ? 1 : 0)
      }
    default:
      let texts = source.strings
      for k in 0..<count { target[k] = truth(of: texts[k]) }
    }
    return result
  }

  private func convertToInteger(_ source: Vector, _ problems: inout CoercionProblems) -> Vector {
    let count = source.count
    let result = IntegerVector(count: count)
    let target = result.elements
    switch source.kind {
    case .raw:
      let bytes = source.bytes
      for k in 0..<count { target[k] = Int32(bytes[k]) }
    case .logical:
      _ = target.update(fromContentsOf: source.integers)
    case .double:
      let numbers = source.doubles
      for k in 0..<count { target[k] = numbers[k].integer(&problems) }
    case .complex:
      let numbers = source.complexes
      for k in 0..<count {
        target[k] = numbers[k].isNaN ? .missing : numbers[k].real.integer(&problems)
        if !numbers[k].isNaN, numbers[k].imaginary != 0 { problems.insert(.imaginary) }
      }
    default:
      let texts = source.strings
      for k in 0..<count { target[k] = number(in: texts[k], &problems).integer(&problems) }
    }
    return result
  }

  private func convertToDouble(_ source: Vector, _ problems: inout CoercionProblems) -> Vector {
    let count = source.count
    let result = DoubleVector(count: count)
    let target = result.elements
    switch source.kind {
    case .raw:
      let bytes = source.bytes
      for k in 0..<count { target[k] = Double(bytes[k]) }
    case .logical, .integer:
      let numbers = source.integers
      for k in 0..<count { target[k] = numbers[k].isMissing ? .missing : Double(numbers[k]) }
    case .complex:
      let numbers = source.complexes
      for k in 0..<count {
        target[k] = numbers[k].real
        if !numbers[k].isNaN, numbers[k].imaginary != 0 { problems.insert(.imaginary) }
      }
    default:
      let texts = source.strings
      for k in 0..<count { target[k] = number(in: texts[k], &problems) }
    }
    return result
  }

  private func convertToComplex(_ source: Vector, _ problems: inout CoercionProblems) -> Vector {
    let count = source.count
    let result = ComplexVector(count: count)
    let target = result.elements
    if source.kind == .character {
      let texts = source.strings
      for k in 0..<count { target[k] = complexNumber(in: texts[k], &problems) }
      return result
    }
    let reals = convertIfNeeded(source, &problems)
    let numbers = reals.doubles
    for k in 0..<count {
      target[k] = numbers[k].isMissing ? .missing : ComplexNumber(numbers[k])
    }
    return result
  }

  /// Any numeric vector as doubles.
  func convertIfNeeded(_ source: Vector, _ problems: inout CoercionProblems) -> Vector {
    source.kind == .double ? source : convertToDouble(source, &problems)
  }
}

extension Double {
  /// As a logical element.
  @inline(__always)
  var truth: Int32 { isNaN ? .missing : (self != 0 ? 1 : 0) }

  /// Truncated to an integer element; NA when it does not fit.
  @inline(__always)
  func integer(_ problems: inout CoercionProblems) -> Int32 {
    if isNaN { return .missing }
    if self >= 2_147_483_648 || self <= -2_147_483_649 {
      problems.insert(.integerRange)
      return .missing
    }
    let truncated = Int32(self)
    if truncated.isMissing { problems.insert(.integerRange) }
    return truncated
  }
}

// MARK: - Lists and language

extension Interpreter {
  private func convertList(
    _ source: ListVector, to kind: Kind, _ problems: inout CoercionProblems
  ) throws(Unwind) -> Vector {
    let values = source.elements
    if kind.isList { return ListVector(kind: kind, values) }
    if kind == .character { return try CharacterVector(elementTexts(values)) }
    if source.kind == .expression {
      throw .error(.listCannotCoerce(.list, to: kind, call: currentCall()))
    }
    let result = Vector.make(kind, count: values.count)
    for k in 0..<values.count {
      guard let element = values[k].vector, element.count == 1, element.kind.isAtomic else {
        throw .error(.listCannotCoerce(source.kind, to: kind, call: currentCall()))
      }
      let one = element.kind == kind ? element : try convert(element, to: kind, &problems)
      switch kind {
      case .raw: result.bytes[k] = one.bytes[0]
      case .logical, .integer: result.integers[k] = one.integers[0]
      case .double: result.doubles[k] = one.doubles[0]
      case .complex: result.complexes[k] = one.complexes[0]
      default: throw .error(.listCannotCoerce(source.kind, to: kind, call: currentCall()))
      }
    }
    return result
  }

  /// Each element as one string: strings as they are, all else deparsed.
  private func elementTexts(
    _ values: UnsafeMutableBufferPointer<Value>
  ) throws(Unwind) -> [StringHandle] {
    var texts: [StringHandle] = []
    texts.reserveCapacity(values.count)
    for value in values { texts.append(try elementText(value)) }
    return texts
  }

  private func elementText(_ value: Value) throws(Unwind) -> StringHandle {
    switch value {
    case .string(let text): return text
    case .symbol(let name): return name.handle
    case .double(let number) where number.isMissing: return strings.intern("NA")
    case .double: return try vector(value, as: .character).firstString
    case .object(let object) where object.length == 1 && object.kind == .character:
      return try vector(value, as: .character).firstString
    default: return strings.intern(deparsedLine(value))
    }
  }

  /// Names and calls as vectors of the types they can be.
  private func coerceLanguage(_ value: Value, to kind: Kind) throws(Unwind) -> Vector {
    switch (value, kind) {
    case (.symbol(let name), .character): return CharacterVector(CollectionOfOne(name.handle))
    case (.missingArgument, .character): return CharacterVector(CollectionOfOne(.empty))
    case (.symbol, .list), (.symbol, .expression), (.missingArgument, .list):
      return ListVector(kind: kind, CollectionOfOne(value))
    case (.object(let object), _) where object.kind == .call:
      let call = unsafeDowncast(object, to: Call.self)
      if kind == .expression { return ListVector(kind: kind, CollectionOfOne(value)) }
      let parts = ListVector(kind: .list, [call.function] + call.arguments.map(\.value))
      if kind.isList { return ListVector(kind: kind, parts.elements) }
      if kind == .character { return try CharacterVector(elementTexts(parts.elements)) }
    case (.object, .list), (.object, .expression):
      return ListVector(kind: kind, CollectionOfOne(value))
    default: break
    }
    throw .error(.cannotCoerce(value.kind, to: kind, call: currentCall()))
  }
}
