using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Tests.Mail;

public sealed class InvitationEmailTests
{
    private static readonly InvitationEmail _email = (InvitationEmail)EmailSamples.All["invitation"];

    [Fact]
    public void The_subject_says_who_and_where() =>
        EmailSamples.Sent(_email).Subject.ShouldBe("Charles Babbage invited you to join Analytical Engines Ltd on Kayse");

    [Fact]
    public void The_text_is_what_a_person_would_write() =>
        EmailSamples
            .Sent(_email)
            .TextBody.ShouldBe(
                """
                Hello Ada Lovelace,

                Charles Babbage invited you to join Analytical Engines Ltd on Kayse. Your role
                will be Super Admin.

                The invitation is valid for 24 hours, until Tuesday, 6 January 2026 at 09:05
                UTC.

                Accept invitation:

                https://accounts.example.com/invitations/accept#token=0197f3c2.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA

                This link is only for you and works once. Please don't forward this email.

                If you don't know Charles Babbage or weren't expecting this invitation, you
                can ignore this email. You join only if you accept.

                --{space}
                Kayse

                """.Replace("{space}", " ", StringComparison.Ordinal).ReplaceLineEndings("\r\n")
            );
}
