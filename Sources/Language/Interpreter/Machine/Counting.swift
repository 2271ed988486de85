// Reference counting of what registers hold, without atomic operations: an interpreter and all its objects
// belong to one thread at a time. These are entry points of the Swift runtime; the ordinary retain and release
// may stand in for them anywhere.

import CSwiftRuntime

extension UnsafeMutablePointer where Pointee == Value {
  /// The payload as an address; only of objects and promises.
  @inline(__always) var rawPointer: UnsafeRawPointer {
    UnsafeRawPointer(self).load(as: UnsafeRawPointer.self)
  }

  /// Copies a value from another register, which keeps its own.
  @inline(__always) func assign(from other: Registers) {
    if other.isCounted { retain_object(other.rawPointer) }
    let source = UnsafeRawPointer(other)
    let payload = source.load(as: UInt64.self)
    let tag = source.load(fromByteOffset: 8, as: UInt8.self)
    if isCounted { release_object(rawPointer) }
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: payload, as: UInt64.self)
    raw.storeBytes(of: tag, toByteOffset: 8, as: UInt8.self)
  }

  /// The same for a register that holds nothing counted.
  @inline(__always) func start(from other: Registers) {
    if other.isCounted { retain_object(other.rawPointer) }
    let source = UnsafeRawPointer(other)
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: source.load(as: UInt64.self), as: UInt64.self)
    raw.storeBytes(
      of: source.load(fromByteOffset: 8, as: UInt8.self), toByteOffset: 8, as: UInt8.self)
  }

  /// Moves a value here from another register, which is left with NULL; this one holds nothing counted.
  @inline(__always) func move(from other: Registers) {
    let source = UnsafeRawPointer(other)
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: source.load(as: UInt64.self), as: UInt64.self)
    raw.storeBytes(
      of: source.load(fromByteOffset: 8, as: UInt8.self), toByteOffset: 8, as: UInt8.self)
    other.initialize(to: .null)
  }

  /// Lets go of what it holds and leaves something that is not counted.
  @inline(__always) func clear() {
    if isCounted {
      release_object(rawPointer)
      UnsafeMutableRawPointer(self).storeBytes(of: Tag.double, toByteOffset: 8, as: UInt8.self)
    }
  }
}
