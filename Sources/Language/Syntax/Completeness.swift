/// What a console does with the lines typed so far.
package enum Completeness: Sendable, Hashable {
  /// They can run; there may be nothing to run in them.
  case complete

  /// Another line is needed.
  case incomplete

  /// They are wrong, whatever follows.
  case invalid

  /// The completeness of `source`.
  package init(of source: [UInt8]) {
    guard let error = Parser.parse(source).error else {
      self = .complete
      return
    }
    self = error.kind == .incomplete ? .incomplete : .invalid
  }
}
