import ApusInterpreter

/// The names of the variables of an environment.
enum EnvironmentListing {
  /// Names in the order of the collation if `sorted`; those with a leading dot only if `all`.
  static func names(_ environment: Environment, all: Bool, sorted: Bool) -> [StringHandle] {
    let strings = environment.interpreter.strings
    var names = environment.listedSymbols.map(\.handle)
    if !all { names.removeAll { strings.bytes($0).first == UInt8(ascii: ".") } }
    if sorted {
      let collation = environment.interpreter.collation
      names.sort { collation.compare($0, $1) < 0 }
    }
    return names
  }
}
