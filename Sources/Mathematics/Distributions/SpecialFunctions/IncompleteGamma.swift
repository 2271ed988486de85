import Glibc

// The regularised incomplete gamma functions P(a,x) and Q(a,x) = 1 − P(a,x).
//
// Whichever is smaller is computed directly, to full relative accuracy, as a prefactor (a Poisson
// term, from its saddle-point form) times a sum; the other is its complement. Regions:
//   a small, x ≤ 1.5    alternating series in x; Q from expm1 so that a → 0 keeps its digits
//   large a, x ≈ a      N. Temme's uniform expansion (DLMF 8.12)
//   x < a + 1           Taylor series of P
//   otherwise           Legendre's continued fraction of Q

/// P(a, x) or Q(a, x) on the wanted scale, for a > 0.
package func incompleteGamma(_ a: Double, _ x: Double, _ tail: Tail) -> Double {
  if a.isNaN || x.isNaN || a < 0 { return .nan }
  if x <= 0 { return a == 0 && x == 0 ? tail.one : tail.zero }
  if a == 0 { return tail.one }
  if x.isInfinite { return tail.one }
  if a.isInfinite { return tail.zero }
  if a < 1, x <= 1.5 { return smallShape(a, x, tail) }
  if a >= 64 {
    let mu = (x - a) / a
    if abs(mu) < 0.5 { return uniformExpansion(a, mu, tail) }
  }
  if x < a + 1 {
    let logged = poissonTerm(a, x, log: true) + log(gammaSeries(a, x))
    if !tail.isLog, tail.isLower { return poissonTerm(a, x) * gammaSeries(a, x) }
    return tail.of(logged: logged, ofLower: true)
  }
  let fraction = gammaFraction(a, x)
  // Γ(a)Q = xᵃ e⁻ˣ · fraction, and xᵃe⁻ˣ/Γ(a) is a times the Poisson term.
  if tail.isLog {
    return tail.of(logged: poissonTerm(a, x, log: true) + log(a * fraction), ofLower: false)
  }
  let upper = poissonTerm(a, x) * a * fraction
  return tail.isLower ? 0.5 - upper + 0.5 : upper
}

/// Σ xⁿ / ((a+1)…(a+n)), so that P = Poisson term × sum.
private func gammaSeries(_ a: Double, _ x: Double) -> Double {
  var sum = 1.0
  var term = 1.0
  var n = 1.0
  while true {
    term *= x / (a + n)
    let next = sum + term
    if next == sum || n > 1e7 { return next }
    sum = next
    n += 1
  }
}

/// 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))) by Steed's forward recurrence.
private func gammaFraction(_ a: Double, _ x: Double) -> Double {
  var b = x + 1 - a
  var d = 1 / b
  var step = d
  var sum = d
  var n = 1.0
  while n < 1e7 {
    let numerator = n * (a - n)
    b += 2
    d = 1 / (b + numerator * d)
    step *= b * d - 1
    let next = sum + step
    if next == sum || abs(step) < 1e-17 * abs(sum) { return next }
    sum = next
    n += 1
  }
  return sum
}

/// P = xᵃ/Γ(a+1) · (1 + J), J = a Σ_{n≥1} (−x)ⁿ/((a+n) n!).
private func smallShape(_ a: Double, _ x: Double, _ tail: Tail) -> Double {
  var term = 1.0
  var sum = 0.0
  var n = 1.0
  while n < 200 {
    term *= -x / n
    let next = sum + term / (a + n)
    if next == sum { break }
    sum = next
    n += 1
  }
  return tail.of(logged: a * log(x) - logGamma1p(a) + log1p(a * sum), ofLower: true)
}

/// Q = ½ erfc(η√(a/2)) + e^(−aη²/2)/√(2πa) · Σ cₖ(η) a⁻ᵏ with η²/2 = μ − log(1+μ), μ = x/a − 1.
private func uniformExpansion(_ a: Double, _ mu: Double, _ tail: Tail) -> Double {
  let halfSquare = -log1pMinus(mu)
  let eta = copysign((2 * halfSquare).squareRoot(), mu)
  var correction = 0.0
  for row in temmeCoefficients.reversed() {
    var c = 0.0
    for coefficient in row.reversed() { c = c * eta + coefficient }
    correction = correction / a + c
  }
  correction *= exp(-a * halfSquare) / (sqrtTwoPi * a.squareRoot())
  let z = eta * a.squareRoot()
  // The smaller side is the one beyond z; its correction has the sign of that side.
  let isUpperSmaller = mu >= 0
  let normal = 0.5 * complementaryError(abs(z), exponent: a * halfSquare)
  let small = isUpperSmaller ? normal + correction : normal - correction
  if small < 1e-300 {
    return tail.of(
      logged: logUniform(a, abs(z), a * halfSquare, correctionOf: eta, isUpperSmaller),
      ofLower: !isUpperSmaller)
  }
  return isUpperSmaller
    ? tail.of(lower: 1 - small, upper: small) : tail.of(lower: small, upper: 1 - small)
}

