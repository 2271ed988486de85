import CExchange
import Glibc

/// Writes a folder of text files, so many rows to a file, or a block.
///
/// The folder is made beside its place and changes places with one that is there when it is
/// finished.
package final class TextSetSink: BatchSink {
  private let path: String
  private let partPath: String
  private let schema: Schema
  private let options: TextSink.Options
  private let fileName: (stem: String, extension: String)
  private let rowsPerFile: Int?
  private var part: TextSink?
  private var partRows = 0
  private var count = 0
  private var isOpen = true

  /// `rowsPerFile`: nil for a file a block.
  package init(
    _ path: String, extension suffix: String, _ schema: Schema, _ options: TextSink.Options,
    rowsPerFile: Int?
  ) throws {
    self.path = path
    self.schema = schema
    self.options = options
    self.rowsPerFile = rowsPerFile.map { max(1, $0) }
    let name = path.split(separator: "/").last.map(String.init) ?? "data"
    fileName = (name, suffix)
    partPath = path.dropLast(name.count) + ".\(name).part-\(getpid())"
    FileNames.removeFolder(partPath)
    guard mkdir(partPath, 0o777) == 0 else { throw FileNames.failure(path) }
  }

  deinit { abandon() }

  package func append(_ batch: ColumnBatch) throws {
    var rest = batch
    while let rowsPerFile, partRows + rest.rowCount > rowsPerFile {
      let fitting = rowsPerFile - partRows
      try add(rest.rows(0..<fitting))
      try close()
      rest = rest.rows(fitting..<rest.rowCount)
    }
    if rest.rowCount > 0 { try add(rest) }
  }

  private func add(_ batch: ColumnBatch) throws {
    if part == nil {
      count += 1
      let name = "\(fileName.stem)_\(count)\(fileName.extension)"
      part = try TextSink("\(partPath)/\(name)", schema, options)
    }
    try part?.append(batch)
    partRows += batch.rowCount
  }

  package func endBlock() throws {
    if rowsPerFile == nil { try close() }
  }

  private func close() throws {
    try part?.finish()
    part = nil
    partRows = 0
  }

  package func finish() throws {
    if count == 0 {
      try add(ColumnBatch(joining: [], schema: schema))
    }
    try close()
    if FileNames.isFolder(path) {
      guard exchange_files(partPath, path) == 0 else { throw FileNames.failure(path) }
      FileNames.removeFolder(partPath)
    } else if rename(partPath, path) != 0 {
      throw FileNames.failure(path)
    }
    isOpen = false
  }

  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    part?.abandon()
    part = nil
    FileNames.removeFolder(partPath)
  }
}

extension FileNames {
  /// Removes a folder and the files in it, if it is there.
  static func removeFolder(_ path: String) {
    guard isFolder(path) else { return }
    for name in inFolder(path) where unlink("\(path)/\(name)") != 0 {
      removeFolder("\(path)/\(name)")
    }
    rmdir(path)
  }

  /// What the system says of the last thing that did not work.
  static func failure(_ path: String) -> ColumnError {
    ColumnError(.unwritable, String(cString: strerror(errno)), file: path)
  }
}
