import CReadStat
import Glibc

/// The functions of ReadStat, which is looked for when it is first wanted.
struct ReadStatLibrary: @unchecked Sendable {
  // Invariant: nothing changes after `init`; the functions may be called by any thread.
  typealias Parser = UnsafeMutablePointer<readstat_parser_t>
  typealias Variable = UnsafePointer<readstat_variable_t>
  typealias Parse =
    @convention(c) (Parser?, UnsafePointer<CChar>?, UnsafeMutableRawPointer?) -> readstat_error_t

  let makeParser: @convention(c) () -> Parser?
  let freeParser: @convention(c) (Parser?) -> Void
  let setMetadata: @convention(c) (Parser?, readstat_metadata_handler?) -> readstat_error_t
  let setVariable: @convention(c) (Parser?, readstat_variable_handler?) -> readstat_error_t
  let setValue: @convention(c) (Parser?, readstat_value_handler?) -> readstat_error_t
  let setLabel: @convention(c) (Parser?, readstat_value_label_handler?) -> readstat_error_t
  let setLimit: @convention(c) (Parser?, Int) -> readstat_error_t
  let setOffset: @convention(c) (Parser?, Int) -> readstat_error_t
  let message: @convention(c) (readstat_error_t) -> UnsafePointer<CChar>?
  let name: @convention(c) (Variable?) -> UnsafePointer<CChar>?
  let label: @convention(c) (Variable?) -> UnsafePointer<CChar>?
  let format: @convention(c) (Variable?) -> UnsafePointer<CChar>?
  let countMissingRanges: @convention(c) (Variable?) -> Int32
  let lowMissing: @convention(c) (Variable?, Int32) -> readstat_value_t
  let highMissing: @convention(c) (Variable?, Int32) -> readstat_value_t
  private let parsers: [StatFormat: Parse]

  static let found = Result { try ReadStatLibrary() }

  private init() throws {
    let file = "libreadstat.so.1"
    guard let library = dlopen(file, RTLD_NOW | RTLD_LOCAL) else {
      throw ColumnError(
        .missingFile,
        "\(file), which reads files of SAS and SPSS, is not installed: install ReadStat (Debian: "
          + "'libreadstat1')")
    }
    func function<Function>(_ name: String, as type: Function.Type = Function.self) throws
      -> Function
    {
      guard let address = dlsym(library, "readstat_" + name) else {
        throw ColumnError(.unreadable, "ReadStat has no function readstat_\(name)")
      }
      return unsafeBitCast(address, to: type)
    }
    makeParser = try function("parser_init")
    freeParser = try function("parser_free")
    setMetadata = try function("set_metadata_handler")
    setVariable = try function("set_variable_handler")
    setValue = try function("set_value_handler")
    setLabel = try function("set_value_label_handler")
    setLimit = try function("set_row_limit")
    setOffset = try function("set_row_offset")
    message = try function("error_message")
    name = try function("variable_get_name")
    label = try function("variable_get_label")
    format = try function("variable_get_format")
    countMissingRanges = try function("variable_get_missing_ranges_count")
    lowMissing = try function("variable_get_missing_range_lo")
    highMissing = try function("variable_get_missing_range_hi")
    var parsers: [StatFormat: Parse] = [:]
    for format in StatFormat.allCases {
      parsers[format] = try function("parse_" + format.rawValue, as: Parse.self)
    }
    self.parsers = parsers
  }

  /// Goes through a file and calls what `prepare` has set, with a context.
  func parse(
    _ path: String, _ format: StatFormat, _ context: AnyObject, prepare: (Parser) -> Void
  ) throws {
    guard let parser = makeParser(), let parse = parsers[format] else {
      throw ColumnError(.unreadable, "ReadStat cannot be started", file: path)
    }
    defer { freeParser(parser) }
    prepare(parser)
    let code = withExtendedLifetime(context) {
      parse(parser, path, Unmanaged.passUnretained(context).toOpaque())
    }
    if code == READSTAT_OK || code == READSTAT_ERROR_USER_ABORT { return }
    let reason = message(code).map { String(cString: $0) } ?? "cannot be read"
    throw ColumnError(
      code == READSTAT_ERROR_OPEN ? .missingFile : .corrupt,
      code == READSTAT_ERROR_OPEN ? "No such file or directory" : reason, file: path)
  }
}

/// The files of other statistics programs, by what ReadStat calls them.
package enum StatFormat: String, CaseIterable, Sendable {
  case sas7bdat, sas7bcat, xport, sav, por

  /// By the extension; nil for others.
  package init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "sas7bdat", "sd7", "sd2": self = .sas7bdat
    case "sas7bcat", "sas7cat": self = .sas7bcat
    case "xpt", "xport", "stx": self = .xport
    case "sav", "zsav": self = .sav
    case "por": self = .por
    default: return nil
    }
  }

  var isSAS: Bool { self == .sas7bdat || self == .xport }
}
