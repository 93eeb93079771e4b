# How long it has been up, in the words of uptime: → "…"
uptime | json_string
