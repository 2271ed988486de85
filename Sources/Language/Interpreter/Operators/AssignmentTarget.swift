// The vector that an assignment changes: made fit to be written to.

extension Value {
  /// Takes the vector out of this variable (which becomes NULL) as one of at least `count` elements
  /// that nobody else refers to; the caller writes to it and puts it back.
  ///
  /// A vector that only this variable refers to is given as it is and grows in place by one; any
  /// other is copied.
  mutating func takeVector(count: Int) -> Vector {
    guard case .object(var object) = self, object.vector != nil else {
      let made = vector ?? ListVector(count: 0)
      self = .null
      return made.count < count ? made.grown(to: count) : made
    }
    self = .null
    let isUnique = isKnownUniquelyReferenced(&object)
    let vector = unsafeDowncast(object, to: Vector.self)
    if vector.count < count {
      if isUnique, vector.count + 1 == count, vector.attribute(.dim).isNull {
        vector.appendPadding()
        return vector
      }
      return vector.grown(to: count)
    }
    return isUnique ? vector : unsafeDowncast(vector.shallowCopy(), to: Vector.self)
  }
}

extension Vector {
  /// A longer copy: the shape is lost, names are filled up with "".
  final func grown(to newCount: Int) -> Vector {
    let result = resized(to: newCount)
    result.copyOtherAttributes(from: self)
    if let names {
      let padded = names.copy(resizedTo: newCount)
      for k in count..<max(newCount, count) { padded.elements[k] = .empty }
      result.setAttribute(.names, .object(padded))
    }
    return result
  }

  /// Makes this vector one element longer in place, its names too.
  fileprivate final func appendPadding() {
    switch kind {
    case .double: unsafeDowncast(self, to: DoubleVector.self).append(.missing)
    case .integer: unsafeDowncast(self, to: IntegerVector.self).append(.missing)
    case .logical: unsafeDowncast(self, to: LogicalVector.self).append(.missing)
    case .character: unsafeDowncast(self, to: CharacterVector.self).append(.missing)
    case .complex: unsafeDowncast(self, to: ComplexVector.self).append(.missing)
    case .raw: unsafeDowncast(self, to: RawVector.self).append(0)
    default: unsafeDowncast(self, to: ListVector.self).append(.null)
    }
    if !attribute(.names).isNull { changeNames { $0.append(.empty) } }
  }

  /// Changes the names in place if nobody else refers to them.
  final func changeNames(_ change: (CharacterVector) -> Void) {
    var value = attribute(.names)
    // The attribute keeps its place, and `value` the only reference.
    setAttribute(.names, .missingLogical)
    let names = value.takeVector(count: 0)
    guard names.kind == .character else { return setAttribute(.names, .null) }
    change(unsafeDowncast(names, to: CharacterVector.self))
    setAttribute(.names, .object(names))
  }

  /// Names elements behind the first `start`, which have no names yet.
  final func nameNewElements(_ newNames: [StringHandle], from start: Int) {
    guard !newNames.isEmpty else { return }
    if attribute(.names).isNull {
      setAttribute(.names, .object(CharacterVector(repeating: .empty, count: count)))
    }
    changeNames { names in
      for k in 0..<newNames.count { names.elements[start + k] = newNames[k] }
    }
  }

  /// The list without some elements (zero-based); shape is lost, other attributes stay.
  final func removing(_ isRemoved: [Bool]) -> ListVector {
    let kept = (0..<count).filter { !isRemoved[$0] }
    let result = ListVector(kind: kind, kept.map { values[$0] })
    guard let attributes else { return result }
    let names = self.names
    for entry in attributes.entries where entry.name != .dim && entry.name != .dimnames {
      if entry.name == .names, let names {
        result.setAttribute(
          .names, .object(CharacterVector(kept.map { names.elements[$0] })))
      } else {
        result.setAttribute(entry.name, entry.value)
      }
    }
    if flags.contains(.isS4) { result.flags.insert(.isS4) }
    return result
  }
}

extension Interpreter {
  /// Changes the variable's vector to another type, attributes kept (by lists: names only).
  func convertTarget(_ x: inout Value, to kind: Kind) throws(Unwind) {
    guard let source = x.vector, source.kind != kind else { return }
    var problems: CoercionProblems = []
    let converted = try convert(source, to: kind, &problems)
    if kind.isList && source.kind.isAtomic {
      converted.setAttribute(.names, source.attribute(.names))
    } else {
      converted.copyAttributes(from: source)
    }
    x = .object(converted)
  }
}
