using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations;

/// <summary>
/// The link that an admin creates to pass on themselves. It lets in whoever was invited, but is no proof that they read
/// mail at the address: only the mailed link is.
/// </summary>
public sealed class InvitationLinkTests(SharedApp shared) : AppTests(shared)
{
    private readonly string _email = Journeys.NewEmail("invitee");
    private Person _owner = null!;
    private ApiClient _client = null!;
    private string _id = "";

    private string Link => $"companies/current/invitations/{_id}/link";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
        _id = await App.InviteAsync(_owner, _email);
    }

    [Fact]
    public async Task Who_joins_by_it_has_yet_to_verify_their_address()
    {
        var joined = (await AcceptAsync(await CreateAsync())).ShouldBe(HttpStatusCode.OK);

        var me = await App.Client(joined.At("session.token")).GetAsync("me");
        me.Json["emailVerified"]!.GetValue<bool>().ShouldBeFalse();
        await App.VerifyAsync(_email);
        (await App.Client(joined.At("session.token")).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task The_mailed_link_goes_on_working_and_still_verifies_the_address()
    {
        var mailed = await App.MailedTokenAsync(_email);
        var created = await CreateAsync();
        (await LookUpAsync(created)).ShouldBe(HttpStatusCode.OK);

        var joined = (await AcceptAsync(mailed)).ShouldBe(HttpStatusCode.OK);

        (await App.Client(joined.At("session.token")).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>().ShouldBeTrue();
        (await AcceptAsync(created)).ShouldRefuse(HttpStatusCode.Gone, "invitation_used");
    }

    [Fact]
    public async Task It_takes_over_no_account_that_has_not_verified_the_address()
    {
        var person = await App.SignUpUnverifiedAsync(_email, "Another Firm");
        var created = await CreateAsync();

        (await LookUpAsync(created)).Json["accountExists"]!.GetValue<bool>().ShouldBeTrue();
        (await AcceptAsync(created, "another battery, another horse")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");

        (await AcceptAsync(created)).ShouldBe(HttpStatusCode.OK).At("user.id").ShouldBe(person.UserId);
        (await App.Client(person.Token).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_one_or_another_mail_takes_its_place()
    {
        var first = await CreateAsync();
        var second = await CreateAsync();
        (await LookUpAsync(first)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await LookUpAsync(second)).ShouldBe(HttpStatusCode.OK);

        (await _client.PostAsync($"companies/current/invitations/{_id}/resend")).ShouldBe(HttpStatusCode.OK);
        (await LookUpAsync(second)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task It_ends_with_the_invitation()
    {
        var created = await _client.PostAsync(Link);
        created.At("expiresAt").ShouldBe((await _client.GetAsync($"companies/current/invitations/{_id}")).At("expiresAt"));
        App.Clock.Advance(TimeSpan.FromHours(25));
        (await LookUpAsync(TokenOf(created))).ShouldRefuse(HttpStatusCode.Gone, "invitation_expired");

        var owner = App.Client((await App.SignInAsync(_owner.Email)).Token);
        (await owner.PostAsync(Link)).ShouldRefuse(HttpStatusCode.Gone, "invitation_expired");
        (await owner.DeleteAsync($"companies/current/invitations/{_id}")).ShouldBe(HttpStatusCode.NoContent);
        (await owner.PostAsync(Link)).ShouldRefuse(HttpStatusCode.Gone, "invitation_revoked");
    }

    [Fact]
    public async Task Whoever_may_not_give_what_the_invitation_gives_gets_none()
    {
        _id = await App.InviteAsync(_owner, Journeys.NewEmail("admin"), "admin");
        var inviter = await App.JoinAsync(_owner, "user", "members.invite");

        (await App.Client(inviter.Token).PostAsync(Link)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task That_it_was_created_is_recorded_without_the_link()
    {
        var token = await CreateAsync();

        var log = await _client.GetAsync("companies/current/audit-log?action=invitation.link_copied");
        var entry = log.ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        entry["target"]!["id"]!.GetValue<string>().ShouldBe(_id);
        log.Text.ShouldNotContain(token.Split('.')[1]);
    }

    private async Task<string> CreateAsync() => TokenOf(await _client.PostAsync(Link));

    private static string TokenOf(ApiAnswer answer)
    {
        var url = answer.ShouldBe(HttpStatusCode.OK).At("url");
        url.ShouldContain("/invitations/accept#token=");
        return url.Split("#token=")[1];
    }

    private Task<ApiAnswer> LookUpAsync(string token) => App.Client().PostAsync("invitations/lookup", new { token });

    private Task<ApiAnswer> AcceptAsync(string token, string password = Person.Password) =>
        App.Client().PostAsync("invitations/accept", new { token, password });
}
