"""What a person does at the console. `python3 scenarios.py NAME` plays one; without a name it lists them."""
import os
import sys
import tempfile
import time

from terminal import Terminal

PROMPT = r"(\x1b\[\?2004h)?> $"


def start(folder, *arguments, **options):
    terminal = Terminal(["--quiet", *(arguments or ["--vanilla"])], folder, **options)
    terminal.expect(PROMPT)
    return terminal


def the_prompt_prints_values(folder):
    r = start(folder)
    assert "[1] 2\n" in r.enter("1 + 1")
    assert "Error: object 'nosuch' not found" in r.enter("nosuch")
    assert "Error: unexpected ')'" in r.enter(")")
    assert "In log(-1) : NaNs produced" in r.enter("log(-1)")
    r.type('options(prompt = "R> ")\r')
    r.expect(r"R> $")


def lines_continue(folder):
    r = start(folder)
    assert r.enter("f <- function(x) {").endswith("+ ")
    assert r.enter("x + 1").endswith("+ ")
    assert r.enter("}").endswith("> ")
    assert "[1] 4\n" in r.enter("f(3)")
    assert "function(x) {\nx + 1\n}\n" in r.enter("f")


def history_gives_whole_entries(folder):
    r = start(folder)
    r.enter("g <- function() {")
    r.enter('  "from history"')
    r.enter("}; g()")
    r.enter("1")
    r.type("\x1b[A\x1b[A\r")
    assert "from history" in r.expect(r"[\r\n](\x1b\[\?2004h)?> $")


def history_is_kept_when_saving(folder):
    r = start(folder, "--no-restore-data", R_HISTFILE="kept")
    r.enter("first <- 1")
    r.type('q("yes")\r')
    assert r.status() == 0
    assert "first <- 1" in open(os.path.join(folder, "kept")).read()
    r = start(folder, "--no-restore-data", R_HISTFILE="kept")
    r.type("\x1b[A\x1b[A\r")
    r.expect("first <- 1")
    r = start(folder, "--no-save", "--no-restore-data", R_HISTFILE="other")
    r.enter("second <- 2")
    r.type("q()\r")
    assert r.status() == 0
    assert not os.path.exists(os.path.join(folder, "other"))


def the_workspace_is_asked_for_and_restored(folder):
    r = start(folder, "--no-restore-history")
    r.enter("kept <- 41")
    r.type("q()\r")
    r.expect(r"Save workspace image\? \[y/n/c\]: ")
    r.type("c\r")
    r.expect(PROMPT)
    r.type("q()\r")
    r.expect(r"Save workspace image\? \[y/n/c\]: ")
    r.type("y\r")
    assert r.status() == 0
    r = Terminal(["--quiet", "--no-restore-history"], folder)
    r.expect(PROMPT)
    assert "[1] 42\n" in r.enter("kept + 1")


def an_end_of_input_ends(folder):
    r = start(folder)
    r.type("\x04")
    assert r.status() == 0
    r = start(folder)
    r.type("q(status = 5)\r")
    assert r.status() == 5


def readline_and_scan_ask(folder):
    r = start(folder)
    r.type('x <- readline("Name? ")\r')
    r.expect(r"Name\? $")
    assert r.enter("  Ada ").endswith("> ")
    assert '[1] "Ada"' in r.enter("x")
    r.type("y <- scan()\r")
    r.expect(r"1: $")
    r.type("3 4\r")
    r.expect(r"3: $")
    assert "Read 2 items" in r.enter("")
    assert "[1] 7\n" in r.enter("sum(y)")


def output_is_as_wide_as_the_terminal(folder):
    r = start(folder, columns=120)
    assert "[1] 120" in r.enter('getOption("width")')


def tab_completes(folder):
    r = start(folder)
    r.enter("mydata <- data.frame(alpha = 1:3, beta = 4:6)")
    for typed, shown in [
        ("sum(mydata$al\t)", "[1] 6\n"), ("sum(mydata[, \"be\t])", "[1] 15\n"),
        ("with(mydata, sum(alp\t))", "[1] 6\n"), ("stats::fivenu\t(1:3)[1]", "[1] 1\n"),
        ("seq(1, 5, length.o\t3)", "[1] 1 3 5\n"), ("nchar(month.na\t[1])", "[1] 7\n"),
        ("(function(x) {\rmydata$b\t\r})()", "[1] 4 5 6\n"),
    ]:
        r.type(typed + "\r")
        r.expect(shown.replace("[", r"\[").replace("\n", "\r\n"))
        r.expect(PROMPT)
    r.type("library(sta\t\t")
    r.expect(r"library\(stats")
    r.type(")\r")
    r.expect(PROMPT)
    open(os.path.join(folder, "some-long-name.csv"), "w").write("a,b\n1,2\n")
    r.type('names(read.csv("some\t))\r')
    r.expect(r'"a" "b"')


