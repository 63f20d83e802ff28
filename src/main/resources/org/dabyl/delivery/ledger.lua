-- The books of the dispatches: every recipient is in one place, and every move is counted.
local LEASES = root .. 'leases'
local PRIORITIES = {'call', 'update', 'reminder'}

local function book(id)
  return root .. 'dispatch:' .. id
end

local function waiting(id, n)
  return book(id) .. ':waiting:' .. n
end

-- the dispatches with people waiting; those to single persons who registered meanwhile apart: they share their turns, so that a crowd
-- of them holds up nobody
local function queue(priority, single)
  return root .. 'running:' .. priority .. (single and ':single' or '')
end

local function queue_of(id)
  local priority, single = unpack(redis.call('HMGET', book(id), 'priority', 'single'))
  return queue(priority, single == '1')
end

local function retries(priority)
  return root .. 'retries:' .. priority
end

-- so many calls in a row without an answer are an outage
local OUTAGE = 5

-- makes all due that waits for its backoff, in the order it had
local function hasten()
  for _, priority in ipairs(PRIORITIES) do
    local ends = redis.call('PEXPIRETIME', retries(priority))
    if ends > 0 then
      redis.call('ZUNIONSTORE', retries(priority), 1, retries(priority), 'WEIGHTS', '0.000001')
      redis.call('PEXPIREAT', retries(priority), exact(ends))
    end
  end
end

-- an answer, or calls without one; the first answer after an outage hastens what waits
local function heard(answered, unanswered)
  local silent = tonumber(redis.call('HGET', root .. 'pace', 'silent') or 0)
  if not answered and unanswered > 0 then
    redis.call('HINCRBY', root .. 'pace', 'silent', unanswered)
    redis.call('PEXPIRE', root .. 'pace', PACE_LIFE_MS)
  elseif answered and silent > 0 then
    redis.call('HDEL', root .. 'pace', 'silent')
  end
  if answered and silent >= OUTAGE then
    hasten()
  end
end

local function member(id, sealed, attempt)
  return id .. '|' .. sealed .. '|' .. attempt
end

local function parts(name)
  local id, sealed, attempt = string.match(name, '^([^|]+)|([^|]+)|(%d+)$')
  return id, sealed, tonumber(attempt)
end

-- a dispatch whose life is over has no book, and must not get one that lives for ever
local function count(id, field, n)
  if n ~= 0 and redis.call('EXISTS', book(id)) == 1 then
    redis.call('HINCRBY', book(id), field, n)
  end
end

-- books people as delivered, gone, failed or withdrawn: for good
local function close(id, field, n)
  count(id, field, n)
  local sums = redis.call('HMGET', book(id), 'total', 'delivered', 'gone', 'failed', 'withdrawn')
  if sums[1] and tonumber(sums[1]) == sums[2] + sums[3] + sums[4] + sums[5] then
    redis.call('HSETNX', book(id), 'endedAt', exact(now_ms))
  end
end

local function keep_as_long(key, id)
  redis.call('PEXPIREAT', key, exact(redis.call('PEXPIRETIME', book(id))))
end

-- what several dispatches share lives as long as the last of them
local function keep_at_least_as_long(key, id)
  if redis.call('PEXPIRETIME', key) < redis.call('PEXPIRETIME', book(id)) then
    keep_as_long(key, id)
  end
end

-- a message to somebody who is at home at another bot by now: no longer of these books, but noted for that one
local function owe(id, sealed)
  local owed = redis.call('HGET', root .. 'owed', sealed)
  local item = id .. '|1|' .. (redis.call('HGET', book(id), 'called') or '')
  redis.call('HSET', root .. 'owed', sealed, (owed and owed .. ' ' or '') .. item)
  keep_at_least_as_long(root .. 'owed', id)
  count(id, 'total', -1)
  close(id, 'delivered', 0)
end

-- whoever is not registered here but known is at home at another bot, or on the way there
local function moved(sealed)
  return redis.call('HEXISTS', root .. 'supporters', sealed) == 0 and redis.call('SISMEMBER', root .. 'known', sealed) == 1
end

-- takes all who still wait off the dispatch, which stops running; into another set where one is named. Returns how many
local function take_waiting(id, into)
  local taken = 0
  for n = 1, tonumber(redis.call('HGET', book(id), 'classes') or 0) do
    taken = taken + redis.call('SCARD', waiting(id, n))
    if into and redis.call('EXISTS', waiting(id, n)) == 1 and redis.call('EXISTS', into) == 0 then
      redis.call('RENAME', waiting(id, n), into)
    elseif into then
      redis.call('SUNIONSTORE', into, into, waiting(id, n))
    end
    redis.call('UNLINK', waiting(id, n))
  end
  if into then
    keep_as_long(into, id)
  end
  redis.call('LREM', queue_of(id), 0, id)
  return taken
end
