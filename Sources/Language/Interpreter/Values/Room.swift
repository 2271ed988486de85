import Glibc

extension Unwind {
  /// Refuses a vector for which there is no memory.
  ///
  /// Asked before large vectors whose size a program chooses; small ones are found quickly.
  @inline(__always)
  package static func checkRoom(_ count: Int, _ kind: Kind) throws(Unwind) {
    if count > 1 << 20 { try checkRoom(Double(count), kind) }
  }

  @inline(never)
  package static func checkRoom(_ count: Double, _ kind: Kind) throws(Unwind) {
    let width = elementWidth(kind)
    let bytes = count * width
    guard bytes > 1e7, !hasRoom(bytes) else { return }
    throw .error(.error("cannot allocate vector of size \(size(count * (kind.isList ? 8 : width)))"))
  }

  private static func elementWidth(_ kind: Kind) -> Double {
    switch kind {
    case .raw: 1
    case .logical, .integer: 4
    case .complex, .list, .expression, .pairlist: 16
    default: 8
    }
  }

  /// Whether the machine has that many bytes and the process may have them.
  private static func hasRoom(_ bytes: Double) -> Bool {
    let memory = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    guard bytes <= memory, let trial = malloc(Int(bytes)) else { return false }
    free(trial)
    return true
  }

  private static func size(_ bytes: Double) -> String {
    let (unit, name) =
      bytes > 1_073_741_824 ? (1_073_741_824.0, "Gb") : (1_048_576.0, "Mb")
    let tenths = Int((min(bytes / unit, 1e15) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }
}
