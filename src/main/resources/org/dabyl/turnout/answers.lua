-- The books of the answers to one alert: what is taken out and put in changes the tally and the sets with it.
-- KEYS[1] hash   answers: sealed chat -> order|code|minute|guest|skills|within|due; the minute is that of the arrival, or of the
--                answer; guest is g or empty; skills have commas between them; how soon and for which minute the person last
--                said that they come, both empty for never
-- KEYS[2] hash   tally: here, no, home, guests or arrival minute; way:<within> of those on the way; skill:<what> of those on the
--                way or there; others, which belongs to no answer -> how many
-- KEYS[3] set    sealed chats of those coming
-- KEYS[4] set    of those who are there
-- KEYS[5] set    of those home safe
-- KEYS[6] set    of those who can't
local function read(form)
  local answer = {}
  answer.order, answer.code, answer.minute, answer.guest, answer.skills, answer.within, answer.due =
    string.match(form, '^([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)$')
  return answer
end

local function form(answer)
  return table.concat(
    {answer.order, answer.code, answer.minute, answer.guest, answer.skills, answer.within, answer.due}, '|')
end

local function coming(code)
  return string.sub(code, 1, 1) == 'c'
end

local function tell(field, by)
  if redis.call('HINCRBY', KEYS[2], field, by) <= 0 then redis.call('HDEL', KEYS[2], field) end
end

local function count(answer, by)
  local on_the_way = coming(answer.code)
  tell(on_the_way and answer.minute or answer.code, by)
  if on_the_way then tell('way:' .. answer.within, by) end
  if on_the_way or answer.code == 'here' then
    for skill in string.gmatch(answer.skills, '[^,]+') do tell('skill:' .. skill, by) end
  end
  if answer.guest == 'g' then tell('guests', by) end
end

local sets = {coming = KEYS[3], here = KEYS[4], home = KEYS[5], no = KEYS[6]}
local function set_of(code)
  return sets[coming(code) and 'coming' or code]
end

local function put(chat, answer)
  redis.call('HSET', KEYS[1], chat, form(answer))
  count(answer, 1)
  redis.call('SADD', set_of(answer.code), chat)
end

local function take_out(chat, answer)
  count(answer, -1)
  redis.call('SREM', set_of(answer.code), chat)
  redis.call('HDEL', KEYS[1], chat)
end
