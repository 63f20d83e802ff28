-- The books of the answers to one alert: what replaces an answer changes the tally and the sets with it. All of it is written down
-- at the end, for a call of its own for each costs more than what it does.
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

local LOT = 1000
local function in_lots(command, key, values)
  for i = 1, #values, LOT do
    redis.call(command, key, unpack(values, i, math.min(i + LOT - 1, #values)))
  end
end

-- what is to be written down
local tally, forms, forgotten, joined, left = {}, {}, {}, {}, {}
local function tell(field, by)
  tally[field] = (tally[field] or 0) + by
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
local function put(members, answer, chat)
  local set = sets[coming(answer.code) and 'coming' or answer.code]
  members[set] = members[set] or {}
  table.insert(members[set], chat)
end

-- the answers of these people, at most a lot of them; false for who has none
local function answers_of(chats)
  local answers = redis.call('HMGET', KEYS[1], unpack(chats))
  for i, kept in ipairs(answers) do
    answers[i] = kept and read(kept)
  end
  return answers
end

-- one person's answer by another; false is none. Each person once before it is written down
local function replace(chat, before, after)
  if before then
    count(before, -1)
    put(left, before, chat)
  end
  if after then
    count(after, 1)
    put(joined, after, chat)
    forms[#forms + 1], forms[#forms + 2] = chat, form(after)
  else
    forgotten[#forgotten + 1] = chat
  end
end

local function write_down()
  in_lots('HDEL', KEYS[1], forgotten)
  in_lots('HSET', KEYS[1], forms)
  for set, chats in pairs(left) do in_lots('SREM', set, chats) end
  for set, chats in pairs(joined) do in_lots('SADD', set, chats) end
  for field, by in pairs(tally) do
    if by ~= 0 and redis.call('HINCRBY', KEYS[2], field, by) <= 0 then redis.call('HDEL', KEYS[2], field) end
  end
end
