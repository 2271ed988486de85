import ApusSyntax
import Testing

@testable import ApusStandardLibrary

@Suite struct `The embedded library` {
  @Test(arguments: ["base", "methods", "datasets", "utils", "stats", "RevoScaleR"])
  func `has every package`(name: String) {
    #expect(StandardLibrary.package(named: name) != nil)
  }

  @Test func `gives each binding one expression with its name before it`() throws {
    for package in StandardLibrary.packages {
      for index in 0..<package.bindingCount {
        let binding = package.binding(index)
        let name = String(decoding: binding.name, as: UTF8.self)
        let result = Parser.parse(Array(package.source[binding.range]))
        #expect(result.error == nil, "\(name)")
        let expression = try #require(result.expressions.first, "\(name)")
        #expect(result.expressions.count == 1, "\(name)")
        #expect((result.tree[expression].kind == .function) == binding.isFunction, "\(name)")
        #expect(binding.file < Array(package.files).count)
      }
    }
  }

  @Test(arguments: ["base", "methods", "datasets", "utils", "stats", "RevoScaleR"])
  func `defines each name once`(name: String) throws {
    let package = try #require(StandardLibrary.package(named: name))
    let names = (0..<package.bindingCount).map {
      String(decoding: package.binding($0).name, as: UTF8.self)
    }
    let repeated = Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 }
    #expect(repeated.isEmpty, "\(repeated.keys.sorted())")
  }

  @Test func `finds documentation above a binding`() throws {
    let stats = try #require(StandardLibrary.package(named: "stats"))
    let bindings = (0..<stats.bindingCount).map(stats.binding)
    let anova = try #require(bindings.first { $0.name.elementsEqual("anova".utf8) })
    let documentation = try #require(anova.documentation)
    let text = String(decoding: stats.source[documentation], as: UTF8.self)
    #expect(text.hasPrefix("#' Analysis of variance tables\n"))
    #expect(text.hasSuffix("\n"))
  }

  @Test(arguments: ["base", "methods", "datasets", "utils", "stats", "RevoScaleR"])
  func `documents what it exports`(name: String) throws {
    let package = try #require(StandardLibrary.package(named: name))
    let bindings = (0..<package.bindingCount).map(package.binding)
    let names = Set(
      StandardLibrary.packages.flatMap { package in
        (0..<package.bindingCount).map {
          String(decoding: package.binding($0).name, as: UTF8.self)
        }
      })
    for binding in bindings {
      let name = String(decoding: binding.name, as: UTF8.self)
      guard package.shows(name), !isMethod(name, names) else { continue }
      let block = binding.documentation.map { Array(package.source[$0]) } ?? []
      let title = block.prefix { $0 != 0x0A }.dropFirst(3)
      #expect(!title.isEmpty, "\(name) has no documentation")
    }
  }

  /// Whether a name is that of a method: a function, a dot and a class.
  private func isMethod(_ name: String, _ functions: Set<String>) -> Bool {
    let primitives: Set<String> = [
      "Math", "Ops", "Summary", "anyNA", "as.character", "as.double", "as.logical", "c", "dim",
      "dimnames", "dimnames<-", "is.na", "is.numeric", "length", "length<-", "levels", "levels<-",
      "names", "names<-", "rep", "round", "trunc", "xtfrm", "[", "[[", "$", "[<-", "[[<-", "$<-",
      "as.environment", "as.complex", "as.integer", "is.finite", "is.infinite", "is.nan", "dim<-",
      "!", "&", "|", "+", "-", "*", "/", "^", "==", "!=", "<", ">", "<=", ">=", "%%", "%/%",
    ]
    return name.indices.contains { place in
      let generic = String(name[..<place])
      return name[place] == "." && (functions.contains(generic) || primitives.contains(generic))
    }
  }

  @Test func `finds a binding's line in its file`() throws {
    let base = try #require(StandardLibrary.packages.first)
    let files = Array(base.files)
    for index in 0..<base.bindingCount {
      let binding = base.binding(index)
      let before = base.source[..<binding.range.lowerBound]
      let lines = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      #expect(binding.line <= lines)
      #expect(!files[binding.file].isEmpty)
      if binding.file == 0 { #expect(binding.line == lines) }
    }
  }
}

extension PackageImage {
  /// Whether users see a name: an export, or anything but a helper where nothing is said.
  fileprivate func shows(_ name: String) -> Bool {
    var exports: Set<Substring> = []
    forEachDirective { directive, words in
      if directive == .export { exports.formUnion(words) }
    }
    if !exports.isEmpty { return exports.contains(Substring(name)) }
    return !name.hasPrefix(".")
  }
}
