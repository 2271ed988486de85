import Glibc

/// A composite set: a folder with Arrow files in `data` and, in `metadata`, a manifest.
///
/// The manifest is an Arrow file without rows: its columns are those of the set, whatever the parts
/// call them, and it names the parts. It is replaced at once and last, so that the set is what it
/// was or what it shall be at any moment.
package enum ArrowSet {
  package static func isSet(_ path: String) -> Bool {
    FileNames.isFolder(path) && manifest(path) != nil
  }

  /// The path of the manifest, when there is one.
  fileprivate static func manifest(_ path: String) -> String? {
    FileNames.inFolder("\(path)/metadata").first { $0.hasSuffix(".xdfm") && !$0.hasPrefix(".") }
      .map { "\(path)/metadata/\($0)" }
  }

  /// Changes what a set says of its columns and of itself: only the manifest is written.
  package static func describe(
    _ path: String, _ changes: [String: Refinement], description: String?
  ) throws {
    let (old, parts) = try read(path)
    let fields = try old.schema.fields.map { try changes[$0.name]?.described($0) ?? $0 }
    if let twice = Schema(fields).duplicate {
      throw ColumnError(
        .invalidArgument, "there would be two of this name", file: path, column: twice)
    }
    var options = ArrowSink.Options(description: description ?? old.description)
    options.parts = parts
    try ArrowSink(old.file.path, schema: Schema(fields), options: options).finish()
  }

  /// What the names of the files begin with.
  fileprivate static func stem(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "data"
  }

  /// The manifest and the paths of the parts.
  fileprivate static func read(_ path: String) throws -> (manifest: ArrowFile, parts: [String]) {
    guard let name = manifest(path) else {
      throw ColumnError(.missingFile, "not a composite set", file: path)
    }
    let file = try ArrowFile(name)
    guard let parts = file.parts, !parts.contains(where: { $0.contains("/") }) else {
      throw ColumnError(.corrupt, "not the manifest of a composite set", file: name)
    }
    return (file, parts)
  }
}

/// A composite set as a source of data.
package struct ArrowSetData: DataSource {
  package let manifest: ArrowFile
  package let parts: [ArrowFile]
  private let source: JoinedSource

  /// `isKept`: which columns the data has.
  package init(_ path: String, isKept: (String) -> Bool = { _ in true }) throws {
    let (manifest, names) = try ArrowSet.read(path)
    self.manifest = manifest
    let opened = try names.map { name in
      try ArrowData("\(path)/data/\(name)").named(as: manifest.schema)
    }
    parts = opened.map(\.file)
    let kept = Schema(manifest.schema.fields.filter { isKept($0.name) })
    source = JoinedSource(opened.map(\.source), schema: kept)
  }

  package var schema: Schema { source.schema }
  package var rowCount: Int? { source.rowCount }
  package var blocks: [Int]? { source.blocks }

  package func statistics(of column: String) -> [ColumnStatistics]? {
    source.statistics(of: column)
  }

  package func batches(
    of columns: [String]?, rows: Range<Int>?, blocksPerRead: Int
  ) throws -> any BatchSource {
    try source.batches(of: columns, rows: rows, blocksPerRead: blocksPerRead)
  }
}

extension ArrowData {
  /// A part of a set under the names and levels of the set.
  fileprivate func named(as set: Schema) throws -> (file: ArrowFile, source: RefinedSource) {
    guard set.fields.count == schema.fields.count else {
      throw ColumnError(.corrupt, "has other columns than the set", file: file.file.path)
    }
    var changes: [String: Refinement] = [:]
    for (own, field) in zip(schema.fields, set.fields) {
      guard own.type == field.type, own.levels.count <= field.levels.count else {
        throw ColumnError(
          .corrupt, "is not as in the set", file: file.file.path, column: field.name)
      }
      var change = Refinement()
      change.newName = field.name
      if own.type == .factor { change.newLevels = Array(field.levels.prefix(own.levels.count)) }
      changes[own.name] = change
    }
    return (file, try RefinedSource(self, changes))
  }
}

