try(-"a")
try(1+"a")
try(list(1)+1)
"a"<1i
try(1i<2i)
list(1)==1
try(list(1,2:3)==1)
quote(a)==1
quote(a+b)=="a + b"
try(sum==1)
list(1,"a")==c("1","a")
try(as.raw(1)+1)
try(as.raw(1)&TRUE)
as.raw(1)&as.raw(3)
try("a"&TRUE)
try(!"a")
try(!NULL)
!list()
try(!list(1))
try(list()&1)
NULL&1
NULL==1
list()==1
try(character()&1)
1:2 + array(1,1)
try(expression(a)==1)
"a" < quote(b)
try(list(1,2)==list(1,2))
c(a=1)==c(b=1)
list(1,"b")<"c"
array(1:2,2,list(c("a","b")))+1
array(1:2,2,list(c("a","b")))==c(x=1,y=2)
c(x=1,y=2)+array(1:2,2,list(c("a","b")))
matrix(1:4,2,dimnames=list(c("a","b"),NULL))+matrix(1:4,2,dimnames=list(NULL,c("c","d")))
try(matrix(1:6,2)+1:12)
