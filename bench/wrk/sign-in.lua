-- Signs in over and over: a random one of the addresses of a file, one a line, in every other request with a wrong password. After "--": the file, the right password.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
end

function init(args)
  right, wrong = {}, {}
  local headers = { ["Content-Type"] = "application/json" }
  for email in io.lines(args[1]) do
    for password, requests in pairs({ [args[2]] = right, [args[2] .. " not"] = wrong }) do
      requests[#requests + 1] = wrk.format("POST", nil, headers, string.format('{"email":"%s","password":"%s"}', email, password))
    end
  end
  math.randomseed(os.time() + 7919 * number)
  turn, entered, refused, others = 0, 0, 0, 0
end

function request()
  turn = turn + 1
  local requests = turn % 2 == 0 and right or wrong
  return requests[math.random(#requests)]
end

function response(status)
  if status == 200 then
    entered = entered + 1
  elseif status == 401 then
    refused = refused + 1
  else
    others = others + 1
  end
end

function done(summary, latency)
  local entered, refused, others = 0, 0, 0
  for _, thread in ipairs(threads) do
    entered, refused, others = entered + thread:get("entered"), refused + thread:get("refused"), others + thread:get("others")
  end
  io.write(string.format("RESULT %.1f %.1f %.0f %.0f %d\n", entered / summary.duration * 1e6, refused / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, others))
end
