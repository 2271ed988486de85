// Writing elements into chosen places of a vector.

extension Vector {
  /// Writes `source` (of the same type, recycled) to one-based positions; NA positions are left out.
  ///
  /// Nobody else may refer to this vector, and it must be long enough.
  func scatter(_ source: Vector, to positions: IntegerVector) {
    guard positions.count > 0, source.count > 0 else { return }
    switch kind {
    case .double: scatterElements(source.doubles, positions, doubles)
    case .logical, .integer: scatterElements(source.integers, positions, integers)
    case .character: scatterElements(source.strings, positions, strings)
    case .complex: scatterElements(source.complexes, positions, complexes)
    case .raw: scatterElements(source.bytes, positions, bytes)
    default: scatterElements(source.values, positions, values)
    }
  }
}

@inline(__always)
private func scatterElements<Element>(
  _ source: UnsafeMutableBufferPointer<Element>, _ positions: IntegerVector,
  _ target: UnsafeMutableBufferPointer<Element>
) {
  guard let from = source.baseAddress, let to = target.baseAddress else { return }
  let count = positions.count
  if let start = positions.compactStart {
    let first = Int(start) - 1
    if source.count == 1 {
      let element = from[0]
      for k in 0..<count { to[first + k] = element }
    } else {
      var next = 0
      for k in 0..<count {
        to[first + k] = from[next]
        next += 1
        if next == source.count { next = 0 }
      }
    }
    return
  }
  let places = UnsafeBufferPointer(positions.elements)
  if source.count == 1 {
    let element = from[0]
    for place in places where place > 0 { to[Int(place) - 1] = element }
    return
  }
  var next = 0
  for place in places {
    if place > 0 { to[Int(place) - 1] = from[next] }
    next += 1
    if next == source.count { next = 0 }
  }
}
