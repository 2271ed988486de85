#define _GNU_SOURCE
#include "room.h"

#include <setjmp.h>
#include <sys/mman.h>

#ifdef __x86_64__
// The compiler's own form saves three registers; `setjmp` would cost five times as much at each call of R code.
typedef void *place[5];
#define remember(place) __builtin_setjmp(place)
#define return_to(place) __builtin_longjmp(place, 1)
#else
typedef jmp_buf place;
#define remember(place) _setjmp(place)
#define return_to(place) _longjmp(place, 1)
#endif

struct guard {
  place start;
  struct guard *outer;
  volatile size_t bytes;
};

static _Thread_local struct guard *innermost;

__attribute__((noinline)) size_t with_room(void (*body)(void *), void *context) {
  struct guard guard;
  guard.outer = innermost;
  guard.bytes = 0;
  innermost = &guard;
  if (remember(guard.start) == 0) body(context);
  struct guard *ended = innermost;
  innermost = ended->outer;
  return ended->bytes;
}

__attribute__((noinline)) void leave_for_room(size_t bytes) {
  if (!innermost) return;
  innermost->bytes = bytes;
  return_to(innermost->start);
}

enum { reserve_size = 16 << 20 };

static void *reserve;
static int32_t *flag;

void keep_reserve(int32_t *pending) {
  flag = pending;
  restore_reserve();
}

void restore_reserve(void) {
  if (!flag || reserve) return;
  void *memory = mmap(0, reserve_size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  reserve = memory == MAP_FAILED ? 0 : memory;
}

int use_reserve(void) {
  if (!reserve || !innermost) return 0;
  munmap(reserve, reserve_size);
  reserve = 0;
  *flag = memory_is_exhausted;
  return 1;
}
