#!lua
-- Uses an invitation up and appoints who opened it, in one step: a crash burns no link.
-- KEYS[1] string invitation: 'owner', or a district's code; 'code|owner' where the owner made it
-- KEYS[2] hash   organisers: sealed chat -> bot|language|owner or nothing|codes|ms since when they are new, or nothing
-- KEYS[3] hash   suspended: sealed chat -> ms
-- ARGV[1] text   sealed chat
-- ARGV[2] text   bot
-- ARGV[3] text   language
-- ARGV[4] ms     now
-- Returns 1 where the person was appointed.
-- who is cut off does not come back by a link
if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 1 then return 0 end
local invitation = redis.call('GET', KEYS[1])
if not invitation then return 0 end
redis.call('DEL', KEYS[1])
local code, author = string.match(invitation, '^([^|]*)|?(.*)$')
local owner, codes, new = '', '', ARGV[4]
local form = redis.call('HGET', KEYS[2], ARGV[1])
if form then owner, codes, new = string.match(form, '^[^|]*|[^|]*|([^|]*)|([^|]*)|?(.*)$') end
-- whom the owner wants is new to nobody
if author == 'owner' then new = '' end
if invitation == 'owner' then
  for _, other in ipairs(redis.call('HVALS', KEYS[2])) do
    if string.find(other, '|owner|', 1, true) then return 0 end
  end
  owner, new = 'owner', ''
elseif not string.find(',' .. codes .. ',', ',' .. code .. ',', 1, true) then
  codes = codes == '' and code or codes .. ',' .. code
end
redis.call('HSET', KEYS[2], ARGV[1], table.concat({ARGV[2], ARGV[3], owner, codes, new}, '|'))
return 1
