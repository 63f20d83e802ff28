#!lua flags=allow-oom
-- Withdraws every dispatch whose name begins so: who has not been tried is taken back.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  string   how the names begin
-- ARGV[2]  0 or 1   whether who is taken back no longer counts as called
-- returns  int      people taken back now
-- include pace.lua
-- include ledger.lua
local beginning, uncall, sum = ARGV[1], ARGV[2] == '1', 0

local function forget_called(id)
  local called = redis.call('HGET', book(id), 'called')
  for _, sealed in ipairs(redis.call('SMEMBERS', book(id) .. ':withdrawn')) do
    redis.call('SREM', root .. called, sealed)
  end
end

local function withdraw(id)
  redis.call('HSET', book(id), 'state', 'withdrawn')
  local taken = take_waiting(id, book(id) .. ':withdrawn')
  close(id, 'withdrawn', taken)
  if uncall and taken > 0 then
    forget_called(id)
  end
  return taken
end

for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
  if string.sub(id, 1, #beginning) == beginning then
    local state, ended = unpack(redis.call('HMGET', book(id), 'state', 'endedAt'))
    if state == 'running' and not ended then
      sum = sum + withdraw(id)
    end
  end
end
return sum
