import ApusInterpreter
import Glibc

/// The process and the machine: time used, environment variables, other programs.
enum SystemBuiltins {
  static var all: [Builtin] {
    [
      processTime, getEnvironment, setEnvironment, unsetEnvironment, sleep, information, processID,
      system, terminalCommand, profile, history, abort, locale, setLocale, flushConsole,
    ]
  }

  /// User, system and elapsed seconds of this process, then of its children.
  static let processTime = Builtin(.primitive, "proc.time()") { call throws(Unwind) in
    var own = rusage()
    var children = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let elapsed = Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    let seconds = [
      own.ru_utime.seconds, own.ru_stime.seconds, elapsed, children.ru_utime.seconds,
      children.ru_stime.seconds,
    ]
    let vector = DoubleVector(seconds.map { ($0 * 1000).rounded() / 1000 })
    let names = ["user.self", "sys.self", "elapsed", "user.child", "sys.child"]
    vector.setAttribute(.names, .strings(names.map { call.strings.intern($0) }))
    vector.setAttribute(.class_, .string(call.strings.intern("proc_time")))
    return .object(vector)
  }

  static let getEnvironment = Builtin(.internal, "Sys.getenv(x, unset)") { call throws(Unwind) in
    let names = try call.characters(0).elements
    if names.isEmpty { return .strings(allVariables().map { call.strings.intern($0) }) }
    guard call[1].count == 1 else { throw call.error("wrong type for argument") }
    let unset = try call.characters(1).elements[0]
    return .strings(
      names.map { name in
        guard let value = getenv(call.strings.text(name)) else { return unset }
        return call.strings.intern(String(cString: value))
      })
  }

  /// `NAME=value` of every variable.
  private static func allVariables() -> [String] {
    var result: [String] = []
    var place = environ
    while let entry = place.pointee {
      result.append(String(cString: entry))
      place += 1
    }
    return result.sorted()
  }

  static let setEnvironment = Builtin(.internal, "Sys.setenv(names, values)") {
    call throws(Unwind) in
    let names = try call.characters(0).elements
    let values = try call.characters(1).elements
    call.interpreter.isVisible = false
    return .logicals(
      zip(names, values).map {
        setenv(call.strings.text($0), call.strings.text($1), 1) == 0 ? 1 : 0
      })
  }

  static let unsetEnvironment = Builtin(.internal, "Sys.unsetenv(names)") { call throws(Unwind) in
    call.interpreter.isVisible = false
    return .logicals(
      try call.characters(0).elements.map { unsetenv(call.strings.text($0)) == 0 ? 1 : 0 })
  }

  /// Sleeps in short steps, so that Ctrl-C ends it.
  static let sleep = Builtin(.internal, "Sys.sleep(time)") { call throws(Unwind) in
    let seconds = try call.double(0, "time")
    guard seconds >= 0 else { throw call.error("invalid 'time' value") }
    call.interpreter.output.flush()
    var left = seconds
    while left > 0 {
      usleep(UInt32(min(left, 0.05) * 1e6))
      left -= 0.05
      try call.interpreter.checkInterrupt()
    }
    call.interpreter.isVisible = false
    return .null
  }

  static let information = Builtin(.internal, "Sys.info()") { call throws(Unwind) in
    var names = utsname()
    uname(&names)
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    let user =
      getenv("USER").map { String(cString: $0) } ?? getpwuid(getuid()).map {
        String(cString: $0.pointee.pw_name)
      } ?? "unknown"
    let values = [
      text(names.sysname), text(names.release), text(names.version), text(names.nodename),
      text(names.machine), user, user, user,
    ]
    let vector = CharacterVector(values.map { call.strings.intern($0) })
    let labels = [
      "sysname", "release", "version", "nodename", "machine", "login", "user", "effective_user",
    ]
    vector.setAttribute(.names, .strings(labels.map { call.strings.intern($0) }))
    return .object(vector)
  }

  static let processID = Builtin(.internal, "Sys.getpid()") { _ throws(Unwind) in
    .integer(getpid())
  }

