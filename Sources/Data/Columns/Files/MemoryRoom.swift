import Glibc

/// How much memory there is to be had.
package enum MemoryRoom {
  /// The bytes that are left of what the machine, the control groups and the limits of the
  /// process allow.
  package static func bytes() -> Int {
    var room = available()
    for (limit, used) in groupLimits() { room = min(room, max(0, limit - used)) }
    var limit = rlimit()
    // The sizes of the whole address space and of what is neither code nor files.
    for (resource, field) in [(RLIMIT_AS, 0), (RLIMIT_DATA, 5)] {
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
        limit.rlim_cur < UInt(Int.max)
      else { continue }
      room = min(room, max(0, Int(limit.rlim_cur) - size(field)))
    }
    return room
  }

  /// Of the machine, as the kernel estimates it.
  private static func available() -> Int {
    for line in lines("/proc/meminfo") where line.hasPrefix("MemAvailable:") {
      if let kilobytes = number(in: line) { return kilobytes * 1024 }
    }
    return 1 << 30
  }

  /// One of the sizes that the kernel counts in pages.
  private static func size(_ field: Int) -> Int {
    let sizes = lines("/proc/self/statm").first?.split(separator: " ") ?? []
    return field < sizes.count ? (Int(sizes[field]) ?? 0) * 4096 : 0
  }

  /// The limits of the control groups of the process, and what is in use below them.
  private static func groupLimits() -> [(limit: Int, used: Int)] {
    var found: [(Int, Int)] = []
    for line in lines("/proc/self/cgroup") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isOld = parts[1] == "memory"
      guard isOld || parts[1].isEmpty else { continue }
      let names = isOld ? ("limit_in_bytes", "usage_in_bytes") : ("max", "current")
      var path = "/sys/fs/cgroup" + (isOld ? "/memory" : "") + parts[2]
      while path.utf8.count > 14 {
        if let limit = lines("\(path)/memory.\(names.0)").first.flatMap({ Int($0) }) {
          let used = lines("\(path)/memory.\(names.1)").first.flatMap { Int($0) } ?? 0
          found.append((limit, max(0, used - cached(path))))
        }
        guard let slash = path.lastIndex(of: "/") else { break }
        path = String(path[..<slash])
      }
    }
    return found
  }

  /// What the system keeps of files for a group, and gives up when it must.
  private static func cached(_ group: String) -> Int {
    for line in lines("\(group)/memory.stat") {
      if line.hasPrefix("total_cache ") || line.hasPrefix("file ") { return number(in: line) ?? 0 }
    }
    return 0
  }

  private static func number(in line: Substring) -> Int? {
    Int(line.drop { !("0"..."9" ~= $0) }.prefix { "0"..."9" ~= $0 })
  }

  private static func lines(_ path: String) -> [Substring] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }
}
