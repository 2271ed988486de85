// Elements: what the machine does when the fast case of reading or storing them does not apply.

extension Interpreter {
  /// An index: a parameter that was not given stands for an empty one, as in `function(x, i) x[i]`.
  @inline(never)
  func resolveIndex(
    _ register: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    switch register.pointee {
    case .missingArgument: return .missingArgument
    case .promise(let promise) where isMissing(promise): return .missingArgument
    default: return try resolve(register, number, activation)
    }
  }

  /// Whether a promise is for a parameter that was not given in its turn.
  func isMissing(_ promise: Promise) -> Bool {
    var next = promise
    for _ in 0..<1000 {
      guard next.value.isUnbound, case .symbol(let name) = next.expression,
        let frame = next.environment, frame.frameCode != nil, let raw = frame.lookup(name)
      else { return false }
      if raw.isMissingArgument { return true }
      guard case .promise(let further) = raw else { return false }
      next = further
    }
    return false
  }

  @inline(never)
  func slowSubset(
    _ x: Registers, _ xNumber: Int, _ index: Registers, _ number: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let object = try resolve(x, xNumber, activation)
    return try callPrimitive(
      .subset, [object, try resolveIndex(index, number, activation)], pc, activation)
  }

  @inline(never)
  func slowSubset2(
    _ x: Registers, _ xNumber: Int, _ index: Registers, _ number: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    if case .object(let object) = x.pointee, object.kind == .environment,
      case .string(let name) = index.pointee
    {
      return try unsafeDowncast(object, to: Environment.self).value(Symbol(name)) ?? .null
    }
    let object = try resolve(x, xNumber, activation)
    let choice = try resolveIndex(index, number, activation)
    if case .string(let name) = choice, let environment = object.environment {
      isVisible = true
      return try environment.value(Symbol(name)) ?? .null
    }
    return try callPrimitive(.subset2, [object, choice], pc, activation)
  }

  @inline(never)
  func slowSubsetMatrix(
    _ x: Registers, _ xNumber: Int, _ indices: Registers, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let object = try resolve(x, xNumber, activation)
    if let element = Self.matrixElement(object, indices) { return element }
    return try callPrimitive(.subset, [object, indices[0], indices[1]], pc, activation)
  }

  /// One element of a plain matrix by row and column.
  private static func matrixElement(_ object: Value, _ indices: Registers) -> Value? {
    guard let place = matrixPosition(object, indices) else { return nil }
    switch object.object {
    case let vector as DoubleVector: return .double(vector.elements[place])
    case let vector as IntegerVector: return .integer(vector.elements[place])
    case let vector as LogicalVector: return .logical(vector.elements[place])
    case let vector as CharacterVector: return .string(vector.elements[place])
    default: return nil
    }
  }

  private static func matrixPosition(_ object: Value, _ indices: Registers) -> Int? {
    // A single named extent names the element.
    if object.attribute(.dimnames).list?.elements.contains(where: \.isNull) ?? false { return nil }
    guard case .object(let dimensions) = object.attribute(.dim),
      let dim = dimensions as? IntegerVector, dim.count == 2
    else { return nil }
    let row = position(indices)
    let column = position(indices + 1)
    let rows = Int(dim.elements[0])
    guard row >= 0, column >= 0, row < rows, column < Int(dim.elements[1]) else { return nil }
    return column * rows + row
  }

  @inline(never)
  func slowDollar(
    _ x: Registers, _ number: Int, _ name: Value, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let object = try resolve(x, number, activation)
    if let environment = object.environment, case .string(let member) = name {
      isVisible = true
      return try environment.value(Symbol(member)) ?? .null
    }
    return try callPrimitive(.dollar, [object, name], pc, activation)
  }

  @inline(never)
  func slowSetSubset(
    _ x: Registers, _ index: Registers, _ number: Int, _ value: Registers, _ valueNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let choice = try resolveIndex(index, number, activation)
    let source = try resolve(value, valueNumber, activation)
    try replace(.subsetAssign, x, [choice], source, pc, activation)
  }

