# The POSIX checksum of a text or a file: {"text":…} or {"path":…} → {"crc":…,"bytes":…}
path=$(arg path)
if [ -n "$path" ]; then
  sum=$(cksum < "$path") || exit 1
else
  sum=$(arg text | cksum)
fi
printf '{"crc":%s,"bytes":%s}' "${sum%% *}" "${sum##* }"
