import Glibc

/// A vector of R: `count` elements in a buffer of its own.
///
/// The subclasses say what the elements are; each gives them as `elements`, a buffer that is valid while the
/// vector lives and does not grow. Writing into it is allowed only to whoever made the vector or
/// knows that nobody else refers to it.
package class Vector: Object {
  package final fileprivate(set) var count: Int
  fileprivate final var capacity: Int
  /// Nil only for elements that are not written out yet: integer sequences, texts of integers.
  @usableFromInline final var storage: UnsafeMutableRawPointer?

  /// Elements are not initialised, except those of lists (NULL).
  fileprivate init(kind: Kind, count: Int, stride: Int) {
    self.count = count
    capacity = count
    storage = Room.allocate(max(count, 1) * stride)
    super.init(kind: kind)
  }

  fileprivate init(kind: Kind, unwritten count: Int) {
    self.count = count
    capacity = 0
    storage = nil
    super.init(kind: kind)
  }

  deinit { free(storage) }

  package final override var length: Int { count }
  fileprivate var stride: Int { 8 }

  package final override func shallowCopy() -> Object {
    let copy = resized(to: count)
    copy.copyAttributes(from: self)
    return copy
  }

  /// A new vector of this type without attributes, whose elements beyond the old ones are NA (NULL, 0).
  package func resized(to count: Int) -> Vector { self }

  /// A new vector of this type, elements not initialised (lists: NULL).
  package func empty(count: Int) -> Vector { self }

  /// Makes room for one more element in place, doubling the buffer when it is full.
  fileprivate final func growByOne() {
    if count == capacity {
      let doubled = max(8, capacity * 2)
      guard let larger = realloc(storage, doubled * stride) else {
        Room.isExhausted(doubled * stride)
      }
      storage = larger
      capacity = doubled
    }
    count += 1
  }

  /// Forgets the elements behind the first `newCount` (plain elements only).
  package func truncate(to newCount: Int) { count = min(count, newCount) }
}

/// A vector whose elements are of one Swift type.
package protocol TypedVector: Vector {
  associatedtype Element
  init(count: Int)
  var elements: UnsafeMutableBufferPointer<Element> { get }
  /// What fills up when a vector is made longer.
  static var padding: Element { get }
}

extension TypedVector {
  @inlinable package init(_ source: some Collection<Element>) {
    self.init(count: source.count)
    _ = elements.update(fromContentsOf: source)
  }

  @inlinable package init(repeating element: Element, count: Int) {
    self.init(count: count)
    elements.update(repeating: element)
  }

  func copy(resizedTo newCount: Int) -> Self {
    let copy = Self(count: newCount)
    let kept = min(newCount, count)
    let target = copy.elements
    let source = elements
    if kept > 0, let from = source.baseAddress {
      target.baseAddress?.update(from: from, count: kept)
    }
    for k in kept..<max(newCount, kept) { target[k] = Self.padding }
    return copy
  }
}

package final class LogicalVector: Vector, TypedVector {
  package init(count: Int) { super.init(kind: .logical, count: count, stride: 4) }
  fileprivate override var stride: Int { 4 }
  @inlinable package var elements: UnsafeMutableBufferPointer<Int32> {
    UnsafeMutableBufferPointer(start: storage?.assumingMemoryBound(to: Int32.self), count: count)
  }
  package static var padding: Int32 { .missing }
  package override func resized(to count: Int) -> Vector { copy(resizedTo: count) }
  package override func empty(count: Int) -> Vector { LogicalVector(count: count) }
  package func append(_ element: Int32) {
    growByOne()
    elements[count - 1] = element
  }
}

package final class IntegerVector: Vector, TypedVector {
  /// First element of a sequence with step 1 that is not written out.
  private(set) var start: Int32 = 0

  package init(count: Int) { super.init(kind: .integer, count: count, stride: 4) }

  /// `start, start + 1, …`, written out only when somebody wants the elements.
  package init(from start: Int32, count: Int) {
    self.start = start
    super.init(kind: .integer, unwritten: count)
  }

  fileprivate override var stride: Int { 4 }

  package var elements: UnsafeMutableBufferPointer<Int32> {
    if storage == nil { writeOut() }
    return UnsafeMutableBufferPointer(
      start: storage?.assumingMemoryBound(to: Int32.self), count: count)
  }

  /// The first element, if this is a sequence with step 1 that is not written out.
  package var compactStart: Int32? { storage == nil ? start : nil }

  private func writeOut() {
    storage = Room.allocate(max(count, 1) * 4)
    capacity = count
    guard let target = storage?.assumingMemoryBound(to: Int32.self) else { return }
    for k in 0..<count { target[k] = start &+ Int32(truncatingIfNeeded: k) }
  }

  package static var padding: Int32 { .missing }
  package override func resized(to count: Int) -> Vector {
    if let start = compactStart, count <= self.count {
      return IntegerVector(from: start, count: count)
    }
    return copy(resizedTo: count)
  }
  package override func empty(count: Int) -> Vector { IntegerVector(count: count) }
  package func append(_ element: Int32) {
    if storage == nil { writeOut() }
    growByOne()
    elements[count - 1] = element
  }
}

