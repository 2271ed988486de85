import ApusLinearAlgebra
import Testing

@Suite struct ThreadTests {
  /// OpenBLAS's serial build mixes up what several callers compute unless they wait for each other.
  @Test func `threads may compute at the same time`() async {
    let a = Matrix(rows: 1024, columns: 20, elements: (0..<20480).map { Double($0 * $0 % 1009) })
    let expected = crossProduct(a).elements
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<2000).count { _ in crossProduct(a).elements != expected } }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
