import ApusInterpreter
import ApusStandardLibrary

/// The documentation of the standard library: looked up in the embedded text when somebody asks.
enum Documentation {
  static let all = [page, titles]

  /// The page of a topic: its package, its text and the names it is about; NULL if there is none.
  static let page = Builtin(.internal, "documentation(topic, package)") { call throws(Unwind) in
    let topic = try call.text(0, "topic")
    let wanted = call[1].isNull ? nil : try call.text(1, "package")
    for package in StandardLibrary.packages where wanted == nil || "\(package.name)" == wanted {
      guard let found = PackagePages(package).page(topic) else { continue }
      let strings = call.strings
      let list = ListVector([
        .string(strings.intern("\(package.name)")), .string(strings.intern(found.text)),
        .strings(found.members.map { strings.intern($0) }),
      ])
      list.setAttribute(
        .names, .strings(["package", "text", "members"].map { strings.intern($0) }))
      return .object(list)
    }
    return .null
  }

  /// The titles of all pages, named by package and topic.
  static let titles = Builtin(.internal, "documentationTitles()") { call throws(Unwind) in
    var names: [StringHandle] = []
    var titles: [StringHandle] = []
    for package in StandardLibrary.packages {
      for (topic, title) in PackagePages(package).titles {
        names.append(call.strings.intern("\(package.name)::\(topic)"))
        titles.append(call.strings.intern(title))
      }
    }
    let vector = CharacterVector(titles)
    vector.setAttribute(.names, .strings(names))
    return .object(vector)
  }
}

/// The documentation blocks of a package.
private struct PackagePages {
  let package: PackageImage

  init(_ package: PackageImage) { self.package = package }

  /// The page on a topic, which may be that of another function.
  func page(_ topic: String) -> (text: String, members: [String])? {
    guard let block = block(of: topic) else { return nil }
    let title = tag("@rdname", in: block) ?? topic
    guard let text = title == topic ? block : self.block(of: title) else { return nil }
    var members = bindings.filter { tag("@rdname", in: $0.block) == title }.map(\.name)
    members.insert(title, at: 0)
    return (text, members)
  }

  var titles: [(topic: String, title: String)] {
    let lone = package.loneDocumentation.compactMap { range -> (String, String)? in
      let text = self.text(range)
      return tag("@name", in: text).map { ($0, text) }
    }
    return (bindings.map { ($0.name, $0.block) } + lone).compactMap { name, block in
      guard tag("@rdname", in: block) == nil, let first = block.split(separator: "\n").first else {
        return nil
      }
      return (name, String(first.dropFirst(2).drop { $0 == " " }))
    }
  }

  private func block(of topic: String) -> String? {
    bindings.first { $0.name == topic }?.block
      ?? package.loneDocumentation.lazy.map(text).first { tag("@name", in: $0) == topic }
  }

  private var bindings: [(name: String, block: String)] {
    (0..<package.bindingCount).compactMap { k in
      let binding = package.binding(k)
      guard let range = binding.documentation else { return nil }
      return (String(decoding: binding.name, as: UTF8.self), text(range))
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: package.source[range]), as: UTF8.self)
  }

  /// The word behind a tag.
  private func tag(_ name: String, in block: String) -> String? {
    for line in block.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 2, words[1] == name { return String(words[2]) }
    }
    return nil
  }
}
