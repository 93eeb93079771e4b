/**
 * Takes the records of lowest rank out of lanes, for a group of claims.
 *
 * KEYS[1]  what every key begins with
 * ARGV[1]  a MessagePack array of strings; for each claim, one after the other:
 *          kind, how many at the most, how many its holder may hold ('' any number),
 *          holder (`+` and its name, or `-`), patch JSON, deadline, the numeric field to add to it ('' none),
 *          what the patch itself adds to that field, now, how many lanes, then the lanes,
 *          how many limits; for each: group, how many may be held ('' any number), how many may be claimed in 50 slices of
 *          time ('' any number), how long a slice is in ms, how many lanes, then those lanes
 * Returns  for each claim a list: id, version before, `r` before, the part `args` (or false), and again;
 *          behind them an error (blame.ts) for each lane that was passed over, and each record that is none any more.
 *          For a claim that can't be carried out, an error instead of the list
 *
 * The patch is copied behind the record as it is; whoever reads the record applies it.
 */
import { blame } from './blame.js'

export const claim = `
${blame}
local prefix = KEYS[1]
local call, try = redis.call, redis.pcall
local args = cmsgpack.unpack(ARGV[1])
local replies = {}
local at = 1

-- The claim at hand.
local kind, max, holder, patch, deadline, plus, added, now, held, lanes, limits, taken, problems, ended

local function laneKey(lane) return prefix .. 'lane:' .. kind .. ':' .. lane end

local function note(problem)
  problems = problems or {}
  problems[#problems + 1] = problem
end

local function isLane(reply, lane)
  if reply.err == nil then return true end
  note(blame(reply, laneKey(lane), 'zset'))
  return false
end

-- How many may still be claimed, and by lane.
local function limit(group, most, rate, sliceMs)
  local room, rateKey, slice = math.huge, prefix .. 'rate:' .. kind .. ':' .. group
  local groupKey = prefix .. 'group:' .. kind .. ':' .. group
  local done, problem = pcall(function()
    if most ~= '' then room = tonumber(most) - call('SCARD', groupKey) end
    if rate == '' then return end
    slice = math.floor(now / sliceMs)
    local counted = tonumber(rate)
    if call('HGET', rateKey, 'ms') ~= sliceMs then
      call('DEL', rateKey)
      call('HSET', rateKey, 'ms', sliceMs)
    end
    local counts = call('HGETALL', rateKey)
    for n = 1, #counts, 2 do
      if counts[n] ~= 'ms' then
        if tonumber(counts[n]) < slice - 50 then call('HDEL', rateKey, counts[n]) else counted = counted - counts[n + 1] end
      end
    end
    room = math.min(room, counted)
  end)
  if not done then
    room = 0
    note(blame(problem, groupKey, 'set', rateKey, 'hash'))
  end
  return { room = room, key = rateKey, slice = slice and string.format('%.0f', slice), keptMs = string.format('%.0f', 52 * (tonumber(sliceMs) or 0)) }
end

local function count(limited)
  limited.room = limited.room - 1
  if not limited.slice then return end
  call('HINCRBY', limited.key, limited.slice, 1)
  call('PEXPIRE', limited.key, limited.keptMs)
end

-- All that something in the place of a key can make fail comes first.
local function give(id, key, record, lane)
  local name = kind .. ':' .. id
  local ends = deadline
  if plus ~= '' then ends = ends + added + (tonumber(record[5]) or 0) end
  local version = string.format('%.0f', record[1] + 1)
  if limits[lane] then count(limits[lane]) end
  if holder ~= '-' then
    call('SADD', held, id)
    if (record[6] or '-') ~= '-' then call('SADD', prefix .. 'group:' .. kind .. ':' .. string.sub(record[6], 2), id) end
  end
  call('ZADD', prefix .. 'deadlines', string.format('%.0f', ends), name)
  call('HSET', key, 'v', version, 'r', record[2] .. '\\n' .. patch, 'l', '-', 'h', holder)
  if record[4] ~= '-' and record[4] ~= holder then
    try('SREM', prefix .. 'held:' .. kind .. ':' .. string.sub(record[4], 2), id)
  end
  if ends > now then call('SET', prefix .. 'lease:' .. name, '', 'PX', string.format('%.0f', ends - now)) end
end

local function take(id, rank, lane)
  local key = prefix .. 'r:' .. kind .. ':' .. id
  local record = try('HMGET', key, 'v', 'r', 'p:args', 'h', 'n:' .. plus, 'g')
  -- What is no record does not come back into its lane, where it would be in the way of all behind it.
  if record.err then
    note(blame(record, key, 'hash'))
  elseif tonumber(record[1]) and record[2] then
    local done, problem = pcall(give, id, key, record, lane)
    if done then
      local n = #taken
      taken[n + 1], taken[n + 2], taken[n + 3], taken[n + 4] = id, record[1], record[2], record[3]
    else
      local group = prefix .. 'group:' .. kind .. ':' .. string.sub(record[6] or '', 2)
      if holder ~= '-' and record[4] ~= holder then
        try('SREM', held, id)
        try('SREM', group, id)
      end
      call('ZADD', laneKey(lane), rank, id)
      try('SADD', prefix .. 'lanes:' .. kind, lane)
      ended = blame(problem, held, 'set', group, 'set', prefix .. 'deadlines', 'zset')
    end
  end
end

local function fromOne(lane)
  if limits[lane] then max = math.min(max, limits[lane].room) end
  if max < 1 then return end
  local entries = try('ZPOPMIN', laneKey(lane), max)
  if not isLane(entries, lane) then return end
  if #entries < 2 * max or call('EXISTS', laneKey(lane)) == 0 then try('SREM', prefix .. 'lanes:' .. kind, lane) end
  for n = 1, #entries, 2 do take(entries[n], entries[n + 1], lane) end
end

local function first(lane)
  local head = try('ZRANGE', laneKey(lane), 0, 0, 'WITHSCORES')
  if isLane(head, lane) then return head[1], tonumber(head[2]) end
end

local function fromSome()
  local heads, ranks = {}, {}
  for n = 1, #lanes do heads[n], ranks[n] = first(lanes[n]) end
  local left = max
  while left > 0 and not ended do
    local best
    for n = 1, #lanes do
      if heads[n] and not (limits[lanes[n]] and limits[lanes[n]].room < 1) and (best == nil or ranks[n] < ranks[best]) then best = n end
    end
    if best == nil then break end
    local lane, id, rank = lanes[best], heads[best], ranks[best]
    -- None is removed where the lane was named twice.
    local removed = call('ZREM', laneKey(lane), id)
    heads[best], ranks[best] = first(lane)
    if not heads[best] then try('SREM', prefix .. 'lanes:' .. kind, lane) end
    if removed == 1 then
      left = left - 1
      take(id, rank, lane)
    end
  end
end

while at <= #args do
  local holds
  kind, max, holds, holder, patch, deadline, plus, added, now =
    args[at], tonumber(args[at + 1]), args[at + 2], args[at + 3], args[at + 4],
    tonumber(args[at + 5]), args[at + 6], tonumber(args[at + 7]), tonumber(args[at + 8])
  lanes = {}
  for n = 1, tonumber(args[at + 9]) do lanes[n] = args[at + 9 + n] end
  local limited = tonumber(args[at + 10 + #lanes])
  at = at + 11 + #lanes
  held = prefix .. 'held:' .. kind .. ':' .. string.sub(holder, 2)
  taken, problems, ended, limits = {}, nil, nil, {}
  for _ = 1, limited do
    local bound = limit(args[at], args[at + 1], args[at + 2], args[at + 3])
    local many = tonumber(args[at + 4])
    for n = 1, many do limits[args[at + 4 + n]] = bound end
    at = at + 5 + many
  end

  if holds ~= '' then
    local holding = try('SCARD', held)
    if failed(holding) then
      max, ended = 0, blame(holding, held, 'set')
    else
      max = math.min(max, tonumber(holds) - holding)
    end
  end
  if max > 0 and #lanes == 1 then fromOne(lanes[1]) elseif max > 0 then fromSome() end
  for _, problem in ipairs(problems or {}) do taken[#taken + 1] = problem end
  replies[#replies + 1] = ended or taken
end
return replies
`
