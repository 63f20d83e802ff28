#!lua flags=allow-oom
-- Claims chats whose clearing was cut off.
-- KEYS[1]  sorted set  sealed chat|language, by when it is tried next
-- ARGV[1]  ms          when it is tried again where this is cut off too
-- ARGV[2]  int         how many at most
-- returns  list        members
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)
local due = redis.call('ZRANGE', KEYS[1], '-inf', string.format('%.0f', now), 'BYSCORE', 'LIMIT', 0, ARGV[2])
for _, member in ipairs(due) do
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[1])), member)
end
return due
