-- The books of the answers to one alert: what is taken out and put in changes the tally and the sets with it.
-- KEYS[1] hash   answers: sealed chat -> order|code|arrival minute, and |g behind it where a guest gave it
-- KEYS[2] hash   tally: here, no, home, guests or arrival minute -> how many
-- KEYS[3] set    sealed chats of those coming
-- KEYS[4] set    of those who are there
-- KEYS[5] set    of those home safe
-- KEYS[6] set    of those who can't
local function read(form)
  local order, code, arrival, guest = string.match(form, '^([^|]*)|([^|]*)|([^|]*)|?(.*)$')
  return tonumber(order), code, arrival, guest == 'g'
end

local function form(order, code, arrival, guest)
  return table.concat({order, code, arrival}, '|') .. (guest and '|g' or '')
end

local function coming(code)
  return string.sub(code, 1, 1) == 'c'
end

local function tell(field, by)
  if redis.call('HINCRBY', KEYS[2], field, by) <= 0 then redis.call('HDEL', KEYS[2], field) end
end

local function count(code, arrival, guest, by)
  tell(coming(code) and arrival or code, by)
  if guest then tell('guests', by) end
end

local sets = {coming = KEYS[3], here = KEYS[4], home = KEYS[5], no = KEYS[6]}
local function set_of(code)
  return sets[coming(code) and 'coming' or code]
end

local function put(chat, order, code, arrival, guest)
  redis.call('HSET', KEYS[1], chat, form(order, code, arrival, guest))
  count(code, arrival, guest, 1)
  redis.call('SADD', set_of(code), chat)
end

local function take_out(chat, code, arrival, guest)
  count(code, arrival, guest, -1)
  redis.call('SREM', set_of(code), chat)
  redis.call('HDEL', KEYS[1], chat)
end
