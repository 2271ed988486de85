/// The line of a terminal that shows how far a pass is: a bar, the rows, their rate and the time
/// left; the rows only grow.
struct ProgressBar {
  private let total: Int?
  private let width: Int
  private let watch = Stopwatch()
  private var rows = 0
  private var drawn = 0.0
  private(set) var isShown = false

  /// `total`: how many rows there are, when that is known.
  init(total: Int?, width: Int) {
    self.total = total
    self.width = width
  }

  /// What is to be written now; nil when nothing is, as it would be too soon.
  mutating func update(rows now: Int) -> String? {
    rows = max(rows, now)
    let seconds = watch.seconds
    guard seconds > 0.3, seconds - drawn > 0.1 else { return nil }
    drawn = seconds
    isShown = true
    return "\r\(text(seconds).prefix(max(0, width - 1)))\u{1B}[K"
  }

  /// What takes the bar away.
  mutating func clear() -> String {
    defer { isShown = false }
    return isShown ? "\r\u{1B}[K" : ""
  }

  private func text(_ seconds: Double) -> String {
    let rate = Double(rows) / seconds
    var parts = ["\(Self.short(Double(rows))) rows", "\(Self.short(rate)) rows/s"]
    guard let total, total > 0 else {
      return (parts + [Self.clock(seconds)]).joined(separator: ", ")
    }
    let done = min(1, Double(rows) / Double(total))
    if rows > 0 { parts.append("\(Self.clock(seconds / done * (1 - done))) left") }
    let length = min(30, max(10, width - 50))
    let full = Int(done * Double(length))
    let bar = String(repeating: "=", count: full) + String(repeating: " ", count: length - full)
    let percent = "\(Int(done * 100))"
    let padding = String(repeating: " ", count: 3 - percent.count)
    return "[\(bar)] \(padding)\(percent)%  " + parts.joined(separator: ", ")
  }

  /// With three digits, as `1.25M`.
  private static func short(_ number: Double) -> String {
    let units: [(Double, String)] = [(1e9, "G"), (1e6, "M"), (1e3, "k")]
    guard let (size, unit) = units.first(where: { number >= $0.0 }) else { return "\(Int(number))" }
    let scaled = number / size
    let digits = scaled < 10 ? 100.0 : scaled < 100 ? 10 : 1
    let text = "\((scaled * digits).rounded(.down) / digits)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + unit
  }

  /// As `1:05`, with hours when there are any.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(359_999, seconds.rounded(.up)))
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(whole / 60 % 60)"
    guard whole >= 3600 else { return "\(minutes):\(padded(whole % 60))" }
    return "\(whole / 3600):\(padded(whole / 60 % 60)):\(padded(whole % 60))"
  }
}
