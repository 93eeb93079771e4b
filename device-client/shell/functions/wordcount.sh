# Counts a text or a file: {"text":…} or {"path":…} → {"lines":…,"words":…,"bytes":…}
path=$(arg path)
if [ -n "$path" ]; then
  counts=$(wc < "$path") || exit 1
else
  counts=$(arg text | wc)
fi
printf '%s\n' "$counts" | awk '{ printf "{\"lines\":%d,\"words\":%d,\"bytes\":%d}", $1, $2, $3 }'
