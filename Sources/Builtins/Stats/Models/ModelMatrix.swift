import ApusInterpreter
import ApusModelFrames

/// The native half of `model.matrix.default`.
enum ModelMatrices {
  static var all: [Builtin] { [modelMatrix] }

  /// The design matrix of a model frame whose columns are the variables of the terms; `contrasts`
  /// becomes an attribute.
  static let modelMatrix = Builtin(.internal, "modelMatrix(terms, data, contrasts)") {
    call throws(Unwind) in
    let strings = call.strings
    guard let frame = call[1].list else { throw call.error("invalid model frame") }
    let terms = call[0]
    let response = whole(terms.attribute(strings.symbol("response")))
    let labels = (frame.names?.elements.map { strings.text($0) }) ?? []
    let rowNames = rowNames(frame, strings)
    var factors = factors(terms, strings)
    for term in factors.indices where response > 0 && factors[term][Int(response) - 1] > 0 {
      guard factors[term].count(where: { $0 > 0 }) == 1 else { continue }
      factors[term] = factors[term].map { _ in 0 }
      try call.warning("the response appeared on the right-hand side and was dropped")
      try call.warning(
        "problem with term \(term + 1) in model.matrix: no columns are assigned")
    }
    let variables = try variables(call, frame, labels, response: Int(response) - 1)
    let intercept = whole(terms.attribute(strings.symbol("intercept")))
    do {
      let layout = try DesignLayout(
        factors: factors, labels: labels, hasIntercept: intercept == 1, variables: variables,
        rowCount: rowNames.count)
      let result = matrix(layout, rowNames, strings)
      result.setAttribute(strings.symbol("contrasts"), call[2])
      return .object(result)
    } catch {
      throw call.error("\(error)")
    }
  }

  private static func matrix(
    _ layout: DesignLayout, _ rowNames: CharacterVector, _ strings: StringPool
  ) -> DoubleVector {
    let rows = rowNames.count
    let result = DoubleVector(count: rows * layout.columnCount)
    layout.fill(result.elements)
    result.setAttribute(.dim, .integers([Int32(rows), Int32(layout.columnCount)]))
    let names = layout.names.map { strings.intern($0) }
    result.setAttribute(
      .dimnames,
      .list([.object(rowNames), names.isEmpty ? .null : .object(CharacterVector(names))]))
    let assign = layout.assign.map { Int32($0) }
    result.setAttribute(strings.symbol("assign"), .object(IntegerVector(assign)))
    return result
  }

  /// A number of an attribute; 0 when there is none.
  private static func whole(_ value: Value) -> Int32 {
    if case .integer(let number) = value { return number }
    if case .double(let number) = value { return Int32(saturating: number) }
    return 0
  }

  /// The factors matrix of the terms, by terms.
  private static func factors(_ terms: Value, _ strings: StringPool) -> [[Int]] {
    let matrix = terms.attribute(strings.symbol("factors"))
    guard let codes = matrix.integerVector, let shape = codes.dimensions, shape.count == 2 else {
      return []
    }
    defer { withExtendedLifetime(codes) {} }
    return (0..<shape[1]).map { term in
      (0..<shape[0]).map { Int(codes.elements[term * shape[0] + $0]) }
    }
  }

  private static func variables(
    _ call: borrowing Invocation, _ frame: ListVector, _ labels: [String], response: Int
  ) throws(Unwind) -> [ModelVariable?] {
    var result: [ModelVariable?] = []
    for (position, value) in frame.elements.enumerated() {
      if let levels = value.attribute(.levels).characterVector, let codes = value.integerVector {
        defer { withExtendedLifetime((levels, codes)) {} }
        let names = levels.elements.map { call.strings.text($0) }
        result.append(
          .factor(
            codes: Array(codes.elements), levels: names,
            contrasts: contrasts(value, names, call.strings)))
      } else if position == response, value.vector?.kind.isNumeric != true {
        result.append(nil)
      } else if value.kind.isAtomic, value.kind <= .double {
        let numbers = try call.interpreter.vector(value, as: .double)
        defer { withExtendedLifetime(numbers) {} }
        result.append(.numeric(Array(numbers.doubles), suffixes: suffixes(value, call.strings)))
      } else {
        throw call.error("variables of type '\(value.kind.typeName)' are invalid in model matrices")
      }
    }
    return result
  }

  /// What is put behind the name of a matrix of several columns.
  private static func suffixes(_ value: Value, _ strings: StringPool) -> [String] {
    guard let shape = value.vector?.dimensions, shape.count == 2, shape[1] != 1 else { return [""] }
    if let dimnames = value.attribute(.dimnames).list, dimnames.count == 2,
      let names = dimnames.elements[1].characterVector
    {
      defer { withExtendedLifetime(names) {} }
      return names.elements.map { strings.text($0) }
    }
    return (1...max(1, shape[1])).prefix(shape[1]).map { String($0) }
  }

  /// The matrix of contrasts of a factor; indicators when it has none.
  private static func contrasts(
    _ factor: Value, _ levels: [String], _ strings: StringPool
  ) -> Contrasts {
    let matrix = factor.attribute(strings.symbol("contrasts"))
    guard let vector = matrix.vector, let shape = vector.dimensions, shape.count == 2,
      shape[0] == levels.count
    else { return .indicators(levels) }
    let values: [Double] =
      switch vector.kind {
      case .double: Array(vector.doubles)
      case .integer, .logical: vector.integers.map { Double($0) }
      default: []
      }
    guard values.count == shape[0] * shape[1] else { return .indicators(levels) }
    var names = (1...max(1, shape[1])).prefix(shape[1]).map { String($0) }
    if let dimnames = matrix.attribute(.dimnames).list, dimnames.count == 2,
      let given = dimnames.elements[1].characterVector
    {
      defer { withExtendedLifetime(given) {} }
      names = given.elements.map { strings.text($0) }
    }
    return Contrasts(levelCount: shape[0], values: values, names: names)
  }

  /// The row names of a data frame as strings.
  private static func rowNames(_ frame: ListVector, _ strings: StringPool) -> CharacterVector {
    let attribute = frame.attribute(.rowNames)
    if let names = attribute.characterVector { return names }
    let numbers = Interpreter.expandedRowNames(attribute).integerVector ?? IntegerVector(count: 0)
    return CharacterVector(textsOf: numbers, in: strings)
  }
}
