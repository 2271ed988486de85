try("a" && TRUE)
try(NULL && TRUE)
logical(0) && TRUE
c(TRUE,FALSE) && TRUE
TRUE && c(TRUE,FALSE)
try(list(1) && TRUE)
try(list() && TRUE)
try("TRUE" && TRUE)
try(NA_character_ && TRUE)
TRUE || "a"
try(FALSE || "a")
try(quote(a) && TRUE)
try(as.raw(1) && TRUE)
1i && TRUE
try(character(0)&&TRUE)
try(if (NULL) 1)
try(if (logical(0)) 1)
try(if (NA) 1)
try(if (NA_integer_) 1)
try(if(NA_real_) 1)
try(if ("a") 1)
if ("T") 1
try(if (c(TRUE,FALSE)) 1)
try(if (list(TRUE)) 1)
try(if (sum) 1)
try(if (list()) 1)
if (as.raw(1)) 1
try(if(NA_character_) 1)
try(if (quote(a)) 1)
if (1i) 1
if (factor("a")) 1
try(while(NULL) 1)
try(if (list(1,2)) 1)
