#!/bin/sh
# A device in POSIX sh: mosquitto_sub listens, mosquitto_pub speaks, and the functions are files in a folder. It holds one
# task at a time. The repeated birth is its heartbeat: it also mends whatever a lost connection left behind, because
# `welcome` says what the device still holds and brings back open offers.
#
# Three kinds of processes: the main loop reads what it is told and never waits; `attempt` lives as long as one attempt and
# waits for verdicts on a fifo; a watchdog sleeps through the lease, from before `begin` is sent, and ends the work.
# Each attempt has a folder and a fifo of its own. The main loop lets go of them as soon as the outcome is accepted: while
# the old attempt clears up behind itself, the next one has begun, and nothing of the one can reach the other.

usage () {
  cat <<'END'
Usage: device.sh -i ID [options]

A device of an orchestrator: gets tasks over MQTT, does them, sends the results.
Needs mosquitto_sub and mosquitto_pub (Debian: apt-get install mosquitto-clients).

  -i ID       who it is: letters, digits and _ . : - (also the MQTT user name)
  -b HOST     the broker's host (localhost)
  -p PORT     the broker's port (1883)
  -f DIR      its functions (functions/ beside this script): one a file, NAME.sh
  -r ROOT     the root of the topics (orchestra/v1)
  -l LABELS   labels as JSON, for example '{"site":"hall-2"}'
  -t SECONDS  between two heartbeats (10)
  -h          this text

The password, if there is one, is read from ORCHESTRA_PASSWORD.

A function is sourced in a shell of its own, with its arguments as JSON on stdin.
`arg NAME` prints one field of them as text, `json_string` turns text on stdin
into a JSON string. What it prints is the result, as JSON; an exit code other
than 0 fails the attempt, with the last line of stderr as the message. At the
deadline, and when the task is cancelled, it is killed.

Try it:
  device.sh -i sh-1 &
  mosquitto_sub -u me -i me -t 'orchestra/v1/to/me/#' -v &
  mosquitto_pub -u me -q 1 -t orchestra/v1/from/me/tasks/t1/submit \
    -m '{"function":"checksum","args":{"text":"hello"},"notify":true}'
SIGTERM and SIGINT end it cleanly: it gives back what it holds and says offline.
END
}

here=$(dirname "$0")
. "$here/json.sh"

host=localhost port=1883 root=orchestra/v1 functions=$here/functions labels='{}' beat=10 me=
while getopts i:b:p:f:r:l:t:h option; do
  case $option in
    i) me=$OPTARG ;;
    b) host=$OPTARG ;;
    p) port=$OPTARG ;;
    f) functions=$OPTARG ;;
    r) root=$OPTARG ;;
    l) labels=$OPTARG ;;
    t) beat=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

die () { echo "device.sh: $1" >&2; exit 2; }

case $me in
  '' | [!A-Za-z0-9]* | *[!A-Za-z0-9_.:-]*) die 'an id is needed: -i ID (-h tells more)' ;;
