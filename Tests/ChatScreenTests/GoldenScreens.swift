import ChatScreen
import Testing

// swift-format-ignore-file: a screen is as wide as it is.

/// Whole screens as literal text, trailing spaces of each row left out.
@Suite struct GoldenScreens {
  struct Golden: Sendable, CustomTestStringConvertible {
    let scene: Scene
    let columns: Int
    let rows: Int
    let screen: String

    var testDescription: String { "\(scene) \(columns)×\(rows)" }
  }

  @Test(arguments: goldens) func screen(golden: Golden) {
    let shown = golden.scene.stage(golden.columns, golden.rows).screen
    #expect(
      shown.split(separator: "\n", omittingEmptySubsequences: false)
        == golden.screen.split(separator: "\n", omittingEmptySubsequences: false))
  }

  static let goldens: [Golden] = [
    Golden(
      scene: .sticky, columns: 120, rows: 40,
      screen: """
        ┌ lobby · raw ──────────────────────────────────────────────────┬ wire ▶ · 20 writes · 1 read · ◀ 2 reads ─────────────┐
        │ 15:02:11 bob: 你好 👩‍👩‍👧‍👦 !                                       │   0020 8d f0 9f 91 a6 20 21     ××××× !              │
        │ 15:02:14 alice: Hello, Hello. How are you?Hello, Hello. How a │ #1  ▶ write 26 B  +3.000 s                           │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │   0000 48 65 6c 6c 6f 2c 20 48  Hello, H             │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │   0008 65 6c 6c 6f 2e 20 48 6f  ello. Ho             │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │   0010 77 20 61 72 65 20 79 6f  w are yo             │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │   0018 75 3f                    u?                   │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #2  ▶ write 26 B  +0.000 s                      = #1 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #3  ▶ write 26 B  +0.000 s                      = #2 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #4  ▶ write 26 B  +0.000 s                      = #3 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #5  ▶ write 26 B  +0.000 s                      = #4 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #6  ▶ write 26 B  +0.000 s                      = #5 │
        │          re you?                                              │ #7  ▶ write 26 B  +0.000 s                      = #6 │
        │                                                               │ #8  ▶ write 26 B  +0.000 s                      = #7 │
        │                                                               │ #9  ▶ write 26 B  +0.000 s                      = #8 │
        │                                                               │ #10 ▶ write 26 B  +0.000 s                      = #9 │
        │                                                               │ #11 ▶ write 26 B  +0.000 s                     = #10 │
        │                                                               │ #12 ▶ write 26 B  +0.000 s                     = #11 │
        │                                                               │ #13 ▶ write 26 B  +0.000 s                     = #12 │
        │                                                               │ #14 ▶ write 26 B  +0.000 s                     = #13 │
        │                                                               │ #15 ▶ write 26 B  +0.000 s                     = #14 │
        │                                                               │ #16 ▶ write 26 B  +0.000 s                     = #15 │
        │                                                               │ #17 ▶ write 26 B  +0.000 s                     = #16 │
        │                                                               │ #18 ▶ write 26 B  +0.000 s                     = #17 │
        │                                                               │ #19 ▶ write 26 B  +0.000 s                     = #18 │
        │                                                               │ #20 ▶ write 26 B  +0.000 s                     = #19 │
        │                                                               │ #1  ⇥ server read 520 B  +0.201 s         STICKY ×20 │
        │                                                               │ #2  ◀ read 527 B  +0.000 s                       1:1 │
        │                                                               │   0000 61 6c 69 63 65 3a 20 48  alice: H             │
        │                                                               │   0008 65 6c 6c 6f 2c 20 48 65  ello, He             │
        │                                                               │   0010 6c 6c 6f 2e 20 48 6f 77  llo. How             │
        │                                                               │   0018 20 61 72 65 20 79 6f 75   are you             │
        │                                                               │   0020 3f 48 65 6c 6c 6f 2c 20  ?Hello,              │
        │                                                               │        … 472 B more                                  │
        │                                                               │   0200 6f 2e 20 48 6f 77 20 61  o. How a             │
        │                                                               │   0208 72 65 20 79 6f 75 3f     re you?              │
        ├───────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · read 1024                                        F1 help  F2 framing  F3 wire │
        │ > hi                                                                                                                 │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .sticky, columns: 100, rows: 30,
      screen: """
        ┌ lobby · raw ──────────────────────────────────┬ wire ▶ · 20 writes · 1 read · ◀ 2 reads ─────────┐
        │ 15:02:11 bob: 你好 👩‍👩‍👧‍👦 !                       │ #3  ▶ write 26 B  +0.000 s                  = #2 │
        │ 15:02:14 alice: Hello, Hello. How are you?Hel │ #4  ▶ write 26 B  +0.000 s                  = #3 │
        │          lo, Hello. How are you?Hello, Hello. │ #5  ▶ write 26 B  +0.000 s                  = #4 │
        │           How are you?Hello, Hello. How are y │ #6  ▶ write 26 B  +0.000 s                  = #5 │
        │          ou?Hello, Hello. How are you?Hello,  │ #7  ▶ write 26 B  +0.000 s                  = #6 │
        │          Hello. How are you?Hello, Hello. How │ #8  ▶ write 26 B  +0.000 s                  = #7 │
        │           are you?Hello, Hello. How are you?H │ #9  ▶ write 26 B  +0.000 s                  = #8 │
        │          ello, Hello. How are you?Hello, Hell │ #10 ▶ write 26 B  +0.000 s                  = #9 │
        │          o. How are you?Hello, Hello. How are │ #11 ▶ write 26 B  +0.000 s                 = #10 │
        │           you?Hello, Hello. How are you?Hello │ #12 ▶ write 26 B  +0.000 s                 = #11 │
        │          , Hello. How are you?Hello, Hello. H │ #13 ▶ write 26 B  +0.000 s                 = #12 │
        │          ow are you?Hello, Hello. How are you │ #14 ▶ write 26 B  +0.000 s                 = #13 │
        │          ?Hello, Hello. How are you?Hello, He │ #15 ▶ write 26 B  +0.000 s                 = #14 │
        │          llo. How are you?Hello, Hello. How a │ #16 ▶ write 26 B  +0.000 s                 = #15 │
        │          re you?Hello, Hello. How are you?Hel │ #17 ▶ write 26 B  +0.000 s                 = #16 │
        │          lo, Hello. How are you?              │ #18 ▶ write 26 B  +0.000 s                 = #17 │
        │                                               │ #19 ▶ write 26 B  +0.000 s                 = #18 │
        │                                               │ #20 ▶ write 26 B  +0.000 s                 = #19 │
        │                                               │ #1  ⇥ server read 520 B  +0.201 s     STICKY ×20 │
        │                                               │ #2  ◀ read 527 B  +0.000 s                   1:1 │
        │                                               │   0000 61 6c 69 63 65 3a 20 48  alice: H         │
        │                                               │   0008 65 6c 6c 6f 2c 20 48 65  ello, He         │
        │                                               │   0010 6c 6c 6f 2e 20 48 6f 77  llo. How         │
        │                                               │        … 496 B more                              │
        │                                               │   0208 72 65 20 79 6f 75 3f     re you?          │
        ├───────────────────────────────────────────────┴──────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · read 1024                    F1 help  F2 framing  F3 wire │
        │ > hi                                                                                             │
        └──────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .sticky, columns: 80, rows: 24,
      screen: """
        ┌ lobby · raw ─────────────────────────────────────────────────────────────────┐
        │ 15:02:11 bob: 你好 👩‍👩‍👧‍👦 !                                                      │
        │ 15:02:14 alice: Hello, Hello. How are you?Hello, Hello. How are you?Hello, H │
        │          ello. How are you?Hello, Hello. How are you?Hello, Hello. How are y │
        │          ou?Hello, Hello. How are you?Hello, Hello. How are you?Hello, Hello │
        │          . How are you?Hello, Hello. How are you?Hello, Hello. How are you?H │
        │          ello, Hello. How are you?Hello, Hello. How are you?Hello, Hello. Ho │
        │          w are you?Hello, Hello. How are you?Hello, Hello. How are you?Hello │
        │          , Hello. How are you?Hello, Hello. How are you?Hello, Hello. How ar │
        │          e you?Hello, Hello. How are you?Hello, Hello. How are you?          │
        ├ wire ▶ · 20 writes · 1 read · ◀ 2 reads ─────────────────────────────────────┤
        │ #17 ▶ write 26 B  +0.000 s                                             = #16 │
        │ #18 ▶ write 26 B  +0.000 s                                             = #17 │
        │ #19 ▶ write 26 B  +0.000 s                                             = #18 │
        │ #20 ▶ write 26 B  +0.000 s                                             = #19 │
        │ #1  ⇥ server read 520 B  +0.201 s                                 STICKY ×20 │
        │ #2  ◀ read 527 B  +0.000 s                                               1:1 │
        │   0000 61 6c 69 63 65 3a 20 48 65 6c 6c 6f 2c 20 48 65  alice: Hello, He     │
        │   0010 6c 6c 6f 2e 20 48 6f 77 20 61 72 65 20 79 6f 75  llo. How are you     │
        │        … 495 B more                                                          │
        ├──────────────────────────────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · read 1024         F1 help  F2 framing │
        │ > hi                                                                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .sticky, columns: 40, rows: 12,
      screen: """
        ┌ lobby · raw ─────────────────────────┐
        │          lo. How are you?Hello, Hell │
        │          o. How are you?Hello, Hello │
        │          . How are you?              │
        ├ wire ▶ · 20 writes · 1 read ─────────┤
        │   0000 61 6c 69 63  alic             │
        │   0004 65 3a 20 48  e: H             │
        │        … 519 B more                  │
        ├──────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined │
        │ > hi                                 │
        └──────────────────────────────────────┘
        """),
    Golden(
      scene: .sticky, columns: 30, rows: 8,
      screen: """
           you?Hello, Hello. How are y
          ou?Hello, Hello. How are you
          ?Hello, Hello. How are you?H
          ello, Hello. How are you?Hel
          lo, Hello. How are you?
        20 writes · 1 read STICKY ×20
        alice · raw · joined
        > hi
        """),
    Golden(
      scene: .sticky, columns: 1, rows: 1,
      screen: """

        """),
    Golden(
      scene: .framed, columns: 100, rows: 30,
      screen: """
        ┌ lobby · length ───────────────────────────────┬ wire ▶ · 1 write · 2 reads · ◀ 1 read ───────────┐
        │ 15:02:01 *** 3 here: alice bob 小明           │ ── length ────────────────────────────────────── │
        │ 15:02:02 bob: morning, all of you who are     │ #1  ▶ write 16 B  1 message                      │
        │          here this early                      │   0000[0c 00 00 00]2f 68 65 6c  •⋄⋄⋄/hel         │
        │ 15:02:03 * 小明 挥手 waves                    │        length 12 LE · 201,326,592 BE             │
        │ 15:02:04 [bob → you] psst                     │   0008 6c 6f 20 31 20 61 6c 69  lo 1 ali         │
        │ 15:02:05 [you → bob] what?                    │ #1  ⇥ server read 10 B  +0.000 s      HALF 10/16 │
        │ 15:02:06 *** a, b, c and 2 others joined      │ #2  ⇥ server read 6 B  +0.000 s        HALF 6/16 │
        │ 15:02:07 *** bob left (quit)                  │ #1  ◀ read 11 B  +0.202 s  1 message   STICKY ×2 │
        │ 15:02:08 *** messages 3 to 7 are gone         │   0000[02 00 00 00]68 69[09 00  •⋄⋄⋄hi•⋄         │
        │ 15:02:09 !!! bob is taken; try bob2           │        length 2 LE · 33,554,432 BE               │
        │                                               │   0008 00 00]61~                ⋄⋄a              │
        │                                               │        length 9 LE · 150,994,944 BE              │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        ├───────────────────────────────────────────────┴──────────────────────────────────────────────────┤
        │ alice · length 127.0.0.1:30000 · joined · read 1024                 F1 help  F2 framing  F3 wire │
        │ >                                                                                                │
        └──────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .framed, columns: 40, rows: 12,
      screen: """
        ┌ lobby · length ──────────────────────┐
        │ 15:02:08 *** messages 3 to 7 are     │
        │              gone                    │
        │ 15:02:09 !!! bob is taken; try bob2  │
        ├ wire ▶ · 1 write · 2 reads ──────────┤
        │   0004 68 69[09 00  hi•⋄             │
        │   0008 00 00]61~    ⋄⋄a              │
        │        length 9 LE · 150,994,944 BE  │
        ├──────────────────────────────────────┤
        │ alice · length · joined              │
        │ >                                    │
        └──────────────────────────────────────┘
        """),
    Golden(
      scene: .hostile, columns: 80, rows: 24,
      screen: """
        ┌ lobby · length ──────────────────────────────────────────────────────────────┐
        │ 15:02:00 eve: ^[[2J^[]52;c;aGk=^G<9B>31m                                     │
        │ 15:02:01 eve: abc<U+202E>fed<U+2066>x<U+200B>y<U+E0041><U+2028>z             │
        │ 15:02:02 eve: á́́́́́́́|                                                             │
        │ 15:02:03 eve: first                                                          │
        │          ↳ bob: I am bob                                                     │
        │          ↳ 15:02:09 *** bob left                                             │
        │ 15:02:04 eve: 👩‍👩‍👧‍👦 🇩🇪 ❤️ 👍🏽 你好 עברית                                         │
        │ 01:02:03 ��(^MA                                                              │
        │                                                                              │
        ├ wire ▶ · 0 writes · ◀ 0 reads ───────────────────────────────────────────────┤
        │ ── length ────────────────────────────────────────────────────────────────── │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├──────────────────────────────────────────────────────────────────────────────┤
        │ alice · length 127.0.0.1:30000 · joined · read 1024      F1 help  F2 framing │
        │ >                                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .hostile, columns: 30, rows: 8,
      screen: """
        eve: first
          ↳ bob: I am bob
          ↳ 15:02:09 *** bob left
        eve: 👩‍👩‍👧‍👦 🇩🇪 ❤️ 👍🏽 你好 עברית
        ��(^MA
        wire ▶ · 0 writes
        alice · length · joined
        >
        """),
    Golden(
      scene: .lost, columns: 80, rows: 24,
      screen: """
        ┌ lobby · line ────────────────────────────────────────────────────────────────┐
        │          !!! no server at 127.0.0.1:25000; retrying · chat-tui --serve       │
        │              starts one                                                      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ wire ▶ · 0 writes · ◀ 0 reads ───────────────────────────────────────────────┤
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├─ not sent: no connection; text kept ─────────────────────────────────────────┤
        │ alice · line 127.0.0.1:25000 · lost: retrying in 1.5 s   F1 help  F2 framing │
        │ > …你你你你你你你你你你你你你你你你你你你你你你你你你你你你你你              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .lost, columns: 40, rows: 12,
      screen: """
        ┌ lobby · line ────────────────────────┐
        │              25000; retrying ·       │
        │              chat-tui --serve starts │
        │              one                     │
        ├ wire ▶ · 0 writes · ◀ 0 reads ───────┤
        │                                      │
        │                                      │
        │                                      │
        ├─ not sent: no connection; text kept ─┤
        │ line · lost: retrying in 1.5 s       │
        │ > …你你你你你你你你                  │
        └──────────────────────────────────────┘
        """),
  ]
}
