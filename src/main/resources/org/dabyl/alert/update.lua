#!lua
-- Keeps a piece of news and plans its launch.
-- KEYS[1] hash       alert
-- KEYS[2] sorted set due steps
-- ARGV[1] text       alert id
-- ARGV[2] number     now, ms
-- ARGV[3] text       order of the news
-- ARGV[4] text       the news, sealed
-- ARGV[5] text       field that keeps the newest of its kind; empty for none
-- Returns 1 where the alert is open.
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return 0 end
redis.call('HSET', KEYS[1], 'update:' .. ARGV[3], ARGV[4])
if ARGV[5] ~= '' then
  local latest = string.match(redis.call('HGET', KEYS[1], ARGV[5]) or '', '^%d+')
  -- by the time, for the orders of two bots cannot be compared
  if not latest or tonumber(latest) <= tonumber(ARGV[2]) then
    redis.call('HSET', KEYS[1], ARGV[5], ARGV[2] .. '|' .. ARGV[4])
  end
end
redis.call('ZADD', KEYS[2], 'LT', ARGV[2], 'post|' .. ARGV[1] .. '.news-' .. ARGV[3], ARGV[2],
  'update|' .. ARGV[1] .. '.' .. ARGV[3])
return 1
