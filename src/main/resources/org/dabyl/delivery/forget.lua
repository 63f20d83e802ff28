#!lua flags=allow-oom
-- Puts aside which messages are to be deleted from a person's chat, and that they are.
-- KEYS[1]  sorted set  chats that are being cleared, by when that is tried next, ms
-- KEYS[2]  string      what was sent to the chat besides dispatches
-- KEYS[3]  string      what is put aside
-- ARGV[1]  string      sealed chat|language of the last word
-- ARGV[2]  string      what KEYS[2] held when it was read; empty for nothing
-- ARGV[3]  string      sealed message ids, by commas
-- ARGV[4]  ms          after how long another instance goes on with it
-- ARGV[5]  ms          how long it is kept at most
-- returns  int         1; 0 where something was sent meanwhile, and nothing is put aside
if (redis.call('GET', KEYS[2]) or '') ~= ARGV[2] then
  return 0
end
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local before = redis.call('GET', KEYS[3])
redis.call('SET', KEYS[3], (before and before .. ',' or '') .. ARGV[3], 'PX', ARGV[5])
redis.call('DEL', KEYS[2])
redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[4])), ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 1
