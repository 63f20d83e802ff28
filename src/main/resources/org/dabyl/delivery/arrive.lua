#!lua flags=allow-oom
-- Puts a person who moves here into all that this bot calls and sends by, at one moment and once. For each dispatch of the whole
-- fleet they count at one bot:
--   launched at both     at the old one; what was still to be sent is sent from here
--   only at the old one  so as well: a launch that is still to come here leaves them out; unless it had still to be sent
--   only here            while they were between the two: they are put in
--   at neither           at this one, by its launch
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- KEYS[2…] sets     that the supporter stands in
-- ARGV[1]  string   sealed chat
-- ARGV[2]  string   name of the move, under which they are expected
-- ARGV[3]  string   parcel, as depart.lua made it
-- ARGV[4]  string   the form that is replaced; empty where there was none
-- ARGV[5]  string   the supporter's form; empty where none was brought
-- ARGV[6]  ms       the time that people live in, by which they are muted
-- ARGV[7]  ms       how long dispatches are kept
-- returns  list     arrived and the dispatches owed that are not known here; left where nobody is expected under this name any more;
--                   again where the form is another by now
-- include pace.lua
-- include ledger.lua
local sealed, parcel, form = ARGV[1], ARGV[3], ARGV[5]

local function words(text)
  local all = {}
  for word in string.gmatch(text, '%S+') do
    all[#all + 1] = word
  end
  return all
end

local state = words(redis.call('HGET', root .. 'arriving', sealed) or '')
if state[1] ~= ARGV[2] then
  return {'left'}
elseif state[2] then
  return {unpack(state, 2)}
elseif form ~= '' and (redis.call('HGET', root .. 'supporters', sealed) or '') ~= ARGV[4] then
  return {'again'}
end

local lines = {}
for line in string.gmatch(parcel .. '\n', '(.-)\n') do
  lines[#lines + 1] = line
end
local muted, owed, launched, called, withdrawn =
  lines[2], words(lines[3]), words(lines[4]), words(lines[5]), words(lines[6])

local function register()
  redis.call('HSET', root .. 'supporters', sealed, form)
  for i = 2, #KEYS do
    redis.call('SADD', KEYS[i], sealed)
  end
  if muted ~= '' then
    redis.call('ZADD', root .. 'muted', 'GT', muted, sealed)
  end
end

local function known(id)
  return redis.call('EXISTS', book(id)) == 1
end

-- what is owed and not known here is called by a launch that is still to come, which leaves out those called, or by another name
local not_here, uncalled, owes = {}, {}, {}
local function sort_out()
  for _, item in ipairs(owed) do
    local id, set = string.match(item, '^([^|]+)|%d+|(.*)$')
    owes[id] = true
    if not known(id) then
      not_here[#not_here + 1] = id
      uncalled[set] = true
      if set ~= '' then
        redis.call('SREM', root .. set, sealed)
      end
    end
  end
end

local function call_in(name)
  redis.call('SADD', root .. name, sealed)
  redis.call('SADD', root .. 'called-sets', name)
end

local function join_called(item)
  local name, ends = string.match(item, '^(.*)|(-?%d+)$')
  if not uncalled[name] then
    call_in(name)
    if tonumber(ends) > 0 and redis.call('PEXPIRETIME', root .. name) == -1 then
      redis.call('PEXPIREAT', root .. name, ends)
    end
  end
end

local function wait_here(id, n)
  local at, classes = unpack(redis.call('HMGET', book(id), 'at', 'classes'))
  n = math.min(n, tonumber(classes))
  redis.call('SADD', waiting(id, n), sealed)
  keep_as_long(waiting(id, n), id)
  count(id, 'total', 1)
  redis.call('HDEL', book(id), 'endedAt')
  if tonumber(at) > n then
    redis.call('HSET', book(id), 'at', n)
  end
  local running = queue_of(id)
  if not redis.call('LPOS', running, id) then
    redis.call('RPUSH', running, id)
  end
  keep_at_least_as_long(running, id)
end

local function take_back(id)
  redis.call('SADD', book(id) .. ':withdrawn', sealed)
  keep_as_long(book(id) .. ':withdrawn', id)
end

local function place(item)
  local id, n = string.match(item, '^([^|]+)|(%d+)')
  local is = redis.call('HGET', book(id), 'state')
  if is == 'running' then
    wait_here(id, tonumber(n))
  elseif is then
    count(id, 'total', 1)
    close(id, is == 'withdrawn' and 'withdrawn' or 'failed', 1)
  end
  if is == 'withdrawn' then
    take_back(id)
  end
end

local function inside(sets, all)
  for _, set in ipairs(sets) do
    if (redis.call('SISMEMBER', set, sealed) == 1) ~= all then
      return not all
    end
  end
  return all
end

local function silenced(breaks_mute)
  local ends = redis.call('ZSCORE', root .. 'muted', sealed)
  return breaks_mute == '0' and ends and tonumber(ends) > tonumber(ARGV[6])
end

-- launched here while the person was at neither bot
local function catch_up(id)
  local everywhere, is, tried_until, breaks_mute, name, text =
    unpack(redis.call('HMGET', book(id), 'everywhere', 'state', 'until', 'breaksMute', 'called', 'audience'))
  if everywhere ~= '1' or is ~= 'running' or now_ms > tonumber(tried_until) or silenced(breaks_mute) then
    return
  end
  local audience = cjson.decode(text)
  if inside(audience.except, false) or not inside(audience.only, true) then
    return
  end
  for n, sets in ipairs(audience.classes) do
    if inside(sets, false) then
      wait_here(id, n)
      if name ~= '' then
        call_in(name)
      end
      return
    end
  end
end

local function launched_meanwhile()
  local there = {}
  for _, id in ipairs(launched) do
    there[id] = true
    if not known(id) and not owes[id] then
      redis.call('ZADD', root .. 'elsewhere', exact(now_ms + tonumber(ARGV[7])), id .. '|' .. sealed)
      redis.call('PEXPIRE', root .. 'elsewhere', ARGV[7])
    end
  end
  for _, id in ipairs(redis.call('ZRANGE', root .. 'dispatches', 0, -1)) do
    if not there[id] then
      catch_up(id)
    end
  end
end

if form ~= '' then
  register()
end
redis.call('SREM', root .. 'known', sealed)
for _, item in ipairs(words(redis.call('HGET', root .. 'owed', sealed) or '')) do
  owed[#owed + 1] = item
end
redis.call('HDEL', root .. 'owed', sealed)
redis.call('ZREMRANGEBYSCORE', root .. 'elsewhere', '-inf', exact(now_ms))
sort_out()
for _, item in ipairs(called) do
  join_called(item)
end
for _, id in ipairs(withdrawn) do
  if known(id) then
    take_back(id)
  end
end
for _, item in ipairs(owed) do
  place(item)
end
if form ~= '' then
  launched_meanwhile()
end
local arrived = {'arrived', unpack(not_here)}
redis.call('HSET', root .. 'arriving', sealed, ARGV[2] .. ' ' .. table.concat(arrived, ' '))
redis.call('PEXPIRE', root .. 'arriving', ARGV[7])
return arrived
