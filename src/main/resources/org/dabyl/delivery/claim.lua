#!lua flags=allow-oom
-- Leases the next people to send to, as far as the pace allows: those whose lease expired, then retries that are due, then the
-- running dispatches by priority, in turn within one. People who left, muted the bot or were taken back meanwhile are booked so.
-- KEYS[1]  prefix   {<bot>}: of every key of the bot
-- ARGV[1]  double   messages a second by the settings
-- ARGV[2]  ms       length of a lease
-- ARGV[3]  int      most leases
-- ARGV[4]  µs       the latest time: a claim read later leases nothing, for nobody waits for its answer; 0 for any
-- returns  list     µs to wait at most before the next claim; now, µs; then dispatch, sealed chat, attempt, language for each lease
-- include pace.lua
-- include ledger.lua
local LEASE_MS, NOTHING = tonumber(ARGV[2]), 60 * SECOND
-- those skipped in one call, so that it stays short
local MOST_SKIPPED = 1000

local latest, pause = tonumber(ARGV[4]), pause_left()
if latest > 0 and now > latest then
  return {0, now}
elseif pause > 0 then
  return {pause, now}
end

local rate = current_rate(tonumber(ARGV[1]))
local interval = SECOND / rate
local tat = math.max(now, tonumber(redis.call('HGET', root .. 'pace', 'tat') or 0))
local calls, answers = slots_in_use()

-- one slot is always left for an answer
local function room()
  local paced = math.floor((now + TOLERANCE - tat) / interval) + 1
  return math.max(0, math.min(tonumber(ARGV[3]), math.floor(rate) - calls - answers, paced))
end

local function wait_for_pace()
  local over = calls + answers + 1 - math.floor(rate)
  local free = over > 0 and until_free(over, CALLS, ANSWERS) or 0
  return math.max(free, math.ceil(tat - TOLERANCE - now), 0)
end

local function first_due(zset, counter)
  local name = redis.call('ZRANGEBYSCORE', zset, '-inf', exact(now_ms), 'LIMIT', 0, 1)[1]
  if not name then
    return nil
  end
  redis.call('ZREM', zset, name)
  local id, sealed, attempt = parts(name)
  count(id, counter, -1)
  return id, sealed, attempt
end

-- what is read once for all people of a dispatch
local books = {}
local function open_book(id)
  if not books[id] then
    local state, tried_until, breaks_mute, at, classes =
      unpack(redis.call('HMGET', book(id), 'state', 'until', 'breaksMute', 'at', 'classes'))
    books[id] = {state = state, tried_until = tonumber(tried_until or 0), breaks_mute = breaks_mute,
      at = tonumber(at or 1), classes = tonumber(classes or 0), leased = 0}
  end
  return books[id]
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

local function first_waiting()
  for _, priority in ipairs(PRIORITIES) do
    local running = root .. 'running:' .. priority
    local id = redis.call('LMOVE', running, running, 'LEFT', 'RIGHT')
    while id do
      local sealed = nearest(id)
      if sealed then
        return id, sealed, 0
      end
      redis.call('LREM', running, 0, id)
      id = redis.call('LMOVE', running, running, 'LEFT', 'RIGHT')
    end
  end
  return nil
end

local function next_person()
  local id, sealed, attempt = first_due(LEASES, 'leased')
  if not id then
    id, sealed, attempt = first_due(RETRIES, 'retrying')
  end
  if not id then
    id, sealed, attempt = first_waiting()
  end
  return id, sealed, attempt
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
    return nil, 'gone'
  end
  local muted = redis.call('ZSCORE', root .. 'muted', sealed)
  if muted and tonumber(muted) > now_ms and kept.breaks_mute == '0' then
    return nil, 'withdrawn'
  end
  return string.sub(supporter, 1, 2)
end

-- written down at the end, for all at once
local leases, slots = {}, {}
local function lease(id, sealed, attempt)
  local name = member(id, sealed, attempt)
  leases[#leases + 1], leases[#leases + 2] = exact(now_ms + LEASE_MS), name
  slots[#slots + 1], slots[#slots + 2] = now + LEASE_MS * 1000, redis.sha1hex(name)
  books[id].leased = books[id].leased + 1
  calls = calls + 1
  tat = tat + interval
end

local function write_down()
  redis.call('ZADD', LEASES, unpack(leases))
  redis.call('ZADD', CALLS, unpack(slots))
  redis.call('PEXPIRE', CALLS, PACE_LIFE_MS)
  for id, kept in pairs(books) do
    if kept.leased > 0 then
      keep_at_least_as_long(LEASES, id)
      count(id, 'leased', kept.leased)
    end
  end
  redis.call('HSET', root .. 'pace', 'tat', exact(tat))
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
    lease(id, sealed, attempt + 1)
    for _, part in ipairs({id, sealed, attempt + 1, language}) do
      answer[#answer + 1] = part
    end
    return true
  end
  if attempt == 0 and instead == 'withdrawn' then
    -- never called, so that the end of it is no news either
    redis.call('SADD', book(id) .. ':withdrawn', sealed)
    keep_as_long(book(id) .. ':withdrawn', id)
  end
  close(id, instead, 1)
  return false
end

local function wait_for_due()
  local wait = NOTHING
  for _, zset in ipairs({LEASES, RETRIES}) do
    local first = redis.call('ZRANGE', zset, 0, 0, 'WITHSCORES')
    if first[2] then
      wait = math.min(wait, math.max(0, tonumber(first[2]) * 1000 - now))
    end
  end
  return wait
end

local left, exhausted = room(), false
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
