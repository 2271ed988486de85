import ApusColumns
import ApusInterpreter

/// What files say of themselves beside their columns.
enum Descriptions {
  static var all: [Builtin] { [describe, files] }

  /// `rxDescribeFile(target)`: changes what a file or set says of its columns and of itself, and
  /// leaves its rows where they are; false when another program has written it.
  static let describe = Builtin(.internal, "rxDescribeFile(target)") { call throws(Unwind) in
    do {
      guard let list = call[0].list else { throw call.error("invalid target") }
      let target = SourceDescription(list, call.strings)
      for path in target.paths {
        let (changes, description) = (target.refinements, target.text("description"))
        if ArrowSet.isSet(path) {
          try ArrowSet.describe(path, changes, description: description)
        } else {
          guard try ArrowFile(path).statistics != nil else { return .false }
          try ArrowSink.describe(path, changes, description: description)
        }
      }
      return .true
    } catch {
      throw DataSources.failure(error, call)
    }
  }

  /// `rxFileInfo(path)`: how the blocks of a file or set are compressed, how many files there are,
  /// and its description; nothing for other files.
  static let files = Builtin(.internal, "rxFileInfo(path)") { call throws(Unwind) in
    do {
      guard let path = call.strings.texts(call[0])?.first.map(SourceDescription.expanded) else {
        throw call.error("invalid 'path' argument")
      }
      let main: ArrowFile
      var parts: [ArrowFile]?
      if ArrowSet.isSet(path) {
        let set = try ArrowSetData(path)
        (main, parts) = (set.manifest, set.parts)
      } else if ArrowFile.isArrow(path) {
        main = try ArrowFile(path)
      } else if RevoFile.isOne(path) {
        return call.strings.list([("compression", call.strings.characters(["zlib"]))])
      } else {
        return .null
      }
      return call.strings.list([
        ("compression", call.strings.characters([(parts?.first ?? main).compressionName])),
        ("files", parts.map { .integer(Int32(clamping: $0.count)) } ?? .null),
        ("description", main.description.map { call.strings.characters([$0]) } ?? .null),
      ])
    } catch {
      throw DataSources.failure(error, call)
    }
  }
}
