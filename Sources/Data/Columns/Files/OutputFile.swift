/// A file that is being written, of which nothing counts before it is finished.
protocol OutputFile: AnyObject {
  var path: String { get }
  var position: Int { get }

  func write(_ bytes: UnsafeRawBufferPointer) throws
  /// Puts `mark` behind all else, which is safe on disk by then, and makes the file count.
  func finish(mark: [UInt8]) throws
  /// Leaves everything as it was.
  func abandon()
}

extension OutputFile {
  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Zeros up to the next multiple.
  func pad(to alignment: Int) throws {
    let rest = position % alignment
    if rest > 0 { try write([UInt8](repeating: 0, count: alignment - rest)) }
  }
}
