// The program's `malloc`: what it cannot give ends in an error of R, not of the process.
#ifndef APUS_ROOMY_MALLOC_H
#define APUS_ROOMY_MALLOC_H
#endif
