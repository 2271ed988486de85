import ApusInterpreter

/// A value of R, held on behalf of its session.
///
/// Missing values are nil in the arrays of optionals and NaN in `doubles`.
public struct RObject {
  let value: Value
  let session: Session

  init(_ value: Value, _ session: Session) {
    self.value = value
    self.session = session
  }

  /// What `typeof` says, such as `"double"`, `"character"`, `"list"` or `"closure"`.
  public var typeName: String { value.kind.typeName }

  /// What `length` says.
  public var count: Int { value.count }

  public var isNull: Bool { value.isNull }

  /// The elements of a numeric or logical vector.
  public var doubles: [Double] {
    get throws { try elements(.double, DoubleVector.self) }
  }

  /// The elements of an integer or logical vector; nil where missing.
  public var integers: [Int32?] {
    get throws {
      try elements(.integer, IntegerVector.self).map { $0.isMissing ? nil : $0 }
    }
  }

  /// The elements of a logical vector; nil where missing.
  public var logicals: [Bool?] {
    get throws {
      try elements(.logical, LogicalVector.self).map { $0.isMissing ? nil : $0 != 0 }
    }
  }

  /// The elements of a character vector; nil where missing.
  public var strings: [String?] {
    get throws {
      let pool = session.interpreter.strings
      return try elements(.character, CharacterVector.self)
        .map { $0.isMissing ? nil : pool.text($0) }
    }
  }

  /// The elements of a list.
  public var elements: [RObject] {
    guard let list = value.list else { return [] }
    return list.elements.map { RObject($0, session) }
  }

  /// The names of the elements; empty if they have none.
  public var names: [String] {
    guard let names = value.attribute(.names).vector as? CharacterVector else { return [] }
    return names.elements.map { session.interpreter.strings.text($0) }
  }

  /// The first element of that name in a list or data frame.
  public subscript(name: String) -> RObject? {
    zip(names, elements).first { $0.0 == name }?.1
  }

  private func elements<V: TypedVector>(_ kind: Kind, _ type: V.Type) throws -> [V.Element] {
    do throws(Unwind) {
      guard let vector = try session.interpreter.coerce(value, to: kind) as? V else { return [] }
      return Array(vector.elements)
    } catch { throw RError(error, session.interpreter) }
  }
}

// MARK: - From Swift

extension Session {
  public func doubles(_ elements: [Double]) -> RObject { RObject(.doubles(elements), self) }

  public func integers(_ elements: [Int32]) -> RObject { RObject(.integers(elements), self) }

  public func logicals(_ elements: [Bool]) -> RObject {
    RObject(.logicals(elements.map { $0 ? 1 : 0 }), self)
  }

  public func strings(_ elements: [String]) -> RObject {
    RObject(.strings(elements.map { interpreter.strings.intern($0) }), self)
  }

  /// A list; elements without a name have the name `""`.
  public func list(_ elements: [(name: String, value: RObject)]) -> RObject {
    let list = ListVector(elements.map(\.value.value))
    if elements.contains(where: { !$0.name.isEmpty }) {
      list.setAttribute(.names, .strings(elements.map { interpreter.strings.intern($0.name) }))
    }
    return RObject(.object(list), self)
  }

  /// A data frame of columns of one length.
  public func dataFrame(_ columns: [(name: String, value: RObject)]) throws -> RObject {
    try call("as.data.frame", list(columns))
  }
}
