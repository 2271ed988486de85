// Names that the interpreter itself uses. Each takes two granules of every pool, in this order, so that
// its handle is a constant: see `StringPool.init`.

extension Symbol {
  @inlinable package static var names: Symbol { Symbol(id: 4) }
  @inlinable package static var dim: Symbol { Symbol(id: 6) }
  @inlinable package static var dimnames: Symbol { Symbol(id: 8) }
  @inlinable package static var class_: Symbol { Symbol(id: 10) }
  @inlinable package static var levels: Symbol { Symbol(id: 12) }
  @inlinable package static var rowNames: Symbol { Symbol(id: 14) }
  @inlinable package static var tsp: Symbol { Symbol(id: 16) }
  @inlinable package static var comment: Symbol { Symbol(id: 18) }
  @inlinable package static var srcref: Symbol { Symbol(id: 20) }
  @inlinable package static var call: Symbol { Symbol(id: 22) }
  @inlinable package static var dots: Symbol { Symbol(id: 24) }
  @inlinable package static var x: Symbol { Symbol(id: 26) }
  @inlinable package static var value: Symbol { Symbol(id: 28) }
  @inlinable package static var function_: Symbol { Symbol(id: 30) }
  @inlinable package static var if_: Symbol { Symbol(id: 32) }
  @inlinable package static var for_: Symbol { Symbol(id: 34) }
  @inlinable package static var while_: Symbol { Symbol(id: 36) }
  @inlinable package static var repeat_: Symbol { Symbol(id: 38) }
  @inlinable package static var break_: Symbol { Symbol(id: 40) }
  @inlinable package static var next_: Symbol { Symbol(id: 42) }
  @inlinable package static var brace: Symbol { Symbol(id: 44) }
  @inlinable package static var parenthesis: Symbol { Symbol(id: 46) }
  @inlinable package static var assign_: Symbol { Symbol(id: 48) }
  @inlinable package static var superAssign: Symbol { Symbol(id: 50) }
  @inlinable package static var equalAssign: Symbol { Symbol(id: 52) }
  @inlinable package static var subset: Symbol { Symbol(id: 54) }
  @inlinable package static var subset2: Symbol { Symbol(id: 56) }
  @inlinable package static var dollar: Symbol { Symbol(id: 58) }
  @inlinable package static var at: Symbol { Symbol(id: 60) }
  @inlinable package static var plus: Symbol { Symbol(id: 62) }
  @inlinable package static var minus: Symbol { Symbol(id: 64) }
  @inlinable package static var times_: Symbol { Symbol(id: 66) }
  @inlinable package static var divide: Symbol { Symbol(id: 68) }
  @inlinable package static var power: Symbol { Symbol(id: 70) }
  @inlinable package static var modulo: Symbol { Symbol(id: 72) }
  @inlinable package static var integerDivide: Symbol { Symbol(id: 74) }
  @inlinable package static var matrixProduct: Symbol { Symbol(id: 76) }
  @inlinable package static var equal: Symbol { Symbol(id: 78) }
  @inlinable package static var notEqual: Symbol { Symbol(id: 80) }
  @inlinable package static var less: Symbol { Symbol(id: 82) }
  @inlinable package static var greater: Symbol { Symbol(id: 84) }
  @inlinable package static var lessOrEqual: Symbol { Symbol(id: 86) }
  @inlinable package static var greaterOrEqual: Symbol { Symbol(id: 88) }
  @inlinable package static var and: Symbol { Symbol(id: 90) }
  @inlinable package static var or: Symbol { Symbol(id: 92) }
  @inlinable package static var andAnd: Symbol { Symbol(id: 94) }
  @inlinable package static var orOr: Symbol { Symbol(id: 96) }
  @inlinable package static var not: Symbol { Symbol(id: 98) }
  @inlinable package static var tilde: Symbol { Symbol(id: 100) }
  @inlinable package static var colon: Symbol { Symbol(id: 102) }
  @inlinable package static var doubleColon: Symbol { Symbol(id: 104) }
  @inlinable package static var tripleColon: Symbol { Symbol(id: 106) }
  @inlinable package static var help: Symbol { Symbol(id: 108) }
  @inlinable package static var rightAssign: Symbol { Symbol(id: 110) }
  @inlinable package static var rightSuperAssign: Symbol { Symbol(id: 112) }
  @inlinable package static var pipe: Symbol { Symbol(id: 114) }
  @inlinable package static var lambda: Symbol { Symbol(id: 116) }
  @inlinable package static var return_: Symbol { Symbol(id: 118) }
  @inlinable package static var quote: Symbol { Symbol(id: 120) }
  @inlinable package static var missing: Symbol { Symbol(id: 122) }
  @inlinable package static var switch_: Symbol { Symbol(id: 124) }
  @inlinable package static var onExit: Symbol { Symbol(id: 126) }
  @inlinable package static var substitute: Symbol { Symbol(id: 128) }
  @inlinable package static var useMethod: Symbol { Symbol(id: 130) }
  @inlinable package static var nextMethod: Symbol { Symbol(id: 132) }
  @inlinable package static var dotInternal: Symbol { Symbol(id: 134) }
  @inlinable package static var invisible: Symbol { Symbol(id: 136) }
  @inlinable package static var expression: Symbol { Symbol(id: 138) }
  @inlinable package static var message: Symbol { Symbol(id: 140) }
  @inlinable package static var factor: Symbol { Symbol(id: 142) }
  @inlinable package static var ordered: Symbol { Symbol(id: 144) }
  @inlinable package static var dataFrame: Symbol { Symbol(id: 146) }
  @inlinable package static var drop: Symbol { Symbol(id: 148) }
  @inlinable package static var exact: Symbol { Symbol(id: 150) }
  @inlinable package static var recursive: Symbol { Symbol(id: 152) }
  @inlinable package static var useNames: Symbol { Symbol(id: 154) }
  @inlinable package static var naRm: Symbol { Symbol(id: 156) }
  @inlinable package static var subsetAssign: Symbol { Symbol(id: 158) }
  @inlinable package static var subset2Assign: Symbol { Symbol(id: 160) }
  @inlinable package static var dollarAssign: Symbol { Symbol(id: 162) }
  @inlinable package static var atAssign: Symbol { Symbol(id: 164) }
  @inlinable package static var temporary: Symbol { Symbol(id: 166) }
  @inlinable package static var temporaryValue: Symbol { Symbol(id: 168) }
  @inlinable package static var dotGeneric: Symbol { Symbol(id: 170) }
  @inlinable package static var dotClass: Symbol { Symbol(id: 172) }
  @inlinable package static var dotGenericCallEnv: Symbol { Symbol(id: 174) }
  @inlinable package static var dotGenericDefEnv: Symbol { Symbol(id: 176) }
  @inlinable package static var dotMethod: Symbol { Symbol(id: 178) }
  @inlinable package static var dotMethods: Symbol { Symbol(id: 180) }
  @inlinable package static var dotGroup: Symbol { Symbol(id: 182) }
  @inlinable package static var dotPackageName: Symbol { Symbol(id: 184) }
  @inlinable package static var dotRandomSeed: Symbol { Symbol(id: 186) }
  @inlinable package static var dotLastValue: Symbol { Symbol(id: 188) }
  @inlinable package static var dotData: Symbol { Symbol(id: 190) }
  @inlinable package static var package: Symbol { Symbol(id: 192) }
  @inlinable package static var tzone: Symbol { Symbol(id: 194) }
  @inlinable package static var units: Symbol { Symbol(id: 196) }
  @inlinable package static var base: Symbol { Symbol(id: 198) }
  @inlinable package static var stats: Symbol { Symbol(id: 200) }
  @inlinable package static var utils: Symbol { Symbol(id: 202) }
  @inlinable package static var methods: Symbol { Symbol(id: 204) }
  @inlinable package static var true_: Symbol { Symbol(id: 206) }
  @inlinable package static var false_: Symbol { Symbol(id: 208) }
  @inlinable package static var null_: Symbol { Symbol(id: 210) }
  @inlinable package static var na_: Symbol { Symbol(id: 212) }
  @inlinable package static var default_: Symbol { Symbol(id: 214) }
  @inlinable package static var list: Symbol { Symbol(id: 216) }
  @inlinable package static var numeric: Symbol { Symbol(id: 218) }
  @inlinable package static var integer: Symbol { Symbol(id: 220) }
  @inlinable package static var double: Symbol { Symbol(id: 222) }
  @inlinable package static var character: Symbol { Symbol(id: 224) }
  @inlinable package static var logical: Symbol { Symbol(id: 226) }
  @inlinable package static var complex: Symbol { Symbol(id: 228) }
  @inlinable package static var raw: Symbol { Symbol(id: 230) }
  @inlinable package static var matrix: Symbol { Symbol(id: 232) }
  @inlinable package static var array: Symbol { Symbol(id: 234) }
  @inlinable package static var object: Symbol { Symbol(id: 236) }
  @inlinable package static var e1: Symbol { Symbol(id: 238) }
  @inlinable package static var e2: Symbol { Symbol(id: 240) }
  @inlinable package static var i: Symbol { Symbol(id: 242) }
  @inlinable package static var j: Symbol { Symbol(id: 244) }
  @inlinable package static var n: Symbol { Symbol(id: 246) }
  @inlinable package static var dot1: Symbol { Symbol(id: 248) }
  @inlinable package static var dot2: Symbol { Symbol(id: 250) }
  @inlinable package static var dot3: Symbol { Symbol(id: 252) }
  @inlinable package static var FUN: Symbol { Symbol(id: 254) }
  @inlinable package static var X: Symbol { Symbol(id: 256) }
  @inlinable package static var expr: Symbol { Symbol(id: 258) }
  @inlinable package static var length: Symbol { Symbol(id: 260) }
  @inlinable package static var asCharacter: Symbol { Symbol(id: 262) }
  @inlinable package static var standardGeneric: Symbol { Symbol(id: 264) }
  @inlinable package static var recall: Symbol { Symbol(id: 266) }
  @inlinable package static var formula: Symbol { Symbol(id: 268) }
  @inlinable package static var variables: Symbol { Symbol(id: 270) }
  @inlinable package static var terms: Symbol { Symbol(id: 272) }
  @inlinable package static var source_: Symbol { Symbol(id: 274) }
  @inlinable package static var local: Symbol { Symbol(id: 276) }
  @inlinable package static var eval: Symbol { Symbol(id: 278) }
  @inlinable package static var evalq: Symbol { Symbol(id: 280) }
  @inlinable package static var parentFrame: Symbol { Symbol(id: 282) }
  @inlinable package static var sysCall: Symbol { Symbol(id: 284) }
  @inlinable package static var sysFunction: Symbol { Symbol(id: 286) }
  @inlinable package static var matchCall: Symbol { Symbol(id: 288) }
  @inlinable package static var environment: Symbol { Symbol(id: 290) }
  @inlinable package static var assign: Symbol { Symbol(id: 292) }
  @inlinable package static var delayedAssign: Symbol { Symbol(id: 294) }
  @inlinable package static var sysFrame: Symbol { Symbol(id: 296) }
  @inlinable package static var sysFrames: Symbol { Symbol(id: 298) }
  @inlinable package static var evalParent: Symbol { Symbol(id: 300) }
  @inlinable package static var noquote: Symbol { Symbol(id: 302) }
  @inlinable package static var difftime: Symbol { Symbol(id: 304) }
  @inlinable package static var Date: Symbol { Symbol(id: 306) }
  @inlinable package static var POSIXct: Symbol { Symbol(id: 308) }
  @inlinable package static var POSIXt: Symbol { Symbol(id: 310) }
  @inlinable package static var POSIXlt: Symbol { Symbol(id: 312) }
  @inlinable package static var times: Symbol { Symbol(id: 314) }
  @inlinable package static var digits: Symbol { Symbol(id: 316) }
  @inlinable package static var width: Symbol { Symbol(id: 318) }
  @inlinable package static var envir: Symbol { Symbol(id: 320) }
  @inlinable package static var frame: Symbol { Symbol(id: 322) }
  @inlinable package static var by: Symbol { Symbol(id: 324) }
  @inlinable package static var to: Symbol { Symbol(id: 326) }
  @inlinable package static var from: Symbol { Symbol(id: 328) }
  @inlinable package static var alongWith: Symbol { Symbol(id: 330) }
  @inlinable package static var lengthOut: Symbol { Symbol(id: 332) }
  @inlinable package static var each: Symbol { Symbol(id: 334) }
  @inlinable package static var wholeSrcref: Symbol { Symbol(id: 336) }
  @inlinable package static var srcfile: Symbol { Symbol(id: 338) }
  @inlinable package static var dotXData: Symbol { Symbol(id: 340) }
  @inlinable package static var dotS3Class: Symbol { Symbol(id: 342) }
  @inlinable package static var generic: Symbol { Symbol(id: 344) }
  @inlinable package static var namesAssign: Symbol { Symbol(id: 346) }
  @inlinable package static var dimAssign: Symbol { Symbol(id: 348) }
  @inlinable package static var attrAssign: Symbol { Symbol(id: 350) }
  @inlinable package static var dimnamesAssign: Symbol { Symbol(id: 352) }
  @inlinable package static var levelsAssign: Symbol { Symbol(id: 354) }
  @inlinable package static var class_Assign: Symbol { Symbol(id: 356) }
  @inlinable package static var bodyAssign: Symbol { Symbol(id: 358) }
  @inlinable package static var which: Symbol { Symbol(id: 360) }
  @inlinable package static var error: Symbol { Symbol(id: 362) }
  @inlinable package static var simpleError: Symbol { Symbol(id: 364) }
  @inlinable package static var warning: Symbol { Symbol(id: 366) }
  @inlinable package static var condition: Symbol { Symbol(id: 368) }
  @inlinable package static var cond: Symbol { Symbol(id: 370) }
  @inlinable package static var msg: Symbol { Symbol(id: 372) }
  @inlinable package static var forceAndCall: Symbol { Symbol(id: 374) }
  @inlinable package static var browser: Symbol { Symbol(id: 376) }

