import ApusBaseBuiltins
import ApusInterpreter
import ApusRxBuiltins
import ApusStandardLibrary
import ApusStatsBuiltins
import Glibc

extension Interpreter {
  /// Installs the builtins, and every function of the embedded packages as text to be read when it is
  /// first wanted; attaches the packages that R attaches.
  func installStandardLibrary() {
    for theme in [Documentation.all] + LanguageBuiltins.all + BaseBuiltins.all + StatsBuiltins.all
      + RxBuiltins.all
    {
      install(theme)
    }
    startAnother = { output in
      let other = Interpreter(output: output)
      other.installStandardLibrary()
      return other
    }
    setDefaultOptions()
    baseNamespace.define(strings.symbol(".GlobalEnv"), .object(globalEnvironment))
    baseNamespace.define(strings.symbol(".BaseNamespaceEnv"), .object(baseNamespace))
    let imports = Environment(parent: baseNamespace, interpreter: self)
    imports.name = "imports"
    imports.isWatched = true
    libraryExports = imports
    for image in StandardLibrary.packages { load(image, imports) }
    for name in ["rx", "RevoPemaR"] {
      packageAliases[strings.symbol(name)] = strings.symbol("RevoScaleR")
    }
    lockBase()
  }

  /// Defines a package's bindings, its exports also in `imports` when it is attached.
  private func load(_ image: PackageImage, _ imports: Environment) {
    let name = "\(image.name)"
    let isBase = name == "base"
    let isAttached = !isBase && name != "compiler"
    let namespace: Environment = isBase ? baseNamespace : makeNamespace(name, imports)
    let shown = isBase ? nil : isAttached ? attach("package:\(name)") : makeExports(name)
    if let shown { self.exports[strings.symbol(name)] = shown }
    let exports = Exports(image)
    for k in 0..<image.bindingCount {
      let binding = image.binding(k)
      let symbol = Symbol(strings.intern(binding.name))
      let range = binding.range
      let lazy = LazyDefinition { UnsafeBufferPointer(rebasing: image.source[range]) }
      let promise = Value.promise(Promise(.object(lazy), in: namespace))
      namespace.define(symbol, promise)
      guard let shown, exports.contains(binding.name) else { continue }
      shown.define(symbol, promise)
      if isAttached { imports.define(symbol, promise) }
    }
    register(image, in: namespace)
    for k in 0..<image.initializerCount {
      let text = UnsafeBufferPointer(rebasing: image.source[image.initializer(k).range])
      for expression in parse(Array(text)).expressions {
        _ = try? evaluate(expression, in: namespace)
      }
    }
  }

  private func makeNamespace(_ name: String, _ imports: Environment) -> Environment {
    let namespace = Environment(parent: imports, interpreter: self)
    namespace.name = "namespace:\(name)"
    namespace.isWatched = true
    namespaces[strings.symbol(name)] = namespace
    return namespace
  }

  /// What a package that is not attached will show.
  private func makeExports(_ name: String) -> Environment {
    let shown = Environment(parent: baseNamespace, interpreter: self)
    shown.name = "package:\(name)"
    shown.isWatched = true
    return shown
  }

  private func register(_ image: PackageImage, in namespace: Environment) {
    image.forEachDirective { directive, names in
      guard directive == .s3Method, names.count >= 2 else { return }
      let method = names.count > 2 ? String(names[2]) : "\(names[0]).\(names[1])"
      if let value = namespace.lookup(strings.symbol(method)) {
        registeredMethods[strings.symbol("\(names[0]).\(names[1])")] = value
      }
    }
  }

