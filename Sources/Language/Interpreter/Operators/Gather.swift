// Copying chosen elements out of vectors.

extension Vector {
  /// The elements at one-based positions, without attributes; NA (NULL, 0) where there is none.
  func gather(_ positions: IntegerVector) -> Vector {
    if let start = positions.compactStart, start > 0, Int(start) - 1 + positions.count <= count {
      return slice(from: Int(start) - 1, count: positions.count)
    }
    if kind == .character,
      let chosen = unsafeDowncast(self, to: CharacterVector.self).unwritten({
        unsafeDowncast($0.gather(positions), to: IntegerVector.self)
      })
    {
      return chosen
    }
    let places = UnsafeBufferPointer(positions.elements)
    let result = empty(count: places.count)
    switch kind {
    case .double: gatherElements(doubles, places, result.doubles, .missing)
    case .logical, .integer: gatherElements(integers, places, result.integers, .missing)
    case .character: gatherElements(strings, places, result.strings, .missing)
    case .complex: gatherElements(complexes, places, result.complexes, .missing)
    case .raw: gatherElements(bytes, places, result.bytes, 0)
    default: gatherElements(values, places, result.values, .null)
    }
    return result
  }

  /// Consecutive elements, without attributes.
  func slice(from start: Int, count size: Int) -> Vector {
    if kind == .integer {
      let source = unsafeDowncast(self, to: IntegerVector.self)
      if let first = source.compactStart {
        return IntegerVector(from: first + Int32(truncatingIfNeeded: start), count: size)
      }
    }
    if kind == .character,
      let part = unsafeDowncast(self, to: CharacterVector.self).unwritten({
        unsafeDowncast($0.slice(from: start, count: size), to: IntegerVector.self)
      })
    {
      return part
    }
    let result = empty(count: size)
    if size == 0 { return result }
    if kind.isList {
      let (from, to) = (values, result.values)
      for k in 0..<size { to[k] = from[start + k] }
    } else if let from = storage, let to = result.storage {
      to.copyMemory(from: from + start * elementSize, byteCount: size * elementSize)
    }
    return result
  }
}

// MARK: - By truth

extension Vector {
  /// The elements whose truth is not FALSE, NA where it is NA; nil for lists.
  func filter(_ truths: UnsafeBufferPointer<Int32>) -> Vector? {
    guard kind.isAtomic, truths.count == count else { return nil }
    var size = 0
    var signs: Int32 = 0
    for truth in truths {
      size &+= isKept(truth)
      signs |= truth
    }
    // One element more, so that the loop can write before it knows whether to keep.
    let result = empty(count: size + 1)
    switch kind {
    case .double: filterElements(doubles, truths, signs < 0, result.doubles, .missing)
    case .logical, .integer: filterElements(integers, truths, signs < 0, result.integers, .missing)
    case .character: filterElements(strings, truths, signs < 0, result.strings, .missing)
    case .complex: filterElements(complexes, truths, signs < 0, result.complexes, .missing)
    default: filterElements(bytes, truths, signs < 0, result.bytes, 0)
    }
    result.truncate(to: size)
    return result
  }
}

/// 1 for TRUE and NA, 0 for FALSE, without a branch.
@inline(__always)
private func isKept(_ truth: Int32) -> Int {
  Int(UInt32(bitPattern: truth | (0 &- truth)) >> 31)
}

@inline(__always)
private func filterElements<Element>(
  _ source: UnsafeMutableBufferPointer<Element>, _ truths: UnsafeBufferPointer<Int32>,
  _ hasMissing: Bool, _ result: UnsafeMutableBufferPointer<Element>, _ padding: Element
) {
  guard let to = result.baseAddress, let elements = source.baseAddress,
    let from = truths.baseAddress
  else { return }
  var used = 0
  for k in 0..<truths.count {
    to[used] = elements[k]
    if hasMissing, from[k] == .min { to[used] = padding }
    used &+= isKept(from[k])
  }
}

@inline(__always)
private func gatherElements<Element>(
  _ source: UnsafeMutableBufferPointer<Element>, _ places: UnsafeBufferPointer<Int32>,
  _ result: UnsafeMutableBufferPointer<Element>, _ padding: Element
) {
  guard let to = result.baseAddress, let from = places.baseAddress else { return }
  let count = UInt32(truncatingIfNeeded: source.count)
  guard let elements = source.baseAddress, count > 0 else {
    for k in 0..<places.count { to[k] = padding }
    return
  }
  for k in 0..<places.count {
    // NA and 0 wrap around to something larger than any length.
    let place = UInt32(bitPattern: from[k] &- 1)
    to[k] = place < count ? elements[Int(place)] : padding
  }
}
