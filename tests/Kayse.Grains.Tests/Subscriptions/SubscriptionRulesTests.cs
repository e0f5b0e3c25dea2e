using Kayse.Grains.Errors;
using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Tests.Subscriptions;

public sealed class SubscriptionRulesTests
{
    private const string Person = "06dz8wkcpr0g3xmhqk2v1nyt";
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionsState _new = new();
    private static readonly SetSubscriptions _all = new(true, true, true, true, SubscriptionSource.Api);

    [Fact]
    public void Somebody_new_gets_everything_but_marketing() =>
        SubscriptionRules.ViewOf(_new).ShouldBe(new SubscriptionsView(true, true, true, false));

    [Theory]
    [InlineData(SubscriptionKind.Notifications)]
    [InlineData(SubscriptionKind.Reports)]
    [InlineData(SubscriptionKind.Updates)]
    [InlineData(SubscriptionKind.Marketing)]
    public void One_kind_can_be_turned_off_again_and_again_and_no_other(SubscriptionKind kind)
    {
        var before = SubscriptionRules.Set(_new, _all, _now);

        var once = SubscriptionRules.TurnOff(before, kind, _now.AddDays(1));
        var twice = SubscriptionRules.TurnOff(once, kind, _now.AddDays(2));

        foreach (var other in Enum.GetValues<SubscriptionKind>())
            SubscriptionRules.ViewOf(once).Has(other).ShouldBe(other != kind);
        twice.ShouldBe(once);
    }

    [Fact]
    public void Consent_to_marketing_is_kept_with_its_time_and_its_place_and_so_is_its_end()
    {
        var given = SubscriptionRules.Set(_new, _all, _now);
        var repeated = SubscriptionRules.Set(given, _all with { Source = SubscriptionSource.Link }, _now.AddDays(1));
        var withdrawn = SubscriptionRules.TurnOff(repeated, SubscriptionKind.Marketing, _now.AddDays(2));

        repeated.Consent.ShouldBe(new MarketingConsent(_now, SubscriptionSource.Api));
        withdrawn.Consent.ShouldBe(new MarketingConsent(_now, SubscriptionSource.Api) { WithdrawnAt = _now.AddDays(2) });
        SubscriptionRules.TurnOff(_new, SubscriptionKind.Marketing, _now).Consent.ShouldBeNull();
    }

    [Fact]
    public void Only_the_secret_of_the_link_opens_it()
    {
        var token = SubscriptionToken.Find(SubscriptionToken.Create(Person))!.Value;
        var other = SubscriptionToken.Find(SubscriptionToken.Create(Person))!.Value;
        var state = _new with { LinkSecret = token.Secret };

        token.UserId.ShouldBe(Person);
        SubscriptionRules.EnsureLink(state, token.Secret);
        Should.Throw<RefusedException>(() => SubscriptionRules.EnsureLink(state, other.Secret)).Code.ShouldBe("not_found");
        Should.Throw<RefusedException>(() => SubscriptionRules.EnsureLink(_new, default)).Code.ShouldBe("not_found");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(Person)]
    [InlineData(Person + ".")]
    [InlineData(Person + ".AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(Person + ".AAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData(Person + ".AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../" + Person + ".AAAAAAAAAAAAAAAAAAAAAA")]
    public void What_has_not_the_form_of_a_token_is_none(string text) => SubscriptionToken.Find(text).ShouldBeNull();
}
