-- The books of the dispatches: every recipient is in one place, and every move is counted.
local LEASES = root .. 'leases'
local PRIORITIES = {'call', 'update', 'reminder'}

local function book(id)
  return root .. 'dispatch:' .. id
end

local function waiting(id, n)
  return book(id) .. ':waiting:' .. n
end

local function retries(priority)
  return root .. 'retries:' .. priority
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
  redis.call('LREM', root .. 'running:' .. redis.call('HGET', book(id), 'priority'), 0, id)
  return taken
end
