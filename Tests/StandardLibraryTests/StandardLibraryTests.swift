import ApusSyntax
import Testing

@testable import ApusStandardLibrary

@Suite struct `The embedded library` {
  @Test(arguments: ["base", "methods", "datasets", "utils", "stats", "rx"])
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

  @Test func `finds documentation above a binding`() throws {
    let stats = try #require(StandardLibrary.package(named: "stats"))
    let bindings = (0..<stats.bindingCount).map(stats.binding)
    let anova = try #require(bindings.first { $0.name.elementsEqual("anova".utf8) })
    let documentation = try #require(anova.documentation)
    let text = String(decoding: stats.source[documentation], as: UTF8.self)
    #expect(text.hasPrefix("#' Analysis of variance tables\n"))
    #expect(text.hasSuffix("\n"))
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
