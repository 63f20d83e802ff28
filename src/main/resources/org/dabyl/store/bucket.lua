#!lua
-- Takes one place of a bucket whose places come back with time, or books one that comes back soon.
-- KEYS[1] bucket    string   when all places will be back, in µs of Redis; expires then
-- ARGV[1] size      integer  how many places there are
-- ARGV[2] interval  µs       until one more place is back
-- ARGV[3] patience  µs       the longest wait that is booked; 0 takes only what is there
-- returns µs until the place may be used; nothing is taken where that is longer than the patience
local interval = tonumber(ARGV[2])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0)) + interval
local wait = math.max(0, full - tonumber(ARGV[1]) * interval - now)
if wait <= tonumber(ARGV[3]) then
  redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', string.format('%.0f', math.ceil((full - now) / 1000)))
end
return wait
