using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Load;
using Kayse.Crash.Mail;

namespace Kayse.Crash.Checks;

/// <summary>
/// Whether what there is works, and what there isn't is free: links open what they should, people can sign in,
/// addresses and numbers can be used again.
/// </summary>
internal sealed class UseCheck(Journal journal, World world, IReadOnlyList<LoadClient> clients, Mailbox mailbox, Patience patience)
{
    private const int Parallel = 16;

    private IEnumerable<Invitation> Invitations => clients.SelectMany(client => client.Invitations);

    public async Task RunAsync(ApiClient api)
    {
        await EachAsync(
            Invitations.Where(invitation => invitation.Standing != Standing.Absent),
            invitation => invitation.FullName,
            invitation => LinksAsync(api, invitation)
        );
        await EachAsync(
            Invitations.Where(invitation => invitation.Standing == Standing.Accepted),
            invitation => invitation.FullName,
            invitation => SignInAsync(api, invitation)
        );
        await EachAsync(
            Invitations.Where(invitation => invitation.Standing == Standing.Pending),
            invitation => invitation.FullName,
            invitation => AcceptAsync(api, invitation)
        );
        await InviteAnewAsync(api);
        foreach (var contradiction in mailbox.Contradictions)
            journal.Complain("", contradiction);
    }

    private async Task EachAsync<T>(IEnumerable<T> all, Func<T, string> subject, Func<T, Task<string?>> look) =>
        await System.Threading.Tasks.Parallel.ForEachAsync(
            all.ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (one, _) =>
            {
                if (await patience.UntilRightAsync(() => look(one)) is { } wrong)
                    journal.Complain(subject(one), wrong);
            }
        );

    // One link of a pending invitation works once its mail has come; every other link says why it doesn't.
    private async Task<string?> LinksAsync(ApiClient api, Invitation invitation)
    {
        var answers = new List<Answer>();
        foreach (var token in mailbox.TokensOf(invitation.Id))
        {
            var answer = await api.PostAsync("invitations/lookup", null, new { token });
            if (invitation.DeadTokens.Contains(token, StringComparer.Ordinal) && answer.Status != 404)
                return $"a link of {invitation.Id} that was replaced is answered {answer}";
            answers.Add(answer);
        }

        var (status, code) = invitation.Standing switch
        {
            Standing.Pending => (200, ""),
            Standing.Revoked => (410, "invitation_revoked"),
            _ => (410, "invitation_used"),
        };
        var right = answers.Count(answer => answer.Status == status && answer.Code == code);
        var wrong = answers.Count(answer => answer.Status != 404 && !(answer.Status == status && answer.Code == code));
        var isNeeded = invitation.Standing is Standing.Pending or Standing.Accepted;
        return wrong == 0 && right <= 1 && (right == 1 || !isNeeded)
            ? null
            : $"invitation {invitation.Id} is {invitation.Standing}, and the links of its {answers.Count} mails are "
                + $"answered {string.Join(", ", answers.Select(answer => answer.ToString()))}";
    }

    private static async Task<string?> SignInAsync(ApiClient api, Invitation invitation)
    {
        var answer = await api.PostAsync("auth/sign-in", null, new { email = invitation.Email, password = Person.Password });
        return
            answer.IsSuccess
            && answer
                .Body.GetProperty("companies")
                .EnumerateArray()
                .Any(company => company.GetProperty("id").GetString() == invitation.Company.Id)
            ? null
            : $"{invitation.Email} has accepted, and signing in is answered {answer} {answer.Text("companies")}";
    }

    private async Task<string?> AcceptAsync(ApiClient api, Invitation invitation)
    {
        var answer = Answer.None;
        foreach (var token in mailbox.TokensOf(invitation.Id).Except(invitation.DeadTokens))
        {
            answer = await api.PostAsync("invitations/accept", null, new { token, password = Person.Password });
            if (answer.Status == 200)
                return null;
        }

        return $"invitation {invitation.Id} is pending (it was in doubt: "
            + $"{invitation.Doubt ?? "no"}), and accepting it is answered {answer}";
    }

    // Every number that nobody has, and every address that is neither invited nor a member, are invited once more, a
    // pair at a time.
    private async Task InviteAnewAsync(ApiClient api)
    {
        var truths = await Truth.ReadAsync(api, world);
        CheckPhones(truths);
        var held = truths.Values.SelectMany(PhonesOf).Select(held => held.Phone).ToHashSet(StringComparer.Ordinal);
        var phones = new Queue<string>(world.Phones.Where(phone => !held.Contains(phone)));
        var anew = world
            .Invited.Where(invited =>
                !truths[invited.Company].Pending.Any(invitation => invitation.Email == invited.Email)
                && truths[invited.Company].Member(invited.Email) is null
            )
            .Select(invited => (invited.Company, invited.Email, Phone: phones.TryDequeue(out var phone) ? phone : ""))
            .ToList();
        anew.AddRange(phones.Select(phone => (world.Companies[0], World.EmailOf($"anew {phone[1..]}"), phone)));
        await EachAsync(
            anew,
            one => one.Email,
            async one =>
            {
                var answer = await api.PostAsync(
                    one.Company.Invitations,
                    one.Company.Token,
                    new
                    {
                        fullName = "Anew",
                        email = one.Email,
                        role = "user",
                        phoneNumber = one.Phone,
                    }
                );
                return answer.Status == 201
                    ? null
                    : $"nobody has {one.Email} or {one.Phone}, and inviting them to {one.Company.Id} is answered {answer}";
            }
        );
    }

    private void CheckPhones(IReadOnlyDictionary<Company, Truth> truths)
    {
        // Of a company's own; others may have the same.
        foreach (
            var phone in truths.Values.SelectMany(truth =>
                PhonesOf(truth).Distinct().GroupBy(held => held.Phone).Where(group => group.Count() > 1)
            )
        )
            journal.Complain(phone.First().Holder, $"{phone.Key} is held by {string.Join(" and ", phone.Select(held => held.Holder))}");
    }

    private static IEnumerable<(string Phone, string Holder)> PhonesOf(Truth truth) =>
        truth
            .Pending.Select(invitation => (invitation.PhoneNumber, invitation.FullName))
            .Concat(truth.Members.Select(member => (member.PhoneNumber, member.UserId)))
            .Where(held => held.Item1 is not null)
            .Select(held => (held.Item1!, held.Item2));
}
