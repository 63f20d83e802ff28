#!lua
-- Gathers those who said that they come, should be there by a minute, and were not asked yet; the muted and the guests left out.
-- KEYS[1] hash       answers: sealed chat -> order|code|arrival minute|g for a guest and more
-- KEYS[2] set        those coming
-- KEYS[3] set        those who were asked
-- KEYS[4] sorted set muted, by the end of the mute, ms
-- KEYS[5] set        those gathered, made anew
-- ARGV[1] number     minute
-- ARGV[2] number     now, ms
-- ARGV[3] number     life of those gathered, s
-- Returns how many.
redis.call('DEL', KEYS[5])
local coming = redis.call('SDIFF', KEYS[2], KEYS[3])
local many = 0
for i = 1, #coming, 1000 do
  local some = {unpack(coming, i, math.min(i + 999, #coming))}
  local answers = redis.call('HMGET', KEYS[1], unpack(some))
  for j, answer in ipairs(answers) do
    local arrival = answer and string.match(answer, '^[^|]*|[^|]*|(%d+)||')
    if arrival and tonumber(arrival) <= tonumber(ARGV[1])
      and tonumber(redis.call('ZSCORE', KEYS[4], some[j]) or 0) <= tonumber(ARGV[2]) then
      many = many + redis.call('SADD', KEYS[5], some[j])
    end
  end
end
redis.call('EXPIRE', KEYS[5], ARGV[3])
return many
