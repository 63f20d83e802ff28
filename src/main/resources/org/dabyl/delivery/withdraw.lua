#!lua flags=allow-oom
-- Withdraws a dispatch: who has not been tried is taken back. Before its launch, it is never launched.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   dispatch
-- ARGV[2]  ms       how long it is kept, where it was not launched
-- returns  int      people taken back now
-- include pace.lua
-- include ledger.lua
local id = ARGV[1]
local state = redis.call('HGET', book(id), 'state')
if not state then
  redis.call('HSET', book(id), 'total', 0, 'delivered', 0, 'gone', 0, 'failed', 0, 'withdrawn', 0, 'leased', 0,
    'retrying', 0, 'priority', 'reminder', 'classes', 0, 'state', 'withdrawn', 'endedAt', exact(now_ms))
  redis.call('PEXPIRE', book(id), ARGV[2])
  return 0
elseif state ~= 'running' then
  return 0
end
redis.call('HSET', book(id), 'state', 'withdrawn')
local taken = take_waiting(id, book(id) .. ':withdrawn')
close(id, 'withdrawn', taken)
return taken
