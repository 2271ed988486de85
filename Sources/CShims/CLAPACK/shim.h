// CBLAS comes with OpenBLAS; the Fortran LAPACK symbols inside it have no header, so the ones used
// are declared here (64-bit pointers, 32-bit integers, hidden string lengths last).
#include <cblas.h>
