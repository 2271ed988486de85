/// AS 183 of Wichmann and Hill (1982): three congruential generators added up.
final class WichmannHill: UniformGenerator {
  private var x: UInt32
  private var y: UInt32
  private var z: UInt32

  init(_ words: [UInt32]) {
    x = max(words[0] % 30269, 1)
    y = max(words[1] % 30307, 1)
    z = max(words[2] % 30323, 1)
  }

  override var kind: GeneratorKind { .wichmannHill }
  override var words: [Int32] { [x, y, z].map(Int32.init(bitPattern:)) }

  override func next() -> Double {
    x = x * 171 % 30269
    y = y * 172 % 30307
    z = z * 170 % 30323
    let sum = Double(x) / 30269 + Double(y) / 30307 + Double(z) / 30323
    return openInterval(sum - sum.rounded(.towardZero))
  }
}

/// Marsaglia's pair of 16-bit multiply-with-carry generators (1997).
final class MarsagliaMulticarry: UniformGenerator {
  private var high: UInt32
  private var low: UInt32

  init(_ words: [UInt32]) {
    high = max(words[0], 1)
    low = max(words[1], 1)
  }

  override var kind: GeneratorKind { .marsagliaMulticarry }
  override var words: [Int32] { [high, low].map(Int32.init(bitPattern:)) }

  override func next() -> Double {
    high = 36969 &* (high & 0xffff) &+ (high >> 16)
    low = 18000 &* (low & 0xffff) &+ (low >> 16)
    let word = (high << 16) ^ (low & 0xffff)
    return openInterval(Double(word) * reciprocalOfLargestWord)
  }
}

/// Marsaglia's Super-Duper (1970s), as kept by Reeds: congruential and shift register.
final class SuperDuper: UniformGenerator {
  private var congruential: UInt32
  private var register: UInt32

  init(_ words: [UInt32]) {
    register = max(words[0], 1)
    congruential = words[1] | 1
  }

  override var kind: GeneratorKind { .superDuper }
  override var words: [Int32] { [register, congruential].map(Int32.init(bitPattern:)) }

  override func next() -> Double {
    congruential = 69069 &* congruential
    register ^= register >> 15
    register ^= register << 17
    return openInterval(Double(congruential ^ register) * reciprocalOfLargestWord)
  }
}

/// L'Ecuyer's combined multiple-recursive generator MRG32k3a (1999).
final class LEcuyer: UniformGenerator {
  static let firstModulus: Int64 = 4_294_967_087
  static let secondModulus: UInt32 = 4_294_944_443
  private var state: (Int64, Int64, Int64, Int64, Int64, Int64)

  init(_ words: [UInt32]) {
    let w = words.map(Int64.init)
    state = (w[0], w[1], w[2], w[3], w[4], w[5])
  }

  override var kind: GeneratorKind { .lecuyer }

  override var words: [Int32] {
    [state.0, state.1, state.2, state.3, state.4, state.5].map {
      Int32(bitPattern: UInt32(truncatingIfNeeded: $0))
    }
  }

  override func next() -> Double {
    let m1 = Self.firstModulus
    let m2 = Int64(Self.secondModulus)
    var p1 = (1_403_580 * state.1 - 810_728 * state.0) % m1
    if p1 < 0 { p1 += m1 }
    var p2 = (527_612 * state.5 - 1_370_589 * state.3) % m2
    if p2 < 0 { p2 += m2 }
    state = (state.1, state.2, p1, state.4, state.5, p2)
    let difference = p1 > p2 ? p1 - p2 : p1 - p2 + m1
    return openInterval(Double(difference) * 2.328306549295727688e-10)
  }
}
