typeof(NULL+1L)
typeof(NULL+TRUE)
typeof(NULL+1)
typeof(NULL+NULL)
typeof(NULL/NULL)
try(-NULL)
NULL+1i
matrix(1:4,2)+numeric(0)
try(matrix(1:4,2)+1:5)
matrix(1:4,2)+1:3
array(1,1)+1:2
try(matrix(1:4,2)+matrix(1:4,1))
matrix(1,1,1)+1:3
matrix(1:4,2)==numeric(0)
try(matrix(1:4,2)==1:5)
matrix(1:4,2) & logical(0)
1:3+1:2
5%%0
5L%%0L
5L%/%0L
-5L%/%2L
-5%%Inf
5%%-Inf
5%%Inf
Inf%%5
-5%/%Inf
1e20%%3
5 %/% 0
1 %% 0.1
1%/%0.1
NA^0
1^NA
NA_integer_^0L
(-8)^(1/3)
2L^2L
TRUE^2
0L%%NA
