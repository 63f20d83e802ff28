#!lua flags=allow-oom
-- Leases the next people to send to, as far as the pace allows: by priority; within one, who is tried again (the lease expired, or
-- the retry is due) in turn with who waits in the running dispatches, which take turns themselves. People who left, muted the bot or
-- were taken back meanwhile are booked so; what is owed to who moved to another bot is noted for it.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- ARGV[2]  ms       length of a lease
-- ARGV[3]  int      most leases
-- ARGV[4]  µs       the latest time: a claim read later leases nothing, for nobody waits for its answer; 0 for any
-- ARGV[5]  0 or 1   whether calls are paid for, and so have a pace of their own
-- ARGV[6]  µs       how much earlier than a call's slot is free it may be taken over, to be used when it is free
-- ARGV[7]  ms       the time that people live in, by which they are muted
-- returns  list     µs to wait at most before the next claim; now, µs; then for each lease dispatch, sealed chat, attempt,
--                   language, priority, µs until its slot is free
-- include pace.lua
-- include ledger.lua
local LEASE_MS, NOTHING = tonumber(ARGV[2]), 60 * SECOND
-- how soon it is noticed that the bot is unlocked, µs
local LOOK_LOCKED = 250000
-- those skipped in one call, so that it stays short
local MOST_SKIPPED = 1000

follow_clock()
local latest, pause = tonumber(ARGV[4]), pause_left()
if latest > 0 and now > latest then
  return {0, now}
elseif pause > 0 then
  return {pause, now}
elseif locked() then
  return {LOOK_LOCKED, now}
end

local rate = current_rate(tonumber(ARGV[1]))
local interval = SECOND / rate
local kept_tat, turn, single_turn = unpack(redis.call('HMGET', root .. 'pace', 'tat', 'turn', 'singleTurn'))
local tat = math.max(now, tonumber(kept_tat or 0))
turn, single_turn = tonumber(turn or 0), tonumber(single_turn or 0)
local kinds = together(ARGV[5] == '1', CALLS)
local used, asking = slots_in_use(kinds), #kinds > 1 and redis.call('ZCOUNT', ASKING, exact(now), '+inf') or 0

-- one slot is always left for an answer, and one for each that asks
local free = math.max(0, math.floor(rate) - used - asking)

-- the slots of other calls that are free soon, name and time; the way to here and the waking up would let each lie idle for longer
local soon, ahead = {}, tonumber(ARGV[6])
if ahead > 0 and used + asking <= math.floor(rate) then
  soon = redis.call('ZRANGE', CALLS, '-inf', now + ahead, 'BYSCORE', 'LIMIT', 0, ARGV[3], 'WITHSCORES')
end

