/// A hash table from names to bindings: open addressing, linear probing, at most half full.
final class BindingTable {
  private var slots: [Binding?] = []
  private(set) var count = 0
  private var nextSerial: UInt32 = 0

  subscript(name: Symbol) -> Binding? {
    if count == 0 { return nil }
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var probe = Self.start(name, mask)
      while let binding = slots[probe] {
        if binding.name == name { return binding }
        probe = (probe + 1) & mask
      }
      return nil
    }
  }

  /// The name must not be in the table.
  func insert(_ binding: Binding) {
    if (count + 1) * 2 > slots.count { resize(to: max(8, slots.count * 2)) }
    binding.serial = nextSerial
    nextSerial += 1
    place(binding)
    count += 1
  }

  /// Closes the gap by moving later bindings of the same run of places back.
  func remove(_ name: Symbol) -> Bool {
    if count == 0 { return false }
    let mask = slots.count - 1
    var gap = Self.start(name, mask)
    while let binding = slots[gap], binding.name != name { gap = (gap + 1) & mask }
    if slots[gap] == nil { return false }
    var probe = (gap + 1) & mask
    while let binding = slots[probe] {
      let home = Self.start(binding.name, mask)
      if (probe - home) & mask >= (probe - gap) & mask {
        slots[gap] = binding
        gap = probe
      }
      probe = (probe + 1) & mask
    }
    slots[gap] = nil
    count -= 1
    return true
  }

  func reserve(_ capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  func removeAll() {
    slots = []
    count = 0
  }

  func forEach(_ body: (Binding) -> Void) {
    for case let binding? in slots { body(binding) }
  }

  private func resize(to size: Int) {
    let old = slots
    slots = Array(repeating: nil, count: size)
    for case let binding? in old { place(binding) }
  }

  private func place(_ binding: Binding) {
    let mask = slots.count - 1
    var probe = Self.start(binding.name, mask)
    while slots[probe] != nil { probe = (probe + 1) & mask }
    slots[probe] = binding
  }

  private static func start(_ name: Symbol, _ mask: Int) -> Int {
    Int((name.id &* 0x9E37_79B1) >> 8) & mask
  }
}
