#!lua flags=allow-oom
-- Stores a batch of updates and the offset that confirms it, in one step.
-- KEYS[1] {bot}:receiver  string  who receives
-- KEYS[2] {bot}:inbox     stream  updates to be handled: id, update (sealed)
-- KEYS[3] {bot}:offset    string  the next poll's offset; expires
-- KEYS[4] {bot}:seen      zset    update ids by the time they came, in s
-- ARGV[1] owner           string  who stores; fences off a receiver that lost its lease; empty for a webhook, which has none
-- ARGV[2] offset          integer the offset after this batch; 0 leaves the old one
-- ARGV[3] offset's life   integer ms
-- ARGV[4] memory          integer how long an update id is remembered, in s
-- ARGV[5] most            integer how many update ids are remembered
-- ARGV[6..] pairs of      integer update id, string sealed update
-- returns how many were new, or -1 where the owner no longer receives
if ARGV[1] ~= '' and redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return -1
end
local now = tonumber(redis.call('TIME')[1])
-- before looking: after a quiet week ids may start again lower, and an old one is not the same update
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - tonumber(ARGV[4]))
local stored = 0
for i = 6, #ARGV, 2 do
  if redis.call('ZADD', KEYS[4], 'NX', now, ARGV[i]) == 1 then
    redis.call('XADD', KEYS[2], '*', 'id', ARGV[i], 'update', ARGV[i + 1])
    stored = stored + 1
  end
end
redis.call('ZREMRANGEBYRANK', KEYS[4], 0, -1 - tonumber(ARGV[5]))
redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[4]) * 1000)
if ARGV[2] ~= '0' then
  redis.call('SET', KEYS[3], ARGV[2], 'PX', ARGV[3])
end
return stored
