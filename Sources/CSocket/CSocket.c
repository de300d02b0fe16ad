#include "CSocket.h"

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

const uint8_t cs_option_timestamps = TCPI_OPT_TIMESTAMPS;
const uint8_t cs_option_sack = TCPI_OPT_SACK;

// enum in net/tcp_states.h, which is not for programs; the numbers are those of ss(8).
enum { TIME_WAIT = 6, CLOSED = 7, CLOSE_WAIT = 8, LAST_ACK = 9, CLOSING = 11 };

static bool has_fin(uint8_t state) {
  return state == CLOSE_WAIT || state == LAST_ACK || state == CLOSING || state == TIME_WAIT;
}

static bool ask(int descriptor, struct tcp_info *all, socklen_t length) {
  memset(all, 0, length);
  return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, all, &length) == 0;
}

// The kernel looks at the state before it takes the lock under which it counts (tcp_get_info in net/ipv4/tcp.c): a FIN
// in between is in the bytes and not in the state. A state only ever moves on, so this ends.
static bool ask_consistently(int descriptor, struct tcp_info *all) {
  struct tcp_info later;
  do {
    if (!ask(descriptor, all, sizeof *all)) return false;
    if (has_fin(all->tcpi_state)) return true;
    if (!ask(descriptor, &later, sizeof later.tcpi_state)) return false;
  } while (later.tcpi_state != all->tcpi_state);
  return true;
}

bool cs_tcp_info(int descriptor, struct cs_tcp_info *info) {
  struct tcp_info all;
  if (!ask_consistently(descriptor, &all)) return false;
  // Whether the bytes received hold a FIN is not to be seen any more.
  if (all.tcpi_state == CLOSED) return false;
  uint64_t received = all.tcpi_bytes_received;
  *info = (struct cs_tcp_info){
      .options = all.tcpi_options,
      .snd_mss = all.tcpi_snd_mss,
      .advmss = all.tcpi_advmss,
      .pmtu = all.tcpi_pmtu,
      .rtt = all.tcpi_rtt,
      .total_retrans = all.tcpi_total_retrans,
      .dsack_dups = all.tcpi_dsack_dups,
      .data_segs_in = all.tcpi_data_segs_in,
      .data_segs_out = all.tcpi_data_segs_out,
      .notsent_bytes = all.tcpi_notsent_bytes,
      .bytes_sent = all.tcpi_bytes_sent,
      .bytes_retrans = all.tcpi_bytes_retrans,
      .bytes_received = received > 0 && has_fin(all.tcpi_state) ? received - 1 : received,
  };
  return true;
}

int cs_unread(int descriptor) {
  int bytes = 0;
  return ioctl(descriptor, FIONREAD, &bytes) == 0 ? bytes : -1;
}

int cs_unsent(int descriptor) {
  int bytes = 0;
  return ioctl(descriptor, SIOCOUTQ, &bytes) == 0 ? bytes : -1;
}

static bool set(int descriptor, int option, bool is_on) {
  int value = is_on;
  return setsockopt(descriptor, IPPROTO_TCP, option, &value, sizeof value) == 0;
}

bool cs_set_nodelay(int descriptor, bool is_on) { return set(descriptor, TCP_NODELAY, is_on); }
bool cs_set_quickack(int descriptor, bool is_on) { return set(descriptor, TCP_QUICKACK, is_on); }
bool cs_set_cork(int descriptor, bool is_on) { return set(descriptor, TCP_CORK, is_on); }
