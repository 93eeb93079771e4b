/**
 * What this user lacks. Nothing is carried out, and no key is named as one: whose keys these are is part of the question.
 *
 * ARGV     commands with their arguments, one string each
 * Returns  the numbers, from 1, of those that it may not use so
 */
export const missing = `
local lacking = {}
for n = 1, #ARGV do
  local words = {}
  for word in string.gmatch(ARGV[n], '%S+') do words[#words + 1] = word end
  if not redis.acl_check_cmd(unpack(words)) then lacking[#lacking + 1] = n end
end
return lacking
`
