// The order in which an environment shows its variables, and changes of its place among others.

extension Environment {
  /// Whether this is the frame of a function.
  package var isFrame: Bool { frameCode != nil }

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
    let newestFirst = symbols.sorted { $0.id > $1.id }
    return isHashed ? byBucket(newestFirst) : newestFirst
  }

  /// Sorts by the bucket of the P. J. Weinberger hash in a table that grows from 29 places by a fifth
  /// whenever more than 85 % of its places are taken.
  private func byBucket(_ names: [Symbol]) -> [Symbol] {
    let hashes = names.map { Self.hash(interpreter.strings.bytes($0.handle)) }
    var size: UInt32 = 29
    while true {
      let taken = Set(hashes.dropFirst().map { $0 % size }).count
      if Double(taken) <= Double(size) * 0.85 { break }
      size = UInt32(Double(size) * 1.2)
    }
    return names.indices
      .sorted { (hashes[$0] % size, $0) < (hashes[$1] % size, $1) }
      .map { names[$0] }
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
