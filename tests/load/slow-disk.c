/* Adds a fixed wait to fdatasync, for `npm run bench`: LD_PRELOAD this, SLOW_FDATASYNC_US says how long. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

int fdatasync(int file) {
  static int (*real)(int);
  static long wait = -1;
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  if (wait < 0) {
    const char *given = getenv("SLOW_FDATASYNC_US");
    wait = given ? atol(given) : 0;
  }
  if (wait > 0) usleep((useconds_t)wait);
  return real(file);
}
