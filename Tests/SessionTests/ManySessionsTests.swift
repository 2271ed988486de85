import Apus
import Foundation
import Synchronization
import Testing

/// Sessions share nothing: several run at once, a thread each, and none sees another.
@Suite struct ManySessionsTests {
  /// Strings, closures, conditions, S4, a model and a random number, with a variable that is the session's own.
  static let program = """
    words <- paste0("word", seq_len(2000) + own)
    counts <- new.env()
    for (w in words) assign(w, nchar(w), envir = counts)
    sums <- sapply(split(seq_along(words), substr(words, 5, 5)), sum)
    caught <- tryCatch(stop("no ", own), error = function(e) conditionMessage(e))
    setClass("Point", representation(x = "numeric"))
    setMethod("+", signature("Point", "Point"), function(e1, e2) new("Point", x = e1@x + e2@x))
    p <- Reduce(`+`, lapply(1:50, function(k) new("Point", x = k)))
    set.seed(own)
    d <- data.frame(x = runif(200), g = gl(4, 50))
    d$y <- d$x + as.integer(d$g) + rnorm(200)
    fit <- lm(y ~ x + g, d)
    paste(own, length(ls(counts)), sum(sums), caught, p@x,
      format(coef(fit)[["x"]], digits = 15), exists("stranger"))
    """

  private static func run(_ number: Int) throws -> String? {
    let r = Session()
    r["own"] = r.integers([Int32(number)])
    if number == 5 { try r.evaluate("stranger <- 1") }
    return try r.evaluate(program).strings.first ?? nil
  }

  @Test func `eight at once answer as one after another`() throws {
    let alone = try (0..<8).map { try Self.run($0) }
    let together = Mutex([String?](repeating: nil, count: 8))
    let group = DispatchGroup()
    for number in 0..<8 {
      group.enter()
      let thread = Thread {
        let answer = try? Self.run(number)
        together.withLock { $0[number] = answer ?? nil }
        group.leave()
      }
      thread.stackSize = 64 << 20
      thread.start()
    }
    group.wait()
    #expect(together.withLock { $0 } == alone)
    #expect(alone.map { $0?.hasSuffix("TRUE") } == (0..<8).map { $0 == 5 })
  }
}
