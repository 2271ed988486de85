import ApusAnalytics
import ApusColumns
import ApusModelFrames
import Testing

@Suite struct ClusterTests {
  static let start: [Double] = [0, 0, 5, 150, 10, 400]

  /// The variables y and u without a response.
  static func points() throws -> StreamModel {
    try model(nil, call("+", symbol("y"), symbol("u")))
  }

  @Test(arguments: [1000, 97])
  func `ends where Lloyd's algorithm of kmeans ends`(_ size: Int) throws {
    let recorded = Recorded.lines("clusters.txt").map { Recorded.numbers($0[1]) }
    let batch = try Recorded.batch()
    var centres = Self.start
    var found: ClusterSums.Result?
    for _ in 1...100 {
      let empty = ClusterSums(try Self.points(), centres: centres, wantsTotal: true)
      let result = try taken(empty, batch, by: size).finish()
      found = result
      if isClose(result.centres, centres, 1e-14) { break }
      centres = result.centres
    }
    let last = try #require(found)
    #expect(isClose(last.centres, recorded[0], 1e-12))
    #expect(last.sizes == recorded[1])
    #expect(isClose(last.withinSquares, recorded[2], 1e-12))
    #expect(isClose([try #require(last.totalSquares)], recorded[3], 1e-12))
    #expect([Double(last.validCount), Double(last.missingCount)] == recorded[4])
  }

  @Test func `codes rows by their nearest centres`() throws {
    let codes = ClusterCodes(try Self.points(), centres: Self.start)
    let found = try taken(codes, Recorded.batch(), by: 97).finish()
    #expect(found.count == 600)
    // The values of u are 115.93, 48.28; the fifth row misses y.
    #expect(Array(found[..<2]) == [2, 1])
    #expect(found[4] == missingInteger)
    let sums = try taken(
      ClusterSums(try Self.points(), centres: Self.start, wantsTotal: false), Recorded.batch(),
      by: 64
    ).finish()
    #expect(sums.sizes == (1...3).map { code in Double(found.filter { $0 == code }.count) })
    #expect(sums.totalSquares == nil)
  }

  @Test func `leaves an empty cluster where it is`() throws {
    let batch = ColumnBatch(
      names: ["y", "u"], columns: [.double([1, 2, 3]), .double([0, 0, 3])])
    let sums = ClusterSums(try Self.points(), centres: [2, 1, 50, 60], wantsTotal: true)
    let found = try taken(sums, batch, by: 2).finish()
    #expect(found.centres == [2, 1, 50, 60])
    #expect(found.sizes == [3, 0])
    #expect(found.withinSquares == [8, 0])
    #expect(found.totalSquares == 8)
  }

  @Test func `samples the same rows however they come`() throws {
    let batch = try Recorded.batch()
    let first = RowSample(try Self.points(), count: 2, seed: nil)
    #expect(try taken(first, batch, by: 1).finish() == [4.1059, 115.93, 7.5165, 48.28])
    let random = RowSample(try Self.points(), count: 20, seed: 7)
    let whole = try taken(random, batch, by: 1000).finish()
    #expect(whole.count == 40)
    #expect(try taken(random, batch, by: 13).finish() == whole)
    let other = RowSample(try Self.points(), count: 20, seed: 8)
    #expect(try taken(other, batch, by: 13).finish() != whole)
  }
}