/// Writes a composite set, so many blocks to a file.
///
/// One writer at a time: parts that no manifest names are taken for what a dead one left, and
/// removed.
package final class ArrowSetSink: BatchSink {
  private let path: String
  private var schema: Schema
  private var options: ArrowSink.Options
  private let blocksPerFile: Int
  private let manifest: String
  /// The parts that stay of what is there, and those that go.
  private let kept: [String]
  private let replaced: [String]
  private var written: [String] = []
  private var part: ArrowSink?
  private var partBlocks = 0
  private var blockRows = 0
  private var isOpen = true
  private let isNew: Bool

  /// `appending`: whether the rows go behind those that the set has; its columns must be the same.
  package init(
    _ path: String, schema: Schema, blocksPerFile: Int = 3, appending: Bool = false,
    options: ArrowSink.Options = .init()
  ) throws {
    self.path = path
    self.options = options
    self.blocksPerFile = max(1, blocksPerFile)
    isNew = !FileNames.isFolder(path)
    let old = try? ArrowSet.read(path)
    if appending {
      let known = try ArrowSet.read(path).manifest
      guard known.schema.fields.map(\.type) == schema.fields.map(\.type) else {
        throw ColumnError(.invalidArgument, "the columns are not those of the set", file: path)
      }
      self.schema = known.schema
      if options.description == nil { self.options.description = known.description }
    } else {
      self.schema = schema
    }
    kept = appending ? old?.parts ?? [] : []
    replaced = appending ? [] : old?.parts ?? []
    let name = ArrowSet.stem(path)
    manifest = ArrowSet.manifest(path) ?? "\(path)/metadata/\(name).xdfm"
    for folder in [path, "\(path)/data", "\(path)/metadata"] {
      guard mkdir(folder, 0o777) == 0 || FileNames.isFolder(folder) else {
        throw FileNames.failure(path)
      }
    }
    removeOrphans()
  }

  deinit { abandon() }

  /// Removes parts that the manifest does not name and hidden ones of dead writers.
  private func removeOrphans() {
    let listed = Set(kept + replaced)
    let start = ArrowSet.stem(path) + "_"
    for name in FileNames.inFolder("\(path)/data") where !listed.contains(name) {
      let isOwn = name.hasPrefix(start) && name.hasSuffix(".xdfd")
      let isHidden = name.hasPrefix("." + start) && !PartFile.isWriting(name)
      if isOwn || isHidden { unlink("\(path)/data/\(name)") }
    }
  }

  package func append(_ batch: ColumnBatch) throws {
    try (part ?? open()).append(batch)
    blockRows += batch.rowCount
  }

  package func endBlock() throws {
    guard let part, blockRows > 0 else { return }
    try part.endBlock()
    blockRows = 0
    partBlocks += 1
    if partBlocks == blocksPerFile { try close() }
  }

  package func finish() throws {
    try endBlock()
    if part == nil, written.isEmpty, kept.isEmpty { _ = try open() }
    try close()
    var options = options
    options.parts = kept + written
    try ArrowSink(manifest, schema: schema, options: options).finish()
    isOpen = false
    for name in replaced { unlink("\(path)/data/\(name)") }
  }

  package func abandon() {
    guard isOpen else { return }
    isOpen = false
    part?.abandon()
    part = nil
    for name in written { unlink("\(path)/data/\(name)") }
    if isNew { FileNames.removeFolder(path) }
  }

  package func widened(to schema: Schema) throws -> any BatchSink {
    try endBlock()
    try close()
    let wider = try ArrowSetSink(
      path, schema: schema, blocksPerFile: blocksPerFile, options: options, beside: self)
    for name in written {
      try ArrowData("\(path)/data/\(name)").append(to: wider, as: schema)
      unlink("\(path)/data/\(name)")
    }
    isOpen = false
    return wider
  }

  /// Takes over from a sink that has written columns of other types.
  private init(
    _ path: String, schema: Schema, blocksPerFile: Int, options: ArrowSink.Options,
    beside other: ArrowSetSink
  ) throws {
    self.path = path
    self.schema = schema
    self.options = options
    self.blocksPerFile = blocksPerFile
    (manifest, kept, replaced) = (other.manifest, other.kept, other.replaced)
    isNew = other.isNew
  }

  private func open() throws -> ArrowSink {
    let taken = Set(FileNames.inFolder("\(path)/data"))
    let stem = ArrowSet.stem(path)
    var number = kept.count + 1
    while taken.contains("\(stem)_\(number).xdfd") { number += 1 }
    let name = "\(stem)_\(number).xdfd"
    let sink = try ArrowSink("\(path)/data/\(name)", schema: schema, options: options)
    written.append(name)
    part = sink
    partBlocks = 0
    return sink
  }

  private func close() throws {
    guard let part else { return }
    schema = part.grownSchema
    try part.finish()
    self.part = nil
  }
}
