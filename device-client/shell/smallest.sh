#!/bin/sh
# The smallest device: smallest.sh ID [HOST [PORT]]. It has one function, `uppercase`, of args that are one plain string.
# No deadline, no cancel, no escaping beyond what tr leaves alone: device.sh beside this file has all of it.
me=$1 host=${2:-localhost} port=${3:-1883} root=orchestra/v1
say () { mosquitto_pub -h "$host" -p "$port" -u "$me" -q 1 -t "$root/from/$me/$1" -m "$2"; }
field () { printf '%s' "$offer" | sed -n -e "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" -e t -e "s/.*\"$1\":\([0-9]*\).*/\1/p"; }
session=$(date +%s)

while :; do # the repeated birth is the heartbeat
  say birth "{\"session\":$session,\"functions\":[\"uppercase\"]}"
  sleep 5
done &
trap 'kill $!; say offline "{\"session\":$session,\"reason\":\"bye\"}"' EXIT
trap exit INT TERM

mosquitto_sub -h "$host" -p "$port" -u "$me" -i "$me" -q 1 -t "$root/to/$me/offer" --will-topic "$root/from/$me/offline" \
  --will-qos 1 --will-payload "{\"session\":$session,\"reason\":\"lost\"}" |
  while read -r offer; do
    [ "$(field session)" = "$session" ] || continue
    say "tasks/$(field task)/begin" "{\"attempt\":$(field attempt)}"
    result=$(field args | tr '[:lower:]' '[:upper:]')
    say "tasks/$(field task)/success" "{\"attempt\":$(field attempt),\"result\":\"$result\"}"
  done
