/**
 * Writes a group of changes, each compared and set on its own.
 *
 * KEYS[1]  what every key begins with
 * ARGV[1]  a MessagePack array of strings; for each change, one after the other:
 *          kind, id, version that must stand (0: none), new version (0: remove),
 *          record JSON, `o` or `e`, lane, rank, holder, deadline ('' none), lease in ms ('' none),
 *          how many parts are set, how many are removed, then fields and texts, then fields
 * Returns  1 or 0 for each: applied, or conflict
 *
 * It decides nothing: where a record stands in the indexes comes with it.
 */
export const commit = `
local prefix = KEYS[1]
local call = redis.call
local args = cmsgpack.unpack(ARGV[1])
local outcomes = {}
local at = 1

local function leave(kind, lane, id)
  local key = prefix .. 'lane:' .. kind .. ':' .. lane
  call('ZREM', key, id)
  if call('EXISTS', key) == 0 then call('SREM', prefix .. 'lanes:' .. kind, lane) end
end

while at <= #args do
  local kind, id, expect, version, json, state, lane, rank, holder, deadline, lease =
    args[at], args[at + 1], args[at + 2], args[at + 3], args[at + 4], args[at + 5],
    args[at + 6], args[at + 7], args[at + 8], args[at + 9], args[at + 10]
  local sets, removals = tonumber(args[at + 11]), tonumber(args[at + 12])
  local parts = at + 13
  at = parts + 2 * sets + removals

  local key = prefix .. 'r:' .. kind .. ':' .. id
  local before = call('HMGET', key, 'v', 's', 'l', 'h')
  local standing = before[1] or '0'
  if standing ~= expect then
    outcomes[#outcomes + 1] = 0
  else
    outcomes[#outcomes + 1] = 1
    local name = kind .. ':' .. id
    local oldState, oldLane, oldHolder = before[2], before[3] or '-', before[4] or '-'

    if oldLane ~= '-' and oldLane ~= lane then leave(kind, string.sub(oldLane, 2), id) end
    if lane ~= '-' then
      call('ZADD', prefix .. 'lane:' .. kind .. ':' .. string.sub(lane, 2), rank, id)
      if oldLane ~= lane then call('SADD', prefix .. 'lanes:' .. kind, string.sub(lane, 2)) end
    end
    if oldHolder ~= holder then
      if oldHolder ~= '-' then call('SREM', prefix .. 'held:' .. kind .. ':' .. string.sub(oldHolder, 2), id) end
      if holder ~= '-' then call('SADD', prefix .. 'held:' .. kind .. ':' .. string.sub(holder, 2), id) end
    end

    if oldState == 'e' and state ~= 'e' then call('ZREM', prefix .. 'ended', name) end
    if state == 'e' then
      if oldState == 'o' then call('ZREM', prefix .. 'deadlines', name) end
      call('ZADD', prefix .. 'ended', deadline == '' and '+inf' or deadline, name)
    elseif deadline ~= '' then
      call('ZADD', prefix .. 'deadlines', deadline, name)
    elseif oldState == 'o' then
      call('ZREM', prefix .. 'deadlines', name)
    end
    if lease ~= '' then
      call('SET', prefix .. 'lease:' .. name, '', 'PX', lease)
    elseif oldState == 'o' and oldLane == '-' then
      call('DEL', prefix .. 'lease:' .. name)
    end

    if version == '0' then
      call('DEL', key)
      call('ZREM', prefix .. 'ids:' .. kind, id)
    else
      if not oldState then call('ZADD', prefix .. 'ids:' .. kind, 0, id) end
      if oldState == state and oldLane == lane and oldHolder == holder then
        call('HSET', key, 'v', version, 'r', json, unpack(args, parts, parts + 2 * sets - 1))
      else
        call('HSET', key, 'v', version, 'r', json, 's', state, 'l', lane, 'h', holder, unpack(args, parts, parts + 2 * sets - 1))
      end
      if removals > 0 then call('HDEL', key, unpack(args, parts + 2 * sets, at - 1)) end
    end
  end
end
return outcomes
`
