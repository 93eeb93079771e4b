/**
 * Takes the records of lowest rank out of lanes, for a group of claims.
 *
 * KEYS[1]  what every key begins with
 * ARGV     for each claim, one after the other:
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
local replies = {}
local at = 1

local function first(key)
  local head = call('ZRANGE', key, 0, 0, 'WITHSCORES')
  return head[1], tonumber(head[2])
end

while at <= #ARGV do
  local kind, max, holds, holder, patch, deadline, plus, added, now =
    ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2], ARGV[at + 3], ARGV[at + 4],
    tonumber(ARGV[at + 5]), ARGV[at + 6], tonumber(ARGV[at + 7]), tonumber(ARGV[at + 8])
  local lanes = {}
  for n = 1, tonumber(ARGV[at + 9]) do lanes[n] = ARGV[at + 9 + n] end
  at = at + 10 + #lanes

  local held = prefix .. 'held:' .. kind .. ':' .. string.sub(holder, 2)
  if holds ~= '' then max = math.min(max, tonumber(holds) - call('SCARD', held)) end

  local ids, ranks, keys = {}, {}, {}
  if max > 0 then
    for n, lane in ipairs(lanes) do
      keys[n] = prefix .. 'lane:' .. kind .. ':' .. lane
      ids[n], ranks[n] = first(keys[n])
    end
  end
  local taken = {}
  while max > 0 do
    local best
    for n = 1, #lanes do
      if ids[n] and (best == nil or ranks[n] < ranks[best]) then best = n end
    end
    if best == nil then break end
    local id = ids[best]
    -- None where the lane was named twice.
    local removed = call('ZREM', keys[best], id)
    ids[best], ranks[best] = first(keys[best])
    if not ids[best] then call('SREM', prefix .. 'lanes:' .. kind, lanes[best]) end

    local key = prefix .. 'r:' .. kind .. ':' .. id
    local record = removed == 1 and call('HMGET', key, 'v', 'r', 'p:args', 'h') or {}
    if record[1] then
      max = max - 1
      local name = kind .. ':' .. id
      local ends = deadline
      if plus ~= '' then ends = ends + added + (tonumber(cjson.decode(record[2])[plus]) or 0) end
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
