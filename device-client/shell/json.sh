# JSON with awk alone, for sourcing. Enough for messages of the topic API, whose payloads are objects on one line.

# The fields of the object on stdin, one a line: name, tab, value as raw JSON.
json_fields () {
  LC_ALL=C awk '
    { text = text $0 " " }
    END {
      depth = 0; quoted = 0; start = 0; size = length(text)
      for (i = 1; i <= size; i++) {
        c = substr(text, i, 1)
        if (quoted) {
          if (c == "\\") i++
          else if (c == "\"") quoted = 0
        } else if (c == "\"") { quoted = 1; if (depth == 1 && !start) start = i }
        else if (c == "{" || c == "[") { if (depth == 1 && !start) start = i; depth++ }
        else if (c == "}" || c == "]") { depth--; if (depth == 0) field(i) }
        else if (depth == 1 && c == ":" && name == "") { name = substr(text, start + 1, i - start - 1); sub(/"[ \t]*$/, "", name); start = 0 }
        else if (depth == 1 && c == ",") field(i)
        else if (depth == 1 && !start && c != " " && c != "\t") start = i
      }
    }
    function field (end,  value) {
      if (name == "") return
      value = substr(text, start, end - start); sub(/[ \t]+$/, "", value)
      print name "\t" value
      name = ""; start = 0
    }'
}

# json_field NAME: the raw value of one field of the object on stdin; nothing where there is none.
json_field () {
  json_fields | awk -F '\t' -v name="$1" '$1 == name { sub(/^[^\t]*\t/, ""); print; exit }'
}

# The text of a JSON string on stdin; other values as they are.
json_text () {
  LC_ALL=C awk '
    function code (hex,  i, n) { n = 0; for (i = 1; i <= 4; i++) n = n * 16 + index("0123456789abcdef", tolower(substr(hex, i, 1))) - 1; return n }
    function utf8 (n) {
      if (n < 128) return sprintf("%c", n)
      if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
      if (n < 65536) return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
      return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64, 128 + int(n / 64) % 64, 128 + n % 64)
    }
    {
      if (substr($0, 1, 1) != "\"") { print; next }
      size = length($0) - 1
      for (i = 2; i <= size; i++) {
        c = substr($0, i, 1)
        if (c != "\\") { printf "%s", c; continue }
        c = substr($0, ++i, 1)
        if (c == "u") {
          n = code(substr($0, i + 1, 4)); i += 4
          # A pair of surrogates is one character.
          if (n >= 55296 && n < 56320 && substr($0, i + 1, 2) == "\\u") { n = 65536 + (n - 55296) * 1024 + code(substr($0, i + 3, 4)) - 56320; i += 6 }
          if (n > 0) printf "%s", utf8(n)
        } else if (c == "n") printf "\n"
        else if (c == "t") printf "\t"
        else if (c == "r") printf "\r"
        else if (c == "b") printf "\b"
        else if (c == "f") printf "\f"
        else printf "%s", c
      }
    }'
}

# The text on stdin as a JSON string. What is not UTF-8 is left out.
json_string () {
  iconv -c -f UTF-8 -t UTF-8 | LC_ALL=C awk '
    BEGIN { for (i = 1; i < 32; i++) escape[sprintf("%c", i)] = sprintf("\\u%04x", i); escape["\""] = "\\\""; escape["\\"] = "\\\\"; printf "\"" }
    NR > 1 { printf "\\n" }
    {
      size = length($0)
      for (i = 1; i <= size; i++) { c = substr($0, i, 1); printf "%s", (c in escape) ? escape[c] : c }
    }
    END { printf "\"" }'
}
