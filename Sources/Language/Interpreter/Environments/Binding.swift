/// A variable of an environment; code keeps references to bindings it has found.
package final class Binding {
  package let name: Symbol
  /// May be a promise (an argument, `delayedAssign`, a function of the library not read yet).
  package var value: Value
  package var isLocked = false
  /// The value is a function to be called for reading and writing.
  package var isActive = false
  /// The how manieth variable of its environment it was.
  var serial: UInt32 = 0

  init(_ name: Symbol, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// Where the value lies, for code that keeps the place: it stays as long as the binding lives.
  var place: Registers { withUnsafeMutablePointer(to: &value) { $0 } }
}
