#include <sys/epoll.h>

#include "CSocket.h"

enum { CAPACITY = 1024 };

int cs_epoll_open(void) { return epoll_create1(EPOLL_CLOEXEC); }

static bool control(int epoll, int operation, int descriptor, uint32_t tag, uint32_t events) {
  struct epoll_event event = {.events = events, .data.u32 = tag};
  return epoll_ctl(epoll, operation, descriptor, &event) == 0;
}

bool cs_epoll_add(int epoll, int descriptor, uint32_t tag) {
  return control(epoll, EPOLL_CTL_ADD, descriptor, tag, EPOLLIN);
}

bool cs_epoll_change(int epoll, int descriptor, uint32_t tag, bool writes) {
  return control(epoll, EPOLL_CTL_MOD, descriptor, tag, writes ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

bool cs_epoll_once(int epoll, int descriptor, uint32_t tag) {
  uint32_t events = EPOLLIN | EPOLLONESHOT;
  return control(epoll, EPOLL_CTL_ADD, descriptor, tag, events) ||
         control(epoll, EPOLL_CTL_MOD, descriptor, tag, events);
}

void cs_epoll_remove(int epoll, int descriptor) { epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0); }

int cs_epoll_wait(int epoll, uint32_t *tags, int capacity, int milliseconds) {
  struct epoll_event ready[CAPACITY];
  int count = epoll_wait(epoll, ready, capacity < CAPACITY ? capacity : CAPACITY, milliseconds);
  for (int i = 0; i < count; i++) tags[i] = ready[i].data.u32;
  return count < 0 ? 0 : count;
}
