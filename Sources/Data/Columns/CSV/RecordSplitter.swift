import Glibc

/// Finds where records end, without parsing them.
struct RecordSplitter: Sendable {
  let dialect: CSVDialect

  /// The offset just behind the last record end among the bytes, which start at a record; and the
  /// line breaks before it.
  ///
  /// Nil when no record ends here.
  ///
  /// With `limit`, no more lines than that are taken.
  func split(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> (offset: Int, lines: Int)? {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
    if let quote = dialect.quotes.first, dialect.hasSimpleQuotes,
      memchr(start, Int32(quote), bytes.count) != nil
    {
      return scan(bytes, limit: limit, quote: quote)
    }
    return dialect.hasSimpleQuotes
      ? plain(bytes, limit: limit) : general(bytes, limit: limit)
  }

  /// The offset behind the first `limit` records that are complete, and how many there are.
  ///
  /// Blank lines are no records.
  func records(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> (offset: Int, records: Int) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return (0, 0) }
    guard dialect.hasSimpleQuotes else { return generalRecords(bytes, limit) }
    let newline = UInt8(ascii: "\n")
    let quote = dialect.quotes.first
    let hasQuotes = quote.map { memchr(start, Int32($0), bytes.count) != nil } ?? false
    var (position, offset, found) = (0, 0, 0)
    while found < limit, position < bytes.count,
      let hit = memchr(start + position, Int32(newline), bytes.count - position)
    {
      let end = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - start
      if hasQuotes, let quote, let resumed = closing(quote, start, position, end, bytes.count) {
        if resumed == bytes.count { break }
        position = resumed
        continue
      }
      let length = end - offset
      let isBlank = length == 0 || length == 1 && start[offset] == UInt8(ascii: "\r")
      if !isBlank || !dialect.skipsBlankLines { found += 1 }
      position = end + 1
      offset = position
    }
    return (offset, found)
  }

  /// Where to go on looking when a quote that opens between `position` and `end` is not closed
  /// before `end`; nil when all quotes in between are closed.
  private func closing(
    _ quote: UInt8, _ start: UnsafePointer<UInt8>, _ position: Int, _ end: Int, _ count: Int
  ) -> Int? {
    var next = position
    while next < end, let open = memchr(start + next, Int32(quote), end - next) {
      let inside = UnsafePointer(open.assumingMemoryBound(to: UInt8.self)) - start + 1
      guard let close = memchr(start + inside, Int32(quote), count - inside) else { return count }
      next = UnsafePointer(close.assumingMemoryBound(to: UInt8.self)) - start + 1
      if next > end { return next }
    }
    return nil
  }

  /// Line by line, since only a look at the whole line says whether it is blank.
  private func generalRecords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> (offset: Int, records: Int) {
    var (offset, found) = (0, 0)
    while found < limit,
      let (length, _) = general(UnsafeBufferPointer(rebasing: bytes[offset...]), limit: 1)
    {
      let line = bytes[offset..<offset + length]
      let first = line.first { $0 != 32 && $0 != 9 }
      let isBlank =
        first == dialect.comment && first != nil || first == UInt8(ascii: "\n")
        || first == UInt8(ascii: "\r")
      if !isBlank || !dialect.skipsBlankLines { found += 1 }
      offset += length
    }
    return (offset, found)
  }

  private func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> (offset: Int, lines: Int)? {
    guard let start = bytes.baseAddress else { return nil }
    var lines = 0
    var position = 0
    let newline = UInt8(ascii: "\n")
    // Count whole strides first: the compiler turns this into vector code.
    while position + 4096 <= bytes.count {
      var found = 0
      for index in position..<position + 4096 where start[index] == newline { found &+= 1 }
      if lines + found >= limit { break }
      lines += found
      position += 4096
    }
    var end = lastNewline(start, position)
    while position < bytes.count, lines < limit {
      guard let hit = memchr(start + position, Int32(newline), bytes.count - position) else {
        break
      }
      position = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - start + 1
      lines += 1
      end = position
    }
    return end > 0 ? (end, lines) : nil
  }

  private func lastNewline(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var end = count
    while end > 0, start[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return end
  }

  /// One kind of quote: a line break counts where an even number of quotes lies before it.
  ///
  /// Unless the limit is near, only the last of them is looked for, from behind; line breaks inside
  /// quotes are then counted as well.
  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, quote: UInt8
  ) -> (offset: Int, lines: Int)? {
    let newline = UInt8(ascii: "\n")
    var quotes = 0
    var lines = 0
    for index in 0..<bytes.count where bytes[index] == quote { quotes &+= 1 }
    for index in 0..<bytes.count where bytes[index] == newline { lines &+= 1 }
    guard lines <= limit else { return scanForwards(bytes, limit: limit, quote: quote) }
    var isQuoted = quotes % 2 == 1
    for index in (0..<bytes.count).reversed() {
      if bytes[index] == quote { isQuoted.toggle() }
      guard bytes[index] == newline else { continue }
      if !isQuoted { return (index + 1, lines) }
      lines -= 1
    }
    return nil
  }

  private func scanForwards(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, quote: UInt8
  ) -> (offset: Int, lines: Int)? {
    var isQuoted = false
    var lines = 0
    var end = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == quote {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        lines += 1
        end = index + 1
        if lines == limit { break }
      }
    }
    return end > 0 ? (end, lines) : nil
  }

  /// Several quotes, comments, escapes: a small machine over all bytes.
  private func general(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> (offset: Int, lines: Int)? {
    var lines = 0
    var end = 0
    var open: UInt8?
    var isComment = false
    var startsField = true
    var index = 0
    while index < bytes.count, lines < limit {
      let byte = bytes[index]
      index += 1
      if let quote = open {
        if byte == UInt8(ascii: "\\"), dialect.separator == nil { index += 1 }
        if byte == quote { open = nil }
      } else if byte == UInt8(ascii: "\n") {
        (isComment, startsField) = (false, true)
        lines += 1
        end = min(index, bytes.count)
      } else if !isComment {
        if byte == dialect.comment { isComment = true }
        if dialect.quotes.contains(byte), dialect.separator != nil || startsField { open = byte }
        startsField = byte == dialect.separator || byte == 32 || byte == 9
      }
    }
    return end > 0 ? (end, lines) : nil
  }
}
