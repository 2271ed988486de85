#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/// Leaves signals to the interpreter.
static inline void readline_leave_signals_alone(void) { rl_catch_signals = 0; }

/// Where the bytes come from that are typed.
static inline void readline_read_with(int (*next)(FILE *)) { rl_getc_function = next; }

/// Who finds completions: of the word between two places of the line.
static inline void readline_complete_with(char **(*complete)(const char *, int, int)) {
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = " \t\n\"'`><=+-*/%&|!^()[]{},;~?#";
  rl_completer_quote_characters = "\"'";
}

/// Nothing is added behind a completion; file names are tried only where nobody else knows.
static inline void readline_complete_files(int tries) {
  rl_completion_append_character = '\0';
  rl_attempted_completion_over = !tries;
}

/// The line that is being typed.
static inline const char *readline_line(void) { return rl_line_buffer; }
