/// What every heap value of R shares: its kind, its flags and its attributes.
package class Object {
  package final let kind: Kind
  package final var flags: Flags = []
  /// Shared copy-on-write between objects; change through `setAttribute`.
  package final private(set) var attributes: Attributes?

  init(kind: Kind) { self.kind = kind }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Has a `class` attribute.
    package static let hasClass = Flags(rawValue: 1)
    package static let isS4 = Flags(rawValue: 2)
    package static let isLocked = Flags(rawValue: 4)
  }

  package final var hasClass: Bool { flags.contains(.hasClass) }
  package final var hasAttributes: Bool { attributes != nil }

  /// What `length()` says without dispatch.
  package var length: Int { 1 }

  /// A copy of the object itself (attributes shared), to be changed without anybody noticing.
  ///
  /// Reference objects (environments, functions' environments) answer themselves.
  package func shallowCopy() -> Object { self }
}

extension Object {
  package final func attribute(_ name: Symbol) -> Value { attributes?[name] ?? .null }

  /// Sets an attribute without any check; `.null` removes it.
  ///
  /// Names, dimensions and levels are kept as vector objects, whatever their length.
  package final func setAttribute(_ name: Symbol, _ given: Value) {
    var value = given
    if name == .names || name == .dim || name == .levels, given.object == nil,
      let vector = given.vector, !given.isNull
    {
      value = .object(vector)
    }
    if value.isNull, attributes?[name] == nil { return }
    var changed: Attributes
    if let old = attributes {
      attributes = nil
      changed = old
    } else {
      changed = Attributes()
    }
    if !isKnownUniquelyReferenced(&changed) { changed = Attributes(changed.entries) }
    changed.set(name, value)
    setAttributes(changed.entries.isEmpty ? nil : changed)
  }

  /// Replaces all attributes, for instance by those of another object.
  package final func setAttributes(_ new: Attributes?) {
    attributes = new
    if new?[.class_] != nil { flags.insert(.hasClass) } else { flags.remove(.hasClass) }
  }

  /// Takes over attributes and the S4 mark of another object.
  package final func copyAttributes(from other: Object) {
    setAttributes(other.attributes)
    if other.flags.contains(.isS4) { flags.insert(.isS4) }
  }
}

/// The attributes of an object, in the order in which they were set.
package final class Attributes {
  package private(set) var entries: [(name: Symbol, value: Value)]

  package init(_ entries: [(name: Symbol, value: Value)] = []) { self.entries = entries }

  package subscript(name: Symbol) -> Value? {
    for entry in entries where entry.name == name { return entry.value }
    return nil
  }

  func set(_ name: Symbol, _ value: Value) {
    let place = entries.firstIndex { $0.name == name }
    switch (place, value.isNull) {
    case (let place?, true): entries.remove(at: place)
    case (let place?, false): entries[place].value = value
    case (nil, true): break
    case (nil, false): entries.append((name, value))
    }
  }
}
