#!lua flags=no-writes
-- Counts the people of every dispatch where they are, not by its book, at one moment.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- returns  list     for each dispatch its id; as the book says: recipients, leased, retrying, delivered, gone, failed, withdrawn;
--                   as counted: waiting, leased, retrying
-- include pace.lua
-- include ledger.lua
local function tally(zsets)
  local counted = {}
  for _, zset in ipairs(zsets) do
    for _, name in ipairs(redis.call('ZRANGE', zset, 0, -1)) do
      local id = parts(name)
      counted[id] = (counted[id] or 0) + 1
    end
  end
  return counted
end

local leased, retrying, answer = tally({LEASES}), tally({retries('call'), retries('update'), retries('reminder')}), {}
for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  local kept = redis.call(
    'HMGET', book(id), 'total', 'leased', 'retrying', 'delivered', 'gone', 'failed', 'withdrawn', 'classes')
  if kept[1] then
    local still = 0
    for n = 1, tonumber(kept[8]) do
      still = still + redis.call('SCARD', waiting(id, n))
    end
    answer[#answer + 1] = id
    for i = 1, 7 do
      answer[#answer + 1] = kept[i]
    end
    answer[#answer + 1] = tostring(still)
    answer[#answer + 1] = tostring(leased[id] or 0)
    answer[#answer + 1] = tostring(retrying[id] or 0)
  end
end
return answer
