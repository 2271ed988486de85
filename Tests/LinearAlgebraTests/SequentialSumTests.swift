import ApusLinearAlgebra
import Testing

@Suite struct SequentialSumTests {
  @Test(arguments: [1, 15, 16, 17, 1000, 70_000], 0..<6)
  func `adds as one addition after another does`(count: Int, kind: Int) {
    var generator = SystemRandomNumberGenerator()
    let numbers = (0..<count).map { place in
      let x = Double.random(in: 0..<1, using: &generator)
      switch kind {
      case 0: return x
      case 1: return x - 0.5
      case 2: return x + 1e6
      case 3: return x * 1e-310
      // Often just between two last places of the sum.
      case 4: return place < 64 ? 1.25 : 0x1p-58 * (x * 8).rounded(.down) * 0.5
      default: return place % 997 == 3 ? -1e9 * x : x.squareRoot()
      }
    }
    let plain = numbers.reduce(WideDouble(0)) { $0 + WideDouble($1) }
    #expect(numbers.withUnsafeBufferPointer(sequentialSum) == plain)
  }
}
