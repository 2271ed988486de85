// Error messages about variables and environments, in R's words.

extension Condition {
  package static func objectNotFound(_ name: String, call: Value = .null) -> Condition {
    error("object '\(name)' not found", call: call)
  }

  package static func functionNotFound(_ name: String, call: Value = .null) -> Condition {
    error("could not find function \"\(name)\"", call: call)
  }

  package static func lockedBinding(_ name: String, call: Value = .null) -> Condition {
    error("cannot change value of locked binding for '\(name)'", call: call)
  }

  package static func lockedEnvironment(call: Value) -> Condition {
    error("cannot add bindings to a locked environment", call: call)
  }
}
