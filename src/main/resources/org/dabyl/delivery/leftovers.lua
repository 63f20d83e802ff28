#!lua flags=allow-oom
-- Finds people of dispatches whose life is over in what all dispatches of a bot share, and removes them.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  ms       how long after a message was due nothing of its dispatch is left
-- ARGV[2]  0 or 1   whether to remove them
-- returns  int      how many were found
-- include pace.lua
-- include ledger.lua
local remove, latest, found = ARGV[2] == '1', exact(now_ms - tonumber(ARGV[1])), 0

-- the time alone does not tell: what was hastened after an outage is due since long ago
local books = {}
local function over(id)
  if books[id] == nil then
    books[id] = redis.call('EXISTS', book(id)) == 1
  end
  return not books[id]
end

local function past(zset)
  for _, name in ipairs(redis.call('ZRANGE', zset, '-inf', latest, 'BYSCORE')) do
    if over(string.match(name, '^[^|]+')) then
      found = found + 1
      if remove then
        redis.call('ZREM', zset, name)
      end
    end
  end
end
past(LEASES)
for _, priority in ipairs(PRIORITIES) do
  past(retries(priority))
end
past(root .. 'elsewhere')
-- what is owed carries no time, and so is removed but not found: over once none of its dispatches has a book
local list = remove and redis.call('HGETALL', root .. 'owed') or {}
for i = 1, #list, 2 do
  local alive = false
  for item in string.gmatch(list[i + 1], '%S+') do
    alive = alive or not over(string.match(item, '^[^|]+'))
  end
  if not alive then
    redis.call('HDEL', root .. 'owed', list[i])
  end
end
return found
