// The R half of Apus: the packages in this folder, embedded as text with an index of what they
// define. The build plugin writes `packages`; nothing here parses or copies at start-up.

/// The embedded packages.
package enum StandardLibrary {
  /// The package called `name`.
  package static func package(named name: String) -> PackageImage? {
    packages.first { "\($0.name)" == name }
  }
}

/// A package as it lies in the binary.
package struct PackageImage: Sendable {
  package let name: StaticString

  /// The content of its `DESCRIPTION`.
  package let description: StaticString

  let text: StaticString
  let bindings: StaticString
  let initializers: StaticString
  let remarks: StaticString
  let fileNames: StaticString
  let namespace: StaticString
  let dataText: StaticString
  let dataFiles: StaticString
}

// MARK: - R code

extension PackageImage {
  /// All its R source text, file after file.
  package var source: UnsafeBufferPointer<UInt8> { text.bytes }

  /// A top-level assignment `name <- value`.
  package struct Binding {
    /// The name, in UTF-8.
    package let name: UnsafeBufferPointer<UInt8>

    /// Where the value lies in the package's source.
    package let range: Range<Int>

    /// Whether the value is written as a function.
    package let isFunction: Bool

    /// The index of its file.
    package let file: Int

    /// The line in its file where the value starts.
    package let line: Int

    /// Where the documentation block above it lies in the package's source.
    package let documentation: Range<Int>?
  }

  package var bindingCount: Int { Record.count(in: bindings, width: 8) }

  package func binding(_ index: Int) -> Binding {
    let record = Record(bindings, at: index, width: 8)
    let name = record.range(at: 0)
    let documentation = record.range(at: 6)
    return Binding(
      name: UnsafeBufferPointer(rebasing: source[name]), range: record.range(at: 2),
      isFunction: record[4] & 1 == 1, file: record[4] >> 1, line: record[5],
      documentation: documentation.isEmpty ? nil : documentation)
  }

  /// A top-level expression to evaluate when the package is loaded.
  package struct Initializer {
    package let range: Range<Int>
    package let file: Int
    package let line: Int
  }

  package var initializerCount: Int { Record.count(in: initializers, width: 4) }

  package func initializer(_ index: Int) -> Initializer {
    let record = Record(initializers, at: index, width: 4)
    return Initializer(range: record.range(at: 0), file: record[2], line: record[3])
  }

  /// The documentation blocks of what has no R code, such as primitives.
  package var loneDocumentation: [Range<Int>] {
    (0..<Record.count(in: remarks, width: 2)).map { index in
      Record(remarks, at: index, width: 2).range(at: 0)
    }
  }

  /// The names of its R files.
  package var files: TextLines { TextLines(rest: fileNames.bytes[...]) }
}

// MARK: - Namespace and data

extension PackageImage {
  /// A line of `NAMESPACE`, one name at a time.
  package enum Directive: UInt8, Sendable {
    /// The name of an object that the package shows.
    case export = 0x65  // e

    /// A regular expression of the names of such objects.
    case exportPattern = 0x70  // p

    /// A generic, a class and the name of the method.
    case s3Method = 0x73  // s

    /// A package whose exports all are visible.
    case `import` = 0x69  // i

    /// A package and the name of one of its objects.
    case importFrom = 0x66  // f
  }

  /// Calls `body` with each directive and its names; empty for a package without directives.
  package func forEachDirective(_ body: (Directive, [Substring]) -> Void) {
    for line in TextLines(rest: namespace.bytes[...]) {
      guard let letter = line.first, let directive = Directive(rawValue: letter) else { continue }
      let names = String(decoding: line.dropFirst(), as: UTF8.self)
      body(directive, names.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }

  /// Whether `NAMESPACE` has any directives; a package without them shows everything.
  package var hasDirectives: Bool { namespace.utf8CodeUnitCount > 0 }

  /// A file of the package's `data` folder.
  package struct DataFile {
    /// The file name, such as `cars.csv`.
    package let name: String
    package let content: UnsafeBufferPointer<UInt8>
  }

  package var data: [DataFile] {
    TextLines(rest: dataFiles.bytes[...]).map { line in
      let fields = line.split(separator: 0x09)
      let name = fields.count == 3 ? String(decoding: fields[0], as: UTF8.self) : ""
      let numbers = fields.dropFirst().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      let range = numbers.count == 2 ? numbers[0]..<numbers[0] + numbers[1] : 0..<0
      return DataFile(name: name, content: UnsafeBufferPointer(rebasing: dataText.bytes[range]))
    }
  }
}

/// The lines of a text, without copying it.
package struct TextLines: Sequence, IteratorProtocol {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  package mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    defer { rest = end == rest.endIndex ? rest[end...] : rest[(end + 1)...] }
    return rest[..<end]
  }
}

// MARK: - Records

/// A row of numbers, each written as four characters of six bits.
private struct Record {
  private let digits: UnsafePointer<UInt8>

  init(_ table: StaticString, at index: Int, width: Int) {
    precondition(index >= 0 && index < Self.count(in: table, width: width), "no such record")
    digits = table.utf8Start + index * width * 4
  }

  static func count(in table: StaticString, width: Int) -> Int {
    table.utf8CodeUnitCount / (width * 4)
  }

  subscript(field: Int) -> Int {
    var value = 0
    for index in 0..<4 { value = value << 6 | Int(digits[field * 4 + index] &- 0x30) }
    return value
  }

  /// The range that the fields at `field` give as its start and length.
  func range(at field: Int) -> Range<Int> { self[field]..<self[field] + self[field + 1] }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
