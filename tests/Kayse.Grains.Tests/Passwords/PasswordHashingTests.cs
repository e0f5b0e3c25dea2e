using System.Buffers.Binary;
using System.Diagnostics;
using Kayse.Grains.Errors;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Passwords;

public sealed class PasswordHashingTests : IDisposable
{
    private const string Password = "plum tram otter";
    private static readonly PasswordContext _context = new("anna@firm.example", "Anna Berg");
    private readonly PasswordHashing _hashing = new(
        Options.Create(new PasswordOptions { Iterations = 1_000, MaxConcurrentHashes = 1 }),
        TimeProvider.System
    );

    public void Dispose() => _hashing.Dispose();

    [Fact]
    public async Task Password_that_was_hashed_is_verified()
    {
        var hash = await HashAsync(Password);
        (await VerifyAsync(hash, Password)).ShouldBe(PasswordMatch.Match);
    }

    [Theory]
    [InlineData("plum tram ottes")]
    [InlineData("Plum tram otter")]
    [InlineData("plum tram otter ")]
    [InlineData("")]
    public async Task Other_password_is_not(string other)
    {
        var hash = await HashAsync(Password);
        (await VerifyAsync(hash, other)).ShouldBe(PasswordMatch.None);
    }

    [Fact]
    public async Task Two_hashes_of_one_password_differ() => (await HashAsync(Password)).ShouldNotBe(await HashAsync(Password));

    [Fact]
    public async Task Composed_and_decomposed_characters_are_the_same()
    {
        var hash = await HashAsync("7!\u00E9tude-kal");
        (await VerifyAsync(hash, "7!e\u0301tude-kal")).ShouldBe(PasswordMatch.Match);
        (await VerifyAsync(hash, "7!etude-kal")).ShouldBe(PasswordMatch.None);
    }

    [Fact]
    public async Task Last_of_128_characters_counts()
    {
        var longest = new string('x', 120) + "tram otter"[..8];
        var hash = await HashAsync(longest);
        (await VerifyAsync(hash, longest)).ShouldBe(PasswordMatch.Match);
        (await VerifyAsync(hash, longest[..127] + "_")).ShouldBe(PasswordMatch.None);
        (await VerifyAsync(hash, longest + "x")).ShouldBe(PasswordMatch.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Password)]
    public async Task Nobody_has_no_password(string password) => (await VerifyAsync(null, password)).ShouldBe(PasswordMatch.None);

    [Fact]
    public async Task Password_that_nobody_can_have_is_not_verified()
    {
        var hash = await HashAsync(Password);
        (await VerifyAsync(hash, new string('x', 1_000_000))).ShouldBe(PasswordMatch.None);
        (await VerifyAsync(hash, Password + "\uD83D")).ShouldBe(PasswordMatch.None);
    }

    [Fact]
    public async Task Weak_password_is_refused_with_its_field_and_rules()
    {
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            _hashing.HashAsync("anna", _context, "newPassword", HashingCaller.Of(null), default)
        );
        refused.Code.ShouldBe("password_too_weak");
        refused.Refusal.Fields!["newPassword"].ShouldBe(PasswordPolicy.BrokenRules("anna", _context));
    }

    [Fact]
    public async Task Hash_is_PBKDF2_with_HMAC_SHA512_and_the_set_iterations()
    {
        var bytes = Convert.FromBase64String(await HashAsync(Password));
        bytes[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)).ShouldBe(2u);
        BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)).ShouldBe(1_000u);
    }

    [Fact]
    public async Task Hash_of_a_lower_cost_is_verified_and_said_to_be_one()
    {
        using var dearer = new PasswordHashing(Options.Create(new PasswordOptions { Iterations = 2_000 }), TimeProvider.System);
        (await dearer.VerifyAsync(await HashAsync(Password), Password, HashingCaller.Of(null), default)).ShouldBe(
            PasswordMatch.MatchAtLowerCost
        );
    }

    [Fact]
    public async Task Hash_of_a_higher_cost_is_left_as_it_is()
    {
        using var dearer = new PasswordHashing(Options.Create(new PasswordOptions { Iterations = 2_000 }), TimeProvider.System);
        (await VerifyAsync(await dearer.RehashAsync(Password, HashingCaller.Of(null), default), Password)).ShouldBe(PasswordMatch.Match);
    }

    [Fact]
    public async Task Hash_of_a_lower_cost_takes_as_long_as_nobodys()
    {
        using var dearer = new PasswordHashing(
            Options.Create(new PasswordOptions { Iterations = 100_000, MaxConcurrentHashes = 1 }),
            TimeProvider.System
        );
        var cheap = await HashAsync(Password);
        await TimeAsync(null);

        // The shortest of several, which is what the work itself takes; by turns, as a machine may be busy for a while.
        var (shortest, nobodys) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 10; i++)
        {
            shortest = Math.Min(shortest, await TimeAsync(cheap));
            nobodys = Math.Min(nobodys, await TimeAsync(null));
        }

        shortest.ShouldBeGreaterThan(nobodys * 0.5);

        async Task<double> TimeAsync(string? hash)
        {
            var start = Stopwatch.GetTimestamp();
            (await dearer.VerifyAsync(hash, "some other", HashingCaller.Of(null), default)).ShouldBe(PasswordMatch.None);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    [Fact]
    public async Task Password_used_before_is_refused_with_its_field()
    {
        string[] former = [await HashAsync("one tram otter plum"), await HashAsync(Password)];
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            _hashing.HashAsync(Password, _context, former, "newPassword", HashingCaller.Of(null), default)
        );
        refused.Code.ShouldBe("password_reused");
        refused.Refusal.Fields!.Keys.ShouldBe(["newPassword"]);
        (
            await _hashing.HashAsync("two tram otter plum", _context, former, "newPassword", HashingCaller.Of(null), default)
        ).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Person_without_a_password_has_none() => (await VerifyAsync("", "")).ShouldBe(PasswordMatch.None);

    private Task<string> HashAsync(string password) =>
        _hashing.HashAsync(password, _context, "password", HashingCaller.Of(null), default);

    private Task<PasswordMatch> VerifyAsync(string? hash, string password) =>
        _hashing.VerifyAsync(hash, password, HashingCaller.Of(null), default);
}
