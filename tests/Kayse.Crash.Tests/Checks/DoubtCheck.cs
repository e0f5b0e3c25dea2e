using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Load;

namespace Kayse.Crash.Checks;

/// <summary>
/// Whether every command that got no answer was done or wasn't, and not in part. What an invitation turns out to be is
/// noted, so that whoever looks next treats it like any other.
/// </summary>
internal sealed class DoubtCheck(Journal journal, World world, IReadOnlyList<LoadClient> clients, Patience patience)
{
    public async Task RunAsync(ApiClient api)
    {
        await Task.WhenAll(clients.SelectMany(client => client.DoubtfulSignUps).Select(signUp => CheckAsync(api, signUp)));
        await Task.WhenAll(clients.SelectMany(client => client.People).Select(person => CheckAsync(api, person)));
        var truths = await Truth.ReadAsync(api, world);
        var doubtful = clients.SelectMany(client => client.Invitations).Where(invitation => invitation.Doubt is not null).ToList();
        foreach (var invitation in doubtful)
            Settle(invitation, truths[invitation.Company]);
        await Task.WhenAll(
            doubtful
                .Where(invitation => invitation.IdempotencyKey is not null && invitation.Doubt == "invite")
                .Select(invitation => RepeatAsync(api, invitation))
        );
    }

    private static void Settle(Invitation invitation, Truth truth)
    {
        var listed = truth.Find(invitation);
        invitation.Settle(listed?.Id ?? "", listed?.Standing ?? Standing.Absent, listed?.Email ?? "", listed?.PhoneNumber ?? "");
    }

    // Either the person can sign in to the company, or the address is free to sign up anew.
    private async Task CheckAsync(ApiClient api, SignUp signUp)
    {
        var wrong = await patience.UntilRightAsync(async () =>
        {
            var signedIn = await api.PostAsync("auth/sign-in", null, new { email = signUp.Email, password = Person.Password });
            if (signedIn.IsSuccess)
            {
                var company = await api.GetAsync("companies/current", signedIn.Text("session.token"));
                return company.Text("name") == signUp.CompanyName
                    ? null
                    : $"the founder can sign in, and their company is answered {company}";
            }

            var anew = await api.PostAsync(
                "companies",
                null,
                new
                {
                    companyName = signUp.CompanyName,
                    fullName = signUp.FullName,
                    email = signUp.Email,
                    password = "another horse 8 battery!",
                }
            );
            return anew.Status == 201 ? null : $"the founder can't sign in ({signedIn}), nor sign up anew ({anew})";
        });
        if (wrong is not null)
            journal.Complain(signUp.Email, wrong);
    }

    // Signing out others ends all of them or none.
    private async Task CheckAsync(ApiClient api, Person person)
    {
        foreach (var sessions in person.Sessions.Select(session => session.InDoubtWith).OfType<IReadOnlyList<Session>>().Distinct())
        {
            var wrong = await patience.UntilRightAsync(async () =>
            {
                var answers = await Task.WhenAll(
                    sessions.Where(session => session.Ended is null).Select(session => api.GetAsync("session", session.Token))
                );
                return answers.All(answer => answer.Status == 200) || answers.All(answer => answer.Code == "session_ended")
                    ? null
                    : $"one command would have ended {string.Join(", ", sessions.Select(session => session.Id))}, and they are "
                        + $"answered {string.Join(", ", answers.Select(answer => answer.ToString()))}";
            });
            if (wrong is not null)
                journal.Complain(person.Email, wrong);
        }
    }

    // With its key the same command meets what the first try began, or makes it now.
    private async Task RepeatAsync(ApiClient api, Invitation invitation)
    {
        var body = new
        {
            fullName = invitation.FullName,
            email = invitation.Email,
            role = "user",
            phoneNumber = invitation.Phone,
        };
        var answer = await api.SendAsync(
            new Call(HttpMethod.Post, invitation.Company.Invitations, invitation.Company.Token, body)
            {
                IdempotencyKey = invitation.IdempotencyKey,
            }
        );
        var isSame = answer.Status == 201 && (invitation.Standing == Standing.Absent || invitation.Id == answer.Text("invitation.id"));
        var isTaken =
            answer.Status == 409
            && invitation.Standing == Standing.Absent
            && (invitation.IsAddressShared || World.IsSharedPhone(invitation.Phone));
        if (isSame)
            invitation.Settle(answer.Text("invitation.id"), Standing.Pending, invitation.Email, invitation.Phone);
        else if (!isTaken)
            journal.Complain(
                invitation.FullName,
                $"repeated with its key, the invitation {invitation.Id} ({invitation.Standing}) "
                    + $"was answered {answer} {answer.Text("invitation.id")}"
            );
    }
}
