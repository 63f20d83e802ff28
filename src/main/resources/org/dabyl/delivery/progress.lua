#!lua flags=no-writes
-- Reads how far dispatches have come, from their books.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   dispatch
-- ARGV[2]  0 or 1   whether all are meant whose names begin so
-- returns  list     recipients, waiting, leased, retrying, delivered, gone, failed, withdrawn; empty where none is known
-- include pace.lua
-- include ledger.lua
local answer = {}

local function add(id)
  local sums = redis.call('HMGET', book(id), 'total', 'leased', 'retrying', 'delivered', 'gone', 'failed', 'withdrawn', 'classes')
  if not sums[1] then
    return
  end
  local still = 0
  for n = 1, tonumber(sums[8]) do
    still = still + redis.call('SCARD', waiting(id, n))
  end
  answer[1], answer[2] = (answer[1] or 0) + tonumber(sums[1]), (answer[2] or 0) + still
  for i = 2, 7 do
    answer[i + 1] = (answer[i + 1] or 0) + tonumber(sums[i])
  end
end

if ARGV[2] == '0' then
  add(ARGV[1])
else
  for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
    if string.sub(id, 1, #ARGV[1]) == ARGV[1] then
      add(id)
    end
  end
end
return answer
