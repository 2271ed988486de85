# Complex numbers, blank lines, quotes, and what cannot be read.
scan(text = "1+2i 3 NA", what = complex())
scan(text = "1 2\n\n3", blank.lines.skip = FALSE)
scan(text = "1 2\n\n3", what = "", blank.lines.skip = FALSE)
scan(text = "1,2\n\n3", what = "", sep = ",", blank.lines.skip = FALSE)
scan(text = "a''b 'it''s' 'c'd", what = "")
try(scan(text = "1;2", sep = ";;"))
try(scan(text = "1", what = mean))
try(scan(text = "1", what = quote(x)))
try(scan(text = "x", what = complex()))

# Numbers that lose digits, classes that do not exist.
str(read.csv(text = "x\n0.1234567890123456789\n2", numerals = "no.loss"))
str(read.csv(text = "x\n0.1234567890123456789\n2", numerals = "warn.loss"))
str(read.csv(text = "d,e\n2020-01-01,1\n2020-02-03,2", colClasses = c("Date", "complex")))
try(read.csv(text = "a\n1\n2", colClasses = "zork"))
read.csv(text = "a, b\n x , y ", strip.white = TRUE)
