/**
 * What must be atomic between the nodes of a bridge. Each script is given the
 * prefix of all keys (KEYS[1]) and the name of the bridge (ARGV[1]), and returns
 * a list that begins with its answer and how much waits:
 *
 *   answer, messages, bytes, dropped, refused, missed, retold
 *
 * What is under way stays where it is, up to the number `taken`. No clock counts
 * but that of the lease.
 */
import { script } from '../../../broker/store/redis/script.js'
import { ENTRY_BYTES } from './message.js'

const COMMON = `
local call = redis.call
local function key (what) return KEYS[1] .. 'bridge:' .. what .. ':' .. ARGV[1] end
local order, messages, loose, facts, topics, counts, carrier = key('order'), key('messages'), key('loose'), key('facts'), key('topics'), key('counts'), key('carrier')

local function count (field) return tonumber(call('HGET', counts, field) or '0') end
local function text (number) return string.format('%.0f', number) end
local function beyond (number) return '(' .. text(number) end

-- Its worth, its topic, and what it costs.
local function parts (value)
  local worth, length, at = string.match(value, '^(%a)%d%d(%d+) ()')
  return worth, string.sub(value, at, at + length - 1), ${ENTRY_BYTES} + #value - at + 1
end

-- Returns what it has cost. The first of these is allowed in a full Redis, and then the rest of the script.
local function remove (n)
  local value = call('HGET', messages, n)
  call('ZREM', order, n)
  if not value then return 0 end
  call('HDEL', messages, n)
  local worth, topic, cost = parts(value)
  if worth == 'l' then call('ZREM', loose, n) end
  if worth == 'f' then
    call('ZREM', facts, n)
    if call('HGET', topics, topic) == n then call('HDEL', topics, topic) end
  end
  return cost
end

local function answer (first, ...)
  return { first, call('ZCARD', order), count('bytes'), count('dropped'), count('refused'), count('missed'), count('retold'), ... }
end
`

/**
 * Puts messages at the end, as far as there is room, as queue.ts does it.
 * ARGV: name, how many may wait, how many bytes, then the messages
 * Answers with a text, for each message 1 or 0: there was no room
 */
export const ADD = script(`${COMMON}
local most, mostBytes = tonumber(ARGV[2]), tonumber(ARGV[3])
local last, taken, bytes, dropped, missed = count('last'), count('taken'), count('bytes'), count('dropped'), count('missed')
local size = call('ZCARD', order)
local outcomes = {}

-- The oldest of what matters least and is not under way; not the one whose room is had anyway.
local function victim (former)
  local n = call('ZRANGEBYSCORE', loose, beyond(taken), '+inf', 'LIMIT', 0, 1)[1]
  if n then return n end
  for _, fact in ipairs(call('ZRANGEBYSCORE', facts, beyond(taken), '+inf', 'LIMIT', 0, 2)) do
    if fact ~= former then
      missed = missed + 1
      return fact
    end
  end
end

local function add (value)
  local worth, topic, cost = parts(value)
  -- The one that waits of the same topic: who reads a state wants the last one.
  local former = call('HGET', topics, topic)
  local standing = former and tonumber(former) > taken and call('HGET', messages, former)
  local freed, room = 0, 0
  if standing then
    local _, _, formerCost = parts(standing)
    freed, room = formerCost, 1
  else
    former = nil
  end
  -- Nobody would say the removal of a state again: it has as much room again.
  local times = worth == 'r' and 2 or 1
  while size - room >= times * most or bytes - freed + cost > times * mostBytes do
    local n = victim(former)
    if not n then return '0' end
    bytes, size, dropped = bytes - remove(n), size - 1, dropped + 1
  end
  last = last + 1
  local n = text(last)
  call('HSET', messages, n, value)
  call('ZADD', order, n, n)
  if worth == 'l' then call('ZADD', loose, n, n) end
  if former then bytes, size = bytes - remove(former), size - 1 end
  if worth == 'f' then
    call('ZADD', facts, n, n)
    call('HSET', topics, topic, n)
  end
  bytes, size = bytes + cost, size + 1
  return '1'
end

for i = 4, #ARGV do outcomes[i - 3] = add(ARGV[i]) end
call('HSET', counts, 'last', text(last), 'bytes', text(bytes), 'dropped', text(dropped), 'missed', text(missed))
return answer(table.concat(outcomes))`)

/**
 * Forgets what is done, whoever carries now; and gives the next ones to who
 * carries, whose lease it prolongs.
 * ARGV: name, token, how long a lease lives in ms, 1: what was under way is next again, how many, then the numbers of those that are done
 * Answers 1, then up to which number all was sent before, and number and message of each; or 0 where another node carries
 */
export const TAKE = script(`${COMMON}
if #ARGV > 5 then
  local bytes = count('bytes')
  for i = 6, #ARGV do bytes = bytes - remove(ARGV[i]) end
  call('HSET', counts, 'bytes', text(bytes))
end
if call('GET', carrier) ~= ARGV[2] then return answer(0) end
-- A full Redis allows this, and then the rest of the script.
call('GETEX', carrier, 'PX', ARGV[3])
local taken, sent = ARGV[4] == '1' and 0 or count('taken'), count('sent')
local found = { text(sent) }
for _, n in ipairs(call('ZRANGEBYSCORE', order, beyond(taken), '+inf', 'LIMIT', 0, ARGV[5])) do
  taken = tonumber(n)
  local value = call('HGET', messages, n)
  if value then
    found[#found + 1] = n
    found[#found + 1] = value
  else
    call('ZREM', order, n)
  end
end
call('HSET', counts, 'taken', text(taken), 'sent', text(math.max(taken, sent)))
return answer(1, unpack(found))`)

/**
 * Keeps the lease, or takes it where nobody has it, with all that was under way;
 * or gives it back. Adds to the counts what happened at this node alone.
 * ARGV: name, token, how long a lease lives in ms, carry or leave, dropped, refused, missed,
 *       then of who carries: state, config, how many misses it has retold
 * Answers 1 where this node carries, else 0; then state and config of who does
 */
export const LOOK = script(`${COMMON}
-- With any write that a full Redis allows the rest of the script is allowed, too.
local holder = call('GETEX', carrier)
local isOurs = holder == ARGV[2]
if isOurs and ARGV[8] ~= '' then call('HSET', counts, 'state', ARGV[8]) end
if ARGV[4] == 'leave' then
  if isOurs then call('DEL', carrier) end
  isOurs = false
elseif isOurs then
  call('GETEX', carrier, 'PX', ARGV[3])
elseif not holder then
  isOurs = true
  call('SET', carrier, ARGV[2], 'PX', ARGV[3])
  call('HSET', counts, 'taken', 0)
end
if isOurs then call('HSET', counts, 'config', ARGV[9], 'retold', text(math.max(count('retold'), tonumber(ARGV[10])))) end
for i, field in ipairs({ 'dropped', 'refused', 'missed' }) do
  local more = tonumber(ARGV[4 + i])
  if more > 0 then call('HSET', counts, field, text(count(field) + more)) end
end
return answer(isOurs and 1 or 0, call('HGET', counts, 'state') or '', call('HGET', counts, 'config') or '')`)
