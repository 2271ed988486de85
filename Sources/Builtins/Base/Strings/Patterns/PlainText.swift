import ApusInterpreter
import Glibc

/// Text that is searched for as it is.
final class PlainText: PatternMatcher {
  private let needle: [UInt8]
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { needle = Array(bytes) }

  var groupCount: Int { 0 }
  var groupNames: [String] { [] }

  func setText(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) { text = bytes }

  func firstMatch(from start: Int, wantsGroups: Bool, isFresh: Bool) -> Match? {
    guard start <= text.count else { return nil }
    if needle.isEmpty { return Match(start: start, end: start) }
    guard let base = text.baseAddress else { return nil }
    guard let place = search(base, from: start) else { return nil }
    return Match(start: place, end: place + needle.count)
  }

  /// Looks for the first byte quickly, then compares.
  private func search(_ base: UnsafePointer<UInt8>, from start: Int) -> Int? {
    let last = text.count - needle.count
    var place = start
    while place <= last {
      guard let found = memchr(base + place, Int32(needle[0]), last - place + 1) else {
        return nil
      }
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + place, needle, needle.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