package final class DoubleVector: Vector, TypedVector {
  package init(count: Int) { super.init(kind: .double, count: count, stride: 8) }
  @inlinable package var elements: UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: storage?.assumingMemoryBound(to: Double.self), count: count)
  }
  package static var padding: Double { .missing }
  package override func resized(to count: Int) -> Vector { copy(resizedTo: count) }
  package override func empty(count: Int) -> Vector { DoubleVector(count: count) }
  package func append(_ element: Double) {
    growByOne()
    elements[count - 1] = element
  }
}

package final class ComplexVector: Vector, TypedVector {
  package init(count: Int) { super.init(kind: .complex, count: count, stride: 16) }
  fileprivate override var stride: Int { 16 }
  @inlinable package var elements: UnsafeMutableBufferPointer<ComplexNumber> {
    UnsafeMutableBufferPointer(
      start: storage?.assumingMemoryBound(to: ComplexNumber.self), count: count)
  }
  package static var padding: ComplexNumber { .missing }
  package override func resized(to count: Int) -> Vector { copy(resizedTo: count) }
  package override func empty(count: Int) -> Vector { ComplexVector(count: count) }
  package func append(_ element: ComplexNumber) {
    growByOne()
    elements[count - 1] = element
  }
}

package final class CharacterVector: Vector, TypedVector {
  /// The numbers whose texts the elements are, until somebody wants the elements.
  private var source: Texts?

  private final class Texts {
    let numbers: IntegerVector
    let pool: StringPool

    init(_ numbers: IntegerVector, _ pool: StringPool) {
      self.numbers = numbers
      self.pool = pool
    }
  }

  package init(count: Int) { super.init(kind: .character, count: count, stride: 4) }

  /// The decimal texts of integers, written out only when somebody wants the elements.
  package init(textsOf numbers: IntegerVector, in pool: StringPool) {
    source = Texts(numbers, pool)
    super.init(kind: .character, unwritten: numbers.count)
  }

  fileprivate override var stride: Int { 4 }
  @inlinable package var elements: UnsafeMutableBufferPointer<StringHandle> {
    if storage == nil { writeOut() }
    return UnsafeMutableBufferPointer(
      start: storage?.assumingMemoryBound(to: StringHandle.self), count: count)
  }

  @usableFromInline func writeOut() {
    storage = Room.allocate(max(count, 1) * 4)
    capacity = count
    guard let source, let target = storage?.assumingMemoryBound(to: StringHandle.self) else {
      return
    }
    let numbers = source.numbers.elements
    source.pool.intern(UnsafeBufferPointer(rebasing: numbers[..<count]), into: target)
    self.source = nil
  }

  /// Chosen texts without attributes, not written out either; nil when these are written out.
  func unwritten(_ choose: (IntegerVector) -> IntegerVector) -> CharacterVector? {
    guard let source, source.numbers.count == count else { return nil }
    return CharacterVector(textsOf: choose(source.numbers), in: source.pool)
  }

  package static var padding: StringHandle { .missing }
  package override func resized(to newCount: Int) -> Vector {
    if newCount == count, let same = unwritten({ $0 }) { return same }
    return copy(resizedTo: newCount)
  }
  package override func empty(count: Int) -> Vector { CharacterVector(count: count) }
  package func append(_ element: StringHandle) {
    if storage == nil { writeOut() }
    growByOne()
    elements[count - 1] = element
  }
}

package final class RawVector: Vector, TypedVector {
  package init(count: Int) { super.init(kind: .raw, count: count, stride: 1) }
  fileprivate override var stride: Int { 1 }
  @inlinable package var elements: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: storage?.assumingMemoryBound(to: UInt8.self), count: count)
  }
  package static var padding: UInt8 { 0 }
  package override func resized(to count: Int) -> Vector { copy(resizedTo: count) }
  package override func empty(count: Int) -> Vector { RawVector(count: count) }
  package func append(_ element: UInt8) {
    growByOne()
    elements[count - 1] = element
  }
}

/// A list, an expression vector or a pairlist: elements of any type.
package final class ListVector: Vector, TypedVector {
  package convenience init(count: Int) { self.init(kind: .list, count: count) }

  /// `kind` is `.list`, `.expression` or `.pairlist`.
  package init(kind: Kind, count: Int) {
    super.init(kind: kind, count: count, stride: 16)
    storage?.assumingMemoryBound(to: Value.self).initialize(repeating: .null, count: count)
  }

  package convenience init(kind: Kind, _ source: some Collection<Value>) {
    self.init(kind: kind, count: source.count)
    _ = elements.update(fromContentsOf: source)
  }

  deinit { storage?.assumingMemoryBound(to: Value.self).deinitialize(count: count) }

  fileprivate override var stride: Int { 16 }
  @inlinable package var elements: UnsafeMutableBufferPointer<Value> {
    UnsafeMutableBufferPointer(start: storage?.assumingMemoryBound(to: Value.self), count: count)
  }
  package static var padding: Value { .null }

  package override func resized(to count: Int) -> Vector {
    let copy = ListVector(kind: kind, count: count)
    for k in 0..<min(count, self.count) { copy.elements[k] = elements[k] }
    return copy
  }

  package override func empty(count: Int) -> Vector { ListVector(kind: kind, count: count) }

  package override func truncate(to newCount: Int) {
    guard newCount < count else { return }
    if let values = storage?.assumingMemoryBound(to: Value.self) {
      (values + newCount).deinitialize(count: count - newCount)
    }
    super.truncate(to: newCount)
  }

  package func append(_ element: Value) {
    growByOne()
    (elements.baseAddress.unsafelyUnwrapped + count - 1).initialize(to: element)
  }
}
