#!lua flags=allow-oom
-- Makes a guest's answer that of a registered person.
-- KEYS    the books of the answers
-- ARGV[1] text sealed chat
-- Returns 1 where it was a guest's.
-- include answers.lua
local answer, registered = unpack(answers_of({ARGV[1], ARGV[1]}))
if not answer or answer.guest ~= 'g' then return 0 end
registered.guest = ''
replace(ARGV[1], answer, registered)
write_down()
return 1
