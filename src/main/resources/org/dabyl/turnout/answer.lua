#!lua flags=allow-oom
-- Keeps people's answers to one alert; of one person's the one with the highest order counts.
-- KEYS    the books of the answers
-- ARGV[1] number life of all keys, s
-- then, for each answer:
-- ARGV    text   sealed chat
-- ARGV    number order; 0 takes that of the one that is kept, and counts in its place
-- ARGV    text   code: c<minutes>, no, here, home
-- ARGV    number minute of arrival, or of the answer where not coming
-- ARGV    0 or 1 whether the person is a guest
-- Returns for each the code of the answer that counts now.
-- include answers.lua
local WIDTH = 5

local function keep(chat, order, code, arrival, guest)
  local kept = redis.call('HGET', KEYS[1], chat)
  if kept then
    local older, before, then_arriving, was_guest = read(kept)
    if order == '0' then
      order = string.format('%.0f', older)
    elseif older >= tonumber(order) then
      return before
    end
    take_out(chat, before, then_arriving, was_guest)
  end
  put(chat, order, code, arrival, guest == '1')
  return code
end

local counted = {}
for i = 2, #ARGV, WIDTH do
  counted[#counted + 1] = keep(unpack(ARGV, i, i + WIDTH - 1))
end
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, ARGV[1])
end
return counted
