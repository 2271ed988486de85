// What happens when there is no memory: the work that wanted it ends, and whoever started it goes on.
#ifndef APUS_ROOM_H
#define APUS_ROOM_H

#include <stddef.h>
#include <stdint.h>

/// Runs `body(context)`; answers 0, or the number of bytes for which there was no room.
///
/// In that case the frames between here and the failed allocation are left as they are: what they held is not
/// released. So the body may only change what its caller can put right.
size_t with_room(void (*body)(void *), void *context);

/// Ends the innermost `with_room` of this thread; returns if there is none.
void leave_for_room(size_t bytes);

/// Keeps some memory for the way from a small allocation that fails to the next look at `*pending`, which then
/// is `memory_is_exhausted`.
void keep_reserve(int32_t *pending);

/// Keeps the reserve again after it was used.
void restore_reserve(void);

/// For `malloc`: gives up the reserve; answers whether there was one.
int use_reserve(void);

static const int32_t memory_is_exhausted = 2;

#endif
