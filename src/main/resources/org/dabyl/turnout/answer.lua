#!lua flags=allow-oom
-- Keeps people's answers to one alert, and the tally and the sets of those who answered the same beside them; of one person's
-- the answer with the highest order counts.
-- KEYS[1] hash   answers: sealed chat -> order|code|arrival minute
-- KEYS[2] hash   tally: here, no, home or arrival minute -> how many
-- KEYS[3] set    sealed chats of those coming
-- KEYS[4] set    of those who are there
-- KEYS[5] set    of those home safe
-- KEYS[6] set    of those who can't
-- ARGV[1] number life of all keys, s
-- then, for each answer:
-- ARGV    text   sealed chat
-- ARGV    number order
-- ARGV    text   code: c<minutes>, no, here, home
-- ARGV    number minute of arrival, 0 where not coming
-- Returns for each the code of the answer that counts now.
local WIDTH = 4

local function coming(code)
  return string.sub(code, 1, 1) == 'c'
end

local function field(code, arrival)
  return coming(code) and arrival or code
end

local sets = {coming = KEYS[3], here = KEYS[4], home = KEYS[5], no = KEYS[6]}
local function set(code)
  return sets[coming(code) and 'coming' or code]
end

local function keep(chat, order, code, arrival)
  local kept = redis.call('HGET', KEYS[1], chat)
  if kept then
    local older, before, then_arriving = string.match(kept, '^([^|]*)|([^|]*)|(.*)$')
    if tonumber(older) >= tonumber(order) then return before end
    local was = field(before, then_arriving)
    if redis.call('HINCRBY', KEYS[2], was, -1) <= 0 then redis.call('HDEL', KEYS[2], was) end
    redis.call('SREM', set(before), chat)
  end
  redis.call('HSET', KEYS[1], chat, table.concat({order, code, arrival}, '|'))
  redis.call('HINCRBY', KEYS[2], field(code, arrival), 1)
  redis.call('SADD', set(code), chat)
  return code
end

local counted = {}
for i = 2, #ARGV, WIDTH do
  counted[#counted + 1] = keep(unpack(ARGV, i, i + WIDTH - 1))
end
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, ARGV[1])
end
return counted
