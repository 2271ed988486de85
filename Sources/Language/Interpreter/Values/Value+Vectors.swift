// Reading values as vectors, whatever their storage.

extension Value {
  /// The value as a vector object: scalars are boxed, NULL is an empty list; nil for what is no vector.
  package var vector: Vector? {
    switch self {
    case .double(let number): DoubleVector(CollectionOfOne(number))
    case .integer(let number): IntegerVector(CollectionOfOne(number))
    case .logical(let truth): LogicalVector(CollectionOfOne(truth))
    case .string(let string): CharacterVector(CollectionOfOne(string))
    case .null: ListVector(count: 0)
    case .object(let object): object as? Vector
    default: nil
    }
  }

  /// The value of a vector: a scalar without attributes is stored in place.
  package init(_ vector: Vector) {
    guard vector.count == 1, !vector.hasAttributes else {
      self = .object(vector)
      return
    }
    switch vector {
    case let vector as DoubleVector: self = .double(vector.elements[0])
    case let vector as IntegerVector: self = .integer(vector.elements[0])
    case let vector as LogicalVector: self = .logical(vector.elements[0])
    case let vector as CharacterVector: self = .string(vector.elements[0])
    default: self = .object(vector)
    }
  }
}
