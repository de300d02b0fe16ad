#pragma once

// What Swift cannot reach of a TCP socket: linux/tcp.h, whose names clash with glibc's, and ioctl(2), which is variadic.

#include <stdbool.h>
#include <stdint.h>

/// Fields of TCP_INFO under their names in linux/tcp.h; 0 where the kernel is too old to know one.
struct cs_tcp_info {
  uint8_t options;
  uint32_t snd_mss;
  uint32_t advmss;
  uint32_t pmtu;
  /// Microseconds.
  uint32_t rtt;
  /// Segments, as are the following ones up to `data_segs_out`.
  uint32_t total_retrans;
  uint32_t dsack_dups;
  uint32_t data_segs_in;
  uint32_t data_segs_out;
  uint32_t notsent_bytes;
  uint64_t bytes_sent;
  uint64_t bytes_retrans;
  /// The peer's FIN, which the kernel counts as a byte, is taken off.
  uint64_t bytes_received;
};

/// Bits of `options`.
extern const uint8_t cs_option_timestamps;
extern const uint8_t cs_option_sack;

/// Asks a TCP socket for TCP_INFO; false, with `info` untouched, for every other descriptor and one that is closed.
bool cs_tcp_info(int descriptor, struct cs_tcp_info *info);

/// Bytes that arrived and are not read (FIONREAD, tcp(7)); -1 for what is no socket.
int cs_unread(int descriptor);

/// Bytes that were written and are not acknowledged (SIOCOUTQ, tcp(7)); -1 for what is no socket.
int cs_unsent(int descriptor);

/// TCP_NODELAY, TCP_QUICKACK, TCP_CORK (tcp(7)); false if the descriptor does not take it.
bool cs_set_nodelay(int descriptor, bool is_on);
bool cs_set_quickack(int descriptor, bool is_on);
bool cs_set_cork(int descriptor, bool is_on);

/// epoll(7): a set of descriptors, each with a tag; -1 if there is none to be had.
int cs_epoll_open(void);

/// Watches a descriptor for bytes to read, and for room to write as well if asked; false if it cannot be.
bool cs_epoll_add(int epoll, int descriptor, uint32_t tag);
bool cs_epoll_change(int epoll, int descriptor, uint32_t tag, bool writes);
void cs_epoll_remove(int epoll, int descriptor);

/// Watches a descriptor for bytes to read until it is ready once, or is closed; false if it cannot be.
bool cs_epoll_once(int epoll, int descriptor, uint32_t tag);

/// The tags of those that are ready, `capacity` at most; their count, 0 after `milliseconds` without any.
int cs_epoll_wait(int epoll, uint32_t *tags, int capacity, int milliseconds);
