;; camera: a picture as the device's camera takes it.
(module
  (import "camera" "capture" (func $capture (result i32)))
  (import "camera" "read" (func $read (param i32 i32) (result i32)))
  (memory (export "memory") 1 64)

  ;; Room for what comes in: one place after the other. A call has an instance of its own, so nothing is ever given back.
  (global $next (mut i32) (i32.const 1024))
  (func $alloc (export "alloc") (param $bytes i32) (result i32)
    (local $at i32)
    (local.set $at (global.get $next))
    (global.set $next (i32.add (global.get $next) (local.get $bytes)))
    ;; A page is 64 KiB: more of them where there is need.
    (block $fits
      (br_if $fits (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))
      (drop (memory.grow (i32.add (i32.const 1) (i32.shr_u (i32.sub (global.get $next) (i32.shl (memory.size) (i32.const 16))) (i32.const 16))))))
    (local.get $at))

  ;; A place and a length, as results are given.
  (func $pair (param $at i32) (param $bytes i32) (result i64)
    (i64.or (i64.shl (i64.extend_i32_u (local.get $at)) (i64.const 32)) (i64.extend_i32_u (local.get $bytes))))

  (func (export "shoot") (result i64)
    (local $bytes i32)
    (local $at i32)
    (local.set $bytes (call $capture))
    (local.set $at (call $alloc (local.get $bytes)))
    (call $pair (local.get $at) (call $read (local.get $at) (local.get $bytes)))))
