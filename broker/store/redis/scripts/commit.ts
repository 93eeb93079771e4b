/**
 * Writes a group of changes, each compared and set on its own, and each whole or not at all.
 *
 * KEYS[1]  what every key begins with
 * ARGV[1]  a MessagePack array of strings; for each change, one after the other:
 *          kind, id, version that must stand (0: none), new version (0: remove),
 *          record JSON, `o` or `e`, lane, rank, holder, group, deadline ('' none), lease in ms ('' none),
 *          how many parts are set, how many are removed, then fields and texts, then fields
 * Returns  for each 1 or 0: applied, or conflict; or an error (blame.ts), and it was not applied
 *
 * It decides nothing: where a record stands in the indexes comes with it.
 */
import { blame } from './blame.js'

export const commit = `
${blame}
local prefix = KEYS[1]
local call, try = redis.call, redis.pcall
local args = cmsgpack.unpack(ARGV[1])
local outcomes = {}
local at = 1

-- The change at hand, and what stands.
local kind, id, expect, version, json, state, lane, rank, holder, group, deadline, lease, sets, parts
local key, name, oldState, oldLane, oldHolder, oldGroup, entering

local function laneKey(lane) return prefix .. 'lane:' .. kind .. ':' .. string.sub(lane, 2) end
local function heldKey(holder) return prefix .. 'held:' .. kind .. ':' .. string.sub(holder, 2) end
local function groupKey(group) return prefix .. 'group:' .. kind .. ':' .. string.sub(group, 2) end

-- From a key that is not ours any more there is nothing to remove.
local function leave(lane)
  local key = laneKey(lane)
  try('ZREM', key, id)
  if call('EXISTS', key) == 0 then try('SREM', prefix .. 'lanes:' .. kind, string.sub(lane, 2)) end
end

local function undo()
  if oldHolder ~= holder and holder ~= '-' then try('SREM', heldKey(holder), id) end
  if oldHolder == '-' and holder ~= '-' and group ~= '-' then try('SREM', groupKey(group), id) end
  if version ~= '0' and not oldState then try('ZREM', prefix .. 'ids:' .. kind, id) end
  if lane ~= '-' and oldLane ~= lane then leave(lane) end
end

local function change()
  local before = call('HMGET', key, 'v', 's', 'l', 'h', 'g')
  if (before[1] or '0') ~= expect then return 0 end
  oldState, oldLane, oldHolder, oldGroup = before[2], before[3] or '-', before[4] or '-', before[5] or '-'

  -- First, because a full Redis allows it, and then the rest of the script: what is waited for or held can end.
  if oldState == 'o' and lease == '' and (oldLane == '-' or oldLane ~= lane) then call('DEL', prefix .. 'lease:' .. name) end

  -- All that something in the place of a key can make fail. Nothing is taken away, so that all of it can be undone;
  -- but for the deadline, which therefore comes last.
  entering = true
  if oldHolder ~= holder and holder ~= '-' then call('SADD', heldKey(holder), id) end
  if oldHolder == '-' and holder ~= '-' and group ~= '-' then call('SADD', groupKey(group), id) end
  if version ~= '0' and not oldState then call('ZADD', prefix .. 'ids:' .. kind, 0, id) end
  if lane ~= '-' then
    call('ZADD', laneKey(lane), rank, id)
    if oldLane ~= lane then call('SADD', prefix .. 'lanes:' .. kind, string.sub(lane, 2)) end
  end
  if state == 'e' then
    call('ZADD', prefix .. 'ended', deadline == '' and '+inf' or deadline, name)
  elseif deadline ~= '' then
    call('ZADD', prefix .. 'deadlines', deadline, name)
  end
  entering = false

  if oldLane ~= '-' and oldLane ~= lane then leave(oldLane) end
  if oldHolder ~= '-' and oldHolder ~= holder then try('SREM', heldKey(oldHolder), id) end
  if oldHolder ~= '-' and holder == '-' and oldGroup ~= '-' then try('SREM', groupKey(oldGroup), id) end
  if oldState == 'e' and state ~= 'e' then try('ZREM', prefix .. 'ended', name) end
  if oldState == 'o' and (state == 'e' or deadline == '') then try('ZREM', prefix .. 'deadlines', name) end
  if lease ~= '' then call('SET', prefix .. 'lease:' .. name, '', 'PX', lease) end

  if version == '0' then
    call('DEL', key)
    try('ZREM', prefix .. 'ids:' .. kind, id)
    return 1
  end
  if oldState == state and oldLane == lane and oldHolder == holder then
    call('HSET', key, 'v', version, 'r', json, unpack(args, parts, parts + 2 * sets - 1))
  else
    call('HSET', key, 'v', version, 'r', json, 's', state, 'l', lane, 'h', holder, unpack(args, parts, parts + 2 * sets - 1))
  end
  if oldGroup ~= group then call('HSET', key, 'g', group) end
  if parts + 2 * sets < at then call('HDEL', key, unpack(args, parts + 2 * sets, at - 1)) end
  return 1
end

while at <= #args do
  kind, id, expect, version, json, state, lane, rank, holder, group, deadline, lease =
    args[at], args[at + 1], args[at + 2], args[at + 3], args[at + 4], args[at + 5],
    args[at + 6], args[at + 7], args[at + 8], args[at + 9], args[at + 10], args[at + 11]
  sets, parts = tonumber(args[at + 12]), at + 14
  at = parts + 2 * sets + tonumber(args[at + 13])
  key, name, entering = prefix .. 'r:' .. kind .. ':' .. id, kind .. ':' .. id, false

  local done, outcome = pcall(change)
  if not done then
    if entering then undo() end
    outcome = blame(outcome, key, 'hash', prefix .. 'ids:' .. kind, 'zset', prefix .. 'lanes:' .. kind, 'set', laneKey(lane), 'zset',
      heldKey(holder), 'set', groupKey(group), 'set', prefix .. 'deadlines', 'zset', prefix .. 'ended', 'zset')
  end
  outcomes[#outcomes + 1] = outcome
end
return outcomes
`
