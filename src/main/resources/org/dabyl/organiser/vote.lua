#!lua flags=allow-oom
-- Counts one organiser's wish to suspend another, or to have them back; the second one does it at once.
-- KEYS[1] set    wishes: sealed chats of those who want it
-- KEYS[2] hash   suspended: sealed chat -> ms
-- KEYS[3] zset   due steps by ms
-- ARGV[1] text   sealed chat of who wants it
-- ARGV[2] text   sealed chat of whom it is about
-- ARGV[3] text   'suspend' or 'reinstate'
-- ARGV[4] ms     now
-- ARGV[5] ms     how long a wish waits for the second
-- ARGV[6] text   member of the step that cuts off what they had begun
-- Returns 0 where there is nothing to do, 1 where a second one is needed, 2 where it is done.
local suspended = redis.call('HEXISTS', KEYS[2], ARGV[2]) == 1
if suspended == (ARGV[3] == 'suspend') then return 0 end
if ARGV[1] == ARGV[2] or redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
redis.call('SADD', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[5]) end
local many = 0
for _, voter in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  -- the wish of one who was cut off meanwhile counts for nothing
  if redis.call('HEXISTS', KEYS[2], voter) == 0 then many = many + 1 end
end
if many < 2 then return 1 end
redis.call('DEL', KEYS[1])
if suspended then
  redis.call('HDEL', KEYS[2], ARGV[2])
else
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
  redis.call('ZADD', KEYS[3], 'LT', ARGV[4], ARGV[6])
end
return 2