def help_shows_pages(folder):
    r = start(folder, PAGER="cat")
    assert "Standard deviation" in r.enter("?sd")
    assert "rnorm(n, mean = 0, sd = 1)" in r.enter("help(rnorm)")
    assert "stats::wilcox.test" in r.enter("??wilcox")
    assert "sd> sd(1:10)" in r.enter("example(sd)")
    assert "you could try" in r.enter("?nosuchtopic")


def profiles_run_first(folder):
    with open(os.path.join(folder, ".Renviron"), "w") as file:
        file.write("# comment\nFROM_FILE='a b'\nDEEPER=${FROM_FILE}/${NOT_SET-else}\n")
    with open(os.path.join(folder, ".Rprofile"), "w") as file:
        file.write('from_profile <- Sys.getenv("DEEPER")\n.First <- function() cat("first\\n")\n')
    r = Terminal(["--quiet", "--no-save"], folder, HOME=folder)
    r.expect("first\r\n")
    r.expect(PROMPT)
    assert '[1] "a b/else"' in r.enter("from_profile")
    r = start(folder)
    assert "not found" in r.enter("from_profile")


def syntax_errors_are_marked(folder):
    r = start(folder, NO_COLOR="1")
    assert "Error: unexpected ')' in \"f(1))\"\n  f(1))\n      ^\n" in r.enter("f(1))")
    r = start(folder)
    r.type("f(1))\r")
    r.expect(r"\x1b\[31mError: unexpected '\)'")
    r.expect(r"\x1b\[1;31m\^\x1b\[0m")


def control_c_discards_a_line(folder):
    r = start(folder)
    r.enter("f <- function(")
    r.type("x, y\x03")
    r.expect(PROMPT)
    assert "[1] 3\n" in r.enter("3")


# --- Ctrl-C while something runs


def interrupted(folder, line, *before, shown="\n"):
    """Presses Ctrl-C half a second after a line is entered; it must answer at once, and go on."""
    r = start(folder)
    for preparation in before:
        r.enter(preparation)
    r.type(line + "\r")
    r.expect(shown)
    time.sleep(0.5)
    pressed = time.monotonic()
    r.type("\x03")
    r.expect(PROMPT)
    seconds = time.monotonic() - pressed
    print(f"{1000 * seconds:.0f} ms")
    assert seconds < 1, f"{seconds:.2f} s"
    assert "[1] 3\n" in r.enter("1 + 2")


def control_c_in_a_loop(folder):
    interrupted(folder, "repeat {}")


def control_c_in_calls(folder):
    interrupted(folder, "f(1)", "f <- function(n) if (n < 60) { f(n + 1); f(n + 1) }")


def control_c_in_handlers(folder):
    interrupted(folder, 'repeat tryCatch(stop("a"), error = function(e) 1)')


def control_c_in_sleep(folder):
    interrupted(folder, "Sys.sleep(30)")


def control_c_in_a_regular_expression(folder):
    interrupted(folder, 'repeat y <- gsub("[aeiou]+", "", x)', "x <- rep(strrep('the fox ', 9), 2e6)")


def control_c_in_a_sort(folder):
    interrupted(folder, "repeat y <- sort(x)", "x <- runif(1e7)")


def control_c_in_a_sort_of_strings(folder):
    interrupted(folder, "repeat y <- sort(x)", "x <- paste0(sample(2e6), 'a')")


def control_c_in_blas(folder):
    interrupted(folder, "repeat y <- crossprod(x)", "x <- matrix(runif(2e3^2), 2e3)")


def control_c_in_an_rx_job(folder):
    with open(os.path.join(folder, "big.csv"), "w") as file:
        lines = [f"{k % 7},{k % 11},{'abc'[k % 3]}\n" for k in range(1000)]
        file.write("y,x,g\n" + "".join(lines) * 2000)
    interrupted(folder, 'repeat fit <- rxLinMod(y ~ x + g, RxTextData("big.csv"))')


def control_c_in_readline(folder):
    interrupted(folder, 'readline("? ")', shown=r"\? $")


def control_c_in_a_program(folder):
    interrupted(folder, 'system("sleep 30")')


def scenarios():
    hidden = {"start", "interrupted", "scenarios"}
    return {
        name: value for name, value in globals().items()
        if callable(value) and name.islower() and name not in hidden
    }


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("\n".join(scenarios()))
        sys.exit()
    with tempfile.TemporaryDirectory() as place:
        scenarios()[sys.argv[1]](place)
