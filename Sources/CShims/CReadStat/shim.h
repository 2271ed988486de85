// Types and prototypes only: the library is loaded when the first file needs it.
#include <readstat.h>
