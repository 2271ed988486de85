import Glibc

/// Batches that wait on disk, in a file that has no name.
///
/// Nothing is left of it once nobody holds it, however the process ends. Any thread may add
/// batches and read them.
package final class SpillFile: @unchecked Sendable {
  // Invariant: what changes is in `end`; each byte is written before anybody knows of it.
  private let descriptor: Int32
  private let folder: String
  private let end = Monitor(0)

  /// A batch in the file.
  package struct Block: Sendable {
    fileprivate let names: [String]
    fileprivate let rowCount: Int
    fileprivate let parts: [Part]
  }

  /// Where a column lies.
  fileprivate enum Part: Sendable {
    case integers(Int, ColumnType)
    case doubles(Int, ColumnType)
    case factor(Int, levels: [String])
    case text(codes: Int, offsets: Int, entries: Int, bytes: Int, byteCount: Int)
  }

  /// `folder`: on whose disk the file is.
  package init(in folder: String) throws {
    self.folder = folder
    // O_TMPFILE, which is not imported; without it a file gets a name that is gone at once.
    var descriptor = open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, 0o600)
    if descriptor < 0 {
      var template = Array("\(folder)/.spill-XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      if descriptor >= 0 { unlink(template) }
    }
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw Self.failure(folder) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  package func append(_ batch: ColumnBatch) throws -> Block {
    let parts = try batch.columns.map { column -> Part in
      switch column {
      case .logical(let cells), .integer(let cells): .integers(try write(cells), column.type)
      case .double(let cells), .date(let cells), .dateTime(let cells):
        .doubles(try write(cells), column.type)
      case .factor(let codes, let levels): .factor(try write(codes), levels: levels)
      case .string(let text): try write(text.compacted())
      }
    }
    return Block(names: batch.names, rowCount: batch.rowCount, parts: parts)
  }

  package func read(_ block: Block) throws -> ColumnBatch {
    let columns = try block.parts.map { part -> ColumnValues in
      switch part {
      case .integers(let place, let type):
        let cells: [Int32] = try read(block.rowCount, at: place)
        return type == .logical ? .logical(cells) : .integer(cells)
      case .doubles(let place, let type):
        let cells: [Double] = try read(block.rowCount, at: place)
        return type == .date ? .date(cells) : type == .dateTime ? .dateTime(cells) : .double(cells)
      case .factor(let place, let levels):
        return .factor(codes: try read(block.rowCount, at: place), levels: levels)
      case .text(let codes, let offsets, let entries, let bytes, let byteCount):
        var dictionary = StringDictionary()
        dictionary.offsets = try read(entries + 1, at: offsets)
        dictionary.bytes = try read(byteCount, at: bytes)
        return .string(
          StringColumn(codes: try read(block.rowCount, at: codes), dictionary: dictionary))
      }
    }
    return ColumnBatch(names: block.names, columns: columns, rowCount: block.rowCount)
  }

  /// Lets the system read a block while something else is done.
  package func prefetch(_ block: Block) {
    for part in block.parts {
      switch part {
      case .integers(let place, _), .factor(let place, _):
        posix_fadvise(descriptor, off_t(place), off_t(4 * block.rowCount), POSIX_FADV_WILLNEED)
      case .doubles(let place, _):
        posix_fadvise(descriptor, off_t(place), off_t(8 * block.rowCount), POSIX_FADV_WILLNEED)
      case .text(let place, _, _, let bytes, let byteCount):
        posix_fadvise(
          descriptor, off_t(place), off_t(bytes + byteCount - place), POSIX_FADV_WILLNEED)
      }
    }
  }

  private func write(_ text: StringColumn) throws -> Part {
    .text(
      codes: try write(text.codes), offsets: try write(text.dictionary.offsets),
      entries: text.dictionary.count, bytes: try write(text.dictionary.bytes),
      byteCount: text.dictionary.bytes.count)
  }

  private func write<Cell>(_ cells: [Cell]) throws -> Int {
    try cells.withUnsafeBytes { bytes in
      let start = end.enter { end in
        defer { end += (bytes.count + 7) / 8 * 8 }
        return end
      }
      var done = 0
      while done < bytes.count, let address = bytes.baseAddress {
        let count = pwrite(descriptor, address + done, bytes.count - done, off_t(start + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Self.failure(folder) }
        done += count
      }
      return start
    }
  }

  private func read<Cell>(_ count: Int, at place: Int) throws -> [Cell] {
    try [Cell](unsafeUninitializedCapacity: count) { cells, initialized in
      let wanted = count * MemoryLayout<Cell>.stride
      var done = 0
      while done < wanted, let address = UnsafeMutableRawPointer(cells.baseAddress) {
        let got = pread(descriptor, address + done, wanted - done, off_t(place + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { throw Self.failure(folder) }
        done += got
      }
      initialized = count
    }
  }

  private static func failure(_ folder: String) -> ColumnError {
    ColumnError(
      .unwritable, "no temporary file: \(String(cString: strerror(errno)))", file: folder)
  }
}

extension StringColumn {
  /// The same texts with no more than those in the dictionary, when it has many others.
  package func compacted() -> StringColumn {
    guard dictionary.count > 2 * codes.count else { return self }
    let table = StringTable()
    let codes = dictionary.bytes.withUnsafeBufferPointer { bytes -> [Int32] in
      self.codes.map { code -> Int32 in
        guard code >= 0 else { return missingInteger }
        let text = dictionary.offsets[Int(code)]..<dictionary.offsets[Int(code) + 1]
        return table.code(of: UnsafeBufferPointer(rebasing: bytes[text]))
      }
    }
    return StringColumn(codes: codes, dictionary: table.dictionary())
  }
}
