/// Numbers of types in R's serialization format, as "R Internals" gives them.
enum SerialType {
  static let null: Int32 = 0
  static let symbol: Int32 = 1
  static let pairlist: Int32 = 2
  static let closure: Int32 = 3
  static let environment: Int32 = 4
  static let promise: Int32 = 5
  static let language: Int32 = 6
  static let special: Int32 = 7
  static let builtin: Int32 = 8
  static let string: Int32 = 9
  static let logical: Int32 = 10
  static let integer: Int32 = 13
  static let double: Int32 = 14
  static let complex: Int32 = 15
  static let character: Int32 = 16
  static let dots: Int32 = 17
  static let list: Int32 = 19
  static let expression: Int32 = 20
  static let bytecode: Int32 = 21
  static let externalPointer: Int32 = 22
  static let weakReference: Int32 = 23
  static let raw: Int32 = 24
  static let s4: Int32 = 25

  static let alternative: Int32 = 238
  static let attributedPairlist: Int32 = 239
  static let attributedLanguage: Int32 = 240
  static let baseEnvironment: Int32 = 241
  static let emptyEnvironment: Int32 = 242
  static let bytecodeReference: Int32 = 243
  static let bytecodeDefinition: Int32 = 244
  static let baseNamespace: Int32 = 250
  static let persistent: Int32 = 247
  static let package: Int32 = 248
  static let namespace: Int32 = 249
  static let missingArgument: Int32 = 251
  static let unbound: Int32 = 252
  static let globalEnvironment: Int32 = 253
  static let nilValue: Int32 = 254
  static let reference: Int32 = 255

  static let hasClass: Int32 = 1 << 8
  static let hasAttributes: Int32 = 1 << 9
  static let hasTag: Int32 = 1 << 10
  /// Of the pairs of an environment: bits 14 and 15 of the general purpose field.
  static let isLockedBinding: Int32 = 1 << 26
  static let isActiveBinding: Int32 = 1 << 27
}

/// What makes bytes no serialized object.
struct SerialError: Error {
  let message: String
}