/// The logarithm of the smaller side where that side underflows.
private func logUniform(
  _ a: Double, _ z: Double, _ exponent: Double, correctionOf eta: Double, _ isUpper: Bool
) -> Double {
  var correction = 0.0
  for row in temmeCoefficients.reversed() {
    var c = 0.0
    for coefficient in row.reversed() { c = c * eta + coefficient }
    correction = correction / a + c
  }
  correction /= sqrtTwoPi * a.squareRoot()
  let normal = millsRatio(z) / sqrtTwoPi
  return -exponent + log(isUpper ? normal + correction : normal - correction)
}

/// erfc(z/√2) given z²/2, so that the exponential does not see the rounding of z.
private func complementaryError(_ z: Double, exponent: Double) -> Double {
  z < 1 ? erfc(z * 0.7071067811865476) : 2 * exp(-exponent) * millsRatio(z) / sqrtTwoPi
}

/// (1 − Φ(z))/φ(z): by the continued fraction z + 1/(z + 2/(z + …)) in the tail.
func millsRatio(_ z: Double) -> Double {
  if z < 6 { return sqrtTwoPi * 0.5 * erfc(z * 0.7071067811865476) * exp(0.5 * z * z) }
  var tail = z
  var k = 60.0
  while k >= 1 {
    tail = z + k / tail
    k -= 1
  }
  return 1 / tail
}

/// c_k(η) as power series in η, for k from 0.
private let temmeCoefficients: [[Double]] = [
  [
    -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
    0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-05, -2.185448510679992e-06,
    -1.85406221071516e-06, 8.296711340953087e-07, -1.7665952736826078e-07, 6.707853543401498e-09,
    1.0261809784240309e-08, -4.382036018453353e-09, 9.14769958223679e-10,
    -2.5514193994946248e-11, -5.830772132550426e-11, 2.4361948020667415e-11,
    -5.0276692801141755e-12, 1.1004392031956135e-13,
  ],
  [
    -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596,
    0.00020576131687242798, -4.018775720164609e-07, -1.8098550334489977e-05,
    7.64916091608111e-06, -1.6120900894563446e-06, 4.647127802807434e-09, 1.378633446915721e-07,
    -5.752545603517705e-08, 1.1951628599778148e-08, -1.7543241719747647e-11,
    -1.0091543710600413e-09, 4.162792991842583e-10, -8.56390702649298e-11, 6.067215101604758e-14,
  ],
  [
    0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-06,
    -0.0001073665322636516, 5.2923448829120125e-05, -1.2760635188618728e-05,
    3.423578734096138e-08, 1.3721957309062934e-06, -6.298992138380055e-07,
    1.4280614206064242e-07, -2.0477098421990866e-10, -1.409252991086752e-08,
    6.228974084922022e-09, -1.3670488396617114e-09, 9.428356159014678e-13,
  ],
  [
    0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557,
    0.00026772063206283885, -7.561801671883977e-05, -2.396505113867297e-07,
    1.1082654115347302e-05, -5.6749528269915965e-06, 1.4230900732435883e-06,
    -2.7861080291528143e-11, -1.6958404091930278e-07, 8.099464905388083e-08,
    -1.9111168485973655e-08, 2.3928620439808118e-12,
  ],
  [
    -0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902,
    -1.4638452578843418e-06, 6.641498215465122e-05, -3.968365047179435e-05,
    1.1375726970678419e-05, 2.507497226237533e-10, -1.6954149536558305e-06,
    8.907507532205309e-07, -2.292934834000805e-07, 2.956794137544049e-11,
  ],
  [
    -0.00033679855336635813, -6.972813758365857e-05, 0.0002772753244959392,
    -0.00019932570516188847, 6.797780477937208e-05, 1.419062920643967e-07,
    -1.3594048189768693e-05, 8.018470256334202e-06, -2.291481176508095e-06,
    -3.252473551298454e-10,
  ],
  [
    0.0005313079364639922, -0.0005921664373536939, 0.0002708782096718045, 7.902353232660328e-07,
    -8.153969367561969e-05, 5.61168275310625e-05, -1.8329116582843375e-05,
    -3.0796134506033047e-09,
  ],
  [
    0.00034436760689237765, 5.171790908260592e-05, -0.00033493161081142234,
    0.0002812695154763237, -0.00010976582244684731, -1.2741009095484485e-07,
  ],
  [
    -0.0006526239185953094, 0.0008394987206720873, -0.000438297098541721, -6.969091458420552e-07,
    0.00016644846642067547,
  ],
]
