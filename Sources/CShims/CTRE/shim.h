#include <tre/tre.h>
