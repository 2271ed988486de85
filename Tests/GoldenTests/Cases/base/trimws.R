trimws("  a ")
trimws("xxaxx", whitespace = "x")
trimws(" a ", "left")
trimws(c(" a", "b ", NA))
