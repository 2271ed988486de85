/// An object of an S4 class that is no vector, function or environment: nothing but its slots, which are
/// attributes.
package final class S4Object: Object {
  package init() {
    super.init(kind: .s4)
    flags.insert(.isS4)
  }

  package override func shallowCopy() -> Object {
    let copy = S4Object()
    copy.copyAttributes(from: self)
    return copy
  }
}

extension StringPool {
  /// The name that stands for NULL as the content of a slot.
  var nullMark: Symbol { symbol("\u{1}NULL\u{1}") }
}

extension Value {
  /// Whether this is an object of an S4 class.
  package var isS4: Bool {
    guard case .object(let object) = self else { return false }
    return object.flags.contains(.isS4)
  }

  /// The environment itself, or the one in the `.xData` of an S4 object.
  package var asEnvironment: Environment? {
    if let environment { return environment }
    return object?.attribute(.dotXData).environment
  }
}