esac
[ ${#me} -le 64 ] || die 'the id has more than 64 characters'
command -v mosquitto_sub mosquitto_pub >/dev/null || die 'mosquitto_sub and mosquitto_pub are not there (mosquitto-clients)'
names=
for file in "$functions"/*.sh; do
  name=$(basename "$file" .sh)
  case $name in *[!A-Za-z0-9_-]*) die "$file: a function is named with letters, digits, _ and -" ;; esac
  [ -f "$file" ] && names="$names${names:+,}\"$name\""
done
[ -n "$names" ] || die "no functions (*.sh) in $functions"

run=$(mktemp -d) || exit 1
free=$run/none # never there
slot=$free taken=0
date +%s000 > "$run/session"
echo 0 > "$run/births"
mkfifo "$run/heard"

say () { # say PATH: publishes stdin; returns at its PUBACK
  mosquitto_pub -h "$host" -p "$port" -u "$me" ${ORCHESTRA_PASSWORD:+-P "$ORCHESTRA_PASSWORD"} \
    -q 1 -t "$root/from/$me/$1" -s 2>>"$run/problems"
}

say_birth () { # only the first one names what it has (nothing): later ones keep all
  births=$(($(cat "$run/births") + 1))
  echo "$births" > "$run/births"
  tasks=; [ -e "$run/welcomed" ] || tasks=',"tasks":[]'
  printf '{"session":%s,"functions":[%s],"labels":%s,"heartbeatMs":%s000,"platform":{"os":"%s","arch":"%s"}%s,"ref":"%s"}' \
    "$(cat "$run/session")" "$names" "$labels" "$beat" "$(uname -s)" "$(uname -m)" "$tasks" "$births" | say birth
}

keep_beating () { # in a hurry until the first welcome
  while :; do
    say_birth
    if [ -e "$run/welcomed" ]; then sleep "$beat"; else sleep 1; fi
  done
}

keep_listening () {
  while :; do
    mosquitto_sub -h "$host" -p "$port" -u "$me" -i "$me" ${ORCHESTRA_PASSWORD:+-P "$ORCHESTRA_PASSWORD"} -q 1 \
      -t "$root/to/$me/#" -F '%t %p' --will-topic "$root/from/$me/offline" --will-qos 1 \
      --will-payload "{\"session\":$(cat "$run/session"),\"reason\":\"connection lost\"}" 2>>"$run/problems"
    sleep 1
  done
}

children_of () { ps -A -o pid= -o ppid= | awk -v parent="$1" '$2 == parent { print $1 }'; }

kill_tree () {
  set -- "$1" $(children_of "$1")
  kill "$1" 2>/dev/null
  shift
  for child; do kill_tree "$child"; done
}

tell () { echo "$1" >&3; } # tell VERDICT: to the attempt in the slot; its fifo is open both ways, so this never blocks

stop_work () {
  touch "$slot/stopped" 2>/dev/null
  [ -f "$slot/pid" ] && kill_tree "$(cat "$slot/pid")"
  tell stop
}

take_back () { # what still works keeps the slot until it has stopped
  if [ -e "$slot/verb" ]; then let_go stop; else stop_work; fi
}

let_go () { # let_go VERDICT: its work is done, and what it waited for has come
  tell "$1"
  slot=$free
}

arg () { json_field "$1" < "$slot/args" | json_text; }

report () { # the outcome, as the path's last level and the payload
  if [ "$1" = 0 ]; then
    result=$(cat "$slot/result")
    printf '%s' success > "$slot/verb"
    printf '{"attempt":%s%s,"ref":"%s"}' "$attempt" "${result:+,\"result\":$result}" "$taken" > "$slot/outcome"
  else
    printf '%s' fail > "$slot/verb"
    printf '{"attempt":%s,"error":{"code":"exit-%s","message":%s},"ref":"%s"}' "$attempt" "$1" \
      "$(tail -n 1 "$slot/errors" | cut -c 1-200 | json_string)" "$taken" > "$slot/outcome"
  fi
}

work () { # false when it was stopped
  ( . "$functions/$function.sh" ) < "$slot/args" > "$slot/result" 2> "$slot/errors" 3>&- &
  echo $! > "$slot/pid"
  wait $!
  code=$?
  rm -f "$slot/pid"
  [ ! -e "$slot/stopped" ] && report "$code"
}

deliver () { # until it is accepted, or refused for good
  while :; do
    say "tasks/$task/$(cat "$slot/verb")" < "$slot/outcome"
    read -r verdict <&3
    case $verdict in done | stop) return ;; later) sleep 1 ;; esac
  done
}

attempt () { # one attempt, from its begin to the acceptance of its outcome
  # Counted from before begin is sent; a part of a second is given away.
  ( sleep $((lease_ms / 1000)); [ -e "$slot/verb" ] || stop_work ) &
  watchdog=$!
  verdict=again
  while [ "$verdict" = again ] || [ "$verdict" = later ]; do
    printf '{"attempt":%s,"ref":"%s"}' "$attempt" "$taken" | say "tasks/$task/begin"
    read -r verdict <&3
    [ "$verdict" = later ] && sleep 1
  done
  touch "$slot/begun"
  if [ "$verdict" = begun ] && [ ! -e "$slot/stopped" ] && work; then
    deliver
  fi
  kill_tree "$watchdog"
  rm -rf "$slot"
}

take_offer () { # "offer" payload
  fields=$(printf '%s\n' "$1" | json_fields)
  of () { printf '%s\n' "$fields" | awk -F '\t' -v name="$1" '$1 == name { sub(/^[^\t]*\t/, ""); print }'; }
  task=$(of task | tr -d '"') attempt=$(of attempt) function=$(of function | tr -d '"') lease_ms=$(of leaseMs)
  case $task in '' | [!A-Za-z0-9]* | *[!A-Za-z0-9_.:-]*) return ;; esac
  [ "$(of session)" = "$(cat "$run/session")" ] || return
  # One that it has, or had: a copy that came late.
  [ "$task" = "$last_task" ] && [ "$attempt" -le "$last_attempt" ] && return
  refusal=
  case ",$names," in *",\"$function\","*) ;; *) refusal='no such function here' ;; esac
  [ -e "$slot" ] && refusal=busy
  if [ -n "$refusal" ]; then
    printf '{"attempt":%s,"reason":"%s"}' "$attempt" "$refusal" | say "tasks/$task/decline"
    return
  fi
  last_task=$task last_attempt=$attempt
  taken=$((taken + 1))
  slot=$run/$taken
  mkdir "$slot" && mkfifo "$slot/verdicts" && exec 3<>"$slot/verdicts"
  of args > "$slot/args"
  cp "$run/births" "$slot/births"
  attempt 0<&- 4<&- &
}

may_retry () { # of a rejection
  case $(printf '%s\n' "$1" | json_field code) in '"unavailable"' | '"quota"' | '"internal"') return 0 ;; *) return 1 ;; esac
}

about_task () { # about_task TASK/VERB… PAYLOAD: answers and cancels, of the attempt that it has
  [ "${1%%/*}" = "$last_task" ] && [ -e "$slot" ] || return
  # An answer without ref is to a command that could not be read.
  case $(printf '%s\n' "$2" | json_field ref) in '' | "\"$taken\"") ;; *) return ;; esac
  case ${1#*/} in
    begin/accepted) [ -e "$slot/begun" ] || tell begun ;;
    success/accepted | fail/accepted) let_go 'done' ;;
    decline/*) ;;
    */rejected) if may_retry "$2"; then tell later; else take_back; fi ;;
    cancel) [ "$(printf '%s\n' "$2" | json_field attempt)" -ge "$last_attempt" ] && take_back ;;
  esac
}

