// `malloc` of the `apus` program. Swift ends the process when it gets no memory; here the computation ends that
// wanted it. Large blocks are wanted by vectors and arrays, so leaving at once is safe; small ones come from
// anywhere, and are given from a reserve until the interpreter looks up.
#include "roomy_malloc.h"

#include <errno.h>
#include <stddef.h>

#include "room.h"

#ifdef __GLIBC__

void *__libc_malloc(size_t bytes);
void *__libc_memalign(size_t alignment, size_t bytes);

static const size_t large = 1 << 16;

/// Whether it is worth to try again.
static __attribute__((noinline)) int make_room(size_t bytes) {
  if (bytes >= large) leave_for_room(bytes);
  return use_reserve();
}

void *malloc(size_t bytes) {
  void *memory = __libc_malloc(bytes);
  if (__builtin_expect(memory != 0, 1)) return memory;
  return make_room(bytes) ? __libc_malloc(bytes) : 0;
}

void *aligned_alloc(size_t alignment, size_t bytes) {
  void *memory = __libc_memalign(alignment, bytes);
  if (!memory && make_room(bytes)) memory = __libc_memalign(alignment, bytes);
  return memory;
}

int posix_memalign(void **place, size_t alignment, size_t bytes) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *memory = aligned_alloc(alignment, bytes);
  if (!memory) return ENOMEM;
  *place = memory;
  return 0;
}

#endif
