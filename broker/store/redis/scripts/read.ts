/**
 * What can't be read in one command of Redis' own. Nothing here writes, but for `touch`.
 * Each returns an error (blame.ts) in place of what it can't read.
 */
import { blame } from './blame.js'

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, holder
 * Returns  the `r` of every record that it holds
 */
export const held = `
${blame}
local prefix = KEYS[1]
local held = prefix .. 'held:' .. ARGV[1] .. ':' .. ARGV[2]
local ids = redis.pcall('SMEMBERS', held)
if failed(ids) then return blame(ids, held, 'set') end
local records = {}
for n = 1, #ids do
  local key = prefix .. 'r:' .. ARGV[1] .. ':' .. ids[n]
  local record = redis.pcall('HGET', key, 'r')
  records[n] = failed(record) and blame(record, key, 'hash') or record
end
return records
`

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, the id after which to begin ('' at the beginning; else `(` and it), how many
 * Returns  id, `r`, and again, in the order of the ids
 */
export const page = `
${blame}
local names = KEYS[1] .. 'ids:' .. ARGV[1]
local ids = redis.pcall('ZRANGEBYLEX', names, ARGV[2], '+', 'LIMIT', 0, ARGV[3])
if failed(ids) then return blame(ids, names, 'zset') end
local found = {}
for n = 1, #ids do
  local key = KEYS[1] .. 'r:' .. ARGV[1] .. ':' .. ids[n]
  local record = redis.pcall('HGET', key, 'r')
  found[2 * n - 1] = ids[n]
  found[2 * n] = failed(record) and blame(record, key, 'hash') or record
end
return found
`

/**
 * KEYS[1]  what every key begins with
 * ARGV     now, how many at the most, how many ended records are kept
 * Returns  KIND:ID and deadline, and again: open records whose deadline is over, then ended
 *          ones whose time is over or that are too many; each by deadline
 */
export const due = `
${blame}
local deadlines, ended = KEYS[1] .. 'deadlines', KEYS[1] .. 'ended'
local found
local done, problem = pcall(function()
  found = redis.call('ZRANGEBYSCORE', deadlines, '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
  local surplus = redis.call('ZCARD', ended) - tonumber(ARGV[3])
  local old = math.min(math.max(surplus, redis.call('ZCOUNT', ended, '-inf', ARGV[1])), tonumber(ARGV[2]))
  if old > 0 then
    for _, entry in ipairs(redis.call('ZRANGE', ended, 0, old - 1, 'WITHSCORES')) do found[#found + 1] = entry end
  end
end)
return done and found or blame(problem, deadlines, 'zset', ended, 'zset')
`

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, id, deadline, lease in ms ('' none), version that must stand ('' any)
 * Returns  1 or 0: the deadline was written, or not
 */
export const touch = `
${blame}
local name = ARGV[1] .. ':' .. ARGV[2]
local key, deadlines = KEYS[1] .. 'r:' .. name, KEYS[1] .. 'deadlines'
local done, outcome = pcall(function()
  local standing = redis.call('HMGET', key, 's', 'l', 'v')
  if standing[1] ~= 'o' or (ARGV[5] ~= '' and ARGV[5] ~= standing[3]) then return 0 end
  redis.call('ZADD', deadlines, ARGV[3], name)
  if standing[2] == '-' and ARGV[4] ~= '' then redis.call('SET', KEYS[1] .. 'lease:' .. name, '', 'PX', ARGV[4]) end
  return 1
end)
return done and outcome or blame(outcome, key, 'hash', deadlines, 'zset')
`
