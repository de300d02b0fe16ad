/* chat-floor: the least work a broadcast server can do on one core with epoll.
 *
 * Every complete frame (4-byte little-endian length + payload) that arrives is appended to one shared
 * log; every client is an offset into it; once per wake-up each client that is behind gets one send().
 * No names, no history, no limits, no error handling: it is a yardstick, not a server.
 *
 *   chat-floor 31000      (0 takes any free port; the port is printed)
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LOG_BYTES = 1 << 26, IN_BYTES = 1 << 16, MAX_CLIENTS = 100000 };

typedef struct {
  int fd;
  uint64_t cursor; /* absolute offset in the log of the next byte to send */
  char *in;
  int held;
} Client;

static char *log_bytes;
static uint64_t head; /* absolute offset one past the last byte */
static Client *clients[MAX_CLIENTS];
static int count;

static void append(const char *frame, size_t length) {
  if (head % LOG_BYTES + length > LOG_BYTES) { /* wrap: skip the tail, drop whoever is still in it */
    head += LOG_BYTES - head % LOG_BYTES;
    for (int i = 0; i < count; i++) clients[i]->cursor = head;
  }
  memcpy(log_bytes + head % LOG_BYTES, frame, length);
  head += length;
}

static void drop(Client *client) {
  close(client->fd);
  client->fd = -1;
}

static void read_from(Client *client) {
  ssize_t got = recv(client->fd, client->in + client->held, IN_BYTES - client->held, 0);
  if (got <= 0) {
    if (got == 0 || errno != EAGAIN) drop(client);
    return;
  }
  client->held += got;
  int used = 0;
  for (uint32_t length; client->held - used >= 4; used += 4 + length) {
    memcpy(&length, client->in + used, 4);
    if (client->held - used - 4 < (int)length) break;
    append(client->in + used, 4 + length);
  }
  memmove(client->in, client->in + used, client->held - used);
  client->held -= used;
}

int main(int argc, char **argv) {
  if (argc > 2 || (argc > 1 && (atoi(argv[1]) < 0 || strspn(argv[1], "0123456789") != strlen(argv[1])))) {
    fprintf(stderr, "usage: chat-floor [PORT]\n");
    return 64;
  }
  int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0), ep = epoll_create1(0);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  log_bytes = malloc(LOG_BYTES);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 31000)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (void *)&address, sizeof address) || listen(listener, 4096)) return perror("chat-floor"), 1;
  socklen_t length = sizeof address;
  getsockname(listener, (void *)&address, &length);
  printf("listening %d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct epoll_event event = {.events = EPOLLIN}, ready[1024];
  epoll_ctl(ep, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int n = epoll_wait(ep, ready, 1024, -1);
    for (int i = 0; i < n; i++) {
      Client *client = ready[i].data.ptr;
      if (client) {
        if (client->fd >= 0) read_from(client);
        continue;
      }
      int fd = accept4(listener, 0, 0, SOCK_NONBLOCK);
      if (fd < 0 || count == MAX_CLIENTS) continue;
      setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
      client = calloc(1, sizeof *client);
      *client = (Client){.fd = fd, .cursor = head, .in = malloc(IN_BYTES)};
      clients[count++] = client;
      event = (struct epoll_event){.events = EPOLLIN, .data.ptr = client};
      epoll_ctl(ep, EPOLL_CTL_ADD, fd, &event);
    }
    for (int i = 0; i < count; i++) {
      Client *client = clients[i];
      if (client->fd < 0 || client->cursor == head) continue;
      ssize_t sent = send(client->fd, log_bytes + client->cursor % LOG_BYTES, head - client->cursor, MSG_NOSIGNAL);
      if (sent > 0) client->cursor += sent;
      else if (errno != EAGAIN) drop(client);
    }
  }
}
