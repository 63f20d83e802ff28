-- The pace of one bot. Times are microseconds of Redis.
--
-- Slots: each call to Telegram holds one, from its claim until a second after its answer. A message reaches Telegram between
-- send and answer, so two messages of one slot are at least a second apart *there*, whatever the jitter between; with n slots no
-- sliding second sees more than n. A process that is killed keeps its slots until its leases expire, so the bound holds through
-- crashes (a call that lives on has its lease prolonged). A claim may take a slot over a little before it is free; the call waits
-- for that on the way, where no answer of Redis has to come in between.
-- Credit shortens that second by most of the smallest latency a process has lately seen: the way back of one message and the way
-- there of the next lie between them as well. Accepted risk: a line that turns faster within a few calls.
local root = KEYS[1]
local SECOND = 1000000
local CALLS, ANSWERS = root .. 'pace:calls', root .. 'pace:answers'
local BOARDS, EDITS = root .. 'pace:boards', root .. 'pace:edits'
-- answers, boards and edits that wait, by how long that is believed
local ASKING = root .. 'pace:asking'
-- calls may come this much early, so that a loop that wakes late loses nothing: three intervals at 29/s
local TOLERANCE = 100000
local PACE_LIFE_MS = 3600000

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * SECOND + tonumber(clock[2])
local now_ms = math.floor(now / 1000)

local function exact(number)
  return string.format('%.0f', number)
end

-- organisers or the machine have locked the bot: nothing goes out but what lets people be erased, and what unlocks
local function locked()
  return redis.call('EXISTS', root .. 'locked') == 1
end

local function pause_left()
  return math.max(0, tonumber(redis.call('GET', root .. 'pause') or 0) * 1000 - now)
end

local function move_back(zset, by)
  for _, name in ipairs(redis.call('ZRANGE', zset, 0, -1)) do
    redis.call('ZINCRBY', zset, exact(-by), name)
  end
end

-- The clock goes back where another Redis takes over that is behind, and what was put down to be free within a second would not be
-- for as long: it moves back with the clock. A clock that goes forward cannot be told from a bot that had nothing to send: at most
-- one burst, and leases that are taken over early.
local function follow_clock()
  local back = tonumber(redis.call('HGET', root .. 'pace', 'clock') or 0) - now
  if back <= SECOND then
    return
  end
  for _, kind in ipairs({CALLS, ANSWERS, BOARDS, EDITS, ASKING}) do
    move_back(kind, back)
  end
  local back_ms = math.floor(back / 1000)
  for _, zset in ipairs({'leases', 'retries:call', 'retries:update', 'retries:reminder'}) do
    move_back(root .. zset, back_ms)
  end
  local pause = redis.call('GET', root .. 'pause')
  if pause then
    redis.call('SET', root .. 'pause', exact(tonumber(pause) - back_ms), 'KEEPTTL')
  end
  redis.call('HSET', root .. 'pace', 'clock', exact(now))
  redis.call('HDEL', root .. 'pace', 'tat')
end

-- messages a second: the setting, or less since a 429; one more, or a thirtieth of it, for each quiet minute
local function current_rate(setting)
  local kept = redis.call('HMGET', root .. 'pace', 'rate', 'raisedAt')
  if not kept[1] then
    return setting
  end
  local minutes = math.max(0, math.floor((now - tonumber(kept[2])) / (60 * SECOND)))
  local rate = tonumber(kept[1]) + minutes * math.max(1, setting / 30)
  if rate >= setting then
    redis.call('HDEL', root .. 'pace', 'rate', 'raisedAt')
    return setting
  end
  if minutes > 0 then
    redis.call('HSET', root .. 'pace', 'rate', rate, 'raisedAt', exact(tonumber(kept[2]) + minutes * 60 * SECOND))
  end
  return rate
end

-- after a 429: everybody waits; the calls in flight that are refused with it do not lower the rate again. Returns the end in ms
local function slow_down(setting, wait_ms)
  local quiet = pause_left() == 0
  local rate = current_rate(setting)
  local ends = math.max(tonumber(redis.call('GET', root .. 'pause') or 0), math.ceil(now / 1000) + wait_ms)
  redis.call('SET', root .. 'pause', exact(ends), 'PX', exact(math.max(1, ends - now_ms)))
  redis.call('HSET', root .. 'pace', 'rate', quiet and math.max(1, rate * 0.9) or rate, 'raisedAt', exact(ends * 1000))
  redis.call('PEXPIRE', root .. 'pace', exact(ends - now_ms + PACE_LIFE_MS))
  return ends
end

-- whose slots are counted together: where calls are paid for, they have a pace of their own
local function together(paid, kind)
  if not paid then
    return {CALLS, ANSWERS, BOARDS, EDITS}
  end
  return kind == CALLS and {CALLS} or {ANSWERS, BOARDS, EDITS}
end

-- slots in use of these kinds
local function slots_in_use(kinds)
  local used = 0
  for _, kind in ipairs(kinds) do
    redis.call('ZREMRANGEBYSCORE', kind, '-inf', now)
    used = used + redis.call('ZCARD', kind)
  end
  return used
end

-- until n of the slots of these kinds are free, as far as is known now
local function until_free(n, ...)
  local frees = {}
  for _, kind in ipairs({...}) do
    local found = redis.call('ZRANGE', kind, 0, n - 1, 'WITHSCORES')
    for i = 2, #found, 2 do
      frees[#frees + 1] = tonumber(found[i])
    end
  end
  table.sort(frees)
  return frees[n] and math.max(0, frees[n] - now) or 0
end

local function take_slots(kind, lease_ms, names)
  local taken = {}
  for _, name in ipairs(names) do
    taken[#taken + 1], taken[#taken + 2] = now + lease_ms * 1000, name
  end
  redis.call('ZADD', kind, unpack(taken))
  redis.call('PEXPIRE', kind, PACE_LIFE_MS)
  redis.call('HSET', root .. 'pace', 'clock', exact(now))
  redis.call('PEXPIRE', root .. 'pace', PACE_LIFE_MS)
end

-- returns how long until it is free
local function give_back_slot(kind, name, credit)
  local left = SECOND - math.max(0, math.min(credit, SECOND))
  redis.call('ZADD', kind, 'XX', now + left, name)
  return left
end
