#!lua flags=allow-oom
-- Puts what is sealed anew in place of what was, element by element. What has gone meanwhile stays gone, and the key lives as
-- long as it did: the new element is there before the old one goes.
-- KEYS[1]    any    key
-- ARGV[1]    text   string, hash, set, zset, list or stream
-- ARGV[2..]  text   in pairs of what was and what is to be. string: value. hash: field, value. set, zset: member.
--                   list: index, element. stream: entry, update id, update
-- returns    number elements that were there
local key, kind, changed = KEYS[1], ARGV[1], 0
local swap = {}

function swap.string(i)
  if redis.call('GET', key) ~= ARGV[i] then return end
  redis.call('SET', key, ARGV[i + 1], 'KEEPTTL')
  return true
end

function swap.hash(i)
  if redis.call('HGET', key, ARGV[i]) ~= ARGV[i + 2] then return end
  redis.call('HSET', key, ARGV[i + 1], ARGV[i + 3])
  if ARGV[i] ~= ARGV[i + 1] then redis.call('HDEL', key, ARGV[i]) end
  return true
end

function swap.set(i)
  if redis.call('SISMEMBER', key, ARGV[i]) == 0 then return end
  redis.call('SADD', key, ARGV[i + 1])
  redis.call('SREM', key, ARGV[i])
  return true
end

function swap.zset(i)
  local score = redis.call('ZSCORE', key, ARGV[i])
  if not score then return end
  redis.call('ZADD', key, score, ARGV[i + 1])
  redis.call('ZREM', key, ARGV[i])
  return true
end

function swap.list(i)
  if redis.call('LINDEX', key, ARGV[i]) ~= ARGV[i + 2] then return end
  redis.call('LSET', key, ARGV[i], ARGV[i + 3])
  return true
end

-- entries that are sealed anew follow those that are not yet, so in the end all stand in their order again; who had read one
-- reads it once more
function swap.stream(i)
  if #redis.call('XRANGE', key, ARGV[i], ARGV[i]) == 0 then return end
  redis.call('XADD', key, '*', 'id', ARGV[i + 2], 'update', ARGV[i + 5])
  for _, group in ipairs(redis.call('XINFO', 'GROUPS', key)) do redis.call('XACK', key, group[2], ARGV[i]) end
  redis.call('XDEL', key, ARGV[i])
  return true
end

local sizes = {string = 2, hash = 4, set = 2, zset = 2, list = 4, stream = 6}
for i = 2, #ARGV, sizes[kind] do
  if swap[kind](i) then changed = changed + 1 end
end
return changed
