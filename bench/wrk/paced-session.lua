-- As session.lua, but each connection rests for 20 ms before its next request: a steady load that leaves the processors to others, not as much as there is room for.

dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "session.lua")

function delay() return 20 end
