/**
 * What this user lacks. Nothing is carried out.
 *
 * KEYS[1]  what every key begins with
 * ARGV     a channel of ours, then commands with their arguments, in which KEY and CHANNEL stand for ours
 * Returns  the names of the commands that it may not use so
 */
export const missing = `
local places = { KEY = KEYS[1], CHANNEL = ARGV[1] }
local lacking = {}
for n = 2, #ARGV do
  local words = {}
  for word in string.gmatch(ARGV[n], '%S+') do words[#words + 1] = places[word] or word end
  if not redis.acl_check_cmd(unpack(words)) then lacking[#lacking + 1] = words[1] end
end
return lacking
`
