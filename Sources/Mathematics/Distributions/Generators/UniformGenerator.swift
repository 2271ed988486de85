/// The uniform generators offered, by the code that `.Random.seed` carries.
package enum GeneratorKind: Int, Sendable, CaseIterable {
  case wichmannHill = 0
  case marsagliaMulticarry = 1
  case superDuper = 2
  case mersenneTwister = 3
  case lecuyer = 7

  /// The name `RNGkind()` uses.
  package var name: String {
    switch self {
    case .wichmannHill: "Wichmann-Hill"
    case .marsagliaMulticarry: "Marsaglia-Multicarry"
    case .superDuper: "Super-Duper"
    case .mersenneTwister: "Mersenne-Twister"
    case .lecuyer: "L'Ecuyer-CMRG"
    }
  }
}

/// The ways offered to make normal numbers, by R's code.
package enum NormalKind: Int, Sendable, CaseIterable {
  case boxMuller = 2
  case inversion = 4

  package var name: String {
    switch self {
    case .boxMuller: "Box-Muller"
    case .inversion: "Inversion"
    }
  }
}

/// How `sample()` turns uniform numbers into an index, by R's code.
package enum SampleKind: Int, Sendable, CaseIterable {
  case rounding = 0
  case rejection = 1

  package var name: String {
    switch self {
    case .rounding: "Rounding"
    case .rejection: "Rejection"
    }
  }
}

/// A source of uniform numbers in the open unit interval, with R's seed words as its state.
class UniformGenerator {
  var kind: GeneratorKind { .mersenneTwister }

  /// The next number; never 0 or 1.
  func next() -> Double { 0.5 }

  /// The state as `.Random.seed` shows it, without the leading kind code.
  var words: [Int32] { [] }

  /// The generator of `kind` started from one integer, by R's scrambling.
  static func make(_ kind: GeneratorKind, seed: UInt32) -> UniformGenerator {
    var scrambler = SeedScrambler(seed: seed)
    switch kind {
    case .mersenneTwister: return MersenneTwister(scrambled: &scrambler)
    case .wichmannHill: return WichmannHill(scrambler.words(3))
    case .marsagliaMulticarry: return MarsagliaMulticarry(scrambler.words(2))
    case .superDuper: return SuperDuper(scrambler.words(2))
    case .lecuyer: return LEcuyer(scrambler.words(6, below: LEcuyer.secondModulus))
    }
  }

  /// The generator of `kind` continued from the words of `.Random.seed`, if there are enough.
  static func make(_ kind: GeneratorKind, words: [Int32]) -> UniformGenerator? {
    let seeds = words.map(UInt32.init(bitPattern:))
    switch kind {
    case .mersenneTwister: return seeds.count == 625 ? MersenneTwister(seeds) : nil
    case .wichmannHill: return seeds.count == 3 ? WichmannHill(seeds) : nil
    case .marsagliaMulticarry: return seeds.count == 2 ? MarsagliaMulticarry(seeds) : nil
    case .superDuper: return seeds.count == 2 ? SuperDuper(seeds) : nil
    case .lecuyer: return seeds.count == 6 ? LEcuyer(seeds) : nil
    }
  }
}

/// The congruential sequence s → 69069 s + 1 from which R fills a generator's seed words.
struct SeedScrambler {
  private var seed: UInt32

  init(seed: UInt32) {
    self.seed = seed
    for _ in 0..<50 { advance() }
  }

  @discardableResult
  private mutating func advance() -> UInt32 {
    seed = 69069 &* seed &+ 1
    return seed
  }

  /// The next words, skipping those not below a bound.
  mutating func words(_ count: Int, below bound: UInt32? = nil) -> [UInt32] {
    (0..<count).map { _ in
      var word = advance()
      if let bound {
        while word >= bound { word = advance() }
      }
      return word
    }
  }
}

/// 1/(2³² − 1).
let reciprocalOfLargestWord = 2.328306437080797e-10

/// Moves the ends of the unit interval inside it.
@inline(__always)
func openInterval(_ value: Double) -> Double {
  if value <= 0 { return 0.5 * reciprocalOfLargestWord }
  if 1 - value <= 0 { return 1 - 0.5 * reciprocalOfLargestWord }
  return value
}
