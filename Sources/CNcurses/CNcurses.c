#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int cn_width(wchar_t scalar) { return wcwidth(scalar); }

const char *cn_codeset(void) { return nl_langinfo(CODESET); }

int cn_find_terminal(const char *name, int descriptor) {
  int found = -1;
  setupterm(name, descriptor, &found);
  return found;
}

static char *capability(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

bool cn_has(const char *name) { return capability(name) != NULL; }

bool cn_wraps(void) { return tigetflag("am") > 0; }

bool cn_kernel_size(int descriptor, int *height, int *width) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *height = size.ws_row;
  *width = size.ws_col;
  return true;
}

// The bytes that are to be written. One thread owns curses, and with it this.
static char *collected;
static size_t used, capacity;

static int collect(int byte) {
  if (used == capacity) {
    size_t wanted = capacity == 0 ? 4096 : capacity * 2;
    char *larger = realloc(collected, wanted);
    if (larger == NULL) return EOF;
    collected = larger;
    capacity = wanted;
  }
  collected[used++] = (char)byte;
  return byte;
}

void cn_move(int row, int column) {
  char *cup = capability("cup");
  if (cup != NULL) tputs(tiparm(cup, row, column), 1, collect);
}

void cn_look(attr_t attributes, short pair) { vid_puts(attributes, pair, NULL, collect); }

void cn_capability(const char *name) {
  char *text = capability(name);
  if (text != NULL) tputs(text, 1, collect);
}

void cn_text(const char *bytes, size_t count) {
  for (size_t index = 0; index < count; index++) collect((unsigned char)bytes[index]);
}

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
      if (poll(&ready, 1, 1000) <= 0) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}

void cn_flush(int descriptor) {
  write_all(descriptor, collected, used);
  used = 0;
}

// What a signal handler needs to give the terminal back: only write(2) and tcsetattr(3) are called there.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[fatal_count];
static volatile sig_atomic_t armed;
static int terminal;
static struct termios modes;
static bool has_modes;
static char farewell[256];
static size_t farewell_count;

static void restore(void) {
  if (!armed) return;
  armed = 0;
  write_all(terminal, farewell, farewell_count);
  if (has_modes) tcsetattr(terminal, TCSANOW, &modes);
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore();
  for (int index = 0; index < fatal_count; index++) {
    if (fatal[index] == number) sigaction(number, &before[index], NULL);
  }
  // A fault happens again on return; a signal that was sent does not.
  if (info->si_code <= 0) raise(number);
}

void cn_arm(int descriptor) {
  static bool registered;
  if (!registered) registered = atexit(restore) == 0;
  terminal = descriptor;
  has_modes = tcgetattr(descriptor, &modes) == 0;
  used = 0;
  const char *names[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) cn_capability(names[index]);
  farewell_count = used < sizeof farewell ? used : 0;
  memcpy(farewell, collected == NULL ? "" : collected, farewell_count);
  used = 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int index = 0; index < fatal_count; index++) sigaction(fatal[index], &action, &before[index]);
  armed = 1;
}

void cn_farewell(const char *sequence) {
  size_t count = strlen(sequence);
  if (farewell_count + count > sizeof farewell) return;
  memcpy(farewell + farewell_count, sequence, count);
  farewell_count += count;
}

void cn_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int index = 0; index < fatal_count; index++) sigaction(fatal[index], &before[index], NULL);
}

bool cn_mouse(bool is_on) {
  static bool is_known;
  if (!is_on) {
    mousemask(0, NULL);
    return false;
  }
  if (capability("kmous") == NULL) return false;
  mouseinterval(0);
  mmask_t wanted =
      BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED | REPORT_MOUSE_POSITION;
  bool tells = mousemask(wanted, NULL) != 0;
  // What ncurses itself sends at the end (xterm's control sequences, modes 1000 and 1006).
  if (tells && !is_known) cn_farewell("\033[?1006;1000l");
  is_known = is_known || tells;
  return tells;
}

int cn_mouse_event(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON4_PRESSED) return 3;
  if (event.bstate & BUTTON5_PRESSED) return 4;
  if (event.bstate & REPORT_MOUSE_POSITION) return 5;
  if (event.bstate & BUTTON1_PRESSED) return 1;
  return event.bstate & BUTTON1_RELEASED ? 2 : 6;
}
