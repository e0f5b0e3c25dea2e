using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Bench.Memory;

/// <summary>Asks for every session of a token file, as requests would.</summary>
internal static class StoredTokens
{
    private const int AtOnce = 64;

    /// <summary>Checks each and answers how many there were; throws when one isn't live.</summary>
    public static async Task<int> CheckAsync(IGrainFactory grains, string path)
    {
        var live = 0;
        await Parallel.ForEachAsync(
            File.ReadLines(path),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (token, _) =>
            {
                if ((await CheckOneAsync(grains, token)).Principal is null)
                    throw new InvalidOperationException("A session that was started is not live.");
                Interlocked.Increment(ref live);
            }
        );
        return live;
    }

    private static ValueTask<SessionCheck> CheckOneAsync(IGrainFactory grains, string token) =>
        SecretToken.TryParse(token, out var parsed)
            ? grains.GetGrain<IUserSessionGrain>(parsed.Id.ToString()).CheckAsync(parsed.Hash)
            : throw new FormatException("A line of the file is no token.");
}