  /// The texts of the names above, in their order.
  static var wellKnown: [StaticString] {
    [
      "names", "dim", "dimnames", "class", "levels", "row.names", "tsp", "comment", "srcref",
      "call", "...", "x", "value", "function", "if", "for", "while", "repeat", "break", "next",
      "{", "(", "<-", "<<-", "=", "[", "[[", "$", "@", "+", "-", "*", "/", "^", "%%", "%/%",
      "%*%", "==", "!=", "<", ">", "<=", ">=", "&", "|", "&&", "||", "!", "~", ":", "::", ":::",
      "?", "->", "->>", "|>", "\\(", "return", "quote", "missing", "switch", "on.exit",
      "substitute", "UseMethod", "NextMethod", ".Internal", "invisible", "expression", "message",
      "factor", "ordered", "data.frame", "drop", "exact", "recursive", "use.names", "na.rm",
      "[<-", "[[<-", "$<-", "@<-", "*tmp*", "*vtmp*", ".Generic", ".Class", ".GenericCallEnv",
      ".GenericDefEnv", ".Method", ".Methods", ".Group", ".packageName", ".Random.seed",
      ".Last.value", ".Data", "package", "tzone", "units", "base", "stats", "utils", "methods",
      "TRUE", "FALSE", "NULL", "NA", "default", "list", "numeric", "integer", "double",
      "character", "logical", "complex", "raw", "matrix", "array", "object", "e1", "e2", "i",
      "j", "n", "..1", "..2", "..3", "FUN", "X", "expr", "length", "as.character",
      "standardGeneric", "Recall", "formula", "variables", "terms", "source", "local", "eval",
      "evalq", "parent.frame", "sys.call", "sys.function", "match.call", "environment", "assign",
      "delayedAssign", "sys.frame", "sys.frames", "eval.parent", "noquote", "difftime", "Date",
      "POSIXct", "POSIXt", "POSIXlt", "times", "digits", "width", "envir", "frame", "by", "to",
      "from", "along.with", "length.out", "each", "wholeSrcref", "srcfile", ".xData", ".S3Class",
      "generic", "names<-", "dim<-", "attr<-", "dimnames<-", "levels<-", "class<-", "body<-",
      "which", "error", "simpleError", "warning", "condition", "cond", "msg",
      "forceAndCall", "browser",
    ]
  }
}