local function room()
  local paced = math.floor((now + TOLERANCE - tat) / interval) + 1
  return math.max(0, math.min(tonumber(ARGV[3]), free + #soon / 2, paced))
end

local function wait_for_pace()
  local over = used + asking + 1 - math.floor(rate)
  local idle = over > 0 and until_free(over, unpack(kinds)) or 0
  if over == 1 and redis.call('ZCARD', CALLS) > 0 then
    idle = math.min(idle, math.max(0, until_free(1, CALLS) - ahead))
  end
  return math.max(idle, math.ceil(tat - TOLERANCE - now), 0)
end

-- what is read once for all people of a dispatch
local books = {}
local function open_book(id)
  if not books[id] then
    local state, tried_until, breaks_mute, at, classes, priority =
      unpack(redis.call('HMGET', book(id), 'state', 'until', 'breaksMute', 'at', 'classes', 'priority'))
    books[id] = {state = state, priority = priority, tried_until = tonumber(tried_until or 0), breaks_mute = breaks_mute,
      at = tonumber(at or 1), classes = tonumber(classes or 0), leased = 0}
  end
  return books[id]
end

-- whose sender died, or is silent for too long, is to be tried again at once
local function take_over()
  for _, name in ipairs(redis.call('ZRANGEBYSCORE', LEASES, '-inf', exact(now_ms), 'LIMIT', 0, MOST_SKIPPED)) do
    local id = parts(name)
    redis.call('ZREM', LEASES, name)
    count(id, 'leased', -1)
    if open_book(id).state then
      local queue = retries(open_book(id).priority)
      redis.call('ZADD', queue, exact(now_ms), name)
      keep_at_least_as_long(queue, id)
      count(id, 'retrying', 1)
    end
  end
end

local function due(priority)
  return redis.call('ZRANGEBYSCORE', retries(priority), '-inf', exact(now_ms), 'LIMIT', 0, 1)[1]
end

local function again(priority, name)
  redis.call('ZREM', retries(priority), name)
  local id, sealed, attempt = parts(name)
  count(id, 'retrying', -1)
  return id, sealed, attempt
end

local function nearest(id)
  local kept = open_book(id)
  for n = kept.at, kept.classes do
    local sealed = redis.call('SPOP', waiting(id, n))
    if sealed then
      return sealed
    end
    kept.at = n + 1
    redis.call('HSET', book(id), 'at', kept.at)
  end
  return nil
end

local function first_of(running)
  local id = redis.call('LMOVE', running, running, 'LEFT', 'RIGHT')
  while id do
    local sealed = nearest(id)
    if sealed then
      return id, sealed, 0
    end
    redis.call('LREM', running, 0, id)
    id = redis.call('LMOVE', running, running, 'LEFT', 'RIGHT')
  end
  return nil
end

-- those to single persons have one turn together after three of each of the others
local function first_waiting(priority)
  local many, single = queue(priority, false), queue(priority, true)
  local order = {many, single}
  if redis.call('EXISTS', single) == 1 then
    single_turn = single_turn + 1
    if single_turn % (3 * redis.call('LLEN', many) + 1) == 0 then
      order = {single, many}
    end
  end
  for _, running in ipairs(order) do
    local id, sealed, attempt = first_of(running)
    if id then
      return id, sealed, attempt
    end
  end
  return nil
end

local function next_person()
  for _, priority in ipairs(PRIORITIES) do
    local name = due(priority)
    if name then
      -- those who are tried again are one more in the round of the dispatches
      local round = redis.call('LLEN', queue(priority, false)) + redis.call('EXISTS', queue(priority, true)) + 1
      turn = turn + 1
      if turn % round == 1 % round then
        return again(priority, name)
      end
    end
    local id, sealed, attempt = first_waiting(priority)
    if id then
      return id, sealed, attempt
    elseif name then
      return again(priority, name)
    end
  end
  return nil
end

-- the language to send in; or nil, and as what the person is booked instead
local function judge(kept, sealed)
  if kept.state == 'withdrawn' then
    return nil, 'withdrawn'
  elseif kept.state == 'stopped' or now_ms > kept.tried_until then
    return nil, 'failed'
  end
  local supporter = redis.call('HGET', root .. 'supporters', sealed)
  if not supporter then
    return nil, moved(sealed) and 'moved' or 'gone'
  end
  local muted = redis.call('ZSCORE', root .. 'muted', sealed)
  if muted and tonumber(muted) > tonumber(ARGV[7]) and kept.breaks_mute == '0' then
    return nil, 'withdrawn'
  end
  return string.sub(supporter, 1, 2)
end

-- written down at the end, for all at once
local leases, slots, taken_over = {}, {}, {}
local function use_soon()
  local name, due = soon[2 * #taken_over + 1], soon[2 * #taken_over + 2]
  taken_over[#taken_over + 1] = name
  return math.max(0, tonumber(due) - now)
end

-- returns how long until its slot is free
local function lease(id, sealed, attempt)
  local name = member(id, sealed, attempt)
  leases[#leases + 1], leases[#leases + 2] = exact(now_ms + LEASE_MS), name
  slots[#slots + 1], slots[#slots + 2] = now + LEASE_MS * 1000, redis.sha1hex(name)
  books[id].leased = books[id].leased + 1
  tat = tat + interval
  if free == 0 then
    return use_soon()
  end
  free, used = free - 1, used + 1
  return 0
end

local function write_down()
  redis.call('ZADD', LEASES, unpack(leases))
  if #taken_over > 0 then
    redis.call('ZREM', CALLS, unpack(taken_over))
  end
  redis.call('ZADD', CALLS, unpack(slots))
  redis.call('PEXPIRE', CALLS, PACE_LIFE_MS)
  for id, kept in pairs(books) do
    if kept.leased > 0 then
      keep_at_least_as_long(LEASES, id)
      count(id, 'leased', kept.leased)
    end
  end
  redis.call('HSET', root .. 'pace', 'tat', exact(tat), 'turn', exact(turn % 1000),
    'singleTurn', exact(single_turn % 1000), 'clock', exact(now))
  redis.call('PEXPIRE', root .. 'pace', PACE_LIFE_MS)
end

local answer, skipped = {0, now}, 0
local function take(id, sealed, attempt)
  local kept = open_book(id)
  if not kept.state then
    return false
  end
  local language, instead = judge(kept, sealed)
  if language then
    local wait = lease(id, sealed, attempt + 1)
    for _, part in ipairs({id, sealed, attempt + 1, language, kept.priority, wait}) do
      answer[#answer + 1] = part
    end
    return true
  end
  if instead == 'moved' then
    owe(id, sealed)
    return false
  elseif attempt == 0 and instead == 'withdrawn' then
    -- never called, so that the end of it is no news either
    redis.call('SADD', book(id) .. ':withdrawn', sealed)
    keep_as_long(book(id) .. ':withdrawn', id)
  end
  close(id, instead, 1)
  return false
end

local function wait_for_due()
  local wait = NOTHING
  for _, zset in ipairs({LEASES, retries('call'), retries('update'), retries('reminder')}) do
    local first = redis.call('ZRANGE', zset, 0, 0, 'WITHSCORES')
    if first[2] then
      wait = math.min(wait, math.max(0, tonumber(first[2]) * 1000 - now))
    end
  end
  return wait
end

local left, exhausted = room(), false
if left > 0 then
  take_over()
end
while left > 0 and skipped < MOST_SKIPPED and not exhausted do
  local id, sealed, attempt = next_person()
  if not id then
    exhausted = true
  elseif take(id, sealed, attempt) then
    left = left - 1
  else
    skipped = skipped + 1
  end
end
if #answer > 2 then
  write_down()
end
answer[1] = exhausted and wait_for_due() or wait_for_pace()
return answer
