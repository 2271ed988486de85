"""Random small R programs that stress where speed meets semantics.

A program is a list of lines; what belongs together (a function) stands on several lines with
balanced braces.  Programs end: loops count, and functions call only those defined before them.
"""

import random

LOCALS = ["a", "b", "v", "w"]
GLOBALS = ["x", "y", "z"]


class Scope:
    """What an expression may refer to."""

    def __init__(self, variables, functions, parameters=(), dots=False):
        self.variables = list(variables)
        self.functions = list(functions)
        self.parameters = list(parameters)
        self.dots = dots

    @property
    def inside(self):
        return bool(self.parameters) or self.dots

    def inner(self, parameters, dots):
        return Scope(self.variables + parameters, self.functions, parameters, dots)


class Programs:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.depth = 0

    # Choosing

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, choices):
        return self.random.choice(choices)

    def weighted(self, choices):
        """Calls one of the functions, chosen by weight."""
        makers, weights = zip(*choices)
        return self.random.choices(makers, weights)[0]()

    # Programs

    def program(self):
        scope = Scope([], [])
        lines = []
        for name in GLOBALS[: self.random.randint(1, 3)]:
            lines.append(f"{name} <- {self.value()}")
            scope.variables.append(name)
        for name in ["f", "g", "h"][: self.random.randint(1, 3)]:
            lines += self.function_statement(name, scope)
            scope.functions.append(name)
        for _ in range(self.random.randint(2, 5)):
            lines += self.top_statement(scope)
        return lines

    def function_statement(self, name, scope):
        count = self.random.choices([0, 1, 2, 3], [1, 4, 4, 2])[0]
        parameters = self.random.sample(["a", "b", "n", "s"], count)
        dots = self.chance(0.3)
        inner = scope.inner(parameters, dots)
        formals = []
        for parameter in parameters:
            formals.append(parameter + (f" = {self.default(inner)}" if self.chance(0.4) else ""))
        if dots:
            formals.insert(self.random.randint(0, len(formals)), "...")
        lines = [f"{name} <- function({', '.join(formals)}) {{"]
        lines += self.body(inner)
        lines.append("}")
        return lines

    def body(self, scope):
        lines = []
        for _ in range(self.random.randint(1, 4)):
            lines += ["  " + line for line in self.inner_statement(scope)]
        lines.append("  " + self.last(scope))
        return lines

    def last(self, scope):
        return self.weighted([
            (lambda: self.expression(scope), 6),
            (lambda: f"invisible({self.expression(scope)})", 1),
            (lambda: f"return({self.expression(scope)})", 1),
            (lambda: self.call(scope), 2),
        ])

    # Statements

    def top_statement(self, scope):
        return self.weighted([
            (lambda: [self.expression(scope)], 5),
            (lambda: [self.call(scope)], 5),
            (lambda: [f"print(try({self.call(scope)}, silent = TRUE))"], 1),
            (lambda: [f"str({self.expression(scope)})"], 1),
            (lambda: self.assignment(scope, GLOBALS), 4),
            (lambda: self.loop(scope), 1),
            (lambda: self.redefinition(scope), 1),
            (lambda: self.methods(scope), 1),
            (lambda: self.handled(scope), 2),
        ])

    def inner_statement(self, scope):
        return self.weighted([
            (lambda: self.assignment(scope, LOCALS), 7),
            (lambda: [self.report(scope)], 3),
            (lambda: [self.exit_handler(scope)], 1.5),
            (lambda: self.loop(scope), 1.5),
            (lambda: self.condition(scope), 2),
            (lambda: self.local_function(scope), 1.5),
            (lambda: [self.caller_assignment(scope)], 1.5),
            (lambda: [self.expression(scope)], 1),
            (lambda: self.handled(scope), 1),
            (lambda: [self.pick(['warning("careful")', 'message("note")', 'stop("wrong")',
                                 'if (isTRUE(x)) stop("wrong")'])], 0.6),
        ])

    def assignment(self, scope, names):
        name = self.pick(names)
        known = name in scope.variables
        if not known:
            line = f"{name} <- {self.expression(scope)}"
            scope.variables.append(name)
            return [line]
        if scope.inside and self.chance(0.2):
            name = self.pick(GLOBALS)
            return [f"{self.place(name, scope)} <<- {self.expression(scope)}"]
        arrow = "=" if self.chance(0.1) else "<-"
        return [f"{self.place(name, scope)} {arrow} {self.expression(scope)}"]

    def place(self, name, scope):
        """What an assignment may change of a variable."""
        if self.chance(0.35):
            return name
        index = self.pick(["1", "2", "-1", "length({0})", "c(1, 3)", "{0} > 1", '"k"', "5", "TRUE"])
        index = index.format(name)
        return self.pick([
            f"{name}[{index}]", f"{name}[{index}]", f"{name}[[{self.pick(['1', '2', chr(34) + 'k' + chr(34)])}]]",
            f"names({name})", f"names({name})[{self.pick(['1', '2'])}]", f'attr({name}, "note")',
            f"{name}$k", f"{name}$k[2]", f"{name}[[1]][2]", f"levels({name})", f"dim({name})",
            f"names({name}$k)[1]", f"class({name})", f"length({name})", f"body(f)", f"is.na({name})",
        ])

    def report(self, scope):
        choices = ['cat("here\\n")', "print(nargs())", "print(sys.call())", "print(match.call())",
                   "print(environmentName(parent.frame()))", 
                   "print(class(sys.function()))", "cat(sort(ls()), \"\\n\")"]
        for parameter in scope.parameters:
            choices += [f"print(missing({parameter}))", f"print(substitute({parameter}))",
                        f"force({parameter})", f"print(deparse(substitute({parameter})))"]
        if scope.dots:
            choices += ["print(...length())", "print(names(list(...)))", "print(..1)", "print(substitute(list(...)))",
                        "print(missing(...))", "print(...elt(1))", "print(match.call(expand.dots = FALSE))"]
        return self.pick(choices)

    def exit_handler(self, scope):
        options = self.pick(["", ", add = TRUE", ", add = TRUE, after = FALSE"])
        action = self.pick(['cat("leaving\\n")', 'cat("bye", x, "\\n")', f"x <<- {self.value()}", 'print(sys.call())',
                            f"print({self.pick(scope.variables)})"])
        return f"on.exit({action}{options})"

    def caller_assignment(self, scope):
        name, value = self.pick(GLOBALS + LOCALS), self.expression(scope)
        return self.pick([
            f'assign("{name}", {value}, envir = parent.frame())', f'assign("{name}", {value})',
            f"eval(quote({name} <- {self.value()}), parent.frame())", f"evalq({name} <- 7, environment())",
            f'delayedAssign("{name}", {{ cat("delayed\\n"); {value} }})', f"local({name} <- {value})",
            f"eval.parent(quote({name}[2] <- 9))", f'if (exists("{name}", inherits = FALSE)) rm({name})',
        ])

    def loop(self, scope):
        counter = self.pick(["i", "j"])
        inner = Scope(scope.variables + [counter], scope.functions, scope.parameters, scope.dots)
        statement = self.assignment(inner, LOCALS if scope.inside else GLOBALS)
        stop = self.pick(["", f"if ({counter} == 2) next", f"if ({counter} == 2) break",
                          f"if ({counter} == 2) {{ identity(break) }}",
                          f"tryCatch(if ({counter} == 2) next, finally = cat(\"again\\n\"))"])
        lines = [stop] if stop else []
        lines += statement + [f"cat({counter}, \"\\n\")"]
        head = self.pick(["for", "for", "while", "repeat"])
        if head == "for":
            start = [f"for ({counter} in {self.pick(['1:3', 'c(2, 5)', 'list(1, 2)', 'seq_along(x)'])}) {{"]
        elif head == "while":
            start = [f"{counter} <- 0", f"while ({counter} < 3) {{", f"  {counter} <- {counter} + 1"]
        else:
            start = [f"{counter} <- 0", "repeat {", f"  {counter} <- {counter} + 1",
                     f"  if ({counter} > 3) break"]
        return start + ["  " + line for line in lines] + ["}"]

    def condition(self, scope):
        lines = [f"if ({self.test(scope)}) {{"]
        lines += ["  " + line for line in self.assignment(scope, LOCALS)]
        if self.chance(0.5):
            lines.append("} else {")
            lines += ["  " + line for line in self.assignment(scope, LOCALS)]
        return lines + ["}"]

    def local_function(self, scope):
        name = self.pick(["k", "m"])
        lines = self.function_statement(name, scope)
        scope.functions.append(name)
        return lines

    def redefinition(self, scope):
        operator, body = self.pick([
            ("+", 'function(e1, e2) { cat("plus\\n"); if (missing(e2)) e1 else e1 - e2 }'),
            ("(", 'function(e) { cat("paren\\n"); e }'), ("[", 'function(x, ...) { "element" }'),
            ("if", 'function(test, yes, no) { cat("if\\n"); yes }'), ("length", "function(x) 42L"),
            ("c", 'function(...) { base::c("mine", ...) }'), ("&&", "function(a, b) b"),
            ("sum", 'function(...) nargs()'), ("{", 'function(...) list(...)[[1]]'), ("-", "function(a, b) missing(b)"),
        ])
        return [f"`{operator}` <- {body}", self.call(scope), self.expression(scope), f"rm(`{operator}`)"]

    def methods(self, scope):
        kind = self.pick(["one", "two"])
        generic = self.pick(["describe", "print", "length", "format", "summary"])
        lines = []
        if generic == "describe":
            lines.append('describe <- function(x, ...) { x <- 1; UseMethod("describe") }')
            lines.append('describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\\n"); invisible(x) }')
        lines += [
            f"{generic}.one <- function(x, ...) {{", f'  cat("one {generic}\\n")',
            f"  {self.pick(['NextMethod()', 'NextMethod(extra = 2)', 'invisible(NULL)', 'x <- 0; NextMethod()', '7'])}", "}",
            f"{generic}.two <- function(x, ...) {{", f'  cat("two", class(x), "\\n")', "  NextMethod()", "}",
            f"o <- structure({self.expression(scope)}, class = c(\"{kind}\", \"one\"))",
            f"{self.pick(['describe', 'print', 'length', 'format', 'summary']) if generic != 'describe' else 'describe'}(o)",
            f"Ops.one <- function(e1, e2) {{", '  cat(.Generic, nargs(), "\\n")',
            f"  {self.pick(['NextMethod()', 'unclass(e1)', 'get(.Generic)(unclass(e1), 1)'])}", "}",
            f"o {self.pick(['+', '==', '<', '-', '*', '%%', '&'])} {self.pick(['1', 'o', '2:3', '-1'])}",
        ]
        return lines

    def handled(self, scope):
        action = self.pick([self.call(scope), self.expression(scope), 'stop("bad")', 'warning("odd")',
                            'message("hello")', 'signalCondition(simpleCondition("sign"), NULL)'])
        kind = self.pick(["error", "warning", "condition", "message"])
        handler = self.pick(["cat(\"caught\", conditionMessage(e), \"\\n\")", "print(conditionCall(e))", "class(e)[1]",
                             "stop(\"again\")", "invokeRestart(\"muffleWarning\")", "invokeRestart(\"mine\", 3)"])
        lines = self.pick([
            f"tryCatch({{ {action}; \"done\" }}, {kind} = function(e) {handler}, finally = cat(\"finally\\n\"))",
            f"tryCatch(withCallingHandlers({action}, {kind} = function(e) {handler}), error = function(e) print(conditionMessage(e)))",
            f"withCallingHandlers({action}, {kind} = function(e) {handler})",
            f"withRestarts(withCallingHandlers({action}, {kind} = function(e) {handler}), mine = function(v) v + 1)",
            f"try({action}, silent = TRUE)", f"suppressWarnings({action})",
            f"tryCatch({action}, {kind} = function(e) e)",
        ])
        return [lines]

    # Expressions

    def expression(self, scope):
        if self.depth > 3:
            return self.leaf(scope)
        self.depth += 1
        try:
            return self.weighted([
                (lambda: self.leaf(scope), 5),
                (lambda: self.arithmetic(scope), 4),
                (lambda: self.element(scope), 3),
                (lambda: self.builtin(scope), 4),
                (lambda: self.call(scope), 3),
                (lambda: f"{{ cat(\"{self.pick('pqr')}\\n\"); {self.expression(scope)} }}", 1.5),
                (lambda: f"if ({self.test(scope)}) {self.expression(scope)} else {self.expression(scope)}", 1),
                (lambda: self.functional(scope), 2),
                (lambda: self.reflection(scope), 1.5),
                (lambda: self.choice(scope), 0.7),
            ])
        finally:
            self.depth -= 1

    def leaf(self, scope):
        if scope.variables and self.chance(0.65):
            return self.pick(scope.variables)
        return self.value()

    def default(self, scope):
        return self.pick([self.value(), self.value(), self.leaf(scope), f"{{ cat(\"default\\n\"); {self.leaf(scope)} }}",
                          f"{self.pick(scope.parameters + LOCALS)} + 1", "stop(\"needed\")", "sys.call()", "parent.frame()"])

    def value(self):
        return self.pick([
            "1", "2", "3L", "0L", "-1.5", "NA", "NA_integer_", "NaN", "TRUE", "FALSE", "NULL", '"s"', '"2"',
            "1:3", "c(4, 5, 6)", "c(TRUE, NA)", 'c("u", "v")', "c(k = 1, l = 2)", "list(1, \"s\")",
            "list(k = 1:2, l = \"t\")", ".Machine$integer.max", "c(1L, NA, 3L)", "numeric(0)", "character(0)", "1i",
            "matrix(1:4, 2)", 'factor(c("u", "v", "u"))', "Inf", "2147483647L", "seq(2, 6, 2)", "letters[1:3]",
            "structure(1:2, note = \"n\")", "as.raw(1:2)", "quote(p + q)", "list()",
        ])

    def test(self, scope):
        return self.pick([
            f"{self.leaf(scope)} {self.pick(['>', '==', '<=', '!='])} {self.leaf(scope)}", f"is.null({self.leaf(scope)})",
            f"length({self.leaf(scope)}) > 1", "TRUE", f"isTRUE({self.leaf(scope)})",
            f"is.numeric({self.leaf(scope)}) && {self.leaf(scope)} > 1", f"!{self.leaf(scope)}",
            f"identical({self.leaf(scope)}, {self.leaf(scope)}) || FALSE", f"{self.leaf(scope)}",
        ])

    def arithmetic(self, scope):
        left, right = self.expression(scope), self.expression(scope)
        operator = self.pick(["+", "-", "*", "/", "^", "%%", "%/%", "+", "-", "==", "<", ">=", "&", "|", ":", "%in%", "&&"])
        return self.pick([f"{left} {operator} {right}", f"({left}) {operator} ({right})", f"-{right}", f"!{left}"])

    def element(self, scope):
        x = self.leaf(scope)
        return self.pick([
            f"{x}[{self.leaf(scope)}]", f"{x}[2]", f"{x}[-1]", f"{x}[[1]]", f'{x}["k"]', f"{x}[[{self.leaf(scope)}]]",
            f"{x}$k" if x.isidentifier() else f"{x}[1]", f"{x}[c(TRUE, NA)]", f"{x}[0]", f"{x}[4]", f"{x}[]",
        ])

    def builtin(self, scope):
        x, y = self.expression(scope), self.expression(scope)
        return self.pick([
            f"length({x})", f"names({x})", f"sum({x})", f"c({x}, {y})", f"list({x}, k = {y})", f"rev({x})",
            f"paste({x}, {y})", f"is.na({x})", f"max({x}, {y})", f"rep({x}, 2)", f"as.integer({x})",
            f"as.character({x})", f"typeof({x})", f"class({x})", f"identity({x})", f"seq_along({x})", f"unlist({x})",
            f"nchar({x})", f"identical({x}, {y})", f"attributes({x})", f"is.function({x})", f"cumsum({x})",
            f"any({x})", f"which({x})", f"round({x})", f"sqrt({x})", f"mean({x})", f"toupper({x})", f"head({x}, 2)",
            f"deparse({x})", f"as.numeric({x})", f"as.logical({x})", f"unique({x})", f"ifelse({x}, 1, 0)", f"is.list({x})",
            f"xor({x}, {y})", f"match({x}, {y})", f"stopifnot({x})", f"invisible({x})", f"append({x}, {y})",
        ])

    def call(self, scope):
        if not scope.functions:
            return self.leaf(scope)
        name = self.pick(scope.functions)
        return f"{name}({', '.join(self.arguments(scope))})"

    def arguments(self, scope):
        result = []
        for _ in range(self.random.choices([0, 1, 2, 3], [2, 5, 3, 1])[0]):
            value = self.expression(scope)
            if self.chance(0.25):
                value = f"{self.pick(['a', 'b', 'n', 's', 'k'])} = {value}"
            result.append(value)
        if scope.dots and self.chance(0.5):
            result.append("...")
        if self.chance(0.04):
            result.append("")
        return result

    def functional(self, scope):
        x = self.leaf(scope)
        inner = scope.inner(["e"], False)
        function = self.pick([f"function(e) {self.expression(inner)}", f"\\(e, ...) {self.leaf(inner)}",
                              "function(e) substitute(e)", "function(e, n = e) n"] + scope.functions)
        return self.pick([
            f"sapply({x}, {function})", f"lapply({x}, {function})", f"vapply({x}, {function}, 1)",
            f"Map({function}, {x}, 1:2)", f"Filter({function}, {x})", f"Reduce({self.pick(['`+`', 'function(p, q) q', 'c'])}, {x}, accumulate = {self.pick(['TRUE', 'FALSE'])})",
            f"do.call({function}, list({self.leaf(scope)}))", f"({function})({self.leaf(scope)})",
            f"mapply({function}, {x}, {self.leaf(scope)})", f"identity({x})",
            f"{x} |> identity()", f"local({{ u <- {x}; {function} }})(1)",
        ] + [f'do.call("{name}", list({x}, {self.leaf(scope)}))' for name in scope.functions])

    def reflection(self, scope):
        e = self.expression(scope)
        choices = [f"eval(quote({e}))", f"quote({e})", f"bquote(1 + .({self.leaf(scope)}))", f"deparse(quote({e}))",
                   f"eval(parse(text = \"{self.pick(GLOBALS)}\"))", f"substitute({e}, list(x = 1))", "body(f)", "formals(f)",
                   f"exists(\"{self.pick(GLOBALS + LOCALS)}\")", f'get0("{self.pick(GLOBALS + LOCALS)}")', f"args(f)",
                   f"eval(quote({self.pick(GLOBALS)}), list(x = 10, y = 20))", f"with(list(x = 5), {e})",
                   f"within(list(k = 1), m <- {self.leaf(scope)})"]
        for parameter in scope.parameters:
            choices += [f"missing({parameter})", f"substitute({parameter})", f"eval(substitute({parameter}), list(x = 3))"]
        if scope.dots:
            choices += ["list(...)", "..1", "...length()", "c(...)", "nargs()"]
        return self.pick(choices)

    def choice(self, scope):
        return (f"switch({self.pick([self.leaf(scope), chr(34) + 'u' + chr(34), chr(34) + 'v' + chr(34), '2'])}, "
                f"u = , v = {self.leaf(scope)}, s = {{ cat(\"arm\\n\"); {self.leaf(scope)} }}"
                f"{self.pick(['', ', ' + self.leaf(scope)])})")
