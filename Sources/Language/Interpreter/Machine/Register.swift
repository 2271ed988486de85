import CSwiftRuntime

// Registers are `Value`s in raw memory whose layout is used directly: payload at offset 0, tag byte at offset
// 8, 16 bytes apart. `Machine.checkLayout` refuses to start when that is not so.

typealias Registers = UnsafeMutablePointer<Value>

enum Tag {
  static let double: UInt8 = 0
  static let integer: UInt8 = 1
  static let logical: UInt8 = 2
  static let string: UInt8 = 3
  static let symbol: UInt8 = 4
  static let object: UInt8 = 5
  static let promise: UInt8 = 6
  static let other: UInt8 = 7
}

extension UnsafeMutablePointer where Pointee == Value {
  @inline(__always) var tag: UInt8 {
    UnsafeRawPointer(self).load(fromByteOffset: 8, as: UInt8.self)
  }

  /// The register so many bytes on.
  @inline(__always) func at(_ offset: Int) -> Registers {
    (UnsafeMutableRawPointer(self) + offset).assumingMemoryBound(to: Value.self)
  }

  @inline(__always) var rawDouble: Double { UnsafeRawPointer(self).load(as: Double.self) }
  @inline(__always) var rawInteger: Int32 { UnsafeRawPointer(self).load(as: Int32.self) }

  /// Holds a reference that is counted.
  @inline(__always) var isCounted: Bool { tag == Tag.object || tag == Tag.promise }

  /// A double or an integer in place.
  @inline(__always) var isNumber: Bool { tag <= Tag.integer }

  /// An attribute-free scalar or any object: something that needs no evaluation.
  @inline(__always) var isPlain: Bool { tag <= Tag.object }

  @inline(__always) func set(double number: Double) {
    if isCounted { release() }
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: number, as: Double.self)
    raw.storeBytes(of: Tag.double, toByteOffset: 8, as: UInt8.self)
  }

  @inline(__always) func set(integer number: Int32) {
    if isCounted { release() }
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: number, as: Int32.self)
    raw.storeBytes(of: Tag.integer, toByteOffset: 8, as: UInt8.self)
  }

  @inline(__always) func set(logical truth: Int32) {
    if isCounted { release() }
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: truth, as: Int32.self)
    raw.storeBytes(of: Tag.logical, toByteOffset: 8, as: UInt8.self)
  }

  @inline(__always) func set(string handle: Int32) {
    if isCounted { release() }
    let raw = UnsafeMutableRawPointer(self)
    raw.storeBytes(of: handle, as: Int32.self)
    raw.storeBytes(of: Tag.string, toByteOffset: 8, as: UInt8.self)
  }

  /// Lets go of the object it holds; what is left must be overwritten at once.
  @inline(__always) func release() { release_object(rawPointer) }

  /// The object, without counting.
  @inline(__always) var rawObject: Unmanaged<Object> {
    UnsafeRawPointer(self).load(as: Unmanaged<Object>.self)
  }

  /// Moves the value out and leaves NULL.
  @inline(__always) func take() -> Value {
    let value = move()
    initialize(to: .null)
    return value
  }
}

enum RegisterLayout {
  /// Whether objects keep their counts as `CSwiftRuntime` assumes.
  static var countsAreAsAssumed: Bool {
    let object = Unmanaged.passRetained(DoubleVector(count: 1))
    defer { object.release() }
    return counts_are_as_assumed(object.toOpaque()) != 0
  }

  /// Whether `Value` lies in memory as the machine assumes.
  static var isAsAssumed: Bool {
    let register = Registers.allocate(capacity: 1)
    defer { register.deallocate() }
    func check(_ value: Value, _ tag: UInt8, payload: UInt64? = nil) -> Bool {
      register.initialize(to: value)
      defer { register.deinitialize(count: 1) }
      let raw = UnsafeRawPointer(register)
      return register.tag == tag && (payload == nil || raw.load(as: UInt64.self) == payload)
    }
    return MemoryLayout<Value>.stride == 16 && check(.double(1), Tag.double, payload: 0x3FF0 << 48)
      && check(.integer(7), Tag.integer) && check(.logical(1), Tag.logical)
      && check(.string(.empty), Tag.string) && check(.symbol(.dots), Tag.symbol)
      && check(.object(DoubleVector(count: 1)), Tag.object) && check(.null, Tag.other)
      && check(.unbound, Tag.other) && check(.missingArgument, Tag.other)
  }
}
