// A formula lives through four times: syntax (`Formula`), terms (`Terms`), schema (the levels of
// its variables) and data (`DesignMatrix`, or `ModelBatch` for streams).
// Start reading at `Formula`, then `Terms`.

/// An expression of a model formula, cut down to what formulas are made of.
package indirect enum Expression: Hashable, Codable, Sendable {
  case symbol(String)
  case number(Double)
  case string(String)
  case logical(Bool)
  case call(String, [Argument])

  package struct Argument: Hashable, Codable, Sendable {
    package var name: String?
    package var value: Expression

    package init(_ value: Expression, name: String? = nil) {
      self.name = name
      self.value = value
    }
  }
}

/// A model formula.
///
/// The texts of its variables come from whoever made it, since only R's own
/// deparser spells any call as R does.
package struct Formula: Sendable {
  /// A node of either side: the operators of formulas, and variables.
  package indirect enum Tree: Sendable {
    /// Anything that is not a formula operator, with the text R writes for it.
    case variable(Expression, label: String)
    /// 0 or 1.
    case constant(Double)
    /// Every other variable of the data.
    case dot
    case parentheses(Tree)
    case add(Tree, Tree)
    case remove(Tree?, Tree)
    case interact(Tree, Tree)
    case cross(Tree, Tree)
    case nest(Tree, Tree)
    case within(Tree, Tree)
    case power(Tree, Int)
  }

  package var response: Tree?
  package var predictors: Tree

  package init(response: Tree?, predictors: Tree) {
    self.response = response
    self.predictors = predictors
  }
}

/// What is wrong with a formula or its variables, in the words R uses where it has them.
package struct ModelError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case invalidFormula, unknownVariable, invalidType, noData
  }

  package var code: Code
  package var message: String
  /// The variable in question.
  package var variable: String?

  package init(_ code: Code, _ message: String, variable: String? = nil) {
    self.code = code
    self.message = message
    self.variable = variable
  }

  package var description: String { message }
}
