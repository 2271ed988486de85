#include "thread_count.h"

int worker_thread_count = 0;
