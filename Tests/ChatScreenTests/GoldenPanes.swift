import ChatScreen
import Testing

// swift-format-ignore-file: a screen is as wide as it is.

/// Whole screens of what is picked and of the pages, as literal text.
@Suite struct GoldenPanes {
  @Test(arguments: goldens) func screen(golden: GoldenScreens.Golden) {
    let shown = golden.scene.stage(golden.columns, golden.rows).screen
    #expect(
      shown.split(separator: "\n", omittingEmptySubsequences: false)
        == golden.screen.split(separator: "\n", omittingEmptySubsequences: false))
  }

  static let goldens: [GoldenScreens.Golden] = [
    GoldenScreens.Golden(
      scene: .picked, columns: 120, rows: 40,
      screen: """
        ┌ lobby · length ───────────────────────────────────────────────┬ wire ▶ · 1 write · 1 read · ◀ 3 reads ───────────────┐
        │ 15:02:00 bob: Hello                                           │ ── length ────────────────────────────────────────── │
        │▸15:02:01 bob: 你好吗                                          │ #1  ▶ write 6 B  1 message                           │
        │ 15:02:02 bob: bye                                             │   0000[02 00 00 00]68 69        •⋄⋄⋄hi               │
        │                                                               │        length 2 LE · 33,554,432 BE                   │
        │                                                               │ #1  ⇥ server read 6 B  +0.000 s                  1:1 │
        │                                                               │•#1  ◀ read 26 B  +0.000 s  1 message             1:1 │
        │                                                               │   0000[13 00 00 00]2f 73 61 69  •⋄⋄⋄/sai             │
        │                                                               │        length 19 LE · 318,767,104 BE                 │
        │                                                               │   0008 64 20 31 20 30 20 62 6f  d 1 0 bo             │
        │                                                               │   0010 62 20 48 65 6c 6c 6f~17~ b Hello•             │
        │                                                               │   0018~00~00~                   ⋄⋄                   │
        │                                                               │•#2  ◀ read 17 B  +0.001 s  0 messages            1:1 │
        │                                                               │   0000 00]2f~73~61~69~64~20~32~ ⋄/said 2             │
        │                                                               │        length 23 LE · 385,875,968 BE                 │
        │                                                               │   0008~20~30~20~62~6f~62~20~e4~  0 bob ×             │
        │                                                               │   0010~bd~                      ×                    │
        │                                                               │•#3  ◀ read 28 B  +0.001 s  2 messages            1:1 │
        │                                                               │   0000 a0 e5 a5 bd e5 90 97[11  ×××××××•             │
        │                                                               │   0008 00 00 00]2f 73 61 69 64  ⋄⋄⋄/said             │
        │                                                               │        length 17 LE · 285,212,672 BE                 │
        │                                                               │   0010 20 33 20 30 20 62 6f 62   3 0 bob             │
        │                                                               │   0018 20 62 79 65               bye                 │
        │                                                               │ ═◀ 3 writes → 3 reads: each write was read alone     │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │                                                      │
        │                                                               │ ▶ out  0 ───────────── 1 B a column ─ paused ↓ PgDn  │
        │                                                               │ writes │─────│                                       │
        │                                                               │ segs   not measured                                  │
        │                                                               │ reads  │─────│                                       │
        ├───────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────┤
        │ alice · length 127.0.0.1:30000 · joined · both: late 0 nagle off · there: read 1024     F1 help  F2 framing  F3 wire │
        │ >                                                                                                                    │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    GoldenScreens.Golden(
      scene: .picked, columns: 80, rows: 24,
      screen: """
        ┌ lobby · length ──────────────────────────────────────────────────────────────┐
        │ 15:02:00 bob: Hello                                                          │
        │▸15:02:01 bob: 你好吗                                                         │
        │ 15:02:02 bob: bye                                                            │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ wire ▶ · 1 write · 1 read · ◀ 3 reads ───────────────────────────────────────┤
        │•#3  ◀ read 28 B  +0.001 s  2 messages                                    1:1 │
        │   0000 a0 e5 a5 bd e5 90 97[11 00 00 00]2f 73 61 69 64  ×××××××•⋄⋄⋄/said     │
        │        length 17 LE · 285,212,672 BE                                         │
        │   0010 20 33 20 30 20 62 6f 62 20 62 79 65               3 0 bob bye         │
        │ ═◀ 3 writes → 3 reads: each write was read alone                             │
        │ ▶ out  0 ───────────────────────── 1 B a column ───────────── paused ↓ PgDn  │
        │ writes │─────│                                                               │
        │ segs   not measured                                                          │
        │ reads  │─────│                                                               │
        ├──────────────────────────────────────────────────────────────────────────────┤
        │ alice · length 127.0.0.1:30000 · joined · there: read 1024           F1 help │
        │ >                                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    GoldenScreens.Golden(
      scene: .decoded, columns: 120, rows: 40,
      screen: """
        ┌ decode ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ ◀ 71 B from byte 0, in 3 reads of ours.                                                                              │
        │                                                                                                                      │
        │ none: a read         │ line: to LF          │ fixed: 8 B           │ length LE            │ length BE                │
        │                      │                      │                      │ ✓ this port          │                          │
        │ 3 messages           │ 0 messages           │ 8 messages           │ 3 messages           │ 0 messages               │
        │ 1 ^S^@^@^@/said 1 0  │ … waits for LF, has  │ 1 ^S^@^@^@/sai       │ 1 /said 1 0 bob Hell │ ! 318,767,104            │
        │   bob Hello^W^@^@    │ 71 B                 │ 2 d 1 0 bo           │   o                  │ (13 00 00 00) is         │
        │ 2 ^@/said 2 0 bob �  │                      │ 3 b Hello^W          │ 2 /said 2 0 bob 你好 │ over 65,792; as LE       │
        │   not UTF-8          │                      │ 4 ^@^@^@/said        │   吗                 │ it is 19; 67 B           │
        │ 3 �好吗^Q^@^@^@/said │                      │ 5  2 0 bob           │ 3 /said 3 0 bob bye  │ behind it are lost       │
        │    3 0 bob bye       │                      │ 6  你好�             │                      │                          │
        │   not UTF-8          │                      │   not UTF-8          │                      │                          │
        │                      │                      │ 7 ��^Q^@^@^@/s       │                      │                          │
        │                      │                      │   not UTF-8          │                      │                          │
        │                      │                      │ 8 aid 3 0            │                      │                          │
        │                      │                      │ … waits: 7 of 8 B    │                      │                          │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        ├───────────────────────────────────────────────────────────────────────────────────────────────────── any key closes ─┤
        │ alice · length 127.0.0.1:30000 · joined · both: late 0 nagle off · there: read 1024     F1 help  F2 framing  F3 wire │
        │ >                                                                                                                    │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    GoldenScreens.Golden(
      scene: .decoded, columns: 80, rows: 24,
      screen: """
        ┌ decode ──────────────────────────────────────────────────────────────────────┐
        │ ◀ 71 B from byte 0, in 3 reads of ours.                                      │
        │                                                                              │
        │ none: a read                                                                 │
        │ 3 messages                                                                   │
        │ 1 ^S^@^@^@/said 1 0 bob Hello^W^@^@                                          │
        │ 2 ^@/said 2 0 bob �                                                          │
        │   not UTF-8                                                                  │
        │ 3 �好吗^Q^@^@^@/said 3 0 bob bye                                             │
        │   not UTF-8                                                                  │
        │                                                                              │
        │ line: to LF                                                                  │
        │ 0 messages                                                                   │
        │ … waits for LF, has 71 B                                                     │
        │                                                                              │
        │ fixed: 8 B                                                                   │
        │ 8 messages                                                                   │
        │ 1 ^S^@^@^@/sai                                                               │
        │ 2 d 1 0 bo                                                                   │
        │ 3 b Hello^W                                                                  │
        ├─────────────────────────────────────────── PgDn more · any other key closes ─┤
        │ alice · length 127.0.0.1:30000 · joined · there: read 1024           F1 help │
        │ >                                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
    GoldenScreens.Golden(
      scene: .layered, columns: 120, rows: 40,
      screen: """
        ┌ layers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ │ Ethernet 14 │ IPv4 20 │ TCP 32 │ data 6 │ FCS 4 │                                                                  │
        │                                                                                                                      │
        │ data  ▶ write #1, 6 bytes                                                                                            │
        │   1 message: 4 B of lengths, 2 B of text · as if in segments of its own: the kernel may merge it with others         │
        │                                                                                                                      │
        │ TCP  32 B  RFC 9293                                                                                                  │
        │   MSS 65,483 B, path MTU 65,535 B, round trip 29 µs (kernel) · SACK permitted (RFC 2018)                             │
        │   2 B    source port             51234                                       kernel                                  │
        │   2 B    destination port        30000                                       kernel                                  │
        │   4 B    sequence number         1 (relative)                                counted                                 │
        │   4 B    acknowledgement number  what has come, + 1                          ~ not captured                          │
        │   4 bit  data offset             8 words of 4 B                              kernel                                  │
        │   4 bit  reserved                0                                           standard                                │
        │   1 B    flags                   PSH ACK                                     ~ inferred                              │
        │   2 B    window                  ?                                           ~ not captured                          │
        │   2 B    checksum                ?                                           ~ not captured                          │
        │   2 B    urgent pointer          0                                           ~ inferred                              │
        │   12 B   options                 NOP NOP timestamps (RFC 7323)               kernel                                  │
        │                                                                                                                      │
        │ IPv4  20 B  RFC 791                                                                                                  │
        │   4 bit  version                 4                                           standard                                │
        │   4 bit  header length           5 words of 4 B                              ~ inferred                              │
        │   1 B    DSCP and ECN            0                                           ~ inferred                              │
        │   2 B    total length            58                                          counted                                 │
        │   2 B    identification          ?                                           ~ not captured                          │
        │   3 bit  flags                   DF                                          ~ inferred                              │
        │   13 bit fragment offset         0                                           ~ inferred                              │
        │   1 B    time to live            64                                          ~ inferred                              │
        │   1 B    protocol                6 TCP                                       standard                                │
        │   2 B    header checksum         ?                                           ~ not captured                          │
        │   4 B    source address          127.0.0.1                                   kernel                                  │
        │   4 B    destination address     127.0.0.1                                   kernel                                  │
        │                                                                                                                      │
        │ Ethernet  14 + 4 = 18 B  IEEE 802.3                                                                                  │
        │   loopback has no Ethernet: this is what a cable would add · data 46 to 1,500 B                                      │
        ├─────────────────────────────────────────────────────────────────────────────────── PgDn more · any other key closes ─┤
        │ alice · length 127.0.0.1:30000 · joined · both: late 0 nagle off · there: read 1024     F1 help  F2 framing  F3 wire │
        │ >                                                                                                                    │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """),
    GoldenScreens.Golden(
      scene: .layered, columns: 80, rows: 24,
      screen: """
        ┌ layers ──────────────────────────────────────────────────────────────────────┐
        │ │ Ethernet 14 │ IPv4 20 │ TCP 32 │ data 6 │ FCS 4 │                          │
        │                                                                              │
        │ data  ▶ write #1, 6 bytes                                                    │
        │   1 message: 4 B of lengths, 2 B of text · as if in segments of its own: the │
        │   kernel may merge it with others                                            │
        │                                                                              │
        │ TCP  32 B  RFC 9293                                                          │
        │   MSS 65,483 B, path MTU 65,535 B, round trip 29 µs (kernel) · SACK          │
        │   permitted (RFC 2018)                                                       │
        │   2 B    source port             51234                       kernel          │
        │   2 B    destination port        30000                       kernel          │
        │   4 B    sequence number         1 (relative)                counted         │
        │   4 B    acknowledgement number  what has come, + 1          ~ not captured  │
        │   4 bit  data offset             8 words of 4 B              kernel          │
        │   4 bit  reserved                0                           standard        │
        │   1 B    flags                   PSH ACK                     ~ inferred      │
        │   2 B    window                  ?                           ~ not captured  │
        │   2 B    checksum                ?                           ~ not captured  │
        │   2 B    urgent pointer          0                           ~ inferred      │
        ├─────────────────────────────────────────── PgDn more · any other key closes ─┤
        │ alice · length 127.0.0.1:30000 · joined · there: read 1024           F1 help │
        │ >                                                                            │
        └──────────────────────────────────────────────────────────────────────────────┘
        """),
  ]
}
