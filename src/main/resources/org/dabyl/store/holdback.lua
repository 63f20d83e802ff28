#!lua flags=allow-oom
-- Keeps all places of a bucket back for a while, as one does who was told to wait.
-- KEYS[1]   bucket   string   when all places will be back, in µs of Redis; expires then
-- ARGV[1]   size     integer  how many places there are
-- ARGV[2]   interval µs       until one more place is back
-- ARGV[3]   time     µs       until a place may be used again
-- returns µs until all places are back
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local held = now + tonumber(ARGV[3]) + (tonumber(ARGV[1]) - 1) * tonumber(ARGV[2])
local full = math.max(held, tonumber(redis.call('GET', KEYS[1]) or 0))
redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', string.format('%.0f', math.ceil((full - now) / 1000)))
return full - now
