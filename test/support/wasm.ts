/** Modules in text, for tests that run them: each takes and gives something, or does what one should not. */

const HEAD = `
  (memory (export "memory") 1 4)
  (global $next (mut i32) (i32.const 4096))
  (func $alloc (export "alloc") (param $bytes i32) (result i32)
    (local $at i32)
    (local.set $at (global.get $next))
    (global.set $next (i32.add (global.get $next) (local.get $bytes)))
    (local.get $at))
  (func $pair (param $at i32) (param $bytes i32) (result i64)
    (i64.or (i64.shl (i64.extend_i32_u (local.get $at)) (i64.const 32)) (i64.extend_i32_u (local.get $bytes))))`

/** `shoot`: what the camera sees. */
export const CAMERA = `(module
  (import "camera" "capture" (func $capture (result i32)))
  (import "camera" "read" (func $read (param i32 i32) (result i32)))
  ${HEAD}
  (func (export "shoot") (result i64)
    (local $bytes i32) (local $at i32)
    (local.set $bytes (call $capture))
    (local.set $at (call $alloc (local.get $bytes)))
    (drop (call $read (local.get $at) (local.get $bytes)))
    (call $pair (local.get $at) (local.get $bytes))))`

/** `bright`: how many bytes of a picture are above 200. */
export const COUNTER = `(module
  ${HEAD}
  (func (export "bright") (param $at i32) (param $bytes i32) (result i32)
    (local $n i32) (local $end i32)
    (local.set $end (i32.add (local.get $at) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $n (i32.add (local.get $n) (i32.gt_u (i32.load8_u (local.get $at)) (i32.const 200))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
    (local.get $n)))`

/** Does what one should not, by its function. */
export const ROGUE = `(module
  (import "log" "write" (func $log (param i32 i32 i32)))
  (import "files" "write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "files" "size" (func $size (param i32 i32) (result i32)))
  (import "mqtt" "publish" (func $publish (param i32 i32 i32 i32) (result i32)))
  (data (i32.const 0) "a line")
  (data (i32.const 16) "../x")
  (data (i32.const 32) "{oops")
  (data (i32.const 48) "note")
  ${HEAD}
  (global $count (mut i32) (i32.const 0))
  (func (export "trap") (result i32) unreachable)
  (func (export "loop") (result i32) (loop $again (br $again)) (i32.const 0))
  (func (export "grow") (result i32) (memory.grow (i32.const 100)))
  (func (export "outside") (result i64) (call $pair (i32.const 65000) (i32.const 9999)))
  (func (export "broken") (result i64) (call $pair (i32.const 32) (i32.const 5)))
  (func (export "say") (result i32) (call $log (i32.const 2) (i32.const 0) (i32.const 6)) (call $publish (i32.const 48) (i32.const 4) (i32.const 0) (i32.const 6)))
  (func (export "escape") (result i32) (call $write (i32.const 16) (i32.const 4) (i32.const 0) (i32.const 6)))
  (func (export "file") (result i32) (drop (call $write (i32.const 48) (i32.const 4) (i32.const 0) (i32.const 6))) (call $size (i32.const 48) (i32.const 4)))
  (func (export "seen") (result i32) (call $size (i32.const 48) (i32.const 4)))
  (func (export "count") (result i32) (global.set $count (i32.add (global.get $count) (i32.const 1))) (global.get $count)))`

/** Keeps its state: it exports `reset`. */
export const KEEPER = `(module
  (global $count (mut i32) (i32.const 0))
  (func (export "reset"))
  (func (export "count") (result i32) (global.set $count (i32.add (global.get $count) (i32.const 1))) (global.get $count)))`

/** `join`: what is in the files `in` and `more`, one after the other, into `out`; `lazy` leaves none. */
export const JOINER = `(module
  (import "files" "size" (func $size (param i32 i32) (result i32)))
  (import "files" "read" (func $read (param i32 i32 i32 i32 i32) (result i32)))
  (import "files" "write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1 1)
  (data (i32.const 0) "in")
  (data (i32.const 8) "more")
  (data (i32.const 16) "out")
  (func $take (param $name i32) (param $length i32) (param $at i32) (result i32)
    (i32.add (local.get $at) (call $read (local.get $name) (local.get $length) (i32.const 0) (local.get $at) (call $size (local.get $name) (local.get $length)))))
  (func (export "join")
    (drop (call $write (i32.const 16) (i32.const 3) (i32.const 1024)
      (i32.sub (call $take (i32.const 8) (i32.const 4) (call $take (i32.const 0) (i32.const 2) (i32.const 1024))) (i32.const 1024)))))
  (func (export "lazy")))`

/** `touch`: makes the file `made` by WASI, and gives its error number: 0 where it went well. */
export const WASI_PROGRAM = `(module
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1 1)
  (data (i32.const 0) "made")
  (func (export "touch") (result i32)
    (i32.or (call $random (i32.const 64) (i32.const 8))
      (call $open (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 128)))))`
