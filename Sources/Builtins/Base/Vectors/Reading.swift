import ApusInterpreter
import Glibc

// How the vector builtins read names, dimensions and single elements.

extension Value {
  /// The value as a character vector, if it is one.
  var characterVector: CharacterVector? {
    kind == .character ? vector as? CharacterVector : nil
  }

  /// The `names` attribute, without looking at dimnames.
  var namesVector: CharacterVector? { attribute(.names).characterVector }

  /// What `names()` answers for a vector: the attribute, or the dimnames of a one-dimensional array.
  var elementNames: CharacterVector? {
    guard case .object(let object) = self, object.hasAttributes else { return nil }
    if let names = namesVector { return names }
    guard dimensions?.count == 1, let all = attribute(.dimnames).list, all.count == 1 else {
      return nil
    }
    return all.elements[0].characterVector
  }

  /// The `dim` attribute.
  var dimensions: [Int]? {
    switch attribute(.dim) {
    case .integer(let size): return [Int(size)]
    case .double(let size): return [Int(size)]
    case .object(let object):
      if let sizes = object as? IntegerVector { return sizes.elements.map { Int($0) } }
      if let sizes = object as? DoubleVector { return sizes.elements.map { Int($0) } }
      return nil
    default: return nil
    }
  }

  var isMatrix: Bool { dimensions?.count == 2 }

  /// The dimnames as one value for each dimension, if there are any.
  var dimensionNames: ListVector? { attribute(.dimnames).list }
}

extension TypedVector {
  /// The elements in an array of their own: of a vector that nobody keeps.
  var array: [Element] { withExtendedLifetime(self) { Array(elements) } }
}

extension Vector {
  /// Element `k` as a value of its own, without attributes.
  func elementValue(_ k: Int) -> Value {
    switch kind {
    case .logical: .logical(unsafeDowncast(self, to: LogicalVector.self).elements[k])
    case .integer: .integer(unsafeDowncast(self, to: IntegerVector.self).elements[k])
    case .double: .double(unsafeDowncast(self, to: DoubleVector.self).elements[k])
    case .character: .string(unsafeDowncast(self, to: CharacterVector.self).elements[k])
    case .complex:
      .object(
        ComplexVector(
          CollectionOfOne(unsafeDowncast(self, to: ComplexVector.self).elements[k])))
    case .raw:
      .object(RawVector(CollectionOfOne(unsafeDowncast(self, to: RawVector.self).elements[k])))
    default: unsafeDowncast(self, to: ListVector.self).elements[k]
    }
  }

  /// Copies `count` elements of a vector of the same kind; the caller owns this vector.
  func copyElements(from source: Vector, at start: Int, count: Int, to target: Int) {
    guard count > 0 else { return }
    switch kind {
    case .logical:
      copyBuffer(
        unsafeDowncast(source, to: LogicalVector.self).elements, start, count,
        unsafeDowncast(self, to: LogicalVector.self).elements, target)
    case .integer:
      copyBuffer(
        unsafeDowncast(source, to: IntegerVector.self).elements, start, count,
        unsafeDowncast(self, to: IntegerVector.self).elements, target)
    case .double:
      copyBuffer(
        unsafeDowncast(source, to: DoubleVector.self).elements, start, count,
        unsafeDowncast(self, to: DoubleVector.self).elements, target)
    case .character:
      copyBuffer(
        unsafeDowncast(source, to: CharacterVector.self).elements, start, count,
        unsafeDowncast(self, to: CharacterVector.self).elements, target)
    case .complex:
      copyBuffer(
        unsafeDowncast(source, to: ComplexVector.self).elements, start, count,
        unsafeDowncast(self, to: ComplexVector.self).elements, target)
    case .raw:
      copyBuffer(
        unsafeDowncast(source, to: RawVector.self).elements, start, count,
        unsafeDowncast(self, to: RawVector.self).elements, target)
    default:
      copyBuffer(
        unsafeDowncast(source, to: ListVector.self).elements, start, count,
        unsafeDowncast(self, to: ListVector.self).elements, target)
    }
  }

  /// The elements at these places (counted from 0; −1 gives NA), without attributes.
  func gathered(_ places: UnsafeBufferPointer<Int32>) -> Vector {
    let result = empty(count: places.count)
    switch kind {
    case .logical: gatherBuffer(self as? LogicalVector, places, result as? LogicalVector)
    case .integer: gatherBuffer(self as? IntegerVector, places, result as? IntegerVector)
    case .double: gatherBuffer(self as? DoubleVector, places, result as? DoubleVector)
    case .character: gatherBuffer(self as? CharacterVector, places, result as? CharacterVector)
    case .complex: gatherBuffer(self as? ComplexVector, places, result as? ComplexVector)
    case .raw: gatherBuffer(self as? RawVector, places, result as? RawVector)
    default: gatherBuffer(self as? ListVector, places, result as? ListVector)
    }
    return result
  }

  func gathered(_ places: [Int32]) -> Vector {
    places.withUnsafeBufferPointer { gathered($0) }
  }
}

@inline(__always)
private func copyBuffer<Element>(
  _ source: UnsafeMutableBufferPointer<Element>, _ start: Int, _ count: Int,
  _ target: UnsafeMutableBufferPointer<Element>, _ place: Int
) {
  guard let from = source.baseAddress, let to = target.baseAddress else { return }
  (to + place).update(from: from + start, count: count)
}

@inline(__always)
private func gatherBuffer<V: TypedVector>(
  _ source: V?, _ places: UnsafeBufferPointer<Int32>, _ target: V?
) {
  guard let from = source?.elements, let to = target?.elements else { return }
  for k in 0..<places.count {
    let place = Int(places[k])
    to[k] = place >= 0 ? from[place] : V.padding
  }
}

extension Invocation {
  /// Refuses a vector for which there is no memory.
  func checkRoom(_ count: Double, _ kind: Kind) throws(Unwind) {
    try Unwind.checkRoom(count, kind)
  }

  /// Whether argument `position` is absent or was given as nothing.
  func isAbsent(_ position: Int) -> Bool {
    position >= count || self[position].isMissingArgument
  }

  /// Whether argument `position` was left out or empty in the call; an empty symbol is a value.
  func isNotGiven(_ position: Int) -> Bool { position >= count || isWrittenEmpty(position) }

  /// The error for a call with the wrong number of arguments, as primitives say it.
  func wrongCount(_ name: String, requires: Int) -> Unwind {
    let given = arguments.count { !$0.isMissingArgument }
    return error(
      "\(given) argument\(given == 1 ? "" : "s") passed to '\(name)' which requires \(requires)")
  }

  /// An argument that must be an environment.
  func environment(_ position: Int, _ message: String) throws(Unwind) -> Environment {
    guard let found = self[position].asEnvironment else { throw error(message) }
    return found
  }
}
