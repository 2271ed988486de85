import ApusInterpreter
import Glibc

/// Links, modes and patterns of files: the help pages of `Sys.chmod`, `Sys.readlink`, `Sys.glob`,
/// `Sys.setFileTime`, `file.link`.
enum FileLinks {
  static var all: [Builtin] {
    [link, symbolicLink, target, mode, mask, glob, setTime, truncate, isTerminal]
  }

  static let link = pairwise("link") { Glibc.link($0, $1) }
  static let symbolicLink = pairwise("symlink") { Glibc.symlink($0, $1) }

  /// TRUE for each pair of paths that worked, with a warning for each that did not.
  private static func pairwise(
    _ verb: String, _ operation: @escaping @Sendable (String, String) -> Int32
  ) -> Builtin {
    Builtin(.internal, "file.\(verb)(from, to)") { call throws(Unwind) in
      let from = try paths(call, 0)
      let to = try paths(call, 1)
      guard !from.isEmpty, !to.isEmpty else { throw call.error("nothing to link") }
      let result = LogicalVector(count: max(from.count, to.count))
      for k in 0..<result.count {
        let (source, place) = (from[k % from.count], to[k % to.count])
        // A link into a folder takes the name of the file.
        let name = source.split(separator: "/").last.map(String.init) ?? source
        let target = FileBuiltins.isDirectory(place) ? "\(place)/\(name)" : place
        let isDone = operation(source, target) == 0
        result.elements[k] = isDone ? 1 : 0
        guard !isDone else { continue }
        try call.warning("cannot \(verb) '\(source)' to '\(target)', reason '\(reason)'")
      }
      return Value(result)
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  private static func paths(
    _ call: borrowing Invocation, _ position: Int
  ) throws(Unwind) -> [String] {
    try call.characters(position).elements.map { FileBuiltins.expanded(call.strings.text($0)) }
  }

  static let target = Builtin(.internal, "Sys.readlink(paths)") { call throws(Unwind) in
    .strings(
      try paths(call, 0).map { path in
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
          bytes.withMemoryRebound(to: CChar.self) { text in
            text.baseAddress.map { readlink(path, $0, text.count) } ?? 0
          }
        }
        return buffer[..<max(0, count)].withUnsafeBufferPointer { call.strings.intern($0) }
      })
  }

  static let mode = Builtin(.internal, "Sys.chmod(paths, mode, use_umask)") { call throws(Unwind) in
    let modes = try call.integers(1).elements
    let isMasked = try call.flag(2, "use_umask")
    let current = umask(0)
    umask(current)
    guard !modes.isEmpty else { throw call.error("invalid 'mode' argument") }
    return .logicals(
      try paths(call, 0).enumerated().map { k, path in
        let given = modes[k % modes.count]
        let wanted = given.isMissing ? 0o777 : mode_t(bitPattern: given)
        return chmod(path, isMasked ? wanted & ~current : wanted) == 0 ? 1 : 0
      })
  }

  /// The mask before; NA only asks for it.
  static let mask = Builtin(.internal, "Sys.umask(mode)") { call throws(Unwind) in
    let wanted = try call.integer(0, "mode")
    let old = umask(wanted.isMissing ? 0 : mode_t(bitPattern: wanted))
    if wanted.isMissing { umask(old) }
    return .integer(Int32(old))
  }

  static let glob = Builtin(.internal, "Sys.glob(paths, dirmark)") { call throws(Unwind) in
    var found = glob_t()
    defer { globfree(&found) }
    var flags = try call.flag(1, "dirmark") ? GLOB_MARK : 0
    for path in try paths(call, 0) {
      _ = Glibc.glob(path, flags, nil, &found)
      flags |= GLOB_APPEND
    }
    return .strings(
      (0..<Int(found.gl_pathc)).compactMap { k in
        found.gl_pathv[k].map { call.strings.intern(String(cString: $0)) }
      })
  }

  static let setTime = Builtin(.internal, "Sys.setFileTime(path, time)") { call throws(Unwind) in
    let times = try call.doubles(1).elements
    guard !times.isEmpty else { throw call.error("invalid 'time' argument") }
    return .logicals(
      try paths(call, 0).enumerated().map { k, path in
        let time = times[k % times.count]
        guard time.isFinite, abs(time) < 1e17 else { return 0 }
        let seconds = time.rounded(.down)
        let stamp = timespec(tv_sec: Int(seconds), tv_nsec: Int((time - seconds) * 1e9))
        return utimensat(AT_FDCWD, path, [stamp, stamp], 0) == 0 ? 1 : 0
      })
  }

  /// Ends the file of a connection at the place it has come to.
  static let truncate = Builtin(.internal, "truncate(con)") { call throws(Unwind) in
    let connection = try call.connection(call[0])
    guard connection.isOpen, connection.canWrite else {
      throw call.error("can only truncate an open connection")
    }
    connection.flush()
    guard connection is FileConnection, let place = connection.position,
      Glibc.truncate(FileBuiltins.expanded(connection.description), place) == 0
    else { throw call.error("truncation not enabled for this connection") }
    return .null
  }

  static let isTerminal = Builtin(.internal, "isatty(con)") { call throws(Unwind) in
    let number = try call.integer(0, "con")
    return .logical((0...2).contains(number) && isatty(number) == 1)
  }
}
