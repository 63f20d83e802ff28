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

-- of a supporter's form
local BRINGS = '^[^|]*|[^|]*|[^|]*|([^|]*)'

local chats, at = {}, {}
for i = 2, #ARGV, WIDTH do
  local chat = ARGV[i]
  if not at[chat] then
    chats[#chats + 1] = chat
    at[chat] = #chats
  end
end
local before = answers_of(chats)
local supporters = redis.call('HMGET', KEYS[7], unpack(chats))
local after = {unpack(before)}

local function keep(chat, order, code, minute, guest, skills, within, due)
  local place = at[chat]
  local answer = {order = order, code = code, minute = minute, guest = guest, skills = skills, within = within, due = due}
  local kept = after[place]
  if kept then
    if order == '0' then
      answer.order = kept.order
    elseif tonumber(kept.order) >= tonumber(order) then
      return kept.code
    end
    if within == '' then answer.within, answer.due = kept.within, kept.due end
  end
  if skills == '?' then answer.skills = string.match(supporters[place] or '', BRINGS) or '' end
  after[place] = answer
  return code
end

local counted = {}
for i = 2, #ARGV, WIDTH do
  counted[#counted + 1] = keep(unpack(ARGV, i, i + WIDTH - 1))
end
for place, chat in ipairs(chats) do
  if after[place] ~= before[place] then replace(chat, before[place], after[place]) end
end
write_down()
for i = 1, BOOKS do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
return counted
