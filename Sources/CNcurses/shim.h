// What Swift cannot reach in ncurses by itself: macros with casts, globals that may change, variadic functions.
// Everything else is imported as it is.
#define NCURSES_WIDECHAR 1
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <curses.h>

// The prebuilt module of the C library hides these: it is made without _XOPEN_SOURCE.
extern int wcwidth(wchar_t c);

// From term.h, whose other names (lines, columns, tab) are macros that would be in everybody's way.
extern int setupterm(const char *kind, int output, int *found);

// Globals. Swift 6 refuses them as shared mutable state; only the thread that draws calls these.
static inline WINDOW *hs_stdscr(void) { return stdscr; }
static inline WINDOW *hs_curscr(void) { return curscr; }
static inline int hs_lines(void) { return LINES; }
static inline int hs_columns(void) { return COLS; }
static inline int hs_colors(void) { return COLORS; }
static inline int hs_color_pairs(void) { return COLOR_PAIRS; }

// Macros with casts.
static const attr_t HS_BOLD = A_BOLD, HS_DIM = A_DIM, HS_UNDERLINE = A_UNDERLINE,
                    HS_REVERSE = A_REVERSE, HS_ITALIC = A_ITALIC;
static inline int hs_function_key(int n) { return KEY_F(n); }

// Colour pairs beyond 255 go through the last argument; Swift cannot give an address as `void *` to a const.
static inline int hs_put_cell(WINDOW *w, int row, int column, const wchar_t *text, attr_t attributes,
                              int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, (short)pair, &pair) == ERR) return ERR;
  return mvwadd_wch(w, row, column, &cell);
}
static inline int hs_set_style(WINDOW *w, attr_t attributes, int pair) {
  return wattr_set(w, attributes, (short)pair, &pair);
}

// What the terminal description says; NULL where it says nothing (ncurses answers "no such name" with -1).
static inline char *hs_string_ability(const char *name) {
  char *found = tigetstr((char *)name);
  return found == (char *)-1 ? NULL : found;
}
