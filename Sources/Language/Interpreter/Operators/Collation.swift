import Glibc

/// The order of strings: Unicode's root collation, or bytes in the C locale.
///
/// ASCII strings are compared by a table of weights that says exactly what the collation says about
/// ASCII: punctuation before symbols before digits before letters, control characters ignored,
/// and case only when all else is equal, lower before upper. Other strings go to ICU.
package final class Collation {
  private let strings: StringPool
  /// Weight of each ASCII byte; 0: ignored.
  ///
  /// Letters differ from their other case by nothing here.
  private let weights: UnsafeMutablePointer<UInt8>
  private let isByteOrder: Bool
  private var unicode: UnicodeCollator?
  private var hasLooked = false

  init(_ strings: StringPool) {
    self.strings = strings
    weights = .allocate(capacity: 128)
    weights.initialize(repeating: 0, count: 128)
    isByteOrder = Self.localeIsC
    var weight: UInt8 = 1
    let order: StaticString = "\t\n\u{0B}\u{0C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
    order.withUTF8Buffer { bytes in
      for byte in bytes {
        weights[Int(byte)] = weight
        weight += 1
      }
    }
    for letter in 0..<26 {
      weights[97 + letter] = weight
      weights[65 + letter] = weight
      weight += 1
    }
  }

  deinit { weights.deallocate() }

  /// Negative, 0 or positive as `x` comes before, with or after `y`.
  package func compare(_ x: StringHandle, _ y: StringHandle) -> Int {
    if x == y { return 0 }
    let (a, b) = (strings.bytes(x), strings.bytes(y))
    if isByteOrder { return Self.compareBytes(a, b) }
    if strings.isASCII(x) && strings.isASCII(y) { return compareASCII(a, b) }
    if !hasLooked {
      hasLooked = true
      unicode = UnicodeCollator()
    }
    return unicode?.compare(a, b) ?? Self.compareBytes(a, b)
  }

  private func compareASCII(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var (i, j) = (0, 0)
    var byCase = 0
    while true {
      while i < a.count, weights[Int(a[i])] == 0 { i += 1 }
      while j < b.count, weights[Int(b[j])] == 0 { j += 1 }
      if i == a.count || j == b.count { break }
      let difference = Int(weights[Int(a[i])]) - Int(weights[Int(b[j])])
      if difference != 0 { return difference }
      // Lower case has the larger code and comes first.
      if byCase == 0 { byCase = Int(b[j]) - Int(a[i]) }
      i += 1
      j += 1
    }
    if i < a.count { return 1 }
    return j < b.count ? -1 : byCase
  }

  private static func compareBytes(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = min(a.count, b.count)
    if common > 0, let x = a.baseAddress, let y = b.baseAddress {
      let order = memcmp(x, y, common)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  private static var localeIsC: Bool {
    for name in ["LC_ALL", "LC_COLLATE", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0
    }
    return false
  }
}

extension Interpreter {
  /// How this interpreter orders strings.
  package var collation: Collation { state { Collation(strings) } }
}

/// ICU's root collator, found at run time: only sorting text beyond ASCII pays for loading it.
private final class UnicodeCollator {
  private typealias Open =
    @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<Int32>) -> OpaquePointer?
  private typealias Compare =
    @convention(c) (
      OpaquePointer, UnsafePointer<UInt8>?, Int32, UnsafePointer<UInt8>?, Int32,
      UnsafeMutablePointer<Int32>
    ) -> Int32
  private typealias Close = @convention(c) (OpaquePointer) -> Void

  private let collator: OpaquePointer
  private let compareFunction: Compare
  private let closeFunction: Close

  init?() {
    guard let library = dlopen("lib_FoundationICU.so", RTLD_LAZY | RTLD_LOCAL),
      let open = dlsym(library, "swift_ucol_open"),
      let compare = dlsym(library, "swift_ucol_strcollUTF8"),
      let close = dlsym(library, "swift_ucol_close")
    else { return nil }
    var status: Int32 = 0
    let made = unsafeBitCast(open, to: Open.self)("root", &status)
    guard let made, status <= 0 else { return nil }
    collator = made
    compareFunction = unsafeBitCast(compare, to: Compare.self)
    closeFunction = unsafeBitCast(close, to: Close.self)
  }

  deinit { closeFunction(collator) }

  func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    var status: Int32 = 0
    return Int(
      compareFunction(
        collator, a.baseAddress, Int32(a.count), b.baseAddress, Int32(b.count), &status))
  }
}
