/// How values are written as code: the `control` of `deparse` and `dput`, as `.deparseOpts` numbers it.
package struct DeparseOptions: OptionSet, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Integers carry their `L`.
  package static let keepInteger = DeparseOptions(rawValue: 1)
  /// Language objects stand inside `quote()`.
  package static let quoteExpressions = DeparseOptions(rawValue: 2)
  /// Attributes are written, by `structure()`.
  package static let showAttributes = DeparseOptions(rawValue: 4)
  /// Functions are written as their source text, if that was kept.
  package static let useSource = DeparseOptions(rawValue: 8)
  package static let warnIncomplete = DeparseOptions(rawValue: 16)
  package static let delayPromises = DeparseOptions(rawValue: 32)
  /// Vectors of NA only carry their type.
  package static let keepNA = DeparseOptions(rawValue: 64)
  package static let sCompatible = DeparseOptions(rawValue: 128)
  package static let hexNumeric = DeparseOptions(rawValue: 256)
  package static let digits17 = DeparseOptions(rawValue: 512)
  /// Names stand beside the elements rather than in `structure()`.
  package static let niceNames = DeparseOptions(rawValue: 1024)

  /// Code as short as possible, as `as.character` gives it.
  package static let simple: DeparseOptions = [.niceNames]

  /// What `deparse` does unless told otherwise.
  package static let standard: DeparseOptions = [
    .keepInteger, .showAttributes, .keepNA, .niceNames,
  ]
}
