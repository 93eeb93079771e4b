;; detector: how many pixels of a grey picture (PGM, P5) have a Sobel gradient above a threshold. Gives {"edges":n}.
(module
  (memory (export "memory") 1 64)
  (data (i32.const 0) "{\22edges\22:")

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

  ;; Where the header's text is read, and the picture behind it.
  (global $at (mut i32) (i32.const 0))
  (global $width (mut i32) (i32.const 0))

  ;; The next number of the header, and on behind the one space that ends it.
  (func $number (result i32)
    (local $value i32)
    (local $byte i32)
    (block $begun (loop $blank
      (br_if $begun (i32.gt_u (i32.load8_u (global.get $at)) (i32.const 32)))
      (global.set $at (i32.add (global.get $at) (i32.const 1)))
      (br $blank)))
    (block $over (loop $digit
      (local.set $byte (i32.sub (i32.load8_u (global.get $at)) (i32.const 48)))
      (br_if $over (i32.gt_u (local.get $byte) (i32.const 9)))
      (local.set $value (i32.add (i32.mul (local.get $value) (i32.const 10)) (local.get $byte)))
      (global.set $at (i32.add (global.get $at) (i32.const 1)))
      (br $digit)))
    (global.set $at (i32.add (global.get $at) (i32.const 1)))
    (local.get $value))

  (func $pixel (param $x i32) (param $y i32) (result i32)
    (i32.load8_u (i32.add (global.get $at) (i32.add (i32.mul (local.get $y) (global.get $width)) (local.get $x)))))

  (func $size (param $value i32) (result i32)
    (select (local.get $value) (i32.sub (i32.const 0) (local.get $value)) (i32.ge_s (local.get $value) (i32.const 0))))

  ;; |dx| + |dy| of the Sobel operator.
  (func $gradient (param $x i32) (param $y i32) (result i32)
    (local $left i32) (local $right i32) (local $up i32) (local $down i32)
    (local.set $left (i32.sub (local.get $x) (i32.const 1)))
    (local.set $right (i32.add (local.get $x) (i32.const 1)))
    (local.set $up (i32.sub (local.get $y) (i32.const 1)))
    (local.set $down (i32.add (local.get $y) (i32.const 1)))
    (i32.add
      (call $size (i32.sub
        (i32.add (i32.add (call $pixel (local.get $right) (local.get $up)) (i32.shl (call $pixel (local.get $right) (local.get $y)) (i32.const 1))) (call $pixel (local.get $right) (local.get $down)))
        (i32.add (i32.add (call $pixel (local.get $left) (local.get $up)) (i32.shl (call $pixel (local.get $left) (local.get $y)) (i32.const 1))) (call $pixel (local.get $left) (local.get $down)))))
      (call $size (i32.sub
        (i32.add (i32.add (call $pixel (local.get $left) (local.get $down)) (i32.shl (call $pixel (local.get $x) (local.get $down)) (i32.const 1))) (call $pixel (local.get $right) (local.get $down)))
        (i32.add (i32.add (call $pixel (local.get $left) (local.get $up)) (i32.shl (call $pixel (local.get $x) (local.get $up)) (i32.const 1))) (call $pixel (local.get $right) (local.get $up)))))))

  ;; Writes a number in digits, and says where it ends.
  (func $digits (param $value i32) (param $at i32) (result i32)
    (if (i32.ge_u (local.get $value) (i32.const 10))
      (then (local.set $at (call $digits (i32.div_u (local.get $value) (i32.const 10)) (local.get $at)))))
    (i32.store8 (local.get $at) (i32.add (i32.const 48) (i32.rem_u (local.get $value) (i32.const 10))))
    (i32.add (local.get $at) (i32.const 1)))

  (func (export "detect") (param $image i32) (param $bytes i32) (param $threshold i32) (result i64)
    (local $height i32) (local $x i32) (local $y i32) (local $edges i32) (local $end i32)
    ;; Behind "P5".
    (global.set $at (i32.add (local.get $image) (i32.const 2)))
    (global.set $width (call $number))
    (local.set $height (call $number))
    (drop (call $number))
    (local.set $y (i32.const 1))
    (block $done (loop $row
      (br_if $done (i32.ge_s (local.get $y) (i32.sub (local.get $height) (i32.const 1))))
      (local.set $x (i32.const 1))
      (block $end_of_row (loop $column
        (br_if $end_of_row (i32.ge_s (local.get $x) (i32.sub (global.get $width) (i32.const 1))))
        (local.set $edges (i32.add (local.get $edges) (i32.gt_s (call $gradient (local.get $x) (local.get $y)) (local.get $threshold))))
        (local.set $x (i32.add (local.get $x) (i32.const 1)))
        (br $column)))
      (local.set $y (i32.add (local.get $y) (i32.const 1)))
      (br $row)))
    (local.set $end (call $digits (local.get $edges) (i32.const 9)))
    (i32.store8 (local.get $end) (i32.const 125))
    (call $pair (i32.const 0) (i32.add (local.get $end) (i32.const 1)))))
