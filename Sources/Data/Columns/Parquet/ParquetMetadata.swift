/// What an own Parquet file keeps of its columns beside their types, as pairs of keys and values.
enum ParquetMetadata {
  static let description = "apus.description"
  static let statistics = "apus.statistics"

  /// What is kept of a column.
  static func pairs(of field: Field, number: Int, levels: [String]) -> [(String, String)] {
    let prefix = "apus.\(number)."
    var result = [(prefix + "type", field.type.rawValue)]
    if field.type == .factor {
      result.append((prefix + "levels", joined(levels)))
      if field.isOrdered { result.append((prefix + "ordered", "TRUE")) }
    }
    if let zone = field.timeZone { result.append((prefix + "timeZone", zone)) }
    if let text = field.description { result.append((prefix + "description", text)) }
    if let low = field.low { result.append((prefix + "low", "\(low)")) }
    if let high = field.high { result.append((prefix + "high", "\(high)")) }
    if !field.valueLabels.isEmpty {
      result.append((prefix + "labels", joined(field.valueLabels.flatMap { [$0.code, $0.label] })))
    }
    return result
  }

  /// Gives a field what is kept of it, when the file is an own one.
  static func apply(_ pairs: [String: String], to field: inout Field, number: Int) {
    let prefix = "apus.\(number)."
    guard let kind = pairs[prefix + "type"] else { return }
    if kind == ColumnType.factor.rawValue, field.type == .string,
      let levels = pairs[prefix + "levels"].flatMap(parted), Set(levels).count == levels.count
    {
      field.type = .factor
      field.levels = levels
      field.isOrdered = pairs[prefix + "ordered"] != nil
    }
    if field.type == .dateTime { field.timeZone = pairs[prefix + "timeZone"] }
    field.description = pairs[prefix + "description"]
    field.low = pairs[prefix + "low"].flatMap { Double($0) }
    field.high = pairs[prefix + "high"].flatMap { Double($0) }
    let labels = pairs[prefix + "labels"].flatMap(parted) ?? []
    field.valueLabels = stride(from: 0, to: labels.count - 1, by: 2).map {
      Field.ValueLabel(code: labels[$0], label: labels[$0 + 1])
    }
  }

  /// Texts as one: each with its number of bytes before it.
  static func joined(_ texts: [String]) -> String {
    texts.map { "\($0.utf8.count):\($0)" }.joined()
  }

  static func parted(_ text: String) -> [String]? {
    var rest = Array(text.utf8)[...]
    var result: [String] = []
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: 58),
        let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
        count <= rest.endIndex - colon - 1
      else { return nil }
      result.append(String(decoding: rest[(colon + 1)...].prefix(count), as: UTF8.self))
      rest = rest[(colon + 1 + count)...]
    }
    return result
  }
}
