/* Stands between a program and its files, for tests: LD_PRELOAD=swap.so program …
 *
 *   SWAP_AT=ENDING   before a file is opened whose path ends so, for the first time,
 *   SWAP_FROM=PATH   what lies there gets another name,
 *   SWAP_TO=PATH     and a symbolic link to this takes its place. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int is_swapped;

static void swap(const char *path) {
  const char *ending = getenv("SWAP_AT"), *from = getenv("SWAP_FROM"), *to = getenv("SWAP_TO");
  if (!ending || !from || !to) return;
  size_t length = strlen(path), part = strlen(ending);
  if (length < part || strcmp(path + length - part, ending)) return;
  pthread_mutex_lock(&lock);
  if (!is_swapped) {
    char aside[4096];
    snprintf(aside, sizeof aside, "%s.aside", from);
    if (rename(from, aside) == 0) is_swapped = symlink(to, from) == 0;
  }
  pthread_mutex_unlock(&lock);
}

static int mode_of(int flags, va_list list) {
  return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(list, int) : 0;
}

#define OPEN(name)                                                          \
  int name(const char *path, int flags, ...) {                              \
    va_list list;                                                           \
    va_start(list, flags);                                                  \
    int mode = mode_of(flags, list);                                        \
    va_end(list);                                                           \
    swap(path);                                                             \
    int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);          \
    return next(path, flags, mode);                                         \
  }                                                                         \
  int name##at(int folder, const char *path, int flags, ...) {              \
    va_list list;                                                           \
    va_start(list, flags);                                                  \
    int mode = mode_of(flags, list);                                        \
    va_end(list);                                                           \
    swap(path);                                                             \
    int (*next)(int, const char *, int, ...) = dlsym(RTLD_NEXT, #name "at"); \
    return next(folder, path, flags, mode);                                 \
  }

OPEN(open)
int open64(const char *, int, ...) __attribute__((alias("open")));
int openat64(int, const char *, int, ...) __attribute__((alias("openat")));
