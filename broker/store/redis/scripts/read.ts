/** What can't be read in one command of Redis' own. Nothing here writes, but for `touch`. */

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, holder
 * Returns  the `r` of every record that it holds
 */
export const held = `
local records = {}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1] .. 'held:' .. ARGV[1] .. ':' .. ARGV[2])) do
  records[#records + 1] = redis.call('HGET', KEYS[1] .. 'r:' .. ARGV[1] .. ':' .. id, 'r')
end
return records
`

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, the id after which to begin ('' at the beginning; else `(` and it), how many
 * Returns  id, `r`, and again, in the order of the ids
 */
export const page = `
local found = {}
for _, id in ipairs(redis.call('ZRANGEBYLEX', KEYS[1] .. 'ids:' .. ARGV[1], ARGV[2], '+', 'LIMIT', 0, ARGV[3])) do
  found[#found + 1] = id
  found[#found + 1] = redis.call('HGET', KEYS[1] .. 'r:' .. ARGV[1] .. ':' .. id, 'r')
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
local found = redis.call('ZRANGEBYSCORE', KEYS[1] .. 'deadlines', '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local ended = KEYS[1] .. 'ended'
local surplus = redis.call('ZCARD', ended) - tonumber(ARGV[3])
local old = math.min(math.max(surplus, redis.call('ZCOUNT', ended, '-inf', ARGV[1])), tonumber(ARGV[2]))
if old > 0 then
  for _, entry in ipairs(redis.call('ZRANGE', ended, 0, old - 1, 'WITHSCORES')) do found[#found + 1] = entry end
end
return found
`

/**
 * KEYS[1]  what every key begins with
 * ARGV     kind, id, deadline, lease in ms ('' none), version that must stand ('' any)
 */
export const touch = `
local name = ARGV[1] .. ':' .. ARGV[2]
local standing = redis.call('HMGET', KEYS[1] .. 'r:' .. name, 's', 'l', 'v')
if standing[1] ~= 'o' or (ARGV[5] ~= '' and ARGV[5] ~= standing[3]) then return 0 end
redis.call('ZADD', KEYS[1] .. 'deadlines', ARGV[3], name)
if standing[2] == '-' and ARGV[4] ~= '' then redis.call('SET', KEYS[1] .. 'lease:' .. name, '', 'PX', ARGV[4]) end
return 1
`
