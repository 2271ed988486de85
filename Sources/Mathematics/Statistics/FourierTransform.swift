import Glibc

/// The discrete Fourier transform of some length, unscaled; `isInverse` takes the other sign.
///
/// Mixed radix by decimation in time; a prime factor p costs p² per group, and lengths with a large
/// prime factor go through Bluestein's convolution instead.
package struct FourierTransform {
  private let n: Int
  private let isInverse: Bool
  private let factors: [Int]
  /// The real parts of e^(∓2πik/n), the imaginary ones below.
  private let cosines: [Double]
  private let sines: [Double]

  /// Gets ready for any number of transforms of length `n`.
  package init(_ n: Int, isInverse: Bool) {
    self.n = n
    self.isInverse = isInverse
    var rest = n
    var found: [Int] = []
    var p = 2
    while p * p <= rest {
      while rest % p == 0 {
        found.append(p)
        rest /= p
      }
      p += p == 2 ? 1 : 2
    }
    if rest > 1 { found.append(rest) }
    // The largest first: whole turns then need no rotation, and sums that vanish are exact zeros.
    factors = found.reversed()
    let sign = isInverse ? 1.0 : -1.0
    // Angles are reduced to an octant, so that the table has full accuracy.
    let table = (0..<n).map { Self.unit($0, n) }
    cosines = table.map { $0.0 }
    sines = table.map { sign * $0.1 }
  }

  /// cos and sin of 2πk/n.
  private static func unit(_ k: Int, _ n: Int) -> (Double, Double) {
    let eighth = 8 * k / n
    let rest = 8 * k - eighth * n
    let isOdd = eighth % 2 == 1
    let angle = Double.pi / 4 * Double(isOdd ? n - rest : rest) / Double(n)
    let (c, s) = (cos(angle), sin(angle))
    switch eighth {
    case 0: return (c, s)
    case 1: return (s, c)
    case 2: return (-s, c)
    case 3: return (-c, s)
    case 4: return (-c, -s)
    case 5: return (-s, -c)
    case 6: return (s, -c)
    default: return (c, -s)
    }
  }

  /// Transforms `n` numbers in place.
  package func apply(real: inout [Double], imaginary: inout [Double]) {
    guard n > 1, let largest = factors.first else { return }
    if largest > 50 {
      (real, imaginary) = convolved(real, imaginary)
      return
    }
    var re = [Double](repeating: 0, count: n)
    var im = re
    var group = Group(largest)
    step(real, imaginary, 0, 1, n, 0, into: &re, &im, 0, &group)
    (real, imaginary) = (re, im)
  }

  /// The numbers of one butterfly, and room for what becomes of them.
  private struct Group {
    var re: [Double]
    var im: [Double]
    var sumRe: [Double]
    var sumIm: [Double]

    init(_ size: Int) {
      re = [Double](repeating: 0, count: size)
      (im, sumRe, sumIm) = (re, re, re)
    }
  }

  /// Transforms the elements first, first + stride, … of the input into a run of the output.
  private func step(
    _ real: [Double], _ imaginary: [Double], _ first: Int, _ stride: Int, _ size: Int,
    _ level: Int, into re: inout [Double], _ im: inout [Double], _ start: Int,
    _ group: inout Group
  ) {
    if size == 1 {
      re[start] = real[first]
      im[start] = imaginary[first]
      return
    }
    let p = factors[level]
    let m = size / p
    for q in 0..<p {
      step(
        real, imaginary, first + q * stride, stride * p, m, level + 1, into: &re, &im,
        start + q * m, &group)
    }
    combine(p, m, stride, &re, &im, start, &group)
  }

  private func combine(
    _ p: Int, _ m: Int, _ stride: Int, _ re: inout [Double], _ im: inout [Double], _ start: Int,
    _ group: inout Group
  ) {
    for k in 0..<m {
      for q in 0..<p {
        let (c, s) = (cosines[q * k * stride], sines[q * k * stride])
        let (a, b) = (re[start + q * m + k], im[start + q * m + k])
        group.re[q] = a * c - b * s
        group.im[q] = a * s + b * c
      }
      switch p {
      case 2: Self.butterfly2(&group.re, &group.im)
      case 3: Self.butterfly3(&group.re, &group.im, isInverse ? 1 : -1)
      case 5: Self.butterfly5(&group.re, &group.im, isInverse ? 1 : -1)
      default: butterfly(p, &group)
      }
      for r in 0..<p {
        re[start + r * m + k] = group.re[r]
        im[start + r * m + k] = group.im[r]
      }
    }
  }

  private static func butterfly2(_ re: inout [Double], _ im: inout [Double]) {
    (re[0], re[1]) = (re[0] + re[1], re[0] - re[1])
    (im[0], im[1]) = (im[0] + im[1], im[0] - im[1])
  }

  private static func butterfly3(_ re: inout [Double], _ im: inout [Double], _ sign: Double) {
    let sine = sign * 0.8660254037844386
    let (sumRe, sumIm) = (re[1] + re[2], im[1] + im[2])
    let (turnRe, turnIm) = ((re[1] - re[2]) * sine, (im[1] - im[2]) * sine)
    let (restRe, restIm) = (re[0] - 0.5 * sumRe, im[0] - 0.5 * sumIm)
    (re[0], re[1], re[2]) = (re[0] + sumRe, restRe - turnIm, restRe + turnIm)
    (im[0], im[1], im[2]) = (im[0] + sumIm, restIm + turnRe, restIm - turnRe)
  }

  private static func butterfly5(_ re: inout [Double], _ im: inout [Double], _ sign: Double) {
    let (c1, c2) = (0.30901699437494745, -0.8090169943749475)
    let (s1, s2) = (sign * 0.9510565162951535, sign * 0.5877852522924731)
    let (a14, b14) = (re[1] + re[4], im[1] + im[4])
    let (a23, b23) = (re[2] + re[3], im[2] + im[3])
    let (d14, e14) = (re[1] - re[4], im[1] - im[4])
    let (d23, e23) = (re[2] - re[3], im[2] - im[3])
    let (p1, q1) = (re[0] + a14 * c1 + a23 * c2, im[0] + b14 * c1 + b23 * c2)
    let (p2, q2) = (re[0] + a14 * c2 + a23 * c1, im[0] + b14 * c2 + b23 * c1)
    let (u1, v1) = (d14 * s1 + d23 * s2, e14 * s1 + e23 * s2)
    let (u2, v2) = (d14 * s2 - d23 * s1, e14 * s2 - e23 * s1)
    re[0] += a14
    re[0] += a23
    im[0] += b14
    im[0] += b23
    (re[1], re[2], re[3], re[4]) = (p1 - v1, p2 - v2, p2 + v2, p1 + v1)
    (im[1], im[2], im[3], im[4]) = (q1 + u1, q2 + u2, q2 - u2, q1 - u1)
  }

  /// Any prime, from the definition.
  private func butterfly(_ p: Int, _ group: inout Group) {
    for r in 0..<p {
      var (sumRe, sumIm) = (group.re[0], group.im[0])
      for q in 1..<p {
        let turn = q * r % p * (n / p)
        sumRe += group.re[q] * cosines[turn] - group.im[q] * sines[turn]
        sumIm += group.re[q] * sines[turn] + group.im[q] * cosines[turn]
      }
      group.sumRe[r] = sumRe
      group.sumIm[r] = sumIm
    }
    swap(&group.re, &group.sumRe)
    swap(&group.im, &group.sumIm)
  }

  /// Bluestein's: kj = (k² + j² − (k−j)²)/2 makes the transform a convolution of any length.
  private func convolved(_ real: [Double], _ imaginary: [Double]) -> ([Double], [Double]) {
    var size = 1
    while size < 2 * n { size *= 2 }
    let sign = isInverse ? 1.0 : -1.0
    let chirp = (0..<n).map { Self.unit($0 * $0 % (2 * n), 2 * n) }
    var aRe = [Double](repeating: 0, count: size)
    var (aIm, bRe, bIm) = (aRe, aRe, aRe)
    for k in 0..<n {
      let (c, s) = (chirp[k].0, sign * chirp[k].1)
      aRe[k] = real[k] * c - imaginary[k] * s
      aIm[k] = real[k] * s + imaginary[k] * c
      for place in [k, (size - k) % size] { (bRe[place], bIm[place]) = (c, -s) }
    }
    let forward = FourierTransform(size, isInverse: false)
    forward.apply(real: &aRe, imaginary: &aIm)
    forward.apply(real: &bRe, imaginary: &bIm)
    for k in 0..<size {
      (aRe[k], aIm[k]) = (aRe[k] * bRe[k] - aIm[k] * bIm[k], aRe[k] * bIm[k] + aIm[k] * bRe[k])
    }
    FourierTransform(size, isInverse: true).apply(real: &aRe, imaginary: &aIm)
    var (re, im) = (real, imaginary)
    for k in 0..<n {
      let (c, s) = (chirp[k].0, sign * chirp[k].1)
      let (x, y) = (aRe[k] / Double(size), aIm[k] / Double(size))
      re[k] = x * c - y * s
      im[k] = x * s + y * c
    }
    return (re, im)
  }
}
