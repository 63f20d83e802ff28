#!lua flags=allow-oom
-- Takes one place each of buckets whose places come back with time, or books one that comes back soon.
-- KEYS[n]   buckets   string   when all places will be back, in µs of Redis; expires then
-- then, for each:
-- ARGV      size      integer  how many places there are
-- ARGV      interval  µs       until one more place is back
-- ARGV      patience  µs       the longest wait that is booked; 0 takes only what is there
-- returns for each µs until the place may be used; nothing is taken where that is longer than the patience
local WIDTH = 3
-- no place is booked or held back for longer; a bucket that says so was written by a Redis whose clock was ahead, and counts as full
local MOST_AHEAD = 60000000
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local waits = {}
for i, bucket in ipairs(KEYS) do
  local size, interval, patience = unpack(ARGV, (i - 1) * WIDTH + 1, i * WIDTH)
  local kept = tonumber(redis.call('GET', bucket) or 0)
  if kept > now + size * interval + math.max(patience, MOST_AHEAD) then
    kept = now
  end
  local full = math.max(now, kept) + tonumber(interval)
  local wait = math.max(0, full - tonumber(size) * tonumber(interval) - now)
  if wait <= tonumber(patience) then
    redis.call('SET', bucket, string.format('%.0f', full), 'PX', string.format('%.0f', math.ceil((full - now) / 1000)))
  end
  waits[i] = wait
end
return waits
