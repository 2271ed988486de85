import Apus
import Foundation
import Synchronization
import Testing

/// The public Swift API.
@Suite struct SessionTests {
  @Test func `values come back`() throws {
    let r = Session()
    #expect(try r.evaluate("x <- c(1, 2, NA); x[1:2] * 2").doubles == [2, 4])
    #expect(try r.evaluate("c(a = 1L, b = NA)").integers == [1, nil])
    #expect(try r.evaluate("c(a = 1L, b = NA)").names == ["a", "b"])
    #expect(try r.evaluate("c(TRUE, NA)").logicals == [true, nil])
    #expect(try r.evaluate("c('é', NA)").strings == ["é", nil])
    #expect(try r.evaluate("list(a = 1, b = 'x')")["b"]?.strings == ["x"])
    #expect(try r.evaluate("NULL").isNull)
    #expect(try r.evaluate("mean").typeName == "closure")
    #expect(try r.evaluate("1:3 == 2").count == 3)
  }

  @Test func `values go in`() throws {
    let r = Session()
    r["y"] = r.doubles([1, 2, 4])
    r["s"] = r.strings(["a", "b", "b"])
    #expect(try r.evaluate("tapply(y, s, sum)").doubles == [1, 6])
    r["d"] = try r.dataFrame([("y", r.doubles([1, 2, 4])), ("x", r.integers([1, 2, 3]))])
    #expect(abs(try r.evaluate("coef(lm(y ~ x, d))[['x']]").doubles[0] - 1.5) < 1e-12)
    #expect(try r.call("sum", r.doubles([1, 2]), r.logicals([true])).doubles == [4])
    r["y"] = nil
    #expect(r["y"] == nil)
  }

  @Test func `errors say what, where and which`() throws {
    let r = Session()
    let error = try #require(throws: RError.self) {
      try r.evaluate("f <- function(x) log(-1, x); f('a')")
    }
    #expect(error.message == "non-numeric argument to mathematical function")
    #expect(error.call == "log(-1, x)")
    #expect(error.classes == ["simpleError", "error", "condition"])
    let own = try #require(throws: RError.self) {
      try r.evaluate(
        "stop(structure(class = c('mine', 'error', 'condition'), list(message = 'm', call = NULL)))"
      )
    }
    #expect(own.classes.first == "mine" && own.call == nil)
    let syntax = try #require(throws: RError.self) { try r.evaluate("x <- (") }
    #expect(syntax.message.contains("unexpected end of input"))
    let end = try #require(throws: RError.self) { try r.evaluate("quit(status = 3)") }
    #expect(end.message == "quit with status 3")
    #expect(try r.evaluate("f(2)").count == 1, "the session goes on")
  }

  @Test func `what R prints is handed over`() throws {
    let printed = Mutex("")
    let r = Session { text in printed.withLock { $0 += text } }
    try r.evaluate("print(1:3); cat('é\\n'); message('hm')")
    #expect(printed.withLock { $0 } == "[1] 1 2 3\né\nhm\n")
  }

  @Test func `a value of another session is copied`() throws {
    let (one, other) = (Session(), Session())
    try other.evaluate("for (k in 1:1000) assign(paste0('name', k), k)")
    let value = try other.evaluate("data.frame(name500 = c('u', 'v'), n = 1:2)")
    one["copy"] = value
    #expect(try one.evaluate("names(copy)").strings == ["name500", "n"])
    #expect(try one.call("nrow", value).integers == [2])
    #expect(try one.call("paste", value["name500"]!, one.strings(["!"])).strings == ["u !", "v !"])
  }

  @Test func `an interrupt from another thread ends what runs`() throws {
    let r = Session()
    nonisolated(unsafe) let running = r
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      running.interrupt()
    }
    let error = try #require(throws: RError.self) { try r.evaluate("repeat {}") }
    #expect(error.classes == ["interrupt", "condition"])
    #expect(try r.evaluate("1 + 1").doubles == [2])
  }
}
