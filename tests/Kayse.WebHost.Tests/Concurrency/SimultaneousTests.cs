using System.Globalization;
using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Concurrency;

/// <summary>Fifty at once, of whom one can have what they want (IN-11).</summary>
public sealed class SimultaneousTests(SharedApp shared) : AppTests(shared)
{
    private const int Many = 50;

    [Fact]
    public async Task Of_acceptances_of_one_link_one_wins_whatever_passwords_they_choose()
    {
        var owner = await App.SignUpAsync();
        var email = Journeys.NewEmail();
        await App.InviteAsync(owner, email);
        var token = await App.MailedTokenAsync(email);

        var answers = await AllAtOnceAsync(number =>
            App.Client().PostAsync("invitations/accept", new { token, password = $"{Person.Password} {number}" })
        );

        OneOf(answers, HttpStatusCode.OK, HttpStatusCode.Gone, "invitation_used");
        var members = await App.Client(owner.Token).GetAsync("companies/current/members");
        members.Json["items"]!.AsArray().Count(member => member!["email"]!.GetValue<string>() == email).ShouldBe(1);
        members.Json["total"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Of_invitations_of_one_address_one_is_made()
    {
        var owner = await App.SignUpAsync();
        var email = Journeys.NewEmail();

        var answers = await AllAtOnceAsync(number => InviteAsync(owner, email, Phone(number)));

        OneOf(answers, HttpStatusCode.Created, HttpStatusCode.Conflict, "email_already_invited");
        (await PendingAsync(owner)).ShouldBe(1);
        var losers = Enumerable.Range(0, Many).Where(number => answers[number].Status != HttpStatusCode.Created);
        await Task.WhenAll(
            losers.Select(async number => (await InviteAsync(owner, Journeys.NewEmail(), Phone(number))).ShouldBe(HttpStatusCode.Created))
        );
    }

    [Fact]
    public async Task Of_invitations_with_one_phone_number_one_is_made()
    {
        var owner = await App.SignUpAsync();
        var emails = Enumerable.Range(0, Many).Select(_ => Journeys.NewEmail()).ToArray();

        var answers = await AllAtOnceAsync(number => InviteAsync(owner, emails[number], Phone(0)));

        OneOf(answers, HttpStatusCode.Created, HttpStatusCode.Conflict, "phone_already_invited");
        (await PendingAsync(owner)).ShouldBe(1);
        var losers = Enumerable.Range(0, Many).Where(number => answers[number].Status != HttpStatusCode.Created);
        await Task.WhenAll(
            losers.Select(async number => (await InviteAsync(owner, emails[number], "")).ShouldBe(HttpStatusCode.Created))
        );
    }

    [Fact]
    public async Task Of_sign_ups_with_one_address_one_makes_the_person()
    {
        var email = Journeys.NewEmail("owner");
        await App.SignUpAsync();

        var answers = await AllAtOnceAsync(number =>
            App.Client()
                .PostAsync(
                    "companies",
                    new
                    {
                        companyName = "Vale Law",
                        fullName = "Ada Vale",
                        email,
                        password = $"{Person.Password} {number}",
                    }
                )
        );

        OneOf(answers, HttpStatusCode.Created, HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    private static Task<ApiAnswer[]> AllAtOnceAsync(Func<int, Task<ApiAnswer>> request) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(number => Task.Run(() => request(number))));

    private static void OneOf(ApiAnswer[] answers, HttpStatusCode winner, HttpStatusCode loser, string code)
    {
        answers.Count(answer => answer.Status == winner).ShouldBe(1, string.Join('\n', answers.Select(answer => answer.Text).Distinct()));
        foreach (var answer in answers.Where(answer => answer.Status != winner))
            answer.ShouldRefuse(loser, code);
    }

    private static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"+4915121{number:d6}");

    private Task<ApiAnswer> InviteAsync(Person inviter, string email, string phoneNumber) =>
        App.Client(inviter.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben Ito",
                    email,
                    role = "user",
                    phoneNumber,
                }
            );

    private async Task<int> PendingAsync(Person owner) =>
        (await App.Client(owner.Token).GetAsync("companies/current/invitations?status=pending")).Json["total"]!.GetValue<int>();
}
