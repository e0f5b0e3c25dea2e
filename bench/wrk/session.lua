-- Sends requests with a token of a file, one a line: at random, or ("walk") one after the other so that each comes up.
-- The requests are built beforehand and are byte for byte alike but for the path, whatever route they go to.
-- After "--": the file, the header that carries the token ("bearer", "cookie" or "none"), "random" or "walk", and a JSON body to POST, if there is one.

local started = 0

function setup(thread)
  thread:set("number", started)
  started = started + 1
end

local function headers(kind, token)
  if kind == "bearer" then return { Authorization = "Bearer " .. token } end
  if kind == "cookie" then return { Cookie = token } end
  return {}
end

function init(args)
  requests = {}
  for token in io.lines(args[1]) do
    local own = headers(args[2], token)
    if args[4] then own["Content-Type"] = "application/json" end
    requests[#requests + 1] = wrk.format(args[4] and "POST" or "GET", nil, own, args[4])
  end
  math.randomseed(os.time() + 7919 * number)
  walks = args[3] == "walk"
  at = math.floor(#requests * number / 2)
end

function request()
  if not walks then return requests[math.random(#requests)] end
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    "RESULT %.0f %.2f %.2f %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
