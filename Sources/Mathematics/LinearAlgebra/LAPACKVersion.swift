import CLAPACK

/// The version of the LAPACK in use, such as `3.9.1`.
package func lapackVersion() -> String {
  var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
  ilaver_(&major, &minor, &patch)
  return "\(major).\(minor).\(patch)"
}