  private func setDefaultOptions() {
    setOption(strings.symbol("digits"), .integer(Int32(7)))
    setOption(strings.symbol("width"), .integer(Int32(80)))
    setOption(strings.symbol("scipen"), .integer(Int32(0)))
    setOption(strings.symbol("warn"), .integer(Int32(0)))
    setOption(strings.symbol("OutDec"), .string(strings.intern(".")))
    setOption(strings.symbol("max.print"), .integer(Int32(99999)))
    setOption(strings.symbol("expressions"), .integer(Int32(5000)))
    setOption(strings.symbol("warning.length"), .integer(Int32(1000)))
    setOption(strings.symbol("nwarnings"), .integer(Int32(50)))
    setOption(strings.symbol("keep.source"), .false)
    setOption(strings.symbol("encoding"), .string(strings.intern("native.enc")))
    setOption(strings.symbol("prompt"), .string(strings.intern("> ")))
    setOption(strings.symbol("continue"), .string(strings.intern("+ ")))
    setOption(strings.symbol("echo"), .false)
    setOption(strings.symbol("verbose"), .false)
    setOption(strings.symbol("deparse.cutoff"), .integer(Int32(60)))
    setOption(strings.symbol("deparse.max.lines"), .null)
    setOption(strings.symbol("show.error.messages"), .true)
    setOption(strings.symbol("stringsAsFactors"), .false)
    setOption(strings.symbol("na.action"), .string(strings.intern("na.omit")))
    setOption(strings.symbol("contrasts"), defaultContrasts)
    setOption(strings.symbol("ts.eps"), .double(1e-05))
    setOption(strings.symbol("useFancyQuotes"), .true)
    setOption(strings.symbol("show.signif.stars"), .true)
    setOption(strings.symbol("show.coef.Pvalues"), .true)
    setOption(strings.symbol("digits.secs"), .null)
    setOption(strings.symbol("str"), defaultStr)
    setOption(strings.symbol("PCRE_use_JIT"), .true)
    setOption(strings.symbol("warnPartialMatchDollar"), .false)
    setOption(strings.symbol("showErrorCalls"), .true)
    setToolOptions()
  }

  /// Options of the tools around the language: source texts, editors, browsers, the network.
  private func setToolOptions() {
    for name in [
      "check.bounds", "CBoundsCheck", "browserNLdisabled", "keep.source.pkgs",
      "keep.parse.data.pkgs", "help.try.all.packages", "PCRE_study", "ts.S.compat",
    ] {
      setOption(strings.symbol(name), .false)
    }
    for name in ["keep.parse.data", "add.smooth", "menu.graphics"] {
      setOption(strings.symbol(name), .true)
    }
    setOption(strings.symbol("timeout"), .integer(Int32(60)))
    setOption(strings.symbol("internet.info"), .integer(Int32(2)))
    setOption(strings.symbol("citation.bibtex.max"), .integer(Int32(1)))
    let texts: [(String, String)] = [
      ("editor", variable("VISUAL") ?? variable("EDITOR") ?? "vi"),
      ("browser", variable("R_BROWSER") ?? "xdg-open"), ("demo.ask", "default"),
      ("example.ask", "default"), ("papersize", variable("R_PAPERSIZE") ?? "a4"),
      ("matprod", "default"), ("rl_word_breaks", " \t\n\"\\'`><=%;,|&{()}"),
    ]
    for (name, text) in texts {
      setOption(strings.symbol(name), .string(strings.intern(text)))
    }
  }

  private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private var defaultContrasts: Value {
    let vector = CharacterVector([strings.intern("contr.treatment"), strings.intern("contr.poly")])
    vector.setAttribute(
      .names, .strings([strings.intern("unordered"), strings.intern("ordered")]))
    return .object(vector)
  }

  /// `strO$…`: how `str` formats.
  private var defaultStr: Value {
    let list = ListVector([
      .string(strings.intern("no")), .integer(Int32(3)), .double(4),
      .integer(Int32(99)), .true,
    ])
    let names = ["strict.width", "digits.d", "vec.len", "list.len", "drop.deparse.attr"]
    list.setAttribute(.names, .strings(names.map { strings.intern($0) }))
    return .object(list)
  }
}

/// What a package shows: its exports, all of it if its NAMESPACE says nothing.
private struct Exports {
  var names: Set<String> = []
  var hasPatterns = false
  let showsEverything: Bool

  init(_ image: PackageImage) {
    showsEverything = !image.hasDirectives
    guard !showsEverything else { return }
    var names: Set<String> = []
    var hasPatterns = false
    image.forEachDirective { directive, words in
      switch directive {
      case .export: names.formUnion(words.map(String.init))
      case .exportPattern: hasPatterns = true
      default: break
      }
    }
    self.names = names
    self.hasPatterns = hasPatterns
  }

  /// The only pattern in use is `^[^.]`: every name that does not start with a dot.
  func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if showsEverything { return true }
    if hasPatterns, name.first != 0x2E { return true }
    return names.contains(String(decoding: name, as: UTF8.self))
  }
}
