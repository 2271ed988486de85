import Glibc

/// The registers and the activations of one interpreter: two reserved ranges of memory that never move.
///
/// Invariant: registers above the windows in use hold nothing that is counted.
final class Machine {
  static let registerCapacity = 1 << 22
  static let activationCapacity = 1 << 18

  let registers: Registers
  let activations: UnsafeMutablePointer<Activation>
  /// The number of activations.
  var depth = 0
  /// Native calls in each other: run loops started by builtins and promises.
  var nativeDepth = 0
  #if DEBUG
  /// The first register that was never used.
  var untouched: Registers
  #endif
  /// The lowest address that the native stack may reach.
  var stackLimit: UInt = 0
  /// The thread that the limit is for.
  private var thread: pthread_t = 0
  let state: UnsafeMutablePointer<MachineState>
  let cell = StateCell()

  init() {
    precondition(RegisterLayout.isAsAssumed, "this compiler lays out Value differently")
    precondition(RegisterLayout.countsAreAsAssumed, "this runtime counts references differently")
    registers = Self.reserve(Self.registerCapacity)
    activations = Self.reserve(Self.activationCapacity)
    #if DEBUG
    untouched = registers
    #endif
    state = cell.pointer
  }

  deinit {
    munmap(registers, Self.registerCapacity * MemoryLayout<Value>.stride)
    munmap(activations, Self.activationCapacity * MemoryLayout<Activation>.stride)
  }

  private static func reserve<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    let memory = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let memory, memory != MAP_FAILED else {
      preconditionFailure("no address space for the interpreter's stack")
    }
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  /// The activation that runs now.
  @inline(__always) var current: UnsafeMutablePointer<Activation> { activations + (depth - 1) }

  /// The first register above all windows in use.
  var top: Registers {
    depth == 0
      ? registers
      : current.pointee.registers
        + current.pointee.code._withUnsafeGuaranteedRef { $0.registerCount }
  }

  /// Learns how far the stack of this thread reaches.
  func measureStack() {
    guard pthread_equal(thread, pthread_self()) == 0 || stackLimit == 0 else { return }
    thread = pthread_self()
    typealias Query = @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32
    var attributes = pthread_attr_t()
    var address: UnsafeMutableRawPointer?
    var size = 0
    // The C library has it, its Swift module does not.
    if let symbol = dlsym(nil, "pthread_getattr_np") {
      let query = unsafeBitCast(symbol, to: Query.self)
      if query(pthread_self(), &attributes) == 0 {
        pthread_attr_getstack(&attributes, &address, &size)
        pthread_attr_destroy(&attributes)
      }
    }
    // A reserve for builtins' own recursion (printing, regular expressions).
    stackLimit = address.map { UInt(bitPattern: $0) + UInt(min(size / 4, 512 << 10)) } ?? 0
  }
}

/// Holds the state of a machine for those who may outlive it.
final class StateCell {
  let pointer = UnsafeMutablePointer<MachineState>.allocate(capacity: 1)

  init() { pointer.initialize(to: MachineState()) }

  deinit { pointer.deallocate() }
}
