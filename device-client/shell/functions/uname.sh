# What this machine is: → {"system":…,"release":…,"machine":…}
printf '{"system":%s,"release":%s,"machine":%s}' \
  "$(uname -s | json_string)" "$(uname -r | json_string)" "$(uname -m | json_string)"
