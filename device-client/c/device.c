/*
 * A small device of the orchestrator in C99 over POSIX sockets: MQTT 3.1.1 by hand at QoS 0, one packet buffer of 256
 * bytes each way, one task at a time, no allocation, and of JSON only a search for fields.
 *
 *   cc -std=c99 -Wall -Wextra -Werror -O2 -o device device.c && ./device cam-7 localhost 1883
 *
 * Nothing here waits but for_a_while(): everything that has its time asks due(). What was sent may be lost, so begin,
 * success, fail and birth are said again until they are answered; the repeated birth is also the heartbeat.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER 256
#define HEAD 3 /* the longest fixed header of a packet that fits */
#define ID_MAX 64
#define SILENCE_MS 10000 /* keepalive: so long without a word, and the connection is lost */
#define AGAIN_MS 1000
#define RETRY_MIN_MS 250
#define RETRY_MAX_MS 8000

#define note(...) (fprintf(stderr, __VA_ARGS__), fputc('\n', stderr))
typedef uint64_t number;
static const char root[] = "orchestra/v1", *me, *host, *port, *password;
static unsigned long beat_ms = 5000;
static number session;

/* Time: monotonic, in ms. `now` is read once a turn; `wake` is when the next turn must come at the latest. */
static int64_t now, wake;
static int64_t clock_ms (clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool due (int64_t at) {
  if (at < wake) wake = at;
  return now >= at;
}

/* JSON: the value of one field of the object at `json`, and where it ends; NULL where there is none. */
static const char *field (const char *json, const char *name, const char **end) {
  size_t length = strlen(name);
  const char *start = NULL; /* of a value that is wanted */
  int depth = 0;
  bool is_name = true;
  for (const char *c = json; *c; c++) {
    if (*c == '"') {
      const char *text = ++c;
      for (; *c && *c != '"'; c++) if (*c == '\\' && c[1]) c++;
      if (!*c) return NULL;
      if (depth == 1 && is_name && (size_t)(c - text) == length && memcmp(text, name, length) == 0) {
        for (start = c + 1; *start == ' ' || *start == ':'; start++);
      }
    } else if (*c == '{' || *c == '[') depth++;
    else if (depth == 1 && *c == ':') is_name = false;
    else if (*c == '}' || *c == ']' || *c == ',') {
      if (depth == 1 && start) { *end = c; return start; }
      if (depth == 1) is_name = true;
      if (*c != ',' && --depth <= 0) return NULL;
    }
  }
  return NULL;
}

static number number_of (const char *json, const char *name) {
  const char *end, *value = field(json, name, &end);
  if (value && *value == '"') value++; /* a ref is a number in quotes */
  return value ? strtoull(value, NULL, 10) : 0;
}

static bool says (const char *json, const char *name, const char *text) {
  const char *end, *value = field(json, name, &end);
  size_t size = strlen(text);
  return value && *value == '"' && strncmp(value + 1, text, size) == 0 && value[size + 1] == '"';
}

/* The connection: from DOWN to UP, and down again whenever something is wrong. */
static enum { DOWN, CONNECTING, GREETING, UP } line = DOWN;
static int fd = -1;
static unsigned char in[BUFFER + 1], out[BUFFER + 1];
static size_t have, skip, filled;
static int64_t heard_at, ping_at, retry_at, retry_ms = RETRY_MIN_MS;

static void hang_up (const char *why) {
  if (line == DOWN) return;
  note("connection lost: %s", why);
  close(fd);
  fd = -1, line = DOWN;
  retry_at = now + retry_ms / 2 + rand() % (retry_ms / 2 + 1);
  if ((retry_ms *= 2) > RETRY_MAX_MS) retry_ms = RETRY_MAX_MS;
}

/* A packet is put together behind the room for its head. What doesn't fit is not sent. */
static void put (const void *bytes, size_t size) {
  if (filled <= BUFFER && size <= BUFFER - filled) memcpy(out + filled, bytes, size);
  filled += size;
}

static void put_byte (int byte) { put(&(unsigned char){ (unsigned char)byte }, 1); }
static void put_size (size_t size) { put_byte((int)(size >> 8)); put_byte((int)(size & 255)); }
static void put_text (const char *text) { put_size(strlen(text)); put(text, strlen(text)); }

static void send_packet (int first) {
  size_t size = filled - HEAD, start = size < 128 ? 1 : 0;
  if (filled > BUFFER) { note("a packet of %lu bytes does not fit", (unsigned long)filled); return; }
  out[start] = (unsigned char)first;
  out[start + 1] = (unsigned char)(size < 128 ? size : (size & 127) | 128);
  if (start == 0) out[2] = (unsigned char)(size >> 7);
  /* The socket doesn't wait: where not even this fits into its buffer, nobody reads. */
  if (send(fd, out + start, filled - start, MSG_NOSIGNAL) != (ssize_t)(filled - start)) hang_up("cannot send");
}

static const char *topic_of (const char *branch, const char *path) {
  static char topic[BUFFER];
  return snprintf(topic, sizeof topic, "%s/%s/%s/%s", root, branch, me, path) < BUFFER ? topic : "";
}

static void say (const char *path, const char *format, ...) {
  if (line != UP) return;
  va_list list;
  va_start(list, format);
  filled = HEAD;
  put_text(topic_of("from", path));
  int size = filled > BUFFER ? 0 : vsnprintf((char *)out + filled, BUFFER + 1 - filled, format, list);
  filled += size < 0 ? BUFFER : (size_t)size;
  va_end(list);
  send_packet(0x30);
}

static void greet (void) {
  char will[80];
  snprintf(will, sizeof will, "{\"session\":%llu,\"reason\":\"connection lost\"}", (unsigned long long)session);
  line = GREETING;
  filled = HEAD;
  put_text("MQTT");
  put_byte(4);
  put_byte(password ? 0xce : 0x8e); /* user name, will at QoS 1, clean session */
  put_size(SILENCE_MS / 1000);
  const char *const texts[] = { me, topic_of("from", "offline"), will, me, password };
  for (int at = 0; at < 5 && texts[at]; at++) put_text(texts[at]);
  send_packet(0x10);
}

static void subscribe (void) {
  filled = HEAD;
  put_size(1); /* the packet's id */
  put_text(topic_of("to", "#"));
  put_byte(0); /* QoS */
  send_packet(0x82);
}

static void dial (void) {
  struct addrinfo hints = { .ai_family = AF_INET, .ai_socktype = SOCK_STREAM }, *found = NULL;
  line = CONNECTING, heard_at = now, have = skip = 0;
  if (getaddrinfo(host, port, &hints, &found) != 0) { hang_up("no such host"); return; }
  fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
  bool is_open = fd >= 0 && fcntl(fd, F_SETFL, O_NONBLOCK) == 0;
  if (!is_open || (connect(fd, found->ai_addr, found->ai_addrlen) != 0 && errno != EINPROGRESS)) hang_up("cannot connect");
  freeaddrinfo(found);
}

/* The one task: offered, then begun, then its outcome is said until it is accepted; then remembered, as a copy of its offer may come. */
static struct {
  enum { NONE, BEGINNING, WORKING, DELIVERING } phase;
  char task[ID_MAX + 1], args[BUFFER], outcome[BUFFER / 2];
  number attempt, first_ref, progress_ref, held_ref; /* what answers an earlier ref is not about this attempt */
  bool (*work)(void);
  bool is_failure;
  int64_t began_at, deadline, lease_ms, started_at, say_at, progress_at, progress_said_at;
} job;
static number ref;
#define finish(failed, ...) (snprintf(job.outcome, sizeof job.outcome, __VA_ARGS__), job.is_failure = failed, true)

/* The functions: called again and again until they return true, with the outcome in place. */
static bool crc32 (void) { /* of a string: "hello" */
  uint32_t crc = 0xffffffffu;
  if (job.args[0] != '"' || strchr(job.args, '\\')) return finish(true, "{\"code\":\"bad-args\",\"message\":\"one string, no escapes\"},\"retry\":false");
  for (const char *c = job.args + 1; *c != '"'; c++) {
    crc ^= (unsigned char)*c;
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return finish(false, "\"%08lx\"", (unsigned long)(crc ^ 0xffffffffu));
}

static bool blink (void) { /* {"ms":3000,"silent":1}: takes its time; silent, it renews no lease */
  int64_t end = job.started_at + (int64_t)number_of(job.args, "ms");
  if (number_of(job.args, "silent")) job.progress_at = end;
  return due(end) && finish(false, "{\"blinks\":%ld}", (long)((end - job.started_at) / 100));
}

static const struct { const char *name; bool (*work)(void); } functions[] = { { "crc32", crc32 }, { "blink", blink } };
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static void say_of_task (const char *verb, const char *more) {
  char path[ID_MAX + 32];
  snprintf(path, sizeof path, "tasks/%s/%s", job.task, verb);
  say(path, "{\"attempt\":%llu%s,\"ref\":\"%llu\"}", (unsigned long long)job.attempt, more, (unsigned long long)++ref);
}

static void tell (const char *what) { note("%s %llu %s", job.task, (unsigned long long)job.attempt, what); }
static void end_job (const char *how) { tell(how); job.phase = NONE; }

static void take_offer (const char *offer) {
  const char *end, *id = field(offer, "task", &end), *args = NULL;
  char task[ID_MAX + 1] = "", path[ID_MAX + 32];
  number attempt = number_of(offer, "attempt");
  int function = 0;
  if (!id || sscanf(id, "\"%64[A-Za-z0-9_.:-]\"", task) != 1 || number_of(offer, "session") != session) return;
  bool is_known = strcmp(task, job.task) == 0;
  if (is_known && attempt <= job.attempt) return;
  while (function < FUNCTIONS && !says(offer, "function", functions[function].name)) function++;
  /* A task that is only to be delivered gives way: its slot would not be offered were it not over there. */
  bool is_busy = (job.phase == BEGINNING || job.phase == WORKING) && !is_known;
  if (function == FUNCTIONS || is_busy) {
    snprintf(path, sizeof path, "tasks/%s/decline", task);
    say(path, "{\"attempt\":%llu,\"reason\":\"%s\"}", (unsigned long long)attempt, is_busy ? "busy" : "no such function here");
    return;
  }
  if (job.phase != NONE) end_job("over: a newer offer came");
  memset(&job, 0, sizeof job);
  strcpy(job.task, task);
  if ((args = field(offer, "args", &end)) != NULL) memcpy(job.args, args, (size_t)(end - args)); /* shorter than its packet */
  job.attempt = attempt, job.work = functions[function].work;
  job.lease_ms = (int64_t)number_of(offer, "leaseMs");
  job.first_ref = ref + 1;
  job.began_at = job.say_at = now; /* begin is sent in this turn: the lease can only be longer than we think */
  job.deadline = now + job.lease_ms, job.phase = BEGINNING;
}

static void work (void) {
  if (job.work()) {
    job.phase = DELIVERING, job.say_at = now;
    tell(job.is_failure ? "failed" : "done");
  } else if (line == UP && due(job.progress_at)) {
    job.progress_at = now + job.lease_ms / 3;
    job.progress_said_at = now, job.progress_ref = ref + 1;
    say_of_task("progress", "");
  }
}

static void keep_job (void) {
  char more[BUFFER / 2 + 12];
  if ((job.phase == BEGINNING || job.phase == WORKING) && due(job.deadline)) end_job("stopped: the lease is over");
  if (job.phase == WORKING) work();
  if ((job.phase != BEGINNING && job.phase != DELIVERING) || line != UP || !due(job.say_at)) return;
  job.say_at = now + AGAIN_MS;
  if (job.phase == BEGINNING) { say_of_task("begin", ""); return; }
  snprintf(more, sizeof more, ",\"%s\":%s", job.is_failure ? "error" : "result", job.outcome);
  say_of_task(job.is_failure ? "fail" : "success", more);
}

static void answer_of_task (const char *verb, const char *answer) {
  const char *end;
  bool is_accepted = strstr(verb, "/accepted") != NULL;
  if (field(answer, "ref", &end) && number_of(answer, "ref") < job.first_ref) return;
  if (strcmp(verb, "cancel") == 0) {
    if (number_of(answer, "attempt") >= job.attempt) end_job("stopped: cancelled");
  } else if (strstr(verb, "/rejected") && strncmp(verb, "decline", 7) != 0) {
    bool may_retry = says(answer, "code", "unavailable") || says(answer, "code", "quota") || says(answer, "code", "internal");
    number after = number_of(answer, "retryAfterMs");
    if (may_retry) job.say_at = now + (int64_t)(after ? after : AGAIN_MS); else end_job("stopped: refused");
  } else if (is_accepted && job.phase == BEGINNING && strncmp(verb, "begin", 5) == 0) {
    if (number_of(answer, "leaseMs")) job.lease_ms = (int64_t)number_of(answer, "leaseMs");
    job.deadline = job.began_at + job.lease_ms; /* a repeated begin renews nothing: the first one counts */
    job.progress_at = job.began_at + job.lease_ms / 3;
    job.started_at = now, job.phase = WORKING;
    tell("begun");
  } else if (is_accepted && job.phase == WORKING && strncmp(verb, "progress", 8) == 0 && number_of(answer, "ref") == job.progress_ref) {
    job.deadline = job.progress_said_at + (int64_t)number_of(answer, "leaseMs");
  } else if (is_accepted && job.phase == DELIVERING && strncmp(verb, job.is_failure ? "fail" : "success", 4) == 0) end_job("accepted");
}

/* Birth: who we are, again and again. */
static bool is_welcomed, was_ever_welcomed;
static int64_t birth_at; static number birth_ref;

static void say_birth (void) {
  birth_at = now + (is_welcomed ? (int64_t)beat_ms : AGAIN_MS);
  birth_ref = ++ref;
  if (job.phase == WORKING) job.held_ref = birth_ref; /* begun before this birth, so its welcome must name it */
  say("birth", "{\"session\":%llu,\"functions\":[\"%s\",\"%s\"],\"maxPacket\":%d,\"heartbeatMs\":%lu%s,\"ref\":\"%llu\"}", (unsigned long long)session,
    functions[0].name, functions[1].name, BUFFER, beat_ms, was_ever_welcomed ? "" : ",\"tasks\":[]", (unsigned long long)birth_ref);
}

static void take_welcome (const char *welcome) {
  const char *end, *lease = field(welcome, "tasks", &end), *more = field(welcome, "more", &end);
  if (number_of(welcome, "session") != session || number_of(welcome, "ref") != birth_ref) return;
  if (!is_welcomed) { note("welcomed %llu", (unsigned long long)session); job.say_at = now; }
  is_welcomed = was_ever_welcomed = true;
  if (job.phase != WORKING || job.held_ref != birth_ref || (more && *more == 't')) return;
  for (; lease && (lease = strchr(lease, '{')) != NULL; lease++) {
    if (says(lease, "task", job.task) && number_of(lease, "attempt") == job.attempt) return;
  }
  end_job("stopped: not held any more");
}

/* A birth is refused to an older process than the newest: right after the start we know ourselves newer. */
static void refuse_birth (const char *why) {
  number current = number_of(why, "session");
  if (!says(why, "code", "stale-session") || current <= session) return;
  if (was_ever_welcomed) { note("a newer process of this device runs"); exit(3); }
  session = current + 1;
  birth_at = now;
}

static void take_message (char *path, const char *payload) {
  char *verb = strncmp(path, "tasks/", 6) == 0 ? strchr(path + 6, '/') : NULL;
  if (verb) *verb = 0;
  if (strcmp(path, "offer") == 0) take_offer(payload);
  else if (strcmp(path, "welcome") == 0) take_welcome(payload);
  else if (strcmp(path, "birth/rejected") == 0) refuse_birth(payload);
  else if (verb && job.phase != NONE && strcmp(path + 6, job.task) == 0) answer_of_task(verb + 1, payload);
}

static void take_packet (unsigned char *body, size_t size) {
  size_t topic_size = size < 2 ? 0 : (size_t)(body[0] << 8 | body[1]);
  if (in[0] >> 4 == 2) { if (size > 1 && body[1] == 0) subscribe(); else hang_up("the broker refuses us"); }
  if (in[0] >> 4 == 9) {
    if (size < 3 || body[2] > 2) { hang_up("the broker does not let us subscribe"); return; }
    line = UP, retry_ms = RETRY_MIN_MS;
    is_welcomed = false, birth_at = now;
  }
  if (in[0] >> 4 != 3 || in[0] & 6 || topic_size + 2 > size) return; /* at QoS 0 a topic is all that stands before the payload */
  const char *mine = topic_of("to", "");
  size_t known = strlen(mine);
  if (topic_size <= known || memcmp(body + 2, mine, known) != 0) return;
  unsigned char after = body[size];
  memmove(body, body + 2, topic_size); /* room for an end of the topic, and of the payload */
  body[topic_size] = body[size] = 0;
  take_message((char *)body + known, (char *)body + topic_size + 2);
  body[size] = after;
}

/* Whatever whole packets are there; what is larger than the buffer is counted and let go. */
static void receive (void) {
  ssize_t got = read(fd, in + have, BUFFER - have);
  if (got <= 0) { if (got == 0 || (errno != EAGAIN && errno != EINTR)) hang_up("the broker is gone"); return; }
  heard_at = now;
  have += (size_t)got;
  while (line != DOWN && have > 0) {
    size_t size = 0, head = 1, part = skip < have ? skip : have;
    memmove(in, in + part, have -= part);
    if ((skip -= part) > 0) return;
    do {
      if (head == 5) { hang_up("no MQTT"); return; }
      if (head >= have) return;
      size |= (size_t)(in[head] & 127) << 7 * (head - 1);
    } while (in[head++] & 128);
    size += head;
    if (size <= BUFFER && size > have) return;
    if (size <= BUFFER) take_packet(in + head, size - head);
    skip = size;
  }
}

static void keep_line (void) {
  if (line == DOWN && due(retry_at)) dial();
  if (line != DOWN && due(heard_at + SILENCE_MS)) hang_up("silence");
  if (line != UP) return;
  if (due(birth_at)) say_birth();
  if (line == UP && due(ping_at)) { ping_at = now + SILENCE_MS / 2; filled = HEAD; send_packet(0xc0); }
}

/* Until something comes, or something is due. */
static void for_a_while (void) {
  struct pollfd watched = { fd, line == CONNECTING ? POLLOUT : POLLIN, 0 };
  if (poll(&watched, 1, wake > now ? (int)(wake - now) : 0) <= 0) return;
  now = clock_ms(CLOCK_MONOTONIC);
  if (line == CONNECTING) greet(); else receive();
}

int main (int count, char **words) {
  if (count < 2 || count > 5 || strlen(words[1]) > ID_MAX) { note("usage: device ID [HOST [PORT [BIRTH_SECONDS]]]; the password, if any, in ORCHESTRA_PASSWORD"); return 2; }
  me = words[1];
  host = count > 2 ? words[2] : "localhost", port = count > 3 ? words[3] : "1883";
  if (count > 4) beat_ms = strtoul(words[4], NULL, 10) * 1000;
  password = getenv("ORCHESTRA_PASSWORD");
  session = (number)clock_ms(CLOCK_REALTIME); /* where there is no clock, any number: see refuse_birth */
  srand((unsigned)session);
  for (;;) {
    now = clock_ms(CLOCK_MONOTONIC);
    wake = now + 3600000;
    keep_line();
    keep_job();
    for_a_while();
  }
}
