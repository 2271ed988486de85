// R source text → tokens → tree with source ranges and diagnostics. Knows no values; never fails.
//
// Start reading at `Parser.parse`. The grammar is R 4.2's.
