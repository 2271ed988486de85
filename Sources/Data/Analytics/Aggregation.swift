// Statistics as values that are updated batch by batch, merged and finished.
// Start reading at `Aggregation`, then `CrossProducts` and `LinearModel`.

import ApusColumns

/// A summary that can be computed batch by batch, on any number of workers.
///
/// States are merged in the order of the batches, so the result is the same bits for any number of
/// workers. All sums are kept in twice the precision of a double, so it is the same to the last
/// digit or so for any cut into batches.
package protocol Aggregation: Codable, Sendable {
  associatedtype Result

  mutating func update(with batch: ColumnBatch) throws
  mutating func merge(_ other: Self)
  func finish() throws -> Result
}
