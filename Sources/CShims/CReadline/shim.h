#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/// Leaves signals to the interpreter.
static inline void readline_leave_signals_alone(void) { rl_catch_signals = 0; }

/// Where the bytes come from that are typed.
static inline void readline_read_with(int (*next)(FILE *)) { rl_getc_function = next; }
