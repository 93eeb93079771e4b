/**
 * Takes the records of lowest rank out of lanes, for a group of claims.
 *
 * KEYS[1]  what every key begins with
 * ARGV[1]  a MessagePack array of strings; for each claim, one after the other:
 *          kind, how many at the most, how many its holder may hold ('' any number),
 *          holder (`+` and its name, or `-`), patch JSON, deadline, the numeric field to add to it ('' none),
 *          what the patch itself adds to that field, now, how many lanes, then the lanes
 * Returns  for each claim a list: id, version before, `r` before, the part `args` (or false), and again
 *
 * The patch is copied behind the record as it is; whoever reads the record applies it.
 */
export const claim = `
local prefix = KEYS[1]
local call = redis.call
local args = cmsgpack.unpack(ARGV[1])
local replies = {}
local at = 1

local function first(key)
  local head = call('ZRANGE', key, 0, 0, 'WITHSCORES')
  return head[1], tonumber(head[2])
end

-- Ids of the lowest ranks, and out of their lanes.
local function pop(kind, lanes, max)
  local names = prefix .. 'lanes:' .. kind
  local lane = prefix .. 'lane:' .. kind .. ':'
  local popped = {}
  local heads, ranks = {}, {}
  if #lanes == 1 then
    local entries = call('ZPOPMIN', lane .. lanes[1], max)
    for n = 1, #entries, 2 do popped[#popped + 1] = entries[n] end
    if #popped < max or call('EXISTS', lane .. lanes[1]) == 0 then call('SREM', names, lanes[1]) end
    return popped
  end
  for n = 1, #lanes do heads[n], ranks[n] = first(lane .. lanes[n]) end
  while #popped < max do
    local best
    for n = 1, #lanes do
      if heads[n] and (best == nil or ranks[n] < ranks[best]) then best = n end
    end
    if best == nil then break end
    -- None is removed where the lane was named twice.
    if call('ZREM', lane .. lanes[best], heads[best]) == 1 then popped[#popped + 1] = heads[best] end
    heads[best], ranks[best] = first(lane .. lanes[best])
    if not heads[best] then call('SREM', names, lanes[best]) end
  end
  return popped
end

while at <= #args do
  local kind, max, holds, holder, patch, deadline, plus, added, now =
    args[at], tonumber(args[at + 1]), args[at + 2], args[at + 3], args[at + 4],
    tonumber(args[at + 5]), args[at + 6], tonumber(args[at + 7]), tonumber(args[at + 8])
  local lanes = {}
  for n = 1, tonumber(args[at + 9]) do lanes[n] = args[at + 9 + n] end
  at = at + 10 + #lanes

  local held = prefix .. 'held:' .. kind .. ':' .. string.sub(holder, 2)
  if holds ~= '' then max = math.min(max, tonumber(holds) - call('SCARD', held)) end

  local taken = {}
  for _, id in ipairs(max > 0 and pop(kind, lanes, max) or {}) do
    local key = prefix .. 'r:' .. kind .. ':' .. id
    local record = call('HMGET', key, 'v', 'r', 'p:args', 'h', 'n:' .. plus)
    if record[1] then
      local name = kind .. ':' .. id
      local ends = deadline
      if plus ~= '' then ends = ends + added + (tonumber(record[5]) or 0) end
      local version = string.format('%.0f', record[1] + 1)
      call('HSET', key, 'v', version, 'r', record[2] .. '\\n' .. patch, 'l', '-', 'h', holder)
      if record[4] ~= '-' and record[4] ~= holder then
        call('SREM', prefix .. 'held:' .. kind .. ':' .. string.sub(record[4], 2), id)
      end
      if holder ~= '-' then call('SADD', held, id) end
      call('ZADD', prefix .. 'deadlines', string.format('%.0f', ends), name)
      if ends > now then call('SET', prefix .. 'lease:' .. name, '', 'PX', string.format('%.0f', ends - now)) end
      local n = #taken
      taken[n + 1], taken[n + 2], taken[n + 3], taken[n + 4] = id, record[1], record[2], record[3]
    end
  end
  replies[#replies + 1] = taken
end
return replies
`
