// Shapes of arrays, and calls as lists.

extension Vector {
  /// Removes the extents of size 1; a vector remains if fewer than two are left.
  package final func dropDimensions() {
    guard let extents = dimensions else { return }
    let kept = extents.indices.filter { extents[$0] != 1 }
    if kept.count == extents.count { return }
    let dimnames = attribute(.dimnames).list
    setAttribute(.dimnames, .null)
    if kept.count > 1 {
      let names = attribute(.dim).attribute(.names).characterVector
      let shape = IntegerVector(kept.map { Int32(truncatingIfNeeded: extents[$0]) })
      if let names { shape.setAttribute(.names, .strings(kept.map { names.elements[$0] })) }
      setAttribute(.dim, .object(shape))
      if let dimnames { keepDimnames(dimnames, kept) }
      return
    }
    setAttribute(.dim, .null)
    guard let dimnames else { return }
    if let only = kept.first {
      setAttribute(.names, dimnames.elements[only])
    } else {
      // One element: its name is clear only if a single extent has names.
      let named = dimnames.elements.filter { !$0.isNull }
      if named.count == 1 { setAttribute(.names, named[0]) }
    }
  }

  private func keepDimnames(_ dimnames: ListVector, _ kept: [Int]) {
    let chosen = ListVector(kept.map { dimnames.elements[$0] })
    guard chosen.elements.contains(where: { !$0.isNull }) else { return }
    if let names = dimnames.names {
      chosen.setAttribute(.names, .strings(kept.map { names.elements[$0] }))
    }
    setAttribute(.dimnames, .object(chosen))
  }
}

extension Call {
  /// The parts of the call as a list: function, then arguments with their names.
  package var asList: ListVector {
    let list = ListVector([function] + arguments.map(\.value))
    if let partNames { list.setAttribute(.names, .strings(partNames)) }
    return list
  }

  /// The call made of changed parts, with the attributes of this one.
  func replaced(by parts: Value) -> Value {
    let changed = parts.list?.asCall ?? .null
    changed.object?.copyAttributes(from: self)
    return changed
  }
}

extension ListVector {
  /// The call whose parts these are; NULL if there are none.
  package var asCall: Value {
    guard count > 0 else { return .null }
    let names = self.names
    let parts = (0..<count).map { k in
      let name = names?.elements[k] ?? .empty
      return Argument(name.isMissing ? .empty : Symbol(name), elements[k])
    }
    return .object(Call(parts[0].value, Array(parts.dropFirst()), label: parts[0].name))
  }
}
