import ApusInterpreter

/// The help pages of `readLines`, `writeLines` and `readline`.
enum Lines {
  static let all = [readLines, writeLines, readline]

  static let readLines = Builtin(.internal, "readLines(con, n, ok, warn, skipNul)") {
    call throws(Unwind) in
    let connection = try call.connection(call[0])
    let wanted = try call.integer(1, "n")
    guard !wanted.isMissing else { throw call.error("invalid 'n' argument") }
    let limit = wanted < 0 ? Int.max : Int(wanted)
    let allowsFewer = try call.flag(2, "ok")
    let warns = try call.flag(3, "warn")
    return try call.withOpen(connection, mode: "rt") { () throws(Unwind) in
      guard connection.canRead else { throw call.error("cannot read from this connection") }
      var lines: [StringHandle] = []
      var isEnded = true
      while lines.count < limit {
        let next = try call.attempt { () throws(ConnectionError) in try connection.nextLine() }
        guard let next else { break }
        isEnded = next.isComplete
        lines.append(next.bytes.withUnsafeBufferPointer { call.strings.intern($0) })
        if lines.count & 0xFFF == 0 { try call.interpreter.checkInterrupt() }
      }
      if !isEnded, warns {
        try call.warning("incomplete final line found on '\(connection.description)'")
      }
      if lines.count < limit, limit < Int.max, !allowsFewer {
        throw call.error("too few lines read in readLines")
      }
      return .object(CharacterVector(lines))
    }
  }

  static let writeLines = Builtin(.internal, "writeLines(text, con, sep)") { call throws(Unwind) in
    guard call[0].kind == .character else {
      throw call.error("can only write character objects")
    }
    let connection = try call.connection(call[1])
    guard call[2].kind == .character, call[2].count >= 1 else {
      throw call.error("invalid 'sep' argument")
    }
    let separator = call.strings.bytes(try call.characters(2).elements[0])
    let lines = try call.characters(0)
    try call.withOpen(connection, mode: "wt") { () throws(Unwind) in
      guard connection.canWrite else { throw call.error("cannot write to this connection") }
      let text = TextBuffer(capacity: 1 << 12)
      for line in lines.elements {
        text.append(call.strings.bytes(line))
        text.append(separator)
        if text.count > 1 << 15 {
          try call.attempt { () throws(ConnectionError) in try connection.write(text.bytes) }
          text.removeAll()
        }
      }
      try call.attempt { () throws(ConnectionError) in try connection.write(text.bytes) }
    }
    return .null
  }

  /// Asks the user; without one the answer is empty.
  static let readline = Builtin(.internal, "readline(prompt)") { call throws(Unwind) in
    let prompt = try call.text(0, "prompt")
    guard call.interpreter.isInteractive else {
      call.interpreter.print(prompt + "\n")
      return .string(.empty)
    }
    guard let input = call.interpreter.connectionTable.connections[0] as? StandardInput else {
      return .string(.empty)
    }
    input.prompt = prompt
    defer { input.prompt = "" }
    let line = try call.attempt { () throws(ConnectionError) in try input.nextLine() }
    let blanks: [UInt8] = [0x20, 0x09]
    var answer = (line?.bytes ?? [])[...].drop { blanks.contains($0) }
    while let last = answer.last, blanks.contains(last) { answer.removeLast() }
    return .string(answer.withUnsafeBufferPointer { call.strings.intern($0) })
  }
}
