using System.Globalization;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;

namespace Kayse.Crash.Load;

internal sealed partial class LoadClient
{
    private static readonly string[] _phoneRefusals = ["phone_already_invited", "phone_in_use"];
    private static readonly string[] _emailRefusals = ["email_already_invited", "email_already_member"];

    private Task InviteAsync()
    {
        var invitation = NewInvitation();
        var body = new
        {
            fullName = invitation.FullName,
            email = invitation.Email,
            role = "user",
            phoneNumber = invitation.Phone,
        };
        return DoAsync(
            invitation.FullName,
            $"invite {invitation.Email} {invitation.Phone} to {invitation.Company.Id}",
            new Call(HttpMethod.Post, invitation.Company.Invitations, invitation.Company.Token, body)
            {
                IdempotencyKey = invitation.IdempotencyKey,
            },
            answer =>
            {
                invitation.Id = answer.Text("invitation.id");
                invitation.Is(Standing.Pending);
                Invitations.Add(invitation);
            },
            () =>
            {
                invitation.MayBe("invite", Standing.Pending);
                Invitations.Add(invitation);
            },
            [.. RefusalsOf(invitation.Phone), .. invitation.IsAddressShared ? _emailRefusals : []]
        );
    }

    private Invitation NewInvitation()
    {
        var name = world.NewName("Person");
        var company = Any(world.Companies)!;
        var isShared = _random.Next(8) == 0;
        var email = isShared ? World.SharedEmail(_random) : World.EmailOf(name);
        world.NoteInvited(company, email);
        return new Invitation(company, name, email, SomePhone())
        {
            IsAddressShared = isShared,
            IdempotencyKey = _random.Next(4) == 0 ? $"key-{name}".Replace(' ', '-') : null,
        };
    }

    private string SomePhone() =>
        _random.Next(8) switch
        {
            < 3 => "",
            < 7 => world.NewPhone(),
            _ => world.SharedPhone(_random),
        };

    private Task AcceptAsync() =>
        OnLinkAsync(
            (invitation, token) =>
            {
                // Null keeps the number of the invitation.
                var phone = _random.Next(4) == 0 ? SomePhone() : null;
                var taken = phone ?? invitation.Phone;
                return DoAsync(
                    invitation.FullName,
                    $"accept with phone {phone ?? "as invited"}",
                    new Call(
                        HttpMethod.Post,
                        "invitations/accept",
                        null,
                        new
                        {
                            token,
                            password = Person.Password,
                            phoneNumber = phone,
                        }
                    ),
                    answer => Accepted(invitation, taken, answer),
                    () =>
                    {
                        invitation.PersonPhones.Add(taken);
                        invitation.MayBe("accept", Standing.Accepted);
                    },
                    [
                        .. phone is null ? [] : RefusalsOf(phone),
                        .. invitation.IsAddressShared ? ["invalid_credentials"] : Array.Empty<string>(),
                        .. RefusalsOfLinks(invitation),
                    ]
                );
            }
        );

    private void Accepted(Invitation invitation, string phone, Answer answer)
    {
        invitation.PersonPhones.Replace(phone);
        invitation.Is(Standing.Accepted);
        var person = new Person(answer.Text("user.id"), invitation.FullName, invitation.Email);
        person.Sessions.Add(new Session(answer.Text("session.id"), answer.Text("session.token"), person.UserId));
        People.Add(person);
    }

    private Task AcceptAgainAsync()
    {
        if (
            Any(Invitations.Where(invitation => invitation.Doubt is null && invitation.Standing == Standing.Accepted))
            is not { } invitation
        )
            return Task.CompletedTask;
        var token = mailbox.TokensOf(invitation.Id).Except(invitation.DeadTokens).First();
        return DoAsync(
            invitation.FullName,
            "accept again",
            new Call(HttpMethod.Post, "invitations/accept", null, new { token, password = Person.Password }),
            answer => journal.Complain(invitation.FullName, $"an accepted invitation was accepted again: {answer}"),
            () => { },
            ["invitation_used", .. RefusalsOfLinks(invitation)]
        );
    }

    private Task DeclineAsync() =>
        OnLinkAsync(
            (invitation, token) =>
                DoAsync(
                    invitation.FullName,
                    "decline",
                    new Call(HttpMethod.Post, "invitations/decline", null, new { token }),
                    _ => invitation.Is(Standing.Declined),
                    () => invitation.MayBe("decline", Standing.Declined),
                    RefusalsOfLinks(invitation)
                )
        );

    private Task RevokeAsync() =>
        OnPendingAsync(invitation =>
            DoAsync(
                invitation.FullName,
                "revoke",
                new Call(HttpMethod.Delete, $"{invitation.Company.Invitations}/{invitation.Id}", invitation.Company.Token),
                _ => invitation.Is(Standing.Revoked),
                () => invitation.MayBe("revoke", Standing.Revoked)
            )
        );

    private Task ResendAsync() =>
        OnPendingAsync(invitation =>
        {
            var tokens = mailbox.TokensOf(invitation.Id);
            return DoAsync(
                invitation.FullName,
                "resend",
                new Call(HttpMethod.Post, $"{invitation.Company.Invitations}/{invitation.Id}/resend", invitation.Company.Token),
                _ => invitation.IsSentAgain(tokens),
                () => invitation.MayBe("resend")
            );
        });

    private Task ChangePhoneAsync() =>
        OnPendingAsync(invitation =>
        {
            var phone = SomePhone();
            return DoAsync(
                invitation.FullName,
                $"change phone to {phone}",
                new Call(
                    HttpMethod.Patch,
                    $"{invitation.Company.Invitations}/{invitation.Id}",
                    invitation.Company.Token,
                    new { phoneNumber = phone }
                ),
                _ => invitation.HasPhone(phone),
                () =>
                {
                    invitation.Phones.Add(phone);
                    invitation.MayBe("change phone");
                },
                RefusalsOf(phone)
            );
        });

    private Task ChangeEmailAsync() =>
        OnPendingAsync(invitation =>
        {
            if (invitation.IsAddressShared)
                return Task.CompletedTask;
            var tokens = mailbox.TokensOf(invitation.Id);
            var email = World.EmailOf(string.Create(CultureInfo.InvariantCulture, $"{invitation.FullName} {_random.Next(1000)}"));
            world.NoteInvited(invitation.Company, email);
            return DoAsync(
                invitation.FullName,
                $"change email to {email}",
                new Call(HttpMethod.Patch, $"{invitation.Company.Invitations}/{invitation.Id}", invitation.Company.Token, new { email }),
                _ =>
                {
                    invitation.HasEmail(email);
                    invitation.IsSentAgain(tokens);
                },
                () =>
                {
                    invitation.Emails.Add(email);
                    invitation.MayBe("change email");
                }
            );
        });

    private Task OnPendingAsync(Func<Invitation, Task> command) =>
        Any(Invitations.Where(invitation => invitation.IsPending)) is { } invitation ? command(invitation) : Task.CompletedTask;

    // A mail that isn't there yet is waited for at the end.
    private Task OnLinkAsync(Func<Invitation, string, Task> command) =>
        OnPendingAsync(invitation =>
            mailbox.TokensOf(invitation.Id).FirstOrDefault(token => !invitation.DeadTokens.Contains(token, StringComparer.Ordinal))
                is { } token
                ? command(invitation, token)
                : Task.CompletedTask
        );

    private static string[] RefusalsOfLinks(Invitation invitation) => invitation.WasSentAgain ? ["not_found"] : [];

    private static string[] RefusalsOf(string phone) => World.IsSharedPhone(phone) ? _phoneRefusals : [];
}
