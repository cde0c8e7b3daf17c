-- Asks for the same address, or for one that no cache has when a first argument is given; says what it took as JSON.
local debut, rang, fixe = nil, 0, nil

function init(args)
  debut = args[1]
  fixe = wrk.format()
end

function request()
  if not debut then return fixe end
  rang = rang + 1
  local signe = wrk.path:find("?", 1, true) and "&" or "?"
  return wrk.format(nil, wrk.path .. signe .. "comparer=" .. debut .. "-" .. rang)
end

function done(bilan, delais)
  local e = bilan.errors
  io.write(string.format(
    '\n{"requetes": %d, "secondes": %f, "p50_ms": %f, "p99_ms": %f, "erreurs": %d}\n',
    bilan.requests, bilan.duration / 1e6, delais:percentile(50) / 1e3, delais:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout
  ))
end
