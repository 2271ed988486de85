/// An interned string: a place in the `StringPool` of one interpreter.
///
/// Equal handles of one pool mean equal strings; a handle means nothing in another pool.
package struct StringHandle: Hashable, Sendable {
  package let id: UInt32

  @inlinable package init(id: UInt32) { self.id = id }

  /// `NA_character_`.
  @inlinable package static var missing: StringHandle { StringHandle(id: 0) }
  /// The empty string.
  @inlinable package static var empty: StringHandle { StringHandle(id: 2) }

  @inlinable package var isMissing: Bool { id == 0 }
}

/// A name of R: an interned string used as a variable, an argument or an attribute.
package struct Symbol: Hashable, Sendable {
  package let id: UInt32

  @inlinable package init(id: UInt32) { self.id = id }
  @inlinable package init(_ handle: StringHandle) { id = handle.id }

  @inlinable package var handle: StringHandle { StringHandle(id: id) }
  /// The empty name, for arguments without one.
  @inlinable package static var empty: Symbol { Symbol(.empty) }
  @inlinable package var isEmpty: Bool { id == StringHandle.empty.id }
}
