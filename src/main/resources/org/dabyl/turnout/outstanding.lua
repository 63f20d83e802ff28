#!lua
-- Lists who is coming or there by number, and gives numbers to those who have none, in the order of their answers.
-- KEYS[1] hash   answers: sealed chat -> order|code|minute and more
-- KEYS[2] set    sealed chats of those coming
-- KEYS[3] set    of those who are there
-- KEYS[4] hash   sealed chat -> number
-- KEYS[5] hash   number -> sealed chat
-- ARGV[1] number the first number to give; 0 for none
-- ARGV[2] number life of the numbers, s
-- Returns how many have no number yet; then, where there are none, number, code and minute of each.
local first = tonumber(ARGV[1])
local people, bare = {}, {}
for _, chat in ipairs(redis.call('SUNION', KEYS[2], KEYS[3])) do
  local kept = redis.call('HGET', KEYS[1], chat)
  if kept then
    local order, code, minute = string.match(kept, '^([^|]*)|([^|]*)|([^|]*)')
    local person = {chat = chat, order = tonumber(order), code = code, minute = minute}
    person.number = redis.call('HGET', KEYS[4], chat)
    people[#people + 1] = person
    if not person.number then bare[#bare + 1] = person end
  end
end
if first == 0 and #bare > 0 then return {#bare} end
table.sort(bare, function(a, b) return a.order < b.order end)
for i, person in ipairs(bare) do
  person.number = string.format('%d', first + i - 1)
  redis.call('HSET', KEYS[4], person.chat, person.number)
  redis.call('HSET', KEYS[5], person.number, person.chat)
end
if #bare > 0 then
  redis.call('EXPIRE', KEYS[4], ARGV[2])
  redis.call('EXPIRE', KEYS[5], ARGV[2])
end
local told = {0}
for _, person in ipairs(people) do
  told[#told + 1] = person.number
  told[#told + 1] = person.code
  told[#told + 1] = person.minute
end
return told
