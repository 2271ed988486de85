import ApusInterpreter
import Glibc

/// Files and folders by their paths.
enum FileBuiltins {
  static var all: [Builtin] {
    [
      exists, directoryExists, remove, rename, copy, append, create, makeDirectory, unlinkPaths,
      list, information, access, workingDirectory, setWorkingDirectory, temporaryName,
      temporaryDirectory,
    ]
  }

  /// The system's path of an R path: `~` is the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return getenv("HOME").map { String(cString: $0) + path.dropFirst() } ?? path
  }

  /// A logical vector: the answer for each path.
  private static func forEach(
    _ call: borrowing Invocation, _ test: (String) -> Bool
  ) throws(Unwind) -> Value {
    guard call[0].kind == .character || call[0].count == 0 else {
      throw call.error("invalid 'file' argument")
    }
    let paths = try call.characters(0).elements.map { expanded(call.strings.text($0)) }
    return .logicals(paths.map { test($0) ? 1 : 0 })
  }

  private static func status(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  static func isDirectory(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// The whole content of a file.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }

  static let exists = Builtin(.internal, "file.exists(paths)") { call throws(Unwind) in
    try forEach(call) { status($0) != nil }
  }

  static let directoryExists = Builtin(.internal, "dir.exists(paths)") { call throws(Unwind) in
    try forEach(call, isDirectory)
  }

  static let remove = Builtin(.internal, "file.remove(paths)") { call throws(Unwind) in
    let paths = try call.characters(0).elements.map { call.strings.text($0) }
    var done: [Int32] = []
    for path in paths {
      let succeeded = Glibc.remove(expanded(path)) == 0
      if !succeeded {
        try call.warning(
          "cannot remove file '\(path)', reason '\(String(cString: strerror(errno)))'")
      }
      done.append(succeeded ? 1 : 0)
    }
    return .logicals(done)
  }

  static let rename = Builtin(.internal, "file.rename(from, to)") { call throws(Unwind) in
    let from = try call.characters(0).elements.map { call.strings.text($0) }
    let to = try call.characters(1).elements.map { call.strings.text($0) }
    guard from.count == to.count else {
      throw call.error("'from' and 'to' are of different lengths")
    }
    var done: [Int32] = []
    for (old, new) in zip(from, to) {
      let succeeded = Glibc.rename(expanded(old), expanded(new)) == 0
      if !succeeded {
        try call.warning(
          "cannot rename file '\(old)' to '\(new)', reason '\(String(cString: strerror(errno)))'")
      }
      done.append(succeeded ? 1 : 0)
    }
    return .logicals(done)
  }

  /// Copies one file over another, by way of a temporary name, so that a failure loses nothing.
  static let copy = Builtin(.internal, "file.copy(from, to)") { call throws(Unwind) in
    let from = try call.characters(0).elements.map { expanded(call.strings.text($0)) }
    let to = try call.characters(1).elements.map { expanded(call.strings.text($0)) }
    return .logicals(zip(from, to).map { copyFile($0, $1) ? 1 : 0 })
  }

  private static func copyFile(_ from: String, _ to: String) -> Bool {
    let partial = to + ".part"
    guard append(from, to: partial, mode: "w") else {
      Glibc.remove(partial)
      return false
    }
    return Glibc.rename(partial, to) == 0
  }

  private static func append(_ from: String, to: String, mode: String) -> Bool {
    guard let source = fopen(from, "r") else { return false }
    defer { fclose(source) }
    guard let target = fopen(to, mode) else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var succeeded = true
    while true {
      let count = fread(&buffer, 1, buffer.count, source)
      if count == 0 { break }
      if fwrite(buffer, 1, count, target) != count { succeeded = false }
    }
    return fclose(target) == 0 && succeeded && ferror(source) == 0
  }

  static let append = Builtin(.internal, "file.append(to, from)") { call throws(Unwind) in
    let to = try call.characters(0).elements.map { expanded(call.strings.text($0)) }
    let from = try call.characters(1).elements.map { expanded(call.strings.text($0)) }
    return .logicals(zip(to, from).map { append($1, to: $0, mode: "a") ? 1 : 0 })
  }

  static let create = Builtin(.internal, "file.create(paths)") { call throws(Unwind) in
    let paths = try call.characters(0).elements.map { call.strings.text($0) }
    var done: [Int32] = []
    for path in paths {
      if let file = fopen(expanded(path), "w") {
        fclose(file)
        done.append(1)
      } else {
        try call.warning(
          "cannot create file '\(path)', reason '\(String(cString: strerror(errno)))'")
        done.append(0)
      }
    }
    return .logicals(done)
  }

  static let makeDirectory = Builtin(.internal, "dir.create(path, showWarnings, recursive, mode)") {
    call throws(Unwind) in
    let path = try call.text(0, "path")
    let target = expanded(path)
    call.interpreter.isVisible = false
    if isDirectory(target) {
      if try call.flag(1, "showWarnings") { try call.warning("'\(path)' already exists") }
      return .false
    }
    let given = try call.integer(3, "mode")
    let mode = given.isMissing ? 0o777 : mode_t(bitPattern: given)
    if try call.flag(2, "recursive") {
      var partial = target.hasPrefix("/") ? "/" : ""
      for part in target.split(separator: "/") {
        partial += part
        mkdir(partial, mode)
        partial += "/"
      }
    } else {
      mkdir(target, mode)
    }
    let made = isDirectory(target)
    if !made, try call.flag(1, "showWarnings") {
      try call.warning("cannot create dir '\(path)', reason '\(String(cString: strerror(errno)))'")
    }
    return .logical(made)
  }

  static let unlinkPaths = Builtin(.internal, "unlink(x, recursive, force)") {
    call throws(Unwind) in
    let recursive = try call.flag(1, "recursive")
    var failed = false
    for handle in try call.characters(0).elements {
      for path in globbed(expanded(call.strings.text(handle))) {
        if isDirectory(path) {
          if recursive { removeTree(path) } else { failed = true }
        } else if status(path) != nil {
          if Glibc.unlink(path) != 0 { failed = true }
        }
      }
    }
    call.interpreter.isVisible = false
    return .integer(failed ? 1 : 0)
  }

  /// The paths that a wildcard means.
  static func globbed(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
  }

  static func removeTree(_ path: String) {
    for name in entries(path) {
      let inner = path + "/" + name
      var information = stat()
      if lstat(inner, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
        removeTree(inner)
      } else {
        Glibc.unlink(inner)
      }
    }
    rmdir(path)
  }

  private static func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Names below folders; the R half filters, sorts and adds the folder.
  static let list = Builtin(
    .internal, "list.files(path, all.files, recursive, include.dirs)"
  ) { call throws(Unwind) in
    let folder = expanded(try call.text(0, "directory"))
    let all = try call.flag(1, "all.files")
    let recursive = try call.flag(2, "recursive")
    let withFolders = try call.flag(3, "include.dirs")
    var found: [String] = []
    func walk(_ prefix: String) {
      for name in entries(prefix.isEmpty ? folder : folder + "/" + prefix)
      where all || !name.hasPrefix(".") {
        let path = prefix.isEmpty ? name : prefix + "/" + name
        if recursive, isDirectory(folder + "/" + path) {
          if withFolders { found.append(path) }
          walk(path)
        } else {
          found.append(path)
        }
      }
    }
    walk("")
    return .strings(found.map { call.strings.intern($0) })
  }

  /// Size, is it a folder, mode, times of change, of status and of access, user, group.
  static let information = Builtin(.internal, "file.info(paths)") { call throws(Unwind) in
    let paths = try call.characters(0).elements.map { expanded(call.strings.text($0)) }
    let all = paths.map { status($0) }
    func seconds(_ time: timespec?) -> Double {
      time.map { Double($0.tv_sec) + Double($0.tv_nsec) * 1e-9 } ?? .missing
    }
    let columns: [Value] = [
      .doubles(all.map { $0.map { Double($0.st_size) } ?? .missing }),
      .logicals(all.map { $0.map { $0.st_mode & S_IFMT == S_IFDIR ? 1 : 0 } ?? .missing }),
      .integers(all.map { $0.map { Int32($0.st_mode & 0o7777) } ?? .missing }),
      .doubles(all.map { seconds($0?.st_mtim) }), .doubles(all.map { seconds($0?.st_ctim) }),
      .doubles(all.map { seconds($0?.st_atim) }),
      .integers(all.map { $0.map { Int32(bitPattern: $0.st_uid) } ?? .missing }),
      .integers(all.map { $0.map { Int32(bitPattern: $0.st_gid) } ?? .missing }),
      .strings(all.map { name(of: $0.flatMap { getpwuid($0.st_uid) }?.pointee.pw_name, call) }),
      .strings(all.map { name(of: $0.flatMap { getgrgid($0.st_gid) }?.pointee.gr_name, call) }),
    ]
    return .list(columns)
  }

  private static func name(
    of text: UnsafeMutablePointer<CChar>?, _ call: borrowing Invocation
  ) -> StringHandle {
    text.map { call.strings.intern(String(cString: $0)) } ?? .missing
  }

  static let access = Builtin(.internal, "file.access(paths, mode)") { call throws(Unwind) in
    let mode = try call.integer(1, "mode")
    return .integers(
      try call.characters(0).elements.map {
        Glibc.access(expanded(call.strings.text($0)), mode) == 0 ? 0 : -1
      })
  }

  static let workingDirectory = Builtin(.internal, "getwd()") { call throws(Unwind) in
    guard let path = getcwd(nil, 0) else { return .null }
    defer { free(path) }
    return .string(call.strings.intern(String(cString: path)))
  }

  static let setWorkingDirectory = Builtin(.internal, "setwd(dir)") { call throws(Unwind) in
    guard let old = getcwd(nil, 0) else { throw call.error("cannot change working directory") }
    defer { free(old) }
    guard chdir(expanded(try call.text(0, "dir"))) == 0 else {
      throw call.error("cannot change working directory")
    }
    call.interpreter.isVisible = false
    return .string(call.strings.intern(String(cString: old)))
  }

  static let temporaryDirectory = Builtin(.internal, "tempdir()") { call throws(Unwind) in
    .string(call.strings.intern(call.interpreter.state { TemporaryFolder() }.path))
  }

  static let temporaryName = Builtin(.internal, "tempfile(pattern, tmpdir, fileext)") {
    call throws(Unwind) in
    let patterns = try call.characters(0).elements
    let folders = try call.characters(1).elements
    let endings = try call.characters(2).elements
    let count = max(patterns.count, folders.count, endings.count)
    guard !patterns.isEmpty, !folders.isEmpty, !endings.isEmpty else {
      throw call.error("no 'pattern'")
    }
    return .strings(
      (0..<count).map { k in
        let unique = String(UInt64.random(in: 1 << 40..<1 << 48), radix: 16)
        let parts = [
          call.strings.text(folders[k % folders.count]), "/",
          call.strings.text(patterns[k % patterns.count]), unique,
          call.strings.text(endings[k % endings.count]),
        ]
        return call.strings.intern(parts.joined())
      })
  }
}

/// The session's folder for temporary files, made at the first use and removed with the session.
final class TemporaryFolder {
  let path: String
  /// Whether the folder is the session's alone.
  private let isOwn: Bool

  init() {
    let names: [String] = ["TMPDIR", "TMP", "TEMP"]
    let candidates = names.compactMap { (name: String) -> String? in
      getenv(name).map { String(cString: $0) }
    }
    let parent = candidates.first { FileBuiltins.isDirectory($0) } ?? "/tmp"
    var template = Array((parent + "/RtmpXXXXXX").utf8CString)
    let made = mkdtemp(&template).map { String(cString: $0) }
    path = made ?? parent
    isOwn = made != nil
  }

  deinit { if isOwn { FileBuiltins.removeTree(path) } }
}
