#!lua
-- Launches a dispatch on one bot; where it was launched before, changes nothing.
-- KEYS[1]   prefix   {<bot>}: of every key of the bot
-- KEYS[2…]  sets     those of each class, nearest first; then those to be in; then those left out; then the set of those called
-- ARGV[1]   string   dispatch
-- ARGV[2]   string   priority: call, update or reminder
-- ARGV[3]   ms       the time that people live in, by which they are muted and messages grow old
-- ARGV[4]   ms       how long it is tried
-- ARGV[5]   ms       how long it is kept
-- ARGV[6]   0 or 1   whether there is a set of those called
-- ARGV[7]   int      number of sets that everyone has to be in
-- ARGV[8]   int      number n of classes
-- ARGV[9]   0 or 1   whether every bot of the fleet launches it
-- ARGV[10]  0 or 1   whether it breaks mute
-- ARGV[11…] n ints   number of sets of each class
-- then      strings  language, sealed text, in pairs
-- returns   int      recipients
-- include pace.lua
-- include ledger.lua
local CALLED_SETS_LIFE_MS = 30 * 24 * 3600 * 1000
local id, classes = ARGV[1], tonumber(ARGV[8])
local kept = tonumber(redis.call('HGET', book(id), 'total'))
if kept then
  return kept
end

-- a class is the union of its sets without those of nearer classes; each step copies the whole set, so none that changes nothing
local function fill(n, sets, only, others)
  if #sets > 1 or (#sets == 1 and #others == 0) then
    redis.call('SUNIONSTORE', waiting(id, n), unpack(sets))
  end
  if #sets > 0 and #others > 0 then
    redis.call('SDIFFSTORE', waiting(id, n), #sets > 1 and waiting(id, n) or sets[1], unpack(others))
  end
  if #only > 0 then
    redis.call('SINTERSTORE', waiting(id, n), waiting(id, n), unpack(only))
  end
end

-- who is meant, as it is kept for those who arrive from another bot
local audience = {classes = {}, only = {}, except = {}}
local function gather()
  local key, others = 2, {}
  for n = 1, classes do
    key = key + tonumber(ARGV[10 + n])
  end
  local only = {unpack(KEYS, key, key + tonumber(ARGV[7]) - 1)}
  audience.only = only
  for i = key + #only, #KEYS do
    audience.except[#audience.except + 1] = KEYS[i]
    if redis.call('EXISTS', KEYS[i]) == 1 then
      others[#others + 1] = KEYS[i]
    end
  end
  key = 2
  for n = 1, classes do
    local sets = {unpack(KEYS, key, key + tonumber(ARGV[10 + n]) - 1)}
    audience.classes[n] = sets
    fill(n, sets, only, others)
    others[#others + 1] = waiting(id, n)
    key = key + #sets
  end
end

local function drop_muted()
  local offset, chunk = 0, 5000
  repeat
    local muted = redis.call(
      'ZRANGEBYSCORE', root .. 'muted', '(' .. ARGV[3], '+inf', 'LIMIT', offset, chunk)
    for n = 1, #muted > 0 and classes or 0 do
      redis.call('SREM', waiting(id, n), unpack(muted))
    end
    offset = offset + chunk
  until #muted < chunk
end

-- who came from a bot where it was launched before was meant there
local function drop_reached_elsewhere()
  for _, name in ipairs(redis.call('ZRANGE', root .. 'elsewhere', 0, -1)) do
    local of, sealed = string.match(name, '^([^|]+)|(.*)$')
    for n = 1, of == id and classes or 0 do
      redis.call('SREM', waiting(id, n), sealed)
    end
    if of == id then
      redis.call('ZREM', root .. 'elsewhere', name)
    end
  end
end

gather()
drop_reached_elsewhere()
if ARGV[10] == '0' then
  drop_muted()
end
local total, all = 0, {}
for n = 1, classes do
  total = total + redis.call('SCARD', waiting(id, n))
  all[n] = waiting(id, n)
end
local called = ARGV[6] == '1' and string.sub(KEYS[#KEYS], #root + 1) or ''
if called ~= '' then
  -- whoever moves is taken out of it and along
  redis.call('SADD', root .. 'called-sets', called)
  redis.call('PEXPIRE', root .. 'called-sets', CALLED_SETS_LIFE_MS)
end
if called ~= '' and total > 0 then
  redis.call('SUNIONSTORE', KEYS[#KEYS], KEYS[#KEYS], unpack(all))
end

-- on one bot, and besides others who were called: of who registers meanwhile, mostly one, and several where they come together
local single = ARGV[9] == '0' and called ~= ''
redis.call('HSET', book(id), 'single', single and 1 or 0, 'total', total, 'delivered', 0, 'gone', 0, 'failed', 0, 'withdrawn', 0, 'leased', 0,
  'retrying', 0, 'priority', ARGV[2], 'classes', classes, 'at', 1, 'state', 'running', 'breaksMute', ARGV[10],
  'everywhere', ARGV[9], 'called', called, 'audience', cjson.encode(audience), 'launchedAt', exact(now_ms), 'sentFrom', ARGV[3], 'until', exact(now_ms + tonumber(ARGV[4])))
redis.call('PEXPIRE', book(id), ARGV[5])
local texts = book(id) .. ':texts'
redis.call('HSET', texts, unpack(ARGV, 11 + classes))
keep_as_long(texts, id)
for n = 1, classes do
  keep_as_long(waiting(id, n), id)
end
local running, known = queue(ARGV[2], single), root .. 'dispatches'
redis.call('ZREMRANGEBYSCORE', known, '-inf', exact(now_ms))
redis.call('ZADD', known, exact(now_ms + tonumber(ARGV[5])), id)
redis.call('PEXPIRE', known, ARGV[5])
if total > 0 then
  redis.call('RPUSH', running, id)
  redis.call('PEXPIRE', running, ARGV[5])
end
close(id, 'delivered', 0)
return total
