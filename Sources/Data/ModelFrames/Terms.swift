/// A formula worked out: its variables and the terms they form, as `terms.formula` has them.
package struct Terms: Sendable {
  package struct Variable: Sendable {
    package let label: String
    package let expression: Expression
    package var isOffset: Bool {
      if case .call("offset", _) = expression { return true }
      return false
    }
  }

  /// In order of appearance, the response first.
  package private(set) var variables: [Variable] = []
  /// Each term as the set of its variables.
  package private(set) var terms: [VariableSet] = []
  package private(set) var hasIntercept = true
  /// Whether the first variable is the response.
  package private(set) var hasResponse = false
  private var positions: [String: Int] = [:]
  private let dataNames: [String]?

  /// `dataNames`: what `.` may stand for.
  ///
  /// `keepsOrder`: terms stay as written; otherwise they are sorted by degree.
  package init(_ formula: Formula, dataNames: [String]? = nil, keepsOrder: Bool = false) throws {
    self.dataNames = dataNames
    if let response = formula.response {
      hasResponse = true
      _ = index(of: try Self.variable(response))
    }
    terms = unique(try encode(formula.predictors))
    let offsets = variables.indices.filter { variables[$0].isOffset }
    terms.removeAll { term in offsets.contains { term.contains($0) } }
    if !keepsOrder {
      let byDegree = Dictionary(grouping: terms, by: \.count)
      terms = byDegree.keys.sorted().flatMap { byDegree[$0] ?? [] }
    }
  }

  package var labels: [String] { terms.map(label) }
  package var degrees: [Int] { terms.map(\.count) }
  /// The positions of offsets among the variables.
  package var offsets: [Int] { variables.indices.filter { variables[$0].isOffset } }

  private func label(_ term: VariableSet) -> String {
    term.indices.map { variables[$0].label }.joined(separator: ":")
  }

  /// How each variable is coded in each term, by terms, the columns of R's factors matrix: 0 not
  /// in it, 1 by contrasts, 2 by indicators of all levels.
  ///
  /// Contrasts suffice where an earlier term spans the term without the variable.
  package var factors: [[Int]] {
    terms.enumerated().map { position, term in
      variables.indices.map { variable in
        guard term.contains(variable) else { return 0 }
        let margin = term.removing(variable)
        let isSpanned = margin.isEmpty || terms[..<position].contains { margin.isSubset(of: $0) }
        return isSpanned ? 1 : 2
      }
    }
  }

  // MARK: - Working out

  private mutating func encode(_ tree: Formula.Tree) throws -> [VariableSet] {
    switch tree {
    case .variable(let expression, let label):
      return [VariableSet(index(of: Variable(label: label, expression: expression)))]
    case .constant(let value):
      hasIntercept = value == 1
      return []
    case .dot: return try encodeDot()
    case .parentheses(let inner): return try encode(inner)
    case .add(let left, let right): return unique(try encode(left) + encode(right))
    case .remove(let left, let right): return try encodeRemoval(left, right)
    case .interact(let left, let right): return products(try encode(left), try encode(right))
    case .cross(let left, let right):
      let (left, right) = (try encode(left), try encode(right))
      return unique(left + right + products(left, right))
    case .nest(let left, let right):
      let (left, right) = (try encode(left), try encode(right))
      return unique(left + products([left.reduce(VariableSet()) { $0.union($1) }], right))
    case .within(let left, let right):
      let (left, right) = (try encode(left), try encode(right))
      return products(left, [right.reduce(VariableSet()) { $0.union($1) }])
    case .power(let base, let power):
      let base = try encode(base)
      return (1..<power).reduce(base) { result, _ in products(result, base) }
    }
  }

  private mutating func encodeDot() throws -> [VariableSet] {
    guard let dataNames else {
      throw ModelError(.invalidFormula, "'.' in formula and no 'data' argument")
    }
    let taken = hasResponse ? variables[0].expression.variableNames : []
    return dataNames.filter { !taken.contains($0) }.map { name in
      let expression = Expression.symbol(name)
      return VariableSet(index(of: Variable(label: expression.text, expression: expression)))
    }
  }

  /// A constant on the right of a minus has the opposite meaning.
  private mutating func encodeRemoval(
    _ left: Formula.Tree?, _ right: Formula.Tree
  ) throws -> [VariableSet] {
    let left = try left.map { try encode($0) } ?? []
    if case .constant(let value) = right {
      hasIntercept = value == 0
      return left
    }
    let removed = Set(try encode(right))
    return left.filter { !removed.contains($0) }
  }

  private func products(_ left: [VariableSet], _ right: [VariableSet]) -> [VariableSet] {
    unique(left.flatMap { one in right.map { one.union($0) } })
  }

  private func unique(_ terms: [VariableSet]) -> [VariableSet] {
    var seen: Set<VariableSet> = []
    return terms.filter { seen.insert($0).inserted }
  }

  private mutating func index(of variable: Variable) -> Int {
    if let known = positions[variable.label] { return known }
    variables.append(variable)
    positions[variable.label] = variables.count - 1
    return variables.count - 1
  }

  /// The response is one variable, whatever operators it is written with.
  private static func variable(_ tree: Formula.Tree) throws -> Variable {
    guard case .variable(let expression, let label) = tree else {
      throw ModelError(.invalidFormula, "the response must be a variable or a call")
    }
    return Variable(label: label, expression: expression)
  }
}
