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
    case .object(let object): object.vector
    default: nil
    }
  }

  /// The value of a vector: a scalar without attributes is stored in place.
  package init(_ vector: Vector) {
    guard vector.count == 1, !vector.hasAttributes else {
      self = .object(vector)
      return
    }
    switch vector.kind {
    case .double: self = .double(vector.doubles[0])
    case .integer: self = .integer(vector.integers[0])
    case .logical: self = .logical(vector.integers[0])
    case .character: self = .string(vector.strings[0])
    default: self = .object(vector)
    }
  }

  package var isVector: Bool { kind.isVector }

  /// The value of a name in an attribute or argument that may also be given as a string.
  package var name: Symbol? {
    switch self {
    case .symbol(let symbol): symbol
    case .string(let string): Symbol(string)
    case .object(let object) where object.kind == .character && object.length > 0:
      Symbol(unsafeDowncast(object, to: CharacterVector.self).elements[0])
    default: nil
    }
  }
}

extension Object {
  /// This object as a vector, if it is one.
  @inlinable package final var vector: Vector? {
    kind >= .raw && kind <= .pairlist ? unsafeDowncast(self, to: Vector.self) : nil
  }
}

/// The elements of a vector whose kind is known. Asking for those of another kind is a programming
/// error.
extension Vector {
  package final var doubles: UnsafeMutableBufferPointer<Double> {
    unsafeDowncast(self, to: DoubleVector.self).elements
  }

  /// Of integer and logical vectors.
  package final var integers: UnsafeMutableBufferPointer<Int32> {
    kind == .logical
      ? unsafeDowncast(self, to: LogicalVector.self).elements
      : unsafeDowncast(self, to: IntegerVector.self).elements
  }

  package final var complexes: UnsafeMutableBufferPointer<ComplexNumber> {
    unsafeDowncast(self, to: ComplexVector.self).elements
  }

  package final var strings: UnsafeMutableBufferPointer<StringHandle> {
    unsafeDowncast(self, to: CharacterVector.self).elements
  }

  package final var bytes: UnsafeMutableBufferPointer<UInt8> {
    unsafeDowncast(self, to: RawVector.self).elements
  }

  /// Of lists, expression vectors and pairlists.
  package final var values: UnsafeMutableBufferPointer<Value> {
    unsafeDowncast(self, to: ListVector.self).elements
  }

  /// The first string of a character vector that has one.
  final var firstString: StringHandle { strings[0] }

  /// The first element of an integer or logical vector that has one.
  final var firstInteger: Int32 { integers[0] }

  /// Element `position` as a value of its own.
  package final func value(at position: Int) -> Value {
    switch kind {
    case .double: .double(doubles[position])
    case .integer: .integer(integers[position])
    case .logical: .logical(integers[position])
    case .character: .string(strings[position])
    case .complex: .object(ComplexVector(CollectionOfOne(complexes[position])))
    case .raw: .object(RawVector(CollectionOfOne(bytes[position])))
    default: values[position]
    }
  }

  /// A vector of a vector kind; elements are not initialised (lists: NULL).
  package static func make(_ kind: Kind, count: Int) -> Vector {
    switch kind {
    case .raw: RawVector(count: count)
    case .logical: LogicalVector(count: count)
    case .integer: IntegerVector(count: count)
    case .double: DoubleVector(count: count)
    case .complex: ComplexVector(count: count)
    case .character: CharacterVector(count: count)
    case .expression, .pairlist: ListVector(kind: kind, count: count)
    default: ListVector(count: count)
    }
  }

  /// Bytes that an element takes.
  final var elementSize: Int {
    switch kind {
    case .raw: 1
    case .logical, .integer, .character: 4
    case .double: 8
    default: 16
    }
  }

  /// A copy without attributes.
  package final func withoutAttributes() -> Vector { resized(to: count) }

  /// The names attribute (of one-dimensional arrays: their dimnames), nil if there is none.
  package final var names: CharacterVector? {
    guard let attributes else { return nil }
    if let names = attributes[.names] { return names.characterVector }
    guard let dim = attributes[.dim], dim.count == 1,
      let dimnames = attributes[.dimnames]?.list, dimnames.count == 1
    else { return nil }
    return dimnames.elements[0].characterVector
  }

  /// The zero-based place of the first element of that name.
  package final func position(ofName name: StringHandle) -> Int? {
    guard let names else { return nil }
    return withExtendedLifetime(names) { names.elements.firstIndex(of: name) }
  }

  /// The dim attribute.
  package final var dimensions: [Int]? {
    guard let dim = attributes?[.dim] else { return nil }
    switch dim {
    case .integer(let extent): return [Int(extent)]
    case .object(let object) where object.kind == .integer:
      return unsafeDowncast(object, to: IntegerVector.self).elements.map { Int($0) }
    default: return nil
    }
  }
}

extension Value {
  /// A character value as a vector object.
  package var characterVector: CharacterVector? {
    switch self {
    case .string(let string): CharacterVector(CollectionOfOne(string))
    case .object(let object) where object.kind == .character:
      unsafeDowncast(object, to: CharacterVector.self)
    default: nil
    }
  }

  /// An integer value as a vector object.
  package var integerVector: IntegerVector? {
    switch self {
    case .integer(let number): IntegerVector(CollectionOfOne(number))
    case .object(let object) where object.kind == .integer:
      unsafeDowncast(object, to: IntegerVector.self)
    default: nil
    }
  }
}
