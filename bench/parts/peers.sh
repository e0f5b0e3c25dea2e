# The same check by others, each against the endpoint of its own process that does nothing.
for peer in "$here"/peers/*/peer.sh; do
  # shellcheck source=/dev/null
  source "$peer"
  stop_all
done
