// libmicrohttpd, found when a preview starts: builds run on machines that do not have it.
#include <dlfcn.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stddef.h>

// The functions that are used. The first takes any number of options, which Swift can't give.
struct microhttpd {
  __typeof__(&MHD_start_daemon) start;
  __typeof__(&MHD_stop_daemon) stop;
  __typeof__(&MHD_lookup_connection_value) header;
  __typeof__(&MHD_get_connection_values) headers;
  __typeof__(&MHD_get_connection_info) info;
  __typeof__(&MHD_create_response_from_buffer) bytes;
  __typeof__(&MHD_create_response_from_fd_at_offset64) file;
  __typeof__(&MHD_create_response_from_callback) stream;
  __typeof__(&MHD_add_response_header) add_header;
  __typeof__(&MHD_queue_response) queue;
  __typeof__(&MHD_destroy_response) destroy;
  __typeof__(&MHD_suspend_connection) suspend;
  __typeof__(&MHD_resume_connection) resume;
};

// Fills the table; 0 when the library, or a function of it, is not there.
static inline int microhttpd_load(struct microhttpd *table) {
  void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define MICROHTTPD_FIND(field, name)                        \
  table->field = (__typeof__(table->field))dlsym(library, name); \
  if (!table->field) return 0
  MICROHTTPD_FIND(start, "MHD_start_daemon");
  MICROHTTPD_FIND(stop, "MHD_stop_daemon");
  MICROHTTPD_FIND(header, "MHD_lookup_connection_value");
  MICROHTTPD_FIND(headers, "MHD_get_connection_values");
  MICROHTTPD_FIND(info, "MHD_get_connection_info");
  MICROHTTPD_FIND(bytes, "MHD_create_response_from_buffer");
  MICROHTTPD_FIND(file, "MHD_create_response_from_fd_at_offset64");
  MICROHTTPD_FIND(stream, "MHD_create_response_from_callback");
  MICROHTTPD_FIND(add_header, "MHD_add_response_header");
  MICROHTTPD_FIND(queue, "MHD_queue_response");
  MICROHTTPD_FIND(destroy, "MHD_destroy_response");
  MICROHTTPD_FIND(suspend, "MHD_suspend_connection");
  MICROHTTPD_FIND(resume, "MHD_resume_connection");
#undef MICROHTTPD_FIND
  return 1;
}

// What a daemon is asked to do.
struct microhttpd_options {
  const struct sockaddr *address;
  int is_ipv6;
  unsigned int connections;
  unsigned int idle_seconds;
  size_t request_memory;
  size_t stack;
  unsigned int threads;
  MHD_AccessHandlerCallback handle;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connected;
  void *closure;
};

// Addresses are taken as they were sent: what percent signs stand for is decided after they were checked.
static inline size_t microhttpd_leave_escaped(void *closure, struct MHD_Connection *connection, char *text) {
  size_t length = 0;
  (void)closure;
  (void)connection;
  while (text[length]) length++;
  return length;
}

static inline struct MHD_Daemon *microhttpd_start(
    const struct microhttpd *table, const struct microhttpd_options *options) {
  return table->start(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (options->is_ipv6 ? MHD_USE_IPv6 : 0), 0, NULL, NULL,
      options->handle, options->closure, MHD_OPTION_SOCK_ADDR, options->address, MHD_OPTION_CONNECTION_LIMIT,
      options->connections, MHD_OPTION_CONNECTION_TIMEOUT, options->idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      options->request_memory, MHD_OPTION_UNESCAPE_CALLBACK, microhttpd_leave_escaped, NULL, MHD_OPTION_NOTIFY_COMPLETED,
      options->completed, options->closure, MHD_OPTION_NOTIFY_CONNECTION, options->connected, options->closure,
      MHD_OPTION_THREAD_STACK_SIZE, options->stack, MHD_OPTION_THREAD_POOL_SIZE, options->threads, MHD_OPTION_END);
}

// The socket of a connection.
static inline int microhttpd_socket(const struct microhttpd *table, struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = table->info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

#include "request.h"
