#!lua flags=allow-oom
-- Keeps people's answers to one alert; of one person's the one with the highest order counts.
-- KEYS    the books of the answers, and
-- KEYS[7] hash   supporters: sealed chat -> language|districts|minutes|skills and more
-- ARGV[1] number life of the books, s
-- then, for each answer:
-- ARGV    text   sealed chat
-- ARGV    number order; 0 takes that of the one that is kept, and counts in its place
-- ARGV    text   code: c<minutes>, no, here, home
-- ARGV    number minute of arrival, or of the answer where not coming
-- ARGV    text   g where the person is a guest
-- ARGV    text   skills, with commas; ? to look them up
-- ARGV    text   how soon, as in the tally; empty for what the person last said
-- ARGV    number minute due; empty as well
-- Returns for each the code of the answer that counts now.
-- include answers.lua
local WIDTH = 8
local BOOKS = 6

local function brings(chat)
  local supporter = redis.call('HGET', KEYS[7], chat)
  return supporter and string.match(supporter, '^[^|]*|[^|]*|[^|]*|([^|]*)') or ''
end

local function keep(chat, order, code, minute, guest, skills, within, due)
  local answer = {order = order, code = code, minute = minute, guest = guest, skills = skills, within = within, due = due}
  local kept = redis.call('HGET', KEYS[1], chat)
  if kept then
    local before = read(kept)
    if order == '0' then
      answer.order = before.order
    elseif tonumber(before.order) >= tonumber(order) then
      return before.code
    end
    if within == '' then answer.within, answer.due = before.within, before.due end
    take_out(chat, before)
  end
  if skills == '?' then answer.skills = brings(chat) end
  put(chat, answer)
  return code
end

local counted = {}
for i = 2, #ARGV, WIDTH do
  counted[#counted + 1] = keep(unpack(ARGV, i, i + WIDTH - 1))
end
for i = 1, BOOKS do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
return counted
