extension [UInt8] {
  /// The number in the bytes from a place on; there must be so many.
  func word<Word: FixedWidthInteger>(at place: Int, isBig: Bool) -> Word {
    let word = withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Word.self) }
    return isBig ? Word(bigEndian: word) : Word(littleEndian: word)
  }

  /// Copies the numbers in the bytes from a place on; there must be so many.
  func copyWords<Word: FixedWidthInteger>(
    at place: Int, isBig: Bool, to target: UnsafeMutableBufferPointer<Word>
  ) {
    withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(target).copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: source[place..<place + target.count * MemoryLayout<Word>.stride]))
    }
    for k in target.indices {
      target[k] = isBig ? Word(bigEndian: target[k]) : Word(littleEndian: target[k])
    }
  }
}
