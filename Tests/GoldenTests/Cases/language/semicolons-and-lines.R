# Statements behind a semicolon that go on in the next lines.
1; {2
3}
f <- function(x) x; f({
4
}); 5; f(
6)
{7
8}; {9
10}