  /// Runs a shell command; with `intern` answers its output lines, else its exit status.
  static let system = Builtin(.internal, "system(command, intern)") { call throws(Unwind) in
    let command = try call.text(0, "command")
    let intern = try call.flag(1, "intern")
    call.interpreter.output.flush()
    guard let pipe = popen(command, "r") else {
      throw call.error(
        "cannot popen '\(command)', probable reason '\(String(cString: strerror(errno)))'")
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      output.append(contentsOf: buffer[..<count])
      if !intern {
        call.interpreter.print(String(decoding: output, as: UTF8.self))
        output = []
      }
    }
    let status = pclose(pipe)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    if !intern {
      call.interpreter.isVisible = false
      return .integer(Int32(code))
    }
    let lines = output.split(separator: 0x0A, omittingEmptySubsequences: false)
    let kept = lines.last?.isEmpty ?? false ? lines.dropLast() : lines[...]
    let vector = CharacterVector(
      kept.map { line in line.withUnsafeBufferPointer { call.strings.intern($0) } })
    if code != 0 {
      vector.setAttribute(call.strings.symbol("status"), .integer(Int32(code)))
      try call.warning("running command '\(command)' had status \(code)")
    }
    return .object(vector)
  }

  /// Runs a command that talks to the user, as an editor does; answers its exit status.
  static let terminalCommand = Builtin(.internal, "terminalCommand(command)") {
    call throws(Unwind) in
    let command = try call.text(0, "command")
    call.interpreter.output.flush()
    let status = Glibc.system(command)
    return .integer(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F)
  }

  /// Writes what was typed to a file, or reads that; NULL where it is not kept.
  static let history = Builtin(.internal, "consoleHistory(file, saves)") { call throws(Unwind) in
    let path = try call.text(0, "file")
    let saves = try call.flag(1, "saves")
    guard let input = call.interpreter.input, input.hasHistory else { return .null }
    let isDone = saves ? input.saveHistory(to: path) : input.loadHistory(from: path) ?? false
    guard isDone else {
      throw call.error(
        saves ? "problem in saving the history file '\(path)'" : "unable to read history file")
    }
    return .logical(true)
  }

  /// Starts to sample what runs into a file, or ends it if that is "".
  static let profile = Builtin(.internal, "profile(filename, append, interval)") {
    call throws(Unwind) in
    let profile = call.interpreter.state { Profile() }
    let path = try call.text(0, "filename")
    call.interpreter.isVisible = false
    guard !path.isEmpty else {
      profile.stop()
      return .null
    }
    let isStarted = profile.start(
      FilePaths.expanded(path), appends: try call.flag(1, "append"),
      interval: try call.double(2, "interval"), in: call.interpreter)
    if !isStarted { throw call.error("Rprof: cannot open profile file '\(path)'") }
    return .null
  }

  /// The locale is that of a container: UTF-8 without a language.
  static let locale = Builtin(.internal, "Sys.getlocale(category)") { call throws(Unwind) in
    .string(
      call.strings.intern(
        try call.integer(0, "category") == 1
          ? "LC_CTYPE=C.UTF-8;LC_NUMERIC=C;LC_TIME=C.UTF-8;LC_COLLATE=C.UTF-8;LC_MONETARY=C.UTF-8;LC_MESSAGES=C.UTF-8;LC_PAPER=C.UTF-8;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C.UTF-8;LC_IDENTIFICATION=C"
          : "C.UTF-8"))
  }

  static let setLocale = Builtin(.internal, "Sys.setlocale(category, locale)") {
    call throws(Unwind) in
    let wanted = try call.text(1, "locale")
    if ["", "C", "POSIX", "C.UTF-8", "en_US.UTF-8"].contains(wanted) {
      return .string(call.strings.intern(wanted.isEmpty ? "C.UTF-8" : wanted))
    }
    try call.warning("OS reports request to set locale to \"\(wanted)\" cannot be honored")
    return .string(.empty)
  }

  /// Ends what runs and goes on at the top level.
  static let abort = Builtin(.internal, "abort()") { _ throws(Unwind) in throw Unwind.toTopLevel }

  static let flushConsole = Builtin(.internal, "flushConsole()") { call throws(Unwind) in
    call.interpreter.output.flush()
    call.interpreter.isVisible = false
    return .null
  }
}

/// What the process takes.
enum ProcessMemory {
  /// The most bytes it had in memory.
  static var residentBytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
