#!lua flags=allow-oom
-- Closes an alert and plans the message that tells everyone.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set open alerts
-- KEYS[3] sorted set alerts that are over and still know their people
-- KEYS[4] sorted set due steps
-- ARGV[1] text       alert id
-- ARGV[2] number     now, ms
-- ARGV[3] text       how it ends
-- ARGV[4] text       why, sealed
-- ARGV[5] number     how long it is kept, ms
-- ARGV[6] number     when to ask who came whether they are home, ms
-- Returns 1 where this call closed it.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'state', 'over', 'ending', ARGV[3], 'reason', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1])
redis.call('ZADD', KEYS[4], 'LT', ARGV[2], 'post|' .. ARGV[1] .. '.over', ARGV[2], 'standdown|' .. ARGV[1], ARGV[2],
  'board|' .. ARGV[1], ARGV[6], 'home|' .. ARGV[1] .. '.ask',
  ARGV[2], 'learn|' .. ARGV[1], ARGV[2], 'clear|' .. ARGV[1] .. '.' .. ARGV[2])
return 1
