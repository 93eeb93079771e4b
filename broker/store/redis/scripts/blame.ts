/**
 * Stands before a script that carries out several things, so that each of them
 * fails alone: what one of them failed at is told in its place. Only where
 * something failed is Redis asked for more.
 *
 * DAMAGED is wanted key  another program has put something else where a key of ours was
 * FAILED message         anything else that is about what was asked: a mistake of ours
 *
 * What is about the server as a whole (it is full, or a replica) ends the script.
 */
export const blame = `
local function isServers(text)
  local code = string.match(text, '^(%u+) ')
  return code ~= nil and code ~= 'WRONGTYPE' and code ~= 'ERR'
end

-- What failed, as pcall or redis.pcall gave it; then the keys that it was about, each with its type.
local function blame(problem, ...)
  local text = type(problem) == 'table' and problem.err or problem
  if isServers(text) then error({ err = text }) end
  for n = 1, select('#', ...), 2 do
    local key, wanted = select(n, ...)
    local is = redis.call('TYPE', key).ok
    if is ~= 'none' and is ~= wanted then return { err = 'DAMAGED ' .. is .. ' ' .. wanted .. ' ' .. key } end
  end
  return { err = 'FAILED ' .. text }
end

local function failed(reply)
  return type(reply) == 'table' and reply.err ~= nil
end
`
