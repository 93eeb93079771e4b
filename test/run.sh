#!/bin/sh
# The README's test command: gets the programs that the tests talk to, builds, runs every test but
# the long ones, and ends with one line `N passed, N failed`. `npm test -- FILE…` runs those
# compiled files alone. It must not skip what is missing: it installs it, or names it and fails.
set -u
cd "$(dirname "$0")/.." || exit 1
PATH="$PATH:/usr/local/sbin:/usr/sbin"
export PATH
tap_output=.tap/output.tap

stop () {
  echo "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

missing_packages () {
  command -v mosquitto >/dev/null || printf 'mosquitto '
  command -v mosquitto_pub >/dev/null && command -v mosquitto_sub >/dev/null || printf 'mosquitto-clients '
  command -v redis-server >/dev/null || printf 'redis-server '
  command -v openssl >/dev/null || printf 'openssl '
  command -v cc >/dev/null || printf 'gcc libc6-dev '
}

# RUNLEVEL=1 keeps Debian from starting freshly installed servers as services on their usual ports.
apt_install () {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -qq -y --no-install-recommends "$@"
}

install_missing () {
  packages=$(missing_packages)
  [ -z "$packages" ] && return
  advice="The tests need ${packages% }: apt-get install ${packages% } (Debian), brew install mosquitto redis and xcode-select --install (macOS)"
  command -v apt-get >/dev/null || stop "$advice"
  if [ "$(id -u)" -eq 0 ]; then as_root=''
  elif sudo -n true 2>/dev/null; then as_root='sudo -n'
  else stop "$advice"
  fi
  # shellcheck disable=SC2086 # a list of words
  apt_install $packages >&2 || stop "$advice"
}

short_tests () {
  find dist/test -name '*.test.js' ! -path 'dist/test/faults/long*' ! -path 'dist/test/bench/*' | sort
}

# From tap's own totals: `# { total: 8, pass: 6, fail: 2 }`; a run that ended badly has failed at least once.
report () {
  # What failed, with its details, the files last.
  awk '/^ *not ok/ { shown = 1 } shown; /^ *\.\.\.$/ { shown = 0 }' "$tap_output"
  grep '^not ok' "$tap_output"
  sed -n 's/^ *# table: //p' "$tap_output" # of what ran where
  totals=$(grep '^# { total:' "$tap_output" | tail -n 1)
  passed=$(expr "$totals" : '.*pass: \([0-9]*\)')
  failed=$(expr "$totals" : '.*fail: \([0-9]*\)')
  [ "$1" -ne 0 ] && [ "${failed:-0}" -eq 0 ] && failed=1
  printf '\n%s passed, %s failed\n' "${passed:-0}" "${failed:-0}"
}

install_missing
npm run --silent build || stop 'The build failed: see above.'
# shellcheck disable=SC2068 # patterns, of files that are there since the build
if [ $# -gt 0 ]; then set -- $@; else set -- $(short_tests); fi
[ $# -gt 0 ] || stop 'There are no tests in dist/test.'
mkdir -p .tap
TAP_JOBS=${TAP_JOBS:-2} TAP_TIMEOUT=${TAP_TIMEOUT:-90} node dist/test/run.js "$@" >"$tap_output"
status=$?
report $status
[ "${failed:-0}" -eq 0 ] && [ "${passed:-0}" -gt 0 ] || status=1
exit $status