take_welcome () { # what it began before this birth and doesn't hold any more stops; an outcome is sent again
  [ "$(printf '%s\n' "$1" | json_field session)" = "$(cat "$run/session")" ] || return
  touch "$run/welcomed"
  [ -e "$slot" ] || return
  if [ -e "$slot/verb" ]; then tell again; return; fi
  birth=$(printf '%s\n' "$1" | json_field ref | tr -d '"')
  [ "$(cat "$slot/births")" -lt "${birth:-0}" ] || return
  [ -n "$(printf '%s\n' "$1" | json_field more)" ] && return
  held=$(printf '%s\n' "$1" | json_field tasks | tr -d ' ')
  case $held in *"\"task\":\"$last_task\",\"attempt\":$last_attempt,"*) ;; *) stop_work ;; esac
}

take_rejection () { # of a birth: right after the start it knows itself newer
  echo "device.sh: birth rejected: $1" >&2
  current=$(printf '%s\n' "$1" | json_field session)
  [ -n "$current" ] && [ ! -e "$run/welcomed" ] && [ "$current" -ge "$(cat "$run/session")" ] || return
  echo $((current + 1)) > "$run/session"
  # It listens anew, with a will of this session.
  kill $(children_of "$listening") 2>/dev/null
}

leave () {
  trap '' TERM INT
  kill_tree "$beating"
  if [ -e "$slot/verb" ]; then
    tell stop
  elif [ -e "$slot" ]; then
    stop_work
    printf '{"attempt":%s,"error":{"code":"device-stopped","message":"the device is shutting down"}}' "$last_attempt" |
      say "tasks/$last_task/fail"
  fi
  printf '{"session":%s,"reason":"the device is shutting down"}' "$(cat "$run/session")" | say offline
  kill_tree "$listening"
  rm -rf "$run"
  exit 0
}

keep_listening > "$run/heard" &
listening=$!
keep_beating &
beating=$!
trap leave TERM INT

last_task='' last_attempt=0
exec 4<>"$run/heard"
while :; do
  read -r topic payload <&4 || continue
  path=${topic#"$root/to/$me/"}
  case $path in
    offer) take_offer "$payload" ;;
    welcome) take_welcome "$payload" ;;
    birth/rejected) take_rejection "$payload" ;;
    tasks/*) about_task "${path#tasks/}" "$payload" ;;
    rejected) echo "device.sh: rejected: $payload" >&2 ;;
  esac
done
