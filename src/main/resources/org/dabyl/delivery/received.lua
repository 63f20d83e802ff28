#!lua flags=no-writes
-- Reads which messages of dispatches a person got.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   sealed chat
-- returns  list     dispatch, sealed message id in pairs
-- include pace.lua
-- include ledger.lua
local answer = {}
for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  local receipt = redis.call('HGET', book(id) .. ':receipts', ARGV[1])
  if receipt then
    answer[#answer + 1], answer[#answer + 2] = id, receipt
  end
end
return answer
