import Glibc

/// A table recorded from GNU R: a comma-separated file beside this one.
struct ReferenceTable {
  let rows: [[Substring]]

  init(_ path: String) throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/\(folder)/\(path)", "r") else { throw MissingTable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  struct MissingTable: Error {
    let path: String
  }
}

/// The distance of two numbers relative to the larger.
func relativeDifference(_ x: Double, _ y: Double) -> Double {
  if x == y || (x.isNaN && y.isNaN) { return 0 }
  if !x.isFinite || !y.isFinite { return .infinity }
  return abs(x - y) / max(abs(x), abs(y))
}
