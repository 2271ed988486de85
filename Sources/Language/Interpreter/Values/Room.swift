import CRoom
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
    throw cannotAllocate(count, kind)
  }

  /// Refuses to make a vector longer by assignment than there is memory for; R makes room for a
  /// twentieth more.
  package static func checkGrowth(_ count: Int, _ kind: Kind, _ call: Value) throws(Unwind) {
    guard count < 1 << 52 else {
      throw .error(.error("negative length vectors are not allowed", call: call))
    }
    guard count <= Int32.max else { throw cannotAllocate(Double(count) * 1.05, kind) }
    try checkRoom(count, kind)
  }

  private static func cannotAllocate(_ count: Double, _ kind: Kind) -> Unwind {
    cannotAllocate(count * (kind.isList ? 8 : elementWidth(kind)))
  }

  static func cannotAllocate(_ bytes: Double) -> Unwind {
    .error(.error("cannot allocate vector of size \(size(bytes))"))
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
    guard bytes <= memory else { return false }
    // Not by `malloc`, which the optimiser removes when nobody uses what it gives.
    let trial = mmap(
      nil, Int(bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard trial != MAP_FAILED else { return false }
    munmap(trial, Int(bytes))
    return true
  }

  fileprivate static func size(_ bytes: Double) -> String {
    let (unit, name) =
      bytes > 1_073_741_824 ? (1_073_741_824.0, "Gb") : (1_048_576.0, "Mb")
    let tenths = Int((min(bytes / unit, 1e15) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }
}

/// Memory of vectors.
enum Room {
  static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard let storage = malloc(bytes) else { isExhausted(bytes) }
    return storage
  }

  /// Ends the computation that wanted so much; the process if that is none of R code.
  static func isExhausted(_ bytes: Int) -> Never {
    leave_for_room(bytes)
    let size = Unwind.size(Double(bytes))
    let text = "Error: cannot allocate vector of size \(size)\nExecution halted\n"
    _ = write(STDERR_FILENO, text, text.utf8.count)
    exit(1)
  }
}
