#include <malloc.h>

/// Lets the C library keep the memory of large buffers for reuse instead of giving it back each time.
static inline void malloc_keep_large_buffers(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 1 << 20);
}
