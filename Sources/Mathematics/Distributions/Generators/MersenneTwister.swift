/// MT19937 of Matsumoto and Nishimura (1998), R's default.
final class MersenneTwister: UniformGenerator {
  private static let size = 624
  private let state: UnsafeMutablePointer<UInt32>
  private var position: Int

  init(scrambled scrambler: inout SeedScrambler) {
    state = .allocate(capacity: Self.size)
    // The first word is the position, overwritten by "all used up".
    let words = scrambler.words(Self.size + 1)
    for i in 0..<Self.size { state[i] = words[i + 1] }
    position = Self.size
  }

  /// From the position and the 624 words of `.Random.seed`.
  init(_ words: [UInt32]) {
    state = .allocate(capacity: Self.size)
    for i in 0..<Self.size { state[i] = words[i + 1] }
    let stored = Int(Int32(bitPattern: words[0]))
    position = stored <= 0 || stored > Self.size ? Self.size : stored
    let isEmpty = (0..<Self.size).allSatisfy { [state] in state[$0] == 0 }
    if isEmpty { state[0] = 1 }
  }

  deinit { state.deallocate() }

  override var kind: GeneratorKind { .mersenneTwister }

  override var words: [Int32] {
    [Int32](unsafeUninitializedCapacity: Self.size + 1) { buffer, count in
      count = Self.size + 1
      copyWords(into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  func copyWords(into target: UnsafeMutableBufferPointer<Int32>) {
    target[0] = Int32(position)
    for k in 0..<Self.size { target[k + 1] = Int32(bitPattern: state[k]) }
  }

  override func next() -> Double { uniform() }

  @inline(__always)
  func uniform() -> Double {
    if position >= Self.size { refill() }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    y ^= y >> 18
    return openInterval(Double(y) * 2.3283064365386963e-10)
  }

  /// Replaces all 624 words: x_k+n = x_k+m ⊕ (upper bit of x_k | lower bits of x_k+1) A.
  private func refill() {
    let n = Self.size
    let m = 397
    for k in 0..<(n - m) { state[k] = state[k + m] ^ Self.twist(state[k], state[k + 1]) }
    for k in (n - m)..<(n - 1) { state[k] = state[k + m - n] ^ Self.twist(state[k], state[k + 1]) }
    state[n - 1] = state[m - 1] ^ Self.twist(state[n - 1], state[0])
    position = 0
  }

  @inline(__always)
  private static func twist(_ upper: UInt32, _ lower: UInt32) -> UInt32 {
    let y = (upper & 0x8000_0000) | (lower & 0x7fff_ffff)
    return (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
  }
}
