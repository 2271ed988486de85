// The order in which an environment shows its variables, and changes of its place among others.

extension Environment {
  /// The names of all variables in the order in which GNU R lists them unsorted.
  ///
  /// Frames show locals, newest first, then parameters; hashed environments go by the hash of the name.
  package var listedSymbols: [Symbol] {
    if let frameCode {
      let parameterCount = frameCode.parameterCount
      let names = symbols
      let parameters = Set(frameCode.locals.prefix(parameterCount))
      return names.filter { !parameters.contains($0) }.reversed()
        + names.filter { parameters.contains($0) }
    }
    return isHashed ? buckets(of: oldestFirst).flatMap { $0 } : oldestFirst.reversed()
  }

  /// The names in the order in which the variables were made.
  private var oldestFirst: [Symbol] {
    var bindings: [Binding] = []
    table?.forEach { bindings.append($0) }
    return bindings.sorted { $0.serial < $1.serial }.map(\.name)
  }

  /// The places that GNU R's hash table has for the variables of this environment.
  package var bucketCount: Int { buckets(of: oldestFirst).count }

  /// The chains of a table with Weinberger's hash: new names go to the front of their chain.
  ///
  /// The table grows from 29 places by a fifth whenever more than 85 % of its places are taken.
  private func buckets(of names: [Symbol]) -> [[Symbol]] {
    var buckets = Array(repeating: [Symbol](), count: 29)
    var taken = 0
    func bucket(_ name: Symbol) -> Int {
      Int(Self.hash(interpreter.strings.bytes(name.handle))) % buckets.count
    }
    for name in names {
      let place = bucket(name)
      if buckets[place].isEmpty { taken += 1 }
      buckets[place].insert(name, at: 0)
      guard Double(taken) > Double(buckets.count) * 0.85 else { continue }
      let old = buckets
      buckets = Array(repeating: [], count: Int(Double(old.count) * 1.2))
      for chain in old {
        for name in chain { buckets[bucket(name)].insert(name, at: 0) }
      }
      taken = buckets.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
    }
    return buckets
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0
    for byte in bytes {
      hash = (hash << 4) &+ UInt32(bitPattern: Int32(Int8(bitPattern: byte)))
      let high = hash & 0xF000_0000
      if high != 0 { hash = hash ^ (high >> 24) ^ high }
    }
    return hash
  }

  /// Puts this environment under another parent.
  package func setParent(_ environment: Environment?) {
    parent = environment
    isWatched = true
    interpreter.invalidateLookups()
  }
}
