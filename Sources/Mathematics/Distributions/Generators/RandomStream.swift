import Glibc

/// A stream of random numbers: a uniform generator and the ways R derives others from it.
///
/// One belongs to each session. `set.seed(42)` is `stream.seed(42)`; `.Random.seed` is `words`.
package final class RandomStream {
  private var generator: UniformGenerator
  /// The generator again when it is R's default: saves the dynamic call per number.
  private var twister: MersenneTwister?
  package private(set) var normalKind = NormalKind.inversion
  package var sampleKind = SampleKind.rejection
  /// The second number of a Box–Muller pair, not yet given out.
  private var keptNormal: Double?
  /// Cumulative probabilities of the last small-mean Poisson distribution asked for.
  var poissonTable = PoissonTable(mean: 0)

  package init(seed: UInt32) {
    var scrambler = SeedScrambler(seed: seed)
    let twister = MersenneTwister(scrambled: &scrambler)
    generator = twister
    self.twister = twister
  }

  package var kind: GeneratorKind { generator.kind }

  /// The next uniform number, strictly between 0 and 1.
  @inline(__always)
  package func uniform() -> Double {
    if let twister { return twister.uniform() }
    return generator.next()
  }

  private func use(_ next: UniformGenerator) {
    generator = next
    twister = next as? MersenneTwister
  }
}

// MARK: - Seeds and kinds

extension RandomStream {
  /// Starts again from one integer, as `set.seed` does.
  package func seed(_ seed: UInt32) {
    keptNormal = nil
    use(UniformGenerator.make(kind, seed: seed))
  }

  /// Switches the generator, seeding the new one from the old one as `RNGkind` does.
  package func change(to kind: GeneratorKind) {
    use(UniformGenerator.make(kind, seed: UInt32(uniform() * 4_294_967_295)))
    keptNormal = nil
  }

  package func change(to kind: NormalKind) {
    normalKind = kind
    keptNormal = nil
  }

  /// The value of `.Random.seed`: the kinds in one number, then the generator's state.
  package var words: [Int32] {
    [Int32](unsafeUninitializedCapacity: wordCount) { buffer, count in
      copyWords(into: UnsafeMutableBufferPointer(rebasing: buffer[..<wordCount]))
      count = wordCount
    }
  }

  /// How many words `.Random.seed` has.
  package var wordCount: Int { twister == nil ? generator.words.count + 1 : 626 }

  /// Writes `words` to a buffer of `wordCount` elements.
  package func copyWords(into target: UnsafeMutableBufferPointer<Int32>) {
    let code = kind.rawValue + 100 * normalKind.rawValue + 10_000 * sampleKind.rawValue
    target[0] = Int32(code)
    guard let twister else {
      _ = UnsafeMutableBufferPointer(rebasing: target[1...]).update(fromContentsOf: generator.words)
      return
    }
    twister.copyWords(into: UnsafeMutableBufferPointer(rebasing: target[1...]))
  }

  /// Continues from a value of `.Random.seed`; false when it is not one.
  package func restore(_ words: [Int32]) -> Bool {
    guard let code = words.first, code >= 0 else { return false }
    guard
      let kind = GeneratorKind(rawValue: Int(code) % 100),
      let normal = NormalKind(rawValue: Int(code) / 100 % 100),
      let sample = SampleKind(rawValue: Int(code) / 10_000),
      let next = UniformGenerator.make(kind, words: Array(words.dropFirst()))
    else { return false }
    use(next)
    normalKind = normal
    sampleKind = sample
    return true
  }
}

// MARK: - Normal and exponential numbers

extension RandomStream {
  /// A standard normal number.
  @inline(__always)
  package func normal() -> Double {
    normalKind == .inversion ? invertedNormal() : boxMuller()
  }

  /// By inversion of a 59-bit uniform number made of two.
  @inline(__always)
  private func invertedNormal() -> Double {
    let big = 134_217_728.0
    let coarse = (big * uniform()).rounded(.towardZero)
    return normalQuantile((coarse + uniform()) / big)
  }

  private func boxMuller() -> Double {
    // Box–Muller; its second number is kept for the next call.
    if let kept = keptNormal {
      keptNormal = nil
      return kept
    }
    let theta = 2 * Double.pi * uniform()
    let radius = (-2 * log(uniform())).squareRoot() + 10 * Double.leastNormalMagnitude
    let second = radius * sin(theta)
    keptNormal = second == 0 ? nil : second
    return radius * cos(theta)
  }

  /// A standard exponential number, algorithm SA of Ahrens and Dieter (1972).
  package func exponential() -> Double {
    var base = 0.0
    var u = uniform()
    while u <= 0 || u >= 1 { u = uniform() }
    while true {
      u += u
      if u > 1 { break }
      base += Self.logTwoSums[0]
    }
    u -= 1
    if u <= Self.logTwoSums[0] { return base + u }
    var i = 0
    var smallest = uniform()
    repeat {
      smallest = min(smallest, uniform())
      i += 1
    } while u > Self.logTwoSums[i]
    return base + smallest * Self.logTwoSums[0]
  }

  /// Σ_{i=1}^{k} (log 2)ⁱ / i!, until it is 1 in double precision.
  private static let logTwoSums: [Double] = [
    0.6931471805599453, 0.9333736875190459, 0.9888777961838676, 0.9984589039328338,
    0.9998292811061389, 0.9999833164100727, 0.9999985691438768, 0.9999998906925558,
    0.9999999924734159, 0.9999999995283275, 0.9999999999728814, 0.9999999999985598,
    0.9999999999999289, 0.9999999999999968, 0.9999999999999999, 1.0,
  ]
}