  @inline(never)
  func slowSetSubset2(
    _ x: Registers, _ index: Registers, _ number: Int, _ value: Registers, _ valueNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let choice = try resolveIndex(index, number, activation)
    let source = try resolve(value, valueNumber, activation)
    if case .string(let name) = choice, let environment = x.pointee.environment {
      return try assign(Symbol(name), source, in: environment, pc, activation)
    }
    try replace(.subset2Assign, x, [choice], source, pc, activation)
  }

  @inline(never)
  func slowSetSubsetMatrix(
    _ x: Registers, _ indices: Registers, _ value: Registers, _ valueNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let source = try resolve(value, valueNumber, activation)
    if Self.isUniquelyHeldObject(x), let place = Self.matrixPosition(x.pointee, indices) {
      switch (x.pointee.object, source) {
      case (let vector as DoubleVector, .double(let number)):
        vector.elements[place] = number
        return
      case (let vector as DoubleVector, .integer(let number)) where number != .min:
        vector.elements[place] = Double(number)
        return
      case (let vector as IntegerVector, .integer(let number)):
        vector.elements[place] = number
        return
      case (let vector as LogicalVector, .logical(let truth)):
        vector.elements[place] = truth
        return
      default: break
      }
    }
    try replace(.subsetAssign, x, [indices[0], indices[1]], source, pc, activation)
  }

  static func isUniquelyHeldObject(_ register: Registers) -> Bool {
    register.tag == Tag.object && isUniquelyHeld(register)
  }

  /// Assigns a variable of an environment on behalf of `e$name <- value`.
  private func assign(
    _ name: Symbol, _ value: Value, in environment: Environment,
    _ pc: UnsafeMutablePointer<Instruction>, _ activation: ActivationPlace
  ) throws(Unwind) {
    do throws(Unwind) { try environment.assign(name, value) } catch {
      throw blamed(error, callAt(pc, activation))
    }
  }

  @inline(never)
  func slowSetDollar(
    _ x: Registers, _ name: Value, _ value: Registers, _ valueNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let source = try resolve(value, valueNumber, activation)
    if case .string(let member) = name, let environment = x.pointee.environment {
      return try assign(Symbol(member), source, in: environment, pc, activation)
    }
    try replace(.dollarAssign, x, [name], source, pc, activation)
  }

  /// Runs a primitive replacement function on what r[x] holds, which it may change in place.
  private func replace(
    _ name: Symbol, _ x: Registers, _ indices: [Value], _ value: Value,
    _ pc: UnsafeMutablePointer<Instruction>, _ activation: ActivationPlace
  ) throws(Unwind) {
    guard let function = baseBuiltin(name) else { return }
    let call = callAt(pc, activation).call ?? Call(name)
    activation.pointee.next = pc
    // The register gives its reference away, so that a vector nobody else has is changed in place;
    // a body that fails leaves the first argument as it was.
    var values = [x.take()] + indices + [value]
    do throws(Unwind) {
      x.pointee = try values.withBuffer { (buffer) throws(Unwind) -> Value in
        try function.builtin.body(
          Invocation(
            interpreter: self, arguments: buffer, names: [], function: function, site: call,
            knownEnvironment: nil))
      }
    } catch {
      x.pointee = values[0]
      throw error
    }
  }
}

extension Array {
  /// The elements as a buffer, for a body with typed throws.
  mutating func withBuffer<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws(Unwind) -> Result
  ) throws(Unwind) -> Result {
    var outcome: Swift.Result<Result, Unwind>?
    withUnsafeMutableBufferPointer { buffer in
      do throws(Unwind) { outcome = .success(try body(buffer)) } catch { outcome = .failure(error) }
    }
    guard let outcome else { preconditionFailure("the buffer's body did not run") }
    return try outcome.get()
  }
}
