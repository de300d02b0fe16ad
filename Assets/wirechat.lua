-- A dissector for WireChat's length port, for Wireshark and tshark.
--
--   tshark -X lua_script:Assets/wirechat.lua -r FILE.pcapng
--   tshark -X lua_script:Assets/wirechat.lua -d tcp.port==PORT,wirechat -r FILE.pcapng
--
-- A message is four bytes of length, little-endian, then that many bytes of UTF-8 text. Text that begins with a
-- single slash is a command to the server, or an event from it.

local PORT = 30000
local HEADER = 4
-- The largest payload, and what a server's own prefix may add to it.
local LIMIT = 65536 + 256

local wirechat = Proto("wirechat", "WireChat")
local fields = {
  length = ProtoField.uint32("wirechat.length", "Length", base.DEC),
  text = ProtoField.string("wirechat.text", "Text", base.UNICODE),
  command = ProtoField.string("wirechat.command", "Command", base.UNICODE),
  event = ProtoField.string("wirechat.event", "Event", base.UNICODE),
  keepalive = ProtoField.none("wirechat.keepalive", "Keep-alive"),
}
wirechat.fields = fields

local oversized = ProtoExpert.new(
  "wirechat.oversized", "Length over the limit", expert.group.MALFORMED, expert.severity.ERROR)
wirechat.experts = { oversized }

-- The column's word for a text: `/said`, or the beginning of what is said.
local function summary(text)
  local first = text:match("^[^\r\n]*")
  if #first <= 60 then return first end
  -- No cut inside a character.
  return first:sub(1, 60):gsub("[\xc0-\xff][\x80-\xbf]*$", "") .. "…"
end

local function message(range, pinfo, tree)
  local length = range(0, HEADER):le_uint()
  local branch = tree:add(wirechat, range, "WireChat message, " .. length .. " B")
  branch:add_le(fields.length, range(0, HEADER))
  if length == 0 then
    branch:add(fields.keepalive, range(0, HEADER))
    return "keep-alive"
  end
  local body = range(HEADER, length)
  branch:add_packet_field(fields.text, body, ENC_UTF_8)
  local text = body:string(ENC_UTF_8)
  local word = body:raw():match("^/([^/ ][^ ]*)")
  if word then
    local field = pinfo.dst_port == pinfo.match_uint and fields.command or fields.event
    branch:add(field, body(1, #word), word)
  end
  return summary(text)
end

function wirechat.dissector(buffer, pinfo, tree)
  local available = buffer:reported_length_remaining()
  local offset = 0
  local summaries = {}
  pinfo.cols.protocol = "WireChat"
  while offset < available do
    if available - offset < HEADER then
      pinfo.desegment_offset = offset
      pinfo.desegment_len = DESEGMENT_ONE_MORE_SEGMENT
      break
    end
    local length = buffer(offset, HEADER):le_uint()
    if length > LIMIT then
      local rest = buffer(offset)
      tree:add(wirechat, rest, "WireChat: no message")
        :add_le(fields.length, buffer(offset, HEADER))
        :add_proto_expert_info(oversized, "length " .. length .. " is over the limit " .. LIMIT)
      table.insert(summaries, "length " .. length .. " is over the limit")
      offset = available
    elseif available - offset < HEADER + length then
      pinfo.desegment_offset = offset
      pinfo.desegment_len = HEADER + length - (available - offset)
      break
    else
      table.insert(summaries, message(buffer(offset, HEADER + length), pinfo, tree))
      offset = offset + HEADER + length
    end
  end
  if #summaries > 0 then
    local shown = table.concat(summaries, " | ", 1, math.min(#summaries, 5))
    if #summaries > 5 then shown = shown .. " | and " .. #summaries - 5 .. " more" end
    pinfo.cols.info = shown
  end
  return available
end

local ports = DissectorTable.get("tcp.port")
ports:add(PORT, wirechat)
ports:add_for_decode_as(wirechat)
