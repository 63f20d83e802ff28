#!lua flags=no-writes
-- Reads how far a dispatch has come, from its book.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   dispatch
-- returns  list     recipients, waiting, leased, retrying, delivered, gone, failed, withdrawn; empty where it is not known
-- include pace.lua
-- include ledger.lua
local id = ARGV[1]
local sums = redis.call('HMGET', book(id), 'total', 'leased', 'retrying', 'delivered', 'gone', 'failed', 'withdrawn', 'classes')
if not sums[1] then
  return {}
end
local still = 0
for n = 1, tonumber(sums[8]) do
  still = still + redis.call('SCARD', waiting(id, n))
end
local answer = {tonumber(sums[1]), still}
for i = 2, 7 do
  answer[i + 1] = tonumber(sums[i])
end
return answer
