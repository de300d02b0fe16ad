#pragma once

// What Swift cannot reach of ncursesw: macros, variadic functions, global variables, wcwidth(3).

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <stddef.h>

/// Lets the terminal tell of its left button and wheel, or no more; a crash turns it off too.
///
/// Returns whether it tells now: a terminal without `kmous` never does.
bool cn_mouse(bool is_on);

/// The last of the mouse's events that came with KEY_MOUSE and were not taken yet: 1 pressed, 2 released, 3 wheel up,
/// 4 wheel down, 5 moved, 6 anything else, 0 none.
int cn_mouse_event(int *row, int *column);

/// The number of colours that the terminal has, after start_color.
static inline int cn_colors(void) { return COLORS; }

/// The screen's one window, or NULL before newterm.
static inline WINDOW *cn_window(void) { return stdscr; }

static inline attr_t cn_bold(void) { return A_BOLD; }
static inline attr_t cn_dim(void) { return A_DIM; }
static inline attr_t cn_underline(void) { return A_UNDERLINE; }
static inline attr_t cn_reverse(void) { return A_REVERSE; }

/// The columns of a scalar as ncurses counts them: wcwidth(3) in the current locale, -1 where it knows none.
int cn_width(wchar_t scalar);

/// The codeset of the current locale, such as "UTF-8".
const char *cn_codeset(void);

/// Looks a terminal up in the terminfo database: 1 found, 0 unknown, -1 no database.
int cn_find_terminal(const char *name, int descriptor);

/// Whether the current terminal has a string capability.
bool cn_has(const char *capability);

/// Whether the terminal goes to the next row by itself behind the last column (am).
bool cn_wraps(void);

/// The terminal's size as the kernel knows it (TIOCGWINSZ); false leaves both untouched.
bool cn_kernel_size(int descriptor, int *height, int *width);

// Text that ncurses cannot hold goes to the terminal beside it. The functions collect bytes; cn_flush writes
// them. They follow a doupdate, which leaves nothing in ncurses' own buffer.

/// Moves the cursor (cup), counting from 0.
void cn_move(int row, int column);

/// Switches attributes and colours through ncurses (vid_puts), so that it knows of them.
void cn_look(attr_t attributes, short pair);

/// Appends a capability without parameters; nothing where the terminal has none.
void cn_capability(const char *name);

/// Appends text.
void cn_text(const char *bytes, size_t count);

/// Writes what was collected.
void cn_flush(int descriptor);

/// Remembers how the terminal is before curses touches it, so that a crash or exit() can put it back.
///
/// From now on SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE and SIGABRT restore the terminal and then do what they
/// did before. Call it after cn_find_terminal and before newterm.
void cn_arm(int descriptor);

/// Appends a sequence to what a crash sends to the terminal.
void cn_farewell(const char *sequence);

/// Forgets it: the terminal was restored in good order.
void cn_disarm(void);
