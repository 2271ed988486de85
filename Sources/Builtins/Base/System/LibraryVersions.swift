import ApusInterpreter
import ApusLinearAlgebra
import CBzip2
import CLzma
import CPCRE2
import CTRE
import CZlib
import Glibc

/// The libraries Apus is linked with: `extSoftVersion()` and `La_version()`.
enum LibraryVersions {
  static var all: [Builtin] { [software, lapack] }

  static let software = Builtin(.internal, "extSoftVersion()") { call throws(Unwind) in
    let versions = [
      ("zlib", String(cString: zlibVersion())),
      ("bzlib", String(cString: BZ2_bzlibVersion())),
      ("xz", String(cString: lzma_version_string())),
      ("PCRE", pcreVersion()),
      ("ICU", ""),
      ("TRE", String(cString: tre_version())),
      ("iconv", libraryOfC()),
      ("readline", ""),
      ("BLAS", ""),
    ]
    let vector = CharacterVector(versions.map { call.strings.intern($0.1) })
    vector.setAttribute(.names, .strings(versions.map { call.strings.intern($0.0) }))
    return .object(vector)
  }

  static let lapack = Builtin(.internal, "La_version()") { call throws(Unwind) in
    .string(call.strings.intern(lapackVersion()))
  }

  /// The name and version of the C library, which converts encodings.
  private static func libraryOfC() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      guard let start = text.baseAddress, confstr(Int32(_CS_GNU_LIBC_VERSION), start, 64) > 0
      else { return "" }
      return String(cString: start)
    }
  }

  private static func pcreVersion() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), text.baseAddress)
      return text.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}
