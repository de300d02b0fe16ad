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
        ┌ lobby · raw ──────────────────────────────────────────────────┬ wire ▶ · 20 writes · 1 read STICKY ×20 · ◀ 2 reads ──┐
        │ 15:02:11 bob: 你好 👩‍👩‍👧‍👦 !                                       │   0018 75 3f                    u?                   │
        │ 15:02:14 alice: Hello, Hello. How are you?Hello, Hello. How a │ #2  ▶ write 26 B  +0.000 s                      = #1 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #3  ▶ write 26 B  +0.000 s                      = #2 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #4  ▶ write 26 B  +0.000 s                      = #3 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #5  ▶ write 26 B  +0.000 s                      = #4 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #6  ▶ write 26 B  +0.000 s                      = #5 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #7  ▶ write 26 B  +0.000 s                      = #6 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #8  ▶ write 26 B  +0.000 s                      = #7 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #9  ▶ write 26 B  +0.000 s                      = #8 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #10 ▶ write 26 B  +0.000 s                      = #9 │
        │          re you?Hello, Hello. How are you?Hello, Hello. How a │ #11 ▶ write 26 B  +0.000 s                     = #10 │
        │          re you?                                              │ #12 ▶ write 26 B  +0.000 s                     = #11 │
        │                                                               │ #13 ▶ write 26 B  +0.000 s                     = #12 │
        │                                                               │ #14 ▶ write 26 B  +0.000 s                     = #13 │
        │                                                               │ #15 ▶ write 26 B  +0.000 s                     = #14 │
        │                                                               │ #16 ▶ write 26 B  +0.000 s                     = #15 │
        │                                                               │ #17 ▶ write 26 B  +0.000 s                     = #16 │
        │                                                               │ #18 ▶ write 26 B  +0.000 s                     = #17 │
        │                                                               │ #19 ▶ write 26 B  +0.000 s                     = #18 │
        │                                                               │ #20 ▶ write 26 B  +0.000 s                     = #19 │
        │                                                               │ #1  ⇥ server read 520 B  +0.201 s         STICKY ×20 │
        │                                                               │ ═▶ 20 writes → 1 read: cause not measured            │
        │                                                               │ #2  ◀ read 527 B  +0.000 s                       1:1 │
        │                                                               │   0000 61 6c 69 63 65 3a 20 48  alice: H             │
        │                                                               │   0008 65 6c 6c 6f 2c 20 48 65  ello, He             │
        │                                                               │   0010 6c 6c 6f 2e 20 48 6f 77  llo. How             │
        │                                                               │   0018 20 61 72 65 20 79 6f 75   are you             │
        │                                                               │   0020 3f 48 65 6c 6c 6f 2c 20  ?Hello,              │
        │                                                               │        … 472 B more                                  │
        │                                                               │   0200 6f 2e 20 48 6f 77 20 61  o. How a             │
        │                                                               │   0208 72 65 20 79 6f 75 3f     re you?              │
        │                                                               │ ▶ out  0 ──────────── 13 B a column ──────────── 572 │
        │                                                               │ writes │─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│     │
        │                                                               │ segs   not measured                                  │
        │                                                               │ reads  │───────────────────────────────────────│     │
        ├───────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · both: late 0 nagle off · there: read 1024        F1 help  F2 framing  F3 wire │
        │ > hi                                                                                                                 │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .sticky, columns: 100, rows: 30,
      screen: """
        ┌ lobby · raw ──────────────────────────────────┬ wire ▶ · 20 writes · 1 read STICKY ×20 ──────────┐
        │ 15:02:11 bob: 你好 👩‍👩‍👧‍👦 !                       │ #8  ▶ write 26 B  +0.000 s                  = #7 │
        │ 15:02:14 alice: Hello, Hello. How are you?Hel │ #9  ▶ write 26 B  +0.000 s                  = #8 │
        │          lo, Hello. How are you?Hello, Hello. │ #10 ▶ write 26 B  +0.000 s                  = #9 │
        │           How are you?Hello, Hello. How are y │ #11 ▶ write 26 B  +0.000 s                 = #10 │
        │          ou?Hello, Hello. How are you?Hello,  │ #12 ▶ write 26 B  +0.000 s                 = #11 │
        │          Hello. How are you?Hello, Hello. How │ #13 ▶ write 26 B  +0.000 s                 = #12 │
        │           are you?Hello, Hello. How are you?H │ #14 ▶ write 26 B  +0.000 s                 = #13 │
        │          ello, Hello. How are you?Hello, Hell │ #15 ▶ write 26 B  +0.000 s                 = #14 │
        │          o. How are you?Hello, Hello. How are │ #16 ▶ write 26 B  +0.000 s                 = #15 │
        │           you?Hello, Hello. How are you?Hello │ #17 ▶ write 26 B  +0.000 s                 = #16 │
        │          , Hello. How are you?Hello, Hello. H │ #18 ▶ write 26 B  +0.000 s                 = #17 │
        │          ow are you?Hello, Hello. How are you │ #19 ▶ write 26 B  +0.000 s                 = #18 │
        │          ?Hello, Hello. How are you?Hello, He │ #20 ▶ write 26 B  +0.000 s                 = #19 │
        │          llo. How are you?Hello, Hello. How a │ #1  ⇥ server read 520 B  +0.201 s     STICKY ×20 │
        │          re you?Hello, Hello. How are you?Hel │ ═▶ 20 writes → 1 read: cause not measured        │
        │          lo, Hello. How are you?              │ #2  ◀ read 527 B  +0.000 s                   1:1 │
        │                                               │   0000 61 6c 69 63 65 3a 20 48  alice: H         │
        │                                               │   0008 65 6c 6c 6f 2c 20 48 65  ello, He         │
        │                                               │   0010 6c 6c 6f 2e 20 48 6f 77  llo. How         │
        │                                               │        … 496 B more                              │
        │                                               │   0208 72 65 20 79 6f 75 3f     re you?          │
        │                                               │ ▶ out  0 ────────── 13 B a column ────────── 520 │
        │                                               │ writes │─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│ │
        │                                               │ segs   not measured                              │
        │                                               │ reads  │───────────────────────────────────────│ │
        ├───────────────────────────────────────────────┴──────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · there: read 1024             F1 help  F2 framing  F3 wire │
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
        ├ wire ▶ · 20 writes · 1 read STICKY ×20 · ◀ 2 reads ──────────────────────────┤
        │ #1  ⇥ server read 520 B  +0.201 s                                 STICKY ×20 │
        │ ═▶ 20 writes → 1 read: cause not measured                                    │
        │ #2  ◀ read 527 B  +0.000 s                                               1:1 │
        │   0000 61 6c 69 63 65 3a 20 48 65 6c 6c 6f 2c 20 48 65  alice: Hello, He     │
        │        … 511 B more                                                          │
        │ ▶ out  0 ──────────────────────── 8 B a column ───────────────────────── 544 │
        │ writes │──│──│──│───│──│──│──│───│──│──│──│───│──│──│──│───│──│──│──│───│    │
        │ segs   not measured                                                          │
        │ reads  │────────────────────────────────────────────────────────────────│    │
        ├──────────────────────────────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · there: read 1024  F1 help  F2 framing │
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
        ├ wire ▶ · 1 read STICKY ×20 ──────────┤
        │ #1  ⇥ server read 520 B   STICKY ×20 │
        │ ═▶ 20 writes → 1 read: cause not     │
        │    measured                          │
        ├──────────────────────────────────────┤
        │ raw · joined · there: read 1024      │
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
        alice · raw · joined   F1 help
        > hi
        """),
    Golden(
      scene: .sticky, columns: 1, rows: 1,
      screen: """

        """),
    Golden(
      scene: .framed, columns: 100, rows: 30,
      screen: """
        ┌ lobby · length ───────────────────────────────┬ wire ▶ · 1 write · 2 reads HALF 6/16 · ◀ 1 read ─┐
        │ 15:02:01 *** 3 here: alice bob 小明           │ ── length ────────────────────────────────────── │
        │ 15:02:02 bob: morning, all of you who are     │ #1  ▶ write 16 B  1 message                      │
        │          here this early                      │   0000[0c 00 00 00]2f 68 65 6c  •⋄⋄⋄/hel         │
        │ 15:02:03 * 小明 挥手 waves                    │        length 12 LE · 201,326,592 BE             │
        │ 15:02:04 [bob → you] psst                     │   0008 6c 6f 20 31 20 61 6c 69  lo 1 ali         │
        │ 15:02:05 [you → bob] what?                    │ #1  ⇥ server read 10 B  +0.000 s      HALF 10/16 │
        │ 15:02:06 *** a, b, c and 2 others joined      │ #2  ⇥ server read 6 B  +0.000 s        HALF 6/16 │
        │ 15:02:07 *** bob left (quit)                  │ ═▶ 1 write → 2 reads → 1 message: cause not      │
        │ 15:02:08 *** messages 3 to 7 are gone         │    measured                                      │
        │ 15:02:09 !!! bob is taken; try bob2           │ #1  ◀ read 11 B  +0.202 s  1 message   STICKY ×2 │
        │                                               │   0000[02 00 00 00]68 69[09 00  •⋄⋄⋄hi•⋄         │
        │                                               │        length 2 LE · 33,554,432 BE               │
        │                                               │   0008 00 00]61~                ⋄⋄a              │
        │                                               │        length 9 LE · 150,994,944 BE              │
        │                                               │ ═◀ 2 writes → 1 read: cause not measured         │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │                                                  │
        │                                               │ ▶ out  0 ─────────── 1 B a column ─────────── 40 │
        │                                               │ writes │───────────────│                         │
        │                                               │ segs   not measured                              │
        │                                               │ reads  │─────────│─────│                         │
        ├───────────────────────────────────────────────┴──────────────────────────────────────────────────┤
        │ alice · length 127.0.0.1:30000 · joined · there: read 1024          F1 help  F2 framing  F3 wire │
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
        ├ wire ▶ · 1 write · 2 reads HALF 6/16 ┤
        │ #1  ◀ read 11 B  1 message STICKY ×2 │
        │ ═◀ 2 writes → 1 read: cause not      │
        │    measured                          │
        ├──────────────────────────────────────┤
        │ length · joined · there: read 1024   │
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
        │ alice · length 127.0.0.1:30000 · joined · there: read 1024           F1 help │
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
        ├─ not sent: no connection; text kept ─────────────────────────────────────────┤
        │ alice · line 127.0.0.1:25000 · lost: retrying in 1.5 s   F1 help  F2 framing │
        │ > are you there? 你你你你你你你你你你你你你你你你你你你你你你你你你你你你你  │
        │   你你你你你你你你你你你你你你你你你你你你你你你你你你你你你你你             │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .lost, columns: 40, rows: 12,
      screen: """
        ┌ lobby · line ────────────────────────┐
        │              127.0.0.1:25000;        │
        │              retrying · chat-tui     │
        │              --serve starts one      │
        ├ wire ▶ · 0 writes · ◀ 0 reads ───────┤
        │                                      │
        │                                      │
        ├─ not sent: no connection; text kept ─┤
        │ line · lost: retrying in 1.5 s       │
        │ … 你你你你你你你你你你你你你你你你你 │
        │                                      │
        └──────────────────────────────────────┘
        """),
    Golden(
      scene: .measured, columns: 100, rows: 30,
      screen: """
        ┌ lobby · raw ──────────────────────────────────┬ wire ▶ · 20 writes · 1 read STICKY ×20 ──────────┐
        │                                               │ #5  ▶ write 26 B  +0.000 s                  = #4 │
        │                                               │ #6  ▶ write 26 B  +0.000 s                  = #5 │
        │                                               │ #7  ▶ write 26 B  +0.000 s                  = #6 │
        │                                               │ #8  ▶ write 26 B  +0.000 s                  = #7 │
        │                                               │ #9  ▶ write 26 B  +0.000 s                  = #8 │
        │                                               │ #10 ▶ write 26 B  +0.000 s                  = #9 │
        │                                               │ #11 ▶ write 26 B  +0.000 s                 = #10 │
        │                                               │ #12 ▶ write 26 B  +0.000 s                 = #11 │
        │                                               │ #13 ▶ write 26 B  +0.000 s                 = #12 │
        │                                               │ #14 ▶ write 26 B  +0.000 s                 = #13 │
        │                                               │ #15 ▶ write 26 B  +0.000 s                 = #14 │
        │                                               │ #16 ▶ write 26 B  +0.000 s                 = #15 │
        │                                               │ #17 ▶ write 26 B  +0.000 s                 = #16 │
        │                                               │ #18 ▶ write 26 B  +0.000 s                 = #17 │
        │                                               │ #19 ▶ write 26 B  +0.000 s                 = #18 │
        │                                               │ #20 ▶ write 26 B  +0.000 s                 = #19 │
        │                                               │ #1  ⇥ server read 520 B  +0.201 s     STICKY ×20 │
        │                                               │ ═▶ 20 writes → 6 segments → 1 read: the sender   │
        │                                               │    merged 14 of the writes (Nagle), the reader   │
        │                                               │    came late for 5 of the segments               │
        │                                               │ ▶ out  0 ────────── 13 B a column ────────── 520 │
        │                                               │ writes │─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│─│ │
        │                                               │ segs   │─│───────│───────│─────│─────────│─────│ │
        │                                               │ reads  │───────────────────────────────────────│ │
        │                                               │ here ▕·····▏0 B unsent  there ▕·····▏0 B unread  │
        ├───────────────────────────────────────────────┴──────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · there: read 1024             F1 help  F2 framing  F3 wire │
        │ >                                                                                                │
        └──────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .halves, columns: 80, rows: 24,
      screen: """
        ┌ lobby · raw ─────────────────────────────────────────────────────────────────┐
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ wire ▶ · 1 write · 1 segment · 4 reads HALF 2/26 · ◀ 0 reads ────────────────┤
        │ #1  ⇥ server read 8 B  +0.000 s                                    HALF 8/26 │
        │ #2  ⇥ server read 8 B  +0.000 s                                    HALF 8/26 │
        │ #3  ⇥ server read 8 B  +0.000 s                                    HALF 8/26 │
        │ #4  ⇥ server read 2 B  +0.000 s                                    HALF 2/26 │
        │ ═▶ 1 write → 1 segment → 4 reads: a buffer of 8 B cut writes 3 times         │
        │ ▶ out  0 ───────────────────────── 1 B a column ───────────────────────── 68 │
        │ writes │─────────────────────────│                                           │
        │ segs   │─────────────────────────│                                           │
        │ reads  │───────│───────│───────│─│                                           │
        ├──────────────────────────────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · there: read 1024  F1 help  F2 framing │
        │ >                                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    Golden(
      scene: .late, columns: 120, rows: 40,
      screen: """
        ┌ lobby · raw ──────────────────────────────────────────────────┬ wire ▶ · 6 writes · 6 segments · 1 read · ◀ 0 reads ─┐
        │                                                               │ ── raw ───────────────────────────────────────────── │
        │                                                               │ #1  ▶ write 1,000 B                                  │
        │                                                               │   0000 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0008 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0010 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0018 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │        … 968 B more                                  │
        │                                                               │ #1  ⇥ server read 1,000 B  +0.200 s              1:1 │
        │                                                               │ #2  ▶ write 1,000 B  +0.000 s                        │
        │                                                               │   0000 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0008 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0010 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │   0018 61 61 61 61 61 61 61 61  aaaaaaaa             │
        │                                                               │        … 968 B more                                  │
        │                                                               │ #3  ▶ write 1,000 B  +0.000 s                   = #2 │
        │                                                               │ #4  ▶ write 1,000 B  +0.000 s                   = #3 │
        │                                                               │ #5  ▶ write 1,000 B  +0.000 s                   = #4 │
        │                                                               │ #6  ▶ write 1,000 B  +0.000 s                   = #5 │
        │                                                               │ ═▶ 5 writes → 5 segments → 0 reads (0 of 5,000 B)    │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │ ▶ out  500 ───────── 125 B a column ────────── 6,000 │
        │                                                               │ writes ────│───────│───────│───────│───────│───────│ │
        │                                                               │ segs   ────│───────│───────│───────│───────│───────│ │
        │                                                               │ reads  ────│                                         │
        │                                                               │ here ▕█··▏1,000 B unsent  there ▕███▏3.9 KiB unread  │
        ├───────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────┤
        │ alice · raw 127.0.0.1:20000 · joined · both: late 0 nagle off · there: read 1024        F1 help  F2 framing  F3 wire │
        │ >                                                                                                                    │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
  ]
}
