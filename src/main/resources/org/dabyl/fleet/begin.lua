#!lua
-- Begins a person's move, or takes over one that was cut off.
-- KEYS[1] hash   moves: sealed chat -> from|to|begun|name|token
-- ARGV[1] text   sealed chat
-- ARGV[2] text   from
-- ARGV[3] text   to
-- ARGV[4] number now, ms
-- ARGV[5] number what began before was cut off, ms
-- ARGV[6] text   token of this attempt; the first one's is the name of the move
-- Returns the move to make; empty where another is under way.
local from, to, name = ARGV[2], ARGV[3], ARGV[6]
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then
  local begun
  from, to, begun, name = string.match(kept, '^([^|]*)|([^|]*)|([^|]*)|([^|]*)')
  if tonumber(begun) >= tonumber(ARGV[5]) then return '' end
end
local move = table.concat({from, to, ARGV[4], name, ARGV[6]}, '|')
redis.call('HSET', KEYS[1], ARGV[1], move)
return move
